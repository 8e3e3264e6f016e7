package org.onrecord;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Base64;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.onrecord.json.Json;
import tools.jackson.databind.JsonNode;

/** The strings of the hostile kit by the place where they are meant to do harm. */
public final class HostileStrings {
    private HostileStrings() {}

    /** Those for one place, such as {@code log} or {@code name}; skips the test when the kit is absent. */
    public static List<String> ofKit(String place) {
        try {
            return Files.readAllLines(SharedMaterial.file("hostile/strings/injection.jsonl")).stream()
                    .map(Json.MAPPER::readTree)
                    .filter(row -> row.get("context").asString().equals(place))
                    .map(row -> value(row.get("value")))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String value(JsonNode value) {
        if (value.isString()) {
            return value.asString();
        }
        Inflater inflater = new Inflater();
        inflater.setInput(Base64.getDecoder().decode(value.get("zlib_b64").asString()));
        byte[] bytes = new byte[4_000_000];
        try {
            return new String(bytes, 0, inflater.inflate(bytes), StandardCharsets.UTF_8);
        } catch (DataFormatException e) {
            throw new IllegalStateException("the kit is damaged", e);
        } finally {
            inflater.end();
        }
    }
}
