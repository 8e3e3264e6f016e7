package org.onrecord.config;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;

/**
 * One thing that is wrong in a configuration file.
 *
 * @param file the file
 * @param line from 1; 0 when the whole file is meant
 * @param column from 1; 0 when the whole file is meant
 * @param key where in the file, as a path: {@code sources[3].every}; empty when the whole file is meant
 * @param message what was found and what is allowed
 */
public record Problem(Path file, int line, int column, String key, String message) {
    public Problem {
        requireNonNull(file, "file");
        requireNonNull(key, "key");
        requireNonNull(message, "message");
    }

    /** {@code config/sources.yaml:12:5: sources[3].every: found "soon"; allowed is …}. */
    @Override
    public String toString() {
        String place = line > 0 ? file + ":" + line + ":" + column : file.toString();
        return place + ": " + (key.isEmpty() ? "" : key + ": ") + message;
    }
}
