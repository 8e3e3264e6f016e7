package org.onrecord.json;

import tools.jackson.databind.json.JsonMapper;

/** The one JSON mapper: one object per line, unknown numbers kept exact. Safe to share. */
public final class Json {
    /** Reads and writes trees. */
    public static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Json() {}
}
