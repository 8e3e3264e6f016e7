package org.onrecord.json;

import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Comma-separated values by RFC 4180: every line ends with CR LF, texts stand in quotation marks. */
public final class Csv {
    private Csv() {}

    /** A line with the names of columns. */
    public static String header(List<String> columns) {
        return String.join(",", columns) + "\r\n";
    }

    /** A line of an object's values, {@code a.b} for the field {@code b} of the object {@code a}: texts quoted, numbers and truths as they are, lists joined by "; ", null and missing ones empty. */
    public static String line(List<String> columns, JsonNode object) {
        return columns.stream().map(column -> value(at(column, object))).collect(Collectors.joining(",")) + "\r\n";
    }

    private static JsonNode at(String column, JsonNode object) {
        JsonNode value = object;
        for (String field : column.split("\\.", -1)) {
            value = value.path(field);
        }
        return value;
    }

    private static String value(JsonNode value) {
        if (value.isMissingNode() || value.isNull()) {
            return "";
        }
        if (value.isArray()) {
            return cell(value.valueStream()
                    .map(item -> item.isValueNode() ? item.asString() : item.toString())
                    .collect(Collectors.joining("; ")));
        }
        return value.isString() ? cell(value.asString()) : value.toString();
    }

    /**
     * A text in quotation marks. One that a spreadsheet would take for a formula ({@code = + - @}, tab or return in front) gets
     * an apostrophe before it, which spreadsheets do not show.
     */
    public static String cell(String text) {
        String safe = text.matches("(?s)\\s*[=+\\-@\\t\\r＝＋－＠].*") ? "'" + text : text;
        return '"' + safe.replace("\"", "\"\"") + '"';
    }
}
