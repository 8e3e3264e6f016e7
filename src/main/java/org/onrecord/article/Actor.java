package org.onrecord.article;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A person, company, agency, legislature or country that can be followed.
 *
 * @param id the canonical id
 * @param name the full common name: "Jensen Huang", "U.S. Department of Commerce"
 * @param kind what it is
 * @param role what a person does, in lower case: "chief executive", "senator"; null for others or when unknown
 * @param affiliation for a person the body it acts for, for a body the one it is part of; null if none
 * @param country the country it belongs to; null when unknown or for a country itself
 * @param gender what pronoun the press uses for a person; null for others and when unknown
 * @param descriptions lower-case words that may stand for it after "the", most usual first: "chipmaker", "senator"
 * @param aliases other names; the full name always counts and need not be repeated here
 */
public record Actor(
        ActorId id,
        String name,
        ActorKind kind,
        @Nullable String role,
        @Nullable ActorId affiliation,
        @Nullable ActorId country,
        @Nullable Gender gender,
        List<String> descriptions,
        List<Alias> aliases) {
    /** The pronoun that the press uses. */
    public enum Gender {
        FEMALE,
        MALE
    }

    public Actor {
        requireNonNull(id, "id");
        requireNonNull(kind, "kind");
        descriptions = List.copyOf(descriptions);
        aliases = List.copyOf(aliases);
        if (name.isBlank()) {
            throw new IllegalArgumentException("an actor has a name: " + id);
        }
    }
}
