package org.onrecord.tag;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.onrecord.article.Act;
import org.onrecord.article.Passage;
import org.onrecord.article.QuoteKind;
import org.onrecord.article.Span;
import org.onrecord.article.Speaker;
import org.onrecord.article.Stand;
import org.onrecord.article.Statement;
import org.onrecord.registry.Registry;

/** Judges attributed words: what their speakers do by them and where they stand. */
final class StatementStage {
    private final StandJudge stands;

    StatementStage(Registry registry, TagSettings settings) {
        this.stands = new StandJudge(registry, settings);
    }

    /** The statements in the order of the text. */
    List<Statement> judge(Reading reading, List<Said> said) {
        List<Act> acts = said.stream()
                .map(one -> ActJudge.judge(one.draft(), one.acts()))
                .toList();
        List<Stand> taken = stands.judge(reading, said, acts);
        List<Statement> statements = new ArrayList<>();
        for (int i = 0; i < said.size(); i++) {
            statements.add(statement(reading, said.get(i).draft(), acts.get(i), taken.get(i)));
        }
        statements.sort(Comparator.comparing(
                (Statement statement) -> statement.content().span()));
        return statements;
    }

    private static Statement statement(Reading reading, Draft draft, Act act, Stand stand) {
        String text = reading.text();
        return new Statement(
                draft.speakerStart() < 0
                        ? null
                        : new Speaker(Passage.of(text, draft.speakerStart(), draft.speakerEnd()), draft.actor()),
                draft.cueStart() < 0 ? null : Passage.of(text, draft.cueStart(), draft.cueEnd()),
                Passage.of(text, draft.start(), draft.end()),
                quoteKind(reading, draft),
                act,
                stand,
                draft.confidence());
    }

    static QuoteKind quoteKind(Reading reading, Draft draft) {
        int inside = 0;
        int total = 0;
        int i = draft.start();
        while (i < draft.end()) {
            Span quote = reading.quotes().at(i).orElse(null);
            int to = quote == null ? i + 1 : Math.min(quote.end(), draft.end());
            for (; i < to; i++) {
                if (Character.isLetterOrDigit(reading.text().charAt(i))) {
                    total++;
                    inside += quote == null ? 0 : 1;
                }
            }
        }
        return inside == 0 ? QuoteKind.INDIRECT : inside == total ? QuoteKind.DIRECT : QuoteKind.MIXED;
    }
}
