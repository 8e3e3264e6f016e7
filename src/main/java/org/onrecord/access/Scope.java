package org.onrecord.access;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a program may do with its token. */
public enum Scope {
    /** Ask for everything that the pages show. */
    READ("read what the pages show"),
    /** Have texts tagged. */
    TAG("have texts tagged"),
    /** Read the figures about the program itself. */
    METRICS("read the program's own figures"),
    /** Everything, also what changes something. */
    ADMIN("do everything");

    private final String meaning;

    Scope(String meaning) {
        this.meaning = meaning;
    }

    /** The word for it in commands and in JSON. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What it allows, to be read after "may". */
    public String meaning() {
        return meaning;
    }

    public static Optional<Scope> of(String label) {
        return Stream.of(values()).filter(scope -> scope.label().equals(label)).findFirst();
    }

    /** The scope that somebody asks for; throws {@link IllegalArgumentException}, which names all, when there is none. */
    public static Scope wanted(String label) {
        return of(label)
                .orElseThrow(() -> new IllegalArgumentException("no scope is called \"" + label + "\"; there are "
                        + Stream.of(values()).map(Scope::label).collect(Collectors.joining(", "))));
    }
}
