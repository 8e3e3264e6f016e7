package org.onrecord.encoder;

import java.util.List;
import org.onrecord.article.EntityType;
import org.onrecord.article.EventType;
import org.onrecord.article.Span;

/** Reads off the network's scores what words of a window are by themselves: names, figures, words for events. */
final class WordReader {
    /** From this chance on a sentence tells of an event; chosen on articles held out of the training. */
    private static final double LEAST_EVENT = 0.3;

    /** No word is surer than this, so that chances can be multiplied as logarithms. */
    private static final double MOST = 0.9999;

    private final LabelSets labels;

    WordReader(LabelSets labels) {
        this.labels = labels;
    }

    void read(
            TextPieces text,
            Window window,
            Network.Read read,
            List<Signals.Name> names,
            List<Signals.Trigger> triggers,
            List<Signals.Figure> figures) {
        float[][] scores = Labels.logChances(read.names());
        for (Labels.Run run : labels.names().runs(scores)) {
            if (window.judges(window.from() + run.from())) {
                names.add(new Signals.Name(
                        text.span(window, run.from(), run.to()),
                        EntityType.valueOf(run.kind()),
                        labels.names().chance(scores, run)));
            }
        }
        scores = Labels.logChances(read.figures());
        for (Labels.Run run : labels.figures().runs(scores)) {
            if (window.judges(window.from() + run.from())) {
                figures.add(new Signals.Figure(
                        text.span(window, run.from(), run.to()),
                        labels.figures().chance(scores, run)));
            }
        }
        scores = Labels.logChances(read.events());
        int from = window.mineFrom();
        while (from < window.mineTo()) {
            int to = from + 1;
            while (to < window.mineTo() && !text.words().opensSentence(to)) {
                to++;
            }
            events(text, window, scores, from, to, triggers);
            from = to;
        }
    }

    /**
     * The events that a sentence tells of. Which of its words says so is often open: a type's chance is that of all of them
     * together, and the likeliest word stands for it.
     */
    private void events(
            TextPieces text, Window window, float[][] logChances, int from, int to, List<Signals.Trigger> triggers) {
        List<String> types = labels.events().names();
        double[] silent = new double[types.size()];
        double[] most = new double[types.size()];
        int[] word = new int[types.size()];
        for (int i = from; i < to; i++) {
            float[] row = logChances[i - window.from()];
            for (int type = 0; type < row.length; type++) {
                double chance = Math.exp(row[type]);
                silent[type] += Math.log1p(-Math.min(chance, MOST));
                if (chance > most[type]) {
                    most[type] = chance;
                    word[type] = i - window.from();
                }
            }
        }
        for (int type = 0; type < silent.length; type++) {
            double chance = -Math.expm1(silent[type]);
            if (type != labels.events().number("O") && chance >= LEAST_EVENT) {
                Span span = text.span(window, word[type], word[type] + 1);
                triggers.add(new Signals.Trigger(span, EventType.ofLabel(types.get(type)), chance));
            }
        }
    }
}
