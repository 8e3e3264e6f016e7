package org.onrecord.tag.train;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import opennlp.tools.doccat.DoccatModel;
import opennlp.tools.doccat.DocumentCategorizerME;
import opennlp.tools.doccat.DocumentSample;
import opennlp.tools.namefind.NameFinderME;
import opennlp.tools.namefind.NameSample;
import opennlp.tools.namefind.TokenNameFinderModel;
import opennlp.tools.util.Span;
import opennlp.tools.util.eval.FMeasure;
import org.onrecord.tag.name.NamesInContext;
import org.onrecord.tag.stand.StandJudge;

/** How good a model is by itself, without rules, on samples that it has not learnt from; in a few words. */
final class HeldOut {
    private HeldOut() {}

    /** Names with place and type. */
    static String names(TokenNameFinderModel model, List<NameSample> samples) {
        NamesInContext finder = new NamesInContext(new NameFinderME(model));
        FMeasure measure = new FMeasure();
        for (NameSample sample : samples) {
            if (sample.isClearAdaptiveDataSet()) {
                finder.clearAdaptiveData();
            }
            finder.next(sample.getAdditionalContext());
            measure.updateScores(sample.getNames(), plain(finder.find(sample.getSentence())));
        }
        return figures(measure.getPrecisionScore(), measure.getRecallScore(), measure.getFMeasure());
    }

    /** Without their probabilities, which count when spans are compared. */
    private static Span[] plain(Span[] found) {
        return Arrays.stream(found)
                .map(span -> new Span(span.getStart(), span.getEnd(), span.getType()))
                .toArray(Span[]::new);
    }

    /** The share of statements with the right act. */
    static String acts(DoccatModel model, List<DocumentSample> samples) {
        DocumentCategorizerME judge = new DocumentCategorizerME(model);
        long right = samples.stream()
                .filter(sample -> best(judge, sample).equals(sample.getCategory()))
                .count();
        return String.format(Locale.ROOT, "right %.1f %%", 100.0 * right / samples.size());
    }

    /** Stands that take a side. */
    static String stands(DoccatModel model, List<DocumentSample> samples) {
        DocumentCategorizerME judge = new DocumentCategorizerME(model);
        double found = 0;
        double wanted = 0;
        double right = 0;
        for (DocumentSample sample : samples) {
            String best = best(judge, sample);
            found += best.equals(StandJudge.NONE) ? 0 : 1;
            wanted += sample.getCategory().equals(StandJudge.NONE) ? 0 : 1;
            right += best.equals(sample.getCategory()) && !best.equals(StandJudge.NONE) ? 1 : 0;
        }
        return figures(
                right / Math.max(1, found), right / Math.max(1, wanted), 2 * right / Math.max(1, found + wanted));
    }

    private static String best(DocumentCategorizerME judge, DocumentSample sample) {
        return judge.getBestCategory(judge.categorize(sample.getText()));
    }

    private static String figures(double precision, double recall, double f1) {
        return String.format(
                Locale.ROOT, "precision %.1f, recall %.1f, F1 %.1f", 100 * precision, 100 * recall, 100 * f1);
    }
}
