package org.onrecord.app;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.onrecord.json.Json;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Reads files of one JSON object per line. */
final class JsonLines {
    private JsonLines() {}

    /** Gives each object to {@code reader}, in order. Blank lines are passed over. */
    static void read(Path file, Consumer<JsonNode> reader) {
        int number = 0;
        try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (!line.isBlank()) {
                    reader.accept(object(file, number, line));
                }
            }
        } catch (NoSuchFileException e) {
            throw new CommandFailure("there is no file " + file, e);
        } catch (IOException e) {
            throw new CommandFailure("cannot read " + file + " after line " + number + ": " + e.getMessage(), e);
        }
    }

    /** A string of an object; null when it is missing or no string. */
    static @Nullable String text(JsonNode object, String field) {
        JsonNode value = object.path(field);
        return value.isString() ? value.asString() : null;
    }

    private static JsonNode object(Path file, int number, String line) {
        try {
            JsonNode json = Json.MAPPER.readTree(line);
            if (json.isObject()) {
                return json;
            }
            throw new CommandFailure(file + ":" + number + ": each line is a JSON object, such as {\"id\": …}");
        } catch (JacksonException e) {
            throw new CommandFailure(file + ":" + number + ": no JSON: " + Json.problem(e), e);
        }
    }
}
