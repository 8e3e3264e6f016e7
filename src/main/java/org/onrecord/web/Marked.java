package org.onrecord.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A part of an article's text as a page shows it: words, or a finding around more of the text. */
sealed interface Marked {
    /** Words as they stand. */
    record Words(String text) implements Marked {}

    /**
     * A finding, or the part of one that lies in this paragraph.
     *
     * @param style class names
     * @param anchor what findings are addressed by; shared by all parts of one; null for findings that nothing points to
     * @param first whether it is the first part and so bears the anchor as its id
     * @param label what it is, for people
     * @param href where it leads; null for nowhere
     * @param inside what it surrounds
     */
    record Mark(
            String style,
            @Nullable String anchor,
            boolean first,
            String label,
            @Nullable String href,
            List<Marked> inside)
            implements Marked {
        public Mark {
            inside = List.copyOf(inside);
        }

        @Nullable
        String id() {
            return first ? anchor : null;
        }
    }
}
