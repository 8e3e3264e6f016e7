package org.onrecord.eval;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.onrecord.json.Json;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Reads files of one annotated article per line, to the end, and then says everything that is wrong in them. */
final class AnnotationLines {
    private static final int SHOWN = 20;

    private final List<String> wrong = new ArrayList<>();

    /** Takes a line's object, and adds to {@code problems} what is wrong in it. */
    interface Taker {
        void take(String id, JsonNode json, List<String> problems);
    }

    /** Gives each article of a file to {@code taker}, in order. Blank lines are passed over. */
    void read(Path file, Taker taker) {
        int number = 0;
        try (BufferedReader lines = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (!line.isBlank()) {
                    String place = file + ":" + number + ": ";
                    problemsOf(line, taker).forEach(problem -> wrong.add(place + problem));
                }
            }
        } catch (NoSuchFileException e) {
            throw new EvalException("there is no file " + file, e);
        } catch (CharacterCodingException e) {
            throw new EvalException(file + " is not UTF-8 text", e);
        } catch (IOException e) {
            throw new EvalException("cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    private static List<String> problemsOf(String line, Taker taker) {
        try {
            JsonNode json = Json.MAPPER.readTree(line);
            JsonNode id = json.path("id");
            if (!json.isObject()) {
                return List.of("each line is a JSON object, such as {\"id\": …, \"text\": …}");
            }
            if (!id.isString() || id.asString().isEmpty()) {
                return List.of("\"id\" is missing");
            }
            List<String> problems = new ArrayList<>();
            taker.take(id.asString(), json, problems);
            return problems.stream()
                    .map(problem -> id.asString() + ": " + problem)
                    .toList();
        } catch (JacksonException e) {
            return List.of("no JSON: " + Json.problem(e));
        }
    }

    /** Throws {@link EvalException} with all problems found so far, if there are any. */
    void throwIfWrong() {
        if (wrong.isEmpty()) {
            return;
        }
        StringBuilder message = new StringBuilder(
                wrong.size() == 1
                        ? "one problem; nothing was scored:"
                        : wrong.size() + " problems; nothing was scored:");
        wrong.stream().limit(SHOWN).forEach(problem -> message.append('\n').append(problem));
        if (wrong.size() > SHOWN) {
            message.append("\n… and ").append(wrong.size() - SHOWN).append(" more");
        }
        throw new EvalException(message.toString());
    }
}
