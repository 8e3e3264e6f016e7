package org.onrecord.tag.figure;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.EntityType;
import org.onrecord.tag.name.Name;
import org.onrecord.tag.text.Sentence;

/** Finds whose figure it is: the product or organisation that stands nearest. */
final class FigureSubject {
    /** How many names before and after a figure are looked at. */
    private static final int NAMES = 12;

    /** A name after the figure counts as if it stood so many characters farther away. */
    private static final int AFTER = 25;

    /** An organisation counts as if it stood so many characters farther away than a product. */
    private static final int NO_PRODUCT = 30;

    private final String text;
    private final List<Name> names;

    /**
     * A search in an article.
     *
     * @param names in the order of the text
     */
    FigureSubject(String text, List<Name> names) {
        this.text = text;
        this.names = names;
    }

    /** The name nearest to a figure in its sentence, products first; else the last one before it; null for none. */
    @Nullable
    String of(Sentence sentence, int start) {
        int after = firstFrom(start);
        Name nearest = nearest(sentence, start, after);
        Name subject = nearest == null ? lastBefore(after) : nearest;
        return subject == null ? null : text.substring(subject.start(), subject.end());
    }

    private @Nullable Name nearest(Sentence sentence, int start, int after) {
        Name best = null;
        for (int i = Math.max(0, after - NAMES); i < Math.min(names.size(), after + NAMES); i++) {
            Name name = names.get(i);
            boolean inside = name.start() >= sentence.start() && name.end() <= sentence.end();
            if (inside && fits(name) && (best == null || distance(name, start) < distance(best, start))) {
                best = name;
            }
        }
        return best;
    }

    private @Nullable Name lastBefore(int after) {
        for (int i = after - 1; i >= Math.max(0, after - NAMES); i--) {
            if (fits(names.get(i))) {
                return names.get(i);
            }
        }
        return null;
    }

    private static boolean fits(Name name) {
        return name.type() == EntityType.PRODUCT || name.type() == EntityType.ORG;
    }

    /** The index of the first name that starts at or after an offset. */
    private int firstFrom(int offset) {
        int low = 0;
        int high = names.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (names.get(middle).start() < offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static int distance(Name name, int start) {
        int gap = name.start() < start ? start - name.end() : name.start() - start + AFTER;
        return name.type() == EntityType.PRODUCT ? gap : gap + NO_PRODUCT;
    }
}
