package org.onrecord.extract;

import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/** Text as a reader sees it: white space collapsed, no control characters, no half characters. */
final class Prose {
    private Prose() {}

    /** One line of it; empty for null. */
    static String line(@Nullable CharSequence raw) {
        if (raw == null) {
            return "";
        }
        StringBuilder out = new StringBuilder(raw.length());
        boolean gap = false;
        for (int i = 0; i < raw.length(); ) {
            int c = Character.codePointAt(raw, i);
            i += Character.charCount(c);
            boolean plain = c > ' ' && c < 0x7F;
            if (!plain && isGap(c)) {
                gap = !out.isEmpty();
            } else if (plain || !isNoise(c)) {
                if (gap) {
                    out.append(' ');
                    gap = false;
                }
                out.appendCodePoint(c);
            }
        }
        return out.toString();
    }

    /** One line out of text that may hold tags and character references, even twice escaped. */
    static String lineOfMarkup(@Nullable String raw) {
        if (raw == null) {
            return "";
        }
        String text = raw;
        for (int round = 0; round < 2 && (text.indexOf('&') >= 0 || text.indexOf('<') >= 0); round++) {
            text = looksLikeMarkup(text) ? Html.fragment(text).text() : Parser.unescapeEntities(text, false);
        }
        return line(text);
    }

    private static boolean looksLikeMarkup(String text) {
        int open = text.indexOf('<');
        while (open >= 0 && open + 1 < text.length()) {
            char next = text.charAt(open + 1);
            if (Character.isLetter(next) || next == '/' || next == '!') {
                return true;
            }
            open = text.indexOf('<', open + 1);
        }
        return false;
    }

    private static boolean isGap(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == 0x85;
    }

    private static boolean isNoise(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.SURROGATE -> true;
            case Character.FORMAT -> c == 0xAD || c == 0x200B || c == 0xFEFF || c == 0x2060;
            default -> c == 0xFFFE || c == 0xFFFF;
        };
    }
}
