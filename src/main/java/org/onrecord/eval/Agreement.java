package org.onrecord.eval;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.Span;
import org.onrecord.eval.Annotations.Claim;
import org.onrecord.eval.Annotations.Event;
import org.onrecord.eval.Annotations.Speaker;
import org.onrecord.eval.Annotations.Statement;

/** What counts as the same in an annotation and a finding: scores for {@link Pairing}, and what must hold of a pair. */
final class Agreement {
    private static final double LEAST_SHARE = 0.5;
    private static final int WIDEST_GAP = 120;
    private static final double VALUE_TOLERANCE = 0.005;

    private Agreement() {}

    /** How much of the two contents is shared, from one half to 1; 0 for less. */
    static double content(Statement gold, Statement predicted) {
        Span a = gold.content();
        Span b = predicted.content();
        double share = (double) overlap(a, b) / (Math.max(a.end(), b.end()) - Math.min(a.start(), b.start()));
        return share >= LEAST_SHARE ? share : 0;
    }

    /** Whether the right actor speaks; where the annotation knows none, whether the speakers' words overlap. */
    static boolean speaker(@Nullable Speaker gold, @Nullable Speaker predicted) {
        if (gold == null || predicted == null) {
            return false;
        }
        return gold.actor() != null
                ? gold.actor().equals(predicted.actor())
                : gold.span().overlaps(predicted.span());
    }

    /** The nearer the triggers of two events of one type, the higher; 0 from a sentence's length apart. */
    static double event(Event gold, Event predicted) {
        int gap = Math.abs(gold.trigger().start() - predicted.trigger().start());
        return gold.type().equals(predicted.type()) && gap <= WIDEST_GAP ? 1.0 / (1 + gap) : 0;
    }

    /** Whether at least half of the annotated actors were found; all of them when there are two or fewer. */
    static boolean actors(Event gold, Event predicted) {
        int wanted = gold.actors().size();
        long found = gold.actors().stream().filter(predicted.actors()::contains).count();
        return wanted <= 2 ? found == wanted : 2 * found >= wanted;
    }

    /** How many characters are shared by two quantities of the same value and unit. */
    static double claim(Claim gold, Claim predicted) {
        return Objects.equals(gold.unit(), predicted.unit()) && values(gold.values(), predicted.values())
                ? overlap(gold.span(), predicted.span())
                : 0;
    }

    private static boolean values(List<Double> gold, List<Double> predicted) {
        if (gold.size() != predicted.size()) {
            return false;
        }
        for (int i = 0; i < gold.size(); i++) {
            double a = gold.get(i);
            double b = predicted.get(i);
            // NaN, a value left open, makes this comparison false.
            if (!(Math.abs(a - b) <= VALUE_TOLERANCE * Math.max(Math.abs(a), Math.abs(b)))) {
                return false;
            }
        }
        return true;
    }

    private static int overlap(Span a, Span b) {
        return Math.max(0, Math.min(a.end(), b.end()) - Math.max(a.start(), b.start()));
    }
}
