package org.onrecord.tag.stand;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.Act;
import org.onrecord.article.ActorId;
import org.onrecord.article.IssueId;
import org.onrecord.article.Position;
import org.onrecord.article.Stand;
import org.onrecord.registry.Registry;
import org.onrecord.tag.statement.Said;
import org.onrecord.tag.text.Lexicon;
import org.onrecord.tag.text.Reading;

/**
 * Tells where statements place their speakers on the registry's issues. Each statement is judged by its own words; where
 * one speaker's statements in a text disagree, the weaker side is left open. Rules and model choose the side together; how
 * sure it is, is measured ({@link StandTrust}), since both are surer of themselves than they are right. Abstains when unsure.
 */
public final class StandJudge {
    /** The label of statements without a side, for the models. */
    public static final String NONE = "none";

    private final Proposals proposals;
    private final StandTrust trust;
    private final double least;

    /**
     * @param engine the name of the engine whose chances it weighs
     * @param least stands that are less sure are left open, from 0 to 1
     */
    public StandJudge(Registry registry, String engine, double least) {
        this.proposals = new Proposals(registry);
        this.trust = new StandTrust(Lexicon.named(StandTrust.listFor(engine)));
        this.least = least;
    }

    /** The stand of each draft of a text, in the same order. */
    public List<Stand> judge(Reading reading, List<Said> said, List<Act> acts) {
        List<Stand> stands = new ArrayList<>();
        List<List<Proposal>> proposed = proposals.of(reading, said, acts);
        Map<Side, Double> balance = new HashMap<>();
        for (int i = 0; i < said.size(); i++) {
            Stand stand = weighed(said.get(i), proposed.get(i));
            stands.add(stand);
            Side side = side(said.get(i).draft().actor(), stand);
            if (side != null) {
                balance.merge(side, sign(stand) * stand.confidence(), Double::sum);
            }
        }
        List<Stand> answers = new ArrayList<>();
        for (int i = 0; i < said.size(); i++) {
            Stand stand = stands.get(i);
            Side side = side(said.get(i).draft().actor(), stand);
            double all = side == null ? sign(stand) : balance.getOrDefault(side, 0.0);
            boolean outvoted = all * sign(stand) <= 0;
            answers.add(outvoted || stand.confidence() < least ? Stand.NONE : stand);
        }
        return answers;
    }

    /** The likeliest of the sides that a statement may take; of issues that the engine does not know, the rules alone speak. */
    private Stand weighed(Said said, List<Proposal> proposals) {
        Stand best = Stand.NONE;
        double most = 0;
        for (Proposal proposal : proposals) {
            double chance = knows(said, proposal.issue())
                    ? trust.chance(proposal)
                    : proposal.rule().confidence();
            if (!proposal.isContradicted() && chance > most) {
                most = chance;
                best = new Stand(proposal.issue(), proposal.position(), chance);
            }
        }
        return best;
    }

    /** Whether the engine has learnt anything of an issue. */
    private static boolean knows(Said said, IssueId issue) {
        return said.stands().containsKey(issue + "|" + Position.FOR.label())
                || said.stands().containsKey(issue + "|" + Position.AGAINST.label());
    }

    private static int sign(Stand stand) {
        return switch (stand.position()) {
            case FOR -> 1;
            case AGAINST -> -1;
            case NONE -> 0;
        };
    }

    private static @Nullable Side side(@Nullable ActorId actor, Stand stand) {
        IssueId issue = stand.issue();
        return actor == null || issue == null ? null : new Side(actor, issue);
    }
}
