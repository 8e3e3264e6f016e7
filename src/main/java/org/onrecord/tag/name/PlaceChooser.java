package org.onrecord.tag.name;

import java.util.Set;

/**
 * Decides whether a capital's name means the city or the government that sits there.
 *
 * <p>The city: at the head of a paragraph as a dateline, after "in", "from", "at", before "-based" or "time". The
 * government: elsewhere, above all as a subject or in the possessive.
 */
final class PlaceChooser {
    private static final Set<String> CITY_BEFORE = Set.of(
            "in", "at", "near", "outside", "around", "visit", "visited", "visiting", "downtown", "via", "inside");
    private static final Set<String> CITY_AFTER = Set.of(
            "time",
            "office",
            "bureau",
            "desk",
            "correspondent",
            "headquarters",
            "suburb",
            "airport",
            "hotel",
            "street",
            "think",
            "lobbyist",
            "lobbyists",
            "law",
            "counsel",
            "resident",
            "residents",
            "university",
            "newsroom",
            "start-up",
            "startup",
            "d.c.",
            "dc");

    private PlaceChooser() {}

    static boolean isCity(String text, int start, int end) {
        if (isDateline(text, start, end)) {
            return true;
        }
        String before = wordBefore(text, start);
        String after = wordAfter(text, end);
        if (text.startsWith("-based", end) || text.startsWith("-area", end)) {
            return true;
        }
        if (text.startsWith("'s", end) || text.startsWith("’s", end)) {
            return CITY_BEFORE.contains(before) && !before.equals("in");
        }
        if (before.equals("from") || before.equals("to")) {
            String earlier = wordBefore(text, Math.max(0, text.lastIndexOf(before, start)));
            return Set.of(
                            "flew",
                            "flown",
                            "fly",
                            "travel",
                            "travelled",
                            "traveled",
                            "travelling",
                            "trip",
                            "went",
                            "line",
                            "reporting",
                            "moved",
                            "came",
                            "come",
                            "back",
                            "in",
                            "visit",
                            "return",
                            "returned",
                            "flight",
                            "desk")
                    .contains(earlier);
        }
        return CITY_BEFORE.contains(before)
                || CITY_AFTER.contains(after)
                || before.equals("the") && !after.equals("government");
    }

    private static boolean isDateline(String text, int start, int end) {
        int line = text.lastIndexOf('\n', Math.max(0, start - 1)) + 1;
        String head = text.substring(Math.min(line, start), start);
        boolean first = head.isBlank() || head.matches("[A-Z /*—-]{1,30}[/,]\\s*") || head.matches("[*(\\[]*");
        String rest = text.substring(end, Math.min(text.length(), end + 60));
        boolean capitals =
                text.substring(start, end).equals(text.substring(start, end).toUpperCase(java.util.Locale.ROOT));
        return first
                && (rest.matches(
                                "(?s)(?:/[A-Z ]+)?(?:, (?:[A-Z][a-z]+\\.? ?\\d*|D\\.C\\.)[^.]{0,30}?)? ?(?:\\([^)]{2,40}\\))? ?(?:[-–—:]|--).*")
                        || rest.matches("(?s), [A-Z][a-z]+\\.? \\d.*")
                        || capitals && rest.matches("(?s)(?:/| [(—–-]|, ).*"));
    }

    private static String wordBefore(String text, int start) {
        int to = start;
        while (to > 0 && text.charAt(to - 1) == ' ') {
            to--;
        }
        int from = to;
        while (from > 0 && Character.isLetter(text.charAt(from - 1))) {
            from--;
        }
        return text.substring(from, to).toLowerCase(java.util.Locale.ROOT);
    }

    private static String wordAfter(String text, int end) {
        int from = end;
        while (from < text.length() && text.charAt(from) == ' ') {
            from++;
        }
        int to = from;
        while (to < text.length()
                && (Character.isLetter(text.charAt(to)) || text.charAt(to) == '-' || text.charAt(to) == '.')
                && to - from < 20) {
            to++;
        }
        return text.substring(from, to).toLowerCase(java.util.Locale.ROOT);
    }
}
