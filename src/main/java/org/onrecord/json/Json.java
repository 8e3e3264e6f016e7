package org.onrecord.json;

import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The one JSON mapper: one object per line, unknown numbers kept exact. Safe to share. */
public final class Json {
    /** Reads and writes trees. */
    public static final JsonMapper MAPPER = JsonMapper.builder().build();

    /** Where a parser stood, in its own terms, which tell a reader nothing. */
    private static final Pattern PLACE = Pattern.compile("\\s*\\(start marker at \\[.*?]\\)|\\s*at \\[Source: .*?]");

    private Json() {}

    /** What is wrong with a text that cannot be read as JSON, in words for who wrote it. */
    public static String problem(JacksonException e) {
        return PLACE.matcher(e.getOriginalMessage()).replaceAll("");
    }
}
