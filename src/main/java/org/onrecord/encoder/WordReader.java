package org.onrecord.encoder;

import java.util.List;
import org.onrecord.article.EntityType;
import org.onrecord.article.EventType;

/** Reads off the network's scores what words of a window are by themselves: names, figures, words for events. */
final class WordReader {
    /** From this chance on a word tells of an event; chosen on articles held out of the training. */
    private static final double LEAST_EVENT = 0.15;

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
        int none = labels.events().number("O");
        for (int i = 0; i < scores.length; i++) {
            double chance = 1 - Math.exp(scores[i][none]);
            if (chance >= LEAST_EVENT && window.judges(window.from() + i)) {
                scores[i][none] = Float.NEGATIVE_INFINITY;
                EventType type = EventType.ofLabel(labels.events().names().get(Labels.best(scores[i])));
                triggers.add(new Signals.Trigger(text.span(window, i, i + 1), type, chance));
            }
        }
    }
}
