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

/** Finds statements: drafts from each sentence, speakers resolved over the text, then act and stand. */
final class StatementStage {
    private final CueLexicon lexicon = new CueLexicon();
    private final WordLists words;
    private final Registry registry;
    private final ActJudge acts;
    private final StandJudge stands;

    StatementStage(
            Registry registry,
            WordLists words,
            TagSettings settings,
            SequenceModel actModel,
            SequenceModel standModel) {
        this.registry = registry;
        this.words = words;
        StatementFeatures features = new StatementFeatures(registry);
        this.acts = new ActJudge(actModel, features);
        this.stands = new StandJudge(standModel, features, registry, settings);
    }

    /** The statements in the order of the text. */
    List<Statement> find(Reading reading, List<Name> names) {
        SpeakerResolver speakers = new SpeakerResolver(reading, names, registry, words);
        AttributionFinder finder = new AttributionFinder(reading, names, lexicon, words, speakers);
        List<Draft> drafts = finder.find();
        List<Act> done = new ArrayList<>();
        for (Draft draft : drafts) {
            done.add(acts.judge(reading, draft, quoteKind(reading, draft)));
        }
        List<Stand> taken = stands.judge(reading, drafts, done);
        List<Statement> statements = new ArrayList<>();
        for (int i = 0; i < drafts.size(); i++) {
            statements.add(statement(reading, drafts.get(i), done.get(i), taken.get(i)));
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
