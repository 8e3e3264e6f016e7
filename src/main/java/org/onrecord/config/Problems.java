package org.onrecord.config;

import static java.util.Comparator.comparing;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Collects what is wrong, so that a person sees all of it at once. Handed through every reader of the configuration;
 * for one thread.
 */
public final class Problems {
    private static final Comparator<Problem> BY_PLACE =
            comparing(Problem::file).thenComparing(Problem::line).thenComparing(Problem::column);

    private final List<Problem> problems = new ArrayList<>();

    public void add(Problem problem) {
        problems.add(problem);
    }

    /** Adds a problem of a whole file. */
    public void add(Path file, String message) {
        add(new Problem(file, 0, 0, "", message));
    }

    public boolean isEmpty() {
        return problems.isEmpty();
    }

    /** All problems in the order of their places. */
    public List<Problem> list() {
        return problems.stream().sorted(BY_PLACE).toList();
    }

    /** Throws {@link ConfigException} with all of them if there is any. */
    public void throwIfAny() {
        if (!problems.isEmpty()) {
            throw new ConfigException(list());
        }
    }
}
