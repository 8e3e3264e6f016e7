package org.onrecord.search;

import java.util.regex.Pattern;

/** Writes terms of the query language. */
public final class QueryTerm {
    private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._-]*");
    private static final Pattern PLAIN_AFTER_FIELD = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N}._:-]*");

    private QueryTerm() {}

    /** The term that asks for one value of a field: {@code source:northwire}, {@code product:"Ascend 910C"}. */
    public static String of(String field, String value) {
        return field + ":" + (PLAIN_AFTER_FIELD.matcher(value).matches() ? value : quoted(value));
    }

    /** A value as it may stand in a list of alternatives, where a colon would end a field's name. */
    static String alternative(String value) {
        return PLAIN.matcher(value).matches() ? value : quoted(value);
    }

    private static String quoted(String value) {
        return "\"" + value.replace('"', ' ') + "\"";
    }
}
