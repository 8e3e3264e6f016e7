package org.onrecord.search;

/** The text of a query and how far it has been read. */
final class QueryText {
    static final int LONGEST = 1_000;

    private final String query;
    private int at;

    QueryText(String query) {
        this.query = query;
    }

    String query() {
        return query;
    }

    /** Index of the next character. */
    int at() {
        return at;
    }

    void moveTo(int index) {
        at = index;
    }

    void skip(int characters) {
        at += characters;
    }

    /** The next character; there must be one. */
    char next() {
        return query.charAt(at);
    }

    /** Whether what is being read ends here: the query itself, or a pair of brackets. */
    boolean atEndOrClosing() {
        return atEnd() || next() == ')';
    }

    /** Refuses what no query may hold, before anything else looks at it. */
    void checkCharacters() throws Mistake {
        if (query.length() > LONGEST) {
            int cut = query.lastIndexOf(' ', LONGEST);
            throw new Mistake(
                    LONGEST,
                    "a query has at most " + LONGEST + " characters, this one " + query.length(),
                    query.substring(0, cut < LONGEST / 2 ? LONGEST : cut));
        }
        for (int i = 0; i < query.length(); i++) {
            char c = query.charAt(i);
            if (Character.isSurrogate(c)) {
                if (Character.isHighSurrogate(c)
                        && i + 1 < query.length()
                        && Character.isLowSurrogate(query.charAt(i + 1))) {
                    i++;
                } else {
                    throw new Mistake(i, "half a character (a lone UTF-16 surrogate)", without(i, i + 1));
                }
            } else if (c == '\\') {
                throw new Mistake(
                        i, "a backslash means nothing here; put words in quotes instead", with(i, i + 1, " "));
            }
        }
    }

    /** Whether the operator stands here as a word of its own. */
    boolean operator(String name) {
        int end = at + name.length();
        return query.startsWith(name, at)
                && (end == query.length()
                        || isBoundary(query.charAt(end))
                        || query.charAt(end) == '('
                        || query.charAt(end) == '"');
    }

    static boolean isBoundary(char c) {
        return isSpace(c) || c == ')';
    }

    static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c);
    }

    void skipSpace() {
        while (!atEnd() && isSpace(query.charAt(at))) {
            at++;
        }
    }

    boolean atEnd() {
        return at >= query.length();
    }

    /** The query with a part left out. */
    String without(int start, int end) {
        return with(start, end, "");
    }

    /** The query with another text in place of a part. */
    String with(int start, int end, String replacement) {
        return query.substring(0, start) + replacement + query.substring(end);
    }
}
