package org.onrecord.tag;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.onrecord.article.Act;
import org.onrecord.article.Passage;
import org.onrecord.article.Speaker;
import org.onrecord.article.Stand;
import org.onrecord.article.Statement;
import org.onrecord.registry.Registry;
import org.onrecord.tag.name.Name;
import org.onrecord.tag.stand.StandJudge;
import org.onrecord.tag.statement.ActJudge;
import org.onrecord.tag.statement.Draft;
import org.onrecord.tag.statement.Lobbying;
import org.onrecord.tag.statement.Said;
import org.onrecord.tag.text.Reading;
import org.onrecord.tag.text.WordLists;

/** Judges attributed words: what their speakers do by them and where they stand. */
final class StatementStage {
    private final StandJudge stands;
    private final Lobbying lobbying;

    StatementStage(Registry registry, WordLists words, TagSettings settings) {
        this.lobbying = new Lobbying(registry, words);
        this.stands = new StandJudge(registry, settings.engine().label(), settings.leastStandConfidence());
    }

    /** The statements in the order of the text. */
    List<Statement> judge(Reading reading, List<Name> names, List<Said> said) {
        Lobbying.OfText lobbied = lobbying.of(reading, names);
        List<Act> acts = said.stream()
                .map(one -> ActJudge.judge(one.draft(), one.acts()))
                .toList();
        List<Stand> taken = stands.judge(reading, said, acts);
        List<Statement> statements = new ArrayList<>();
        for (int i = 0; i < said.size(); i++) {
            statements.add(statement(reading, said.get(i).draft(), acts.get(i), taken.get(i), lobbied));
        }
        statements.sort(Comparator.comparing(
                (Statement statement) -> statement.content().span()));
        return statements;
    }

    private static Statement statement(Reading reading, Draft draft, Act act, Stand stand, Lobbying.OfText lobbied) {
        String text = reading.text();
        return new Statement(
                draft.speakerStart() < 0
                        ? null
                        : new Speaker(Passage.of(text, draft.speakerStart(), draft.speakerEnd()), draft.actor()),
                draft.cueStart() < 0 ? null : Passage.of(text, draft.cueStart(), draft.cueEnd()),
                Passage.of(text, draft.start(), draft.end()),
                draft.quoteKind(reading),
                act,
                stand,
                draft.confidence(),
                lobbied.marks(draft, act, stand));
    }
}
