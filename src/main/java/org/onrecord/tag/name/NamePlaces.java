package org.onrecord.tag.name;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds names by their place. */
public final class NamePlaces {
    private NamePlaces() {}

    /** The index of the first name that ends after an offset; the size when there is none. */
    public static int firstAfter(List<Name> names, int offset) {
        int low = 0;
        int high = names.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (names.get(middle).end() <= offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The name that covers an offset; null for none. */
    public static @Nullable Name at(List<Name> names, int offset) {
        int k = firstAfter(names, offset);
        return k < names.size() && names.get(k).start() <= offset ? names.get(k) : null;
    }

    /** The names that stand in a stretch, whole or in part. */
    public static List<Name> in(List<Name> names, int start, int end) {
        int from = firstAfter(names, start);
        int to = from;
        while (to < names.size() && names.get(to).start() < end) {
            to++;
        }
        return names.subList(from, to);
    }
}
