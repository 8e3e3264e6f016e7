package org.onrecord.tag.stand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.onrecord.article.Act;
import org.onrecord.article.ActorId;
import org.onrecord.article.Position;
import org.onrecord.registry.Registry;
import org.onrecord.tag.TagFixture;
import org.onrecord.tag.statement.Draft;
import org.onrecord.tag.statement.Said;
import org.onrecord.tag.text.Reading;

class ProposalsTest {
    private static final Registry REGISTRY = TagFixture.registry();
    private static final String ISSUE = REGISTRY.issues().getFirst().id().value();
    private static final Reading READING =
            TagFixture.read("It rained, she said. It snowed, she said. It thawed, he said.");

    /** A statement of three words at a place, with what an engine holds of its speaker's side. */
    private static Said said(int start, @Nullable String actor, double isFor, double isAgainst) {
        ActorId id = actor == null ? null : new ActorId(actor);
        Draft draft = new Draft(0, start, start + 2, id, -1, -1, "", null, start, start + 9, 0.8);
        return new Said(
                draft,
                Map.of(Act.ASSERT, 1.0),
                Map.of(StandJudge.NONE, 1 - isFor - isAgainst, ISSUE + "|for", isFor, ISSUE + "|against", isAgainst));
    }

    private static List<List<Proposal>> proposals(Said... said) {
        return new Proposals(REGISTRY).of(READING, List.of(said), List.of(Act.ASSERT, Act.ASSERT, Act.ASSERT));
    }

    @Test
    void proposesTheSidesThatTheEngineHoldsLikelyEnough() {
        List<List<Proposal>> proposed =
                proposals(said(0, "mary-orr", 0.6, 0.2), said(21, null, 0.05, 0.9), said(43, null, 0.02, 0.03));

        assertThat(proposed.get(0)).extracting(Proposal::position).containsExactly(Position.FOR, Position.AGAINST);
        assertThat(proposed.get(0)).extracting(Proposal::chance).containsExactly(0.6, 0.2);
        assertThat(proposed.get(1)).extracting(Proposal::position).containsExactly(Position.AGAINST);
        assertThat(proposed.get(2)).isEmpty();
    }

    @Test
    void sumsWhatTheSpeakersOtherStatementsSay() {
        List<List<Proposal>> proposed =
                proposals(said(0, "mary-orr", 0.6, 0.2), said(21, "mary-orr", 0.1, 0.4), said(43, "li-na", 0.9, 0));

        assertThat(proposed.get(0).getFirst().elsewhere()).isCloseTo(-0.3, within(1e-9));
        assertThat(proposed.get(1).getLast().elsewhere()).isCloseTo(-0.4, within(1e-9));
        assertThat(proposed.get(2).getFirst().elsewhere()).isZero();
    }

    @Test
    void theUnnamedHaveNoOtherStatements() {
        List<List<Proposal>> proposed =
                proposals(said(0, null, 0.6, 0.2), said(21, null, 0.6, 0.2), said(43, "li-na", 0.9, 0));

        assertThat(proposed.get(0).getFirst().elsewhere()).isZero();
    }

    @Test
    void theRulesProposeTheirSideAndContradictTheOther() {
        String text = "Corvane urged Washington to lift the ban on chip exports.";
        int start = text.indexOf("to lift");
        Draft draft =
                new Draft(0, 0, 7, new ActorId("corvane"), 8, 13, "urge", Act.URGE, start, text.length() - 1, 0.9);
        Said said = new Said(draft, Map.of(Act.URGE, 1.0), Map.of(ISSUE + "|for", 0.02, ISSUE + "|against", 0.5));

        List<Proposal> proposed = new Proposals(REGISTRY)
                .of(TagFixture.read(text), List.of(said), List.of(Act.URGE))
                .getFirst();

        assertThat(proposed).extracting(Proposal::position).containsExactly(Position.FOR, Position.AGAINST);
        assertThat(proposed).extracting(Proposal::isAgreed).containsExactly(true, false);
        assertThat(proposed).extracting(Proposal::isContradicted).containsExactly(false, true);
    }

    @Test
    void whoTakesOneSideTwiceIsTrustedMore() {
        StandJudge judge = new StandJudge(REGISTRY, "encoder", 0);
        List<Act> acts = List.of(Act.ASSERT, Act.ASSERT);

        double twice = judge.judge(
                        READING, List.of(said(0, "mary-orr", 0.6, 0.1), said(21, "mary-orr", 0.6, 0.1)), acts)
                .getFirst()
                .confidence();
        double once = judge.judge(READING, List.of(said(0, "mary-orr", 0.6, 0.1), said(21, "li-na", 0.6, 0.1)), acts)
                .getFirst()
                .confidence();

        assertThat(twice).isGreaterThan(once);
    }
}
