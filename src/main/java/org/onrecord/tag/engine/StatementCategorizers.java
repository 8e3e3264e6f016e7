package org.onrecord.tag.engine;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import opennlp.tools.doccat.DoccatModel;
import opennlp.tools.doccat.DocumentCategorizer;
import opennlp.tools.doccat.DocumentCategorizerME;
import org.onrecord.article.Act;
import org.onrecord.article.QuoteKind;
import org.onrecord.tag.statement.Draft;
import org.onrecord.tag.text.Reading;

/** OpenNLP's categorizers of acts and stands, which look at a statement's words and how they work together. */
final class StatementCategorizers {
    private final Lender<Pair> pairs;
    private final StatementFeatures features;

    private record Pair(DocumentCategorizer acts, DocumentCategorizer stands) {}

    /** Reads {@code acts.bin} and {@code stands.bin}. */
    StatementCategorizers(ModelFiles files, StatementFeatures features) {
        DoccatModel acts = files.read("acts.bin", stream -> withOurActs(new DoccatModel(stream)));
        DoccatModel stands = files.read("stands.bin", DoccatModel::new);
        this.pairs = new Lender<>(() -> new Pair(new DocumentCategorizerME(acts), new DocumentCategorizerME(stands)));
        this.features = features;
    }

    private static DoccatModel withOurActs(DoccatModel model) {
        for (int i = 0; i < model.getMaxentModel().getNumOutcomes(); i++) {
            Act.ofLabel(model.getMaxentModel().getOutcome(i));
        }
        return model;
    }

    /** How likely each act of a statement is, from 0 to 1. */
    Map<Act, Double> acts(Reading reading, Draft draft) {
        List<String> seen = features.act(reading, draft, draft.quoteKind(reading) != QuoteKind.INDIRECT);
        Map<Act, Double> chances = new EnumMap<>(Act.class);
        pairs.with(pair -> pair.acts().scoreMap(seen.toArray(String[]::new)))
                .forEach((label, chance) -> chances.put(Act.ofLabel(label), chance));
        return chances;
    }

    /** How likely each stand of a statement is, by label, from 0 to 1. */
    Map<String, Double> stands(Reading reading, Draft draft, Act act) {
        List<String> seen = features.stand(reading, draft, act);
        return pairs.with(pair -> pair.stands().scoreMap(seen.toArray(String[]::new)));
    }

    /** Asks both once for some words, for measuring; the number depends on both answers. */
    int bare(String[] words) {
        return pairs.with(pair ->
                Double.hashCode(pair.acts().categorize(words)[0] + pair.stands().categorize(words)[0]));
    }
}
