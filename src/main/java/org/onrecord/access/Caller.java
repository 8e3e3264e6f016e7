package org.onrecord.access;

import static java.util.Objects.requireNonNull;

import java.util.EnumSet;
import java.util.Set;

/**
 * Who asks for something, and what they may.
 *
 * @param kind how we know
 * @param name the person's or the token's name; empty for the others
 * @param scopes what is allowed
 */
public record Caller(Kind kind, String name, Set<Scope> scopes) {
    /** How a caller is known. */
    public enum Kind {
        /** Not at all. */
        STRANGER,
        /** Somebody at this machine, where nobody has to log in. */
        LOCAL,
        /** A person who logged in, here or at the reverse proxy. */
        PERSON,
        /** A program with a token. */
        PROGRAM
    }

    /** Nobody that we know. */
    public static final Caller STRANGER = new Caller(Kind.STRANGER, "", Set.of());

    /** Whoever sits at this machine, while no password is set. */
    public static final Caller LOCAL = new Caller(Kind.LOCAL, "", EnumSet.allOf(Scope.class));

    public Caller {
        requireNonNull(kind, "kind");
        requireNonNull(name, "name");
        scopes = Set.copyOf(scopes);
    }

    /** A person, who may do everything. */
    public static Caller person(String name) {
        return new Caller(Kind.PERSON, name, EnumSet.allOf(Scope.class));
    }

    /** Whether this caller may do what a scope stands for. */
    public boolean may(Scope scope) {
        return scopes.contains(scope) || scopes.contains(Scope.ADMIN);
    }
}
