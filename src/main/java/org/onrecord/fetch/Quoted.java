package org.onrecord.fetch;

/** Text of strangers as it may stand in a report: on one line, printable, not too long. */
final class Quoted {
    private static final int LONGEST = 200;

    private Quoted() {}

    /** In quotation marks. */
    static String of(String text) {
        return "\"" + plain(text) + "\"";
    }

    /** Without quotation marks. */
    static String plain(String text) {
        StringBuilder quoted = new StringBuilder();
        text.codePoints().limit(LONGEST).forEach(c -> {
            if (c < 0x20 || (c >= 0x7f && c < 0xa0) || Character.getType(c) == Character.FORMAT) {
                quoted.append("\\u%04x".formatted(c));
            } else {
                quoted.appendCodePoint(c);
            }
        });
        return quoted.append(text.codePointCount(0, text.length()) > LONGEST ? "…" : "")
                .toString();
    }
}
