package org.onrecord.tag.name;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.ActorId;
import org.onrecord.article.EntityType;
import org.onrecord.tag.text.Slug;

/** Tells whose a surname is: the registry's one, or that of somebody else whom the text names in full. */
final class Surnames {
    private final KnownNames known;

    Surnames(KnownNames known) {
        this.known = known;
    }

    /**
     * Puts a full name in the place of a registered surname that it covers: the same person's by the forename, else
     * somebody else's.
     *
     * @param mistaken takes the one whose surname turned out to be part of somebody else's full name
     */
    static void takeIn(String text, List<Name> names, Name surname, Name full, Set<ActorId> mistaken) {
        ActorId bearer = surname.actor();
        if (bearer == null || !isBare(text, surname) || full.type() != EntityType.PERSON) {
            return;
        }
        boolean same = isNamed(bearer, text.substring(full.start(), full.end()));
        if (!same) {
            mistaken.add(bearer);
        }
        names.remove(surname);
        names.add(full.with(same ? bearer : null));
    }

    /**
     * Links people whom the registry knows by other forms: "Padma K. Orr" by forename and surname, and a lone surname that
     * no full name of the text explains to its only bearer, when the text names the body that he or she belongs to.
     */
    void link(String text, List<Name> names) {
        Set<ActorId> present = new HashSet<>();
        names.stream().map(Name::actor).filter(Objects::nonNull).forEach(present::add);
        for (int i = 0; i < names.size(); i++) {
            Name name = names.get(i);
            if (name.type() != EntityType.PERSON || name.actor() != null) {
                continue;
            }
            String[] parts = text.substring(name.start(), name.end()).split("\\s+");
            ActorId bearer = null;
            if (parts.length > 2) {
                bearer = onlyBearer(parts[0] + " " + parts[parts.length - 1]);
            } else if (parts.length == 1 && !isExplained(text, names, parts[0])) {
                ActorId only = onlyBearer(parts[0]);
                bearer = only != null && known.houses(only).stream().anyMatch(present::contains) ? only : null;
            }
            if (bearer != null) {
                names.set(i, name.with(bearer));
            }
        }
    }

    private @Nullable ActorId onlyBearer(String form) {
        List<ActorId> bearers = known.find(form).stream()
                .flatMap(hit -> hit.entries().stream())
                .filter(entry ->
                        entry.type() == EntityType.PERSON && entry.text().equals(form))
                .map(KnownNames.Entry::actor)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return bearers.size() == 1 ? bearers.getFirst() : null;
    }

    /** Whether a surname is part of a full name in the text. */
    private static boolean isExplained(String text, List<Name> names, String surname) {
        return names.stream()
                .anyMatch(other -> other.type() == EntityType.PERSON
                        && !isBare(text, other)
                        && text.substring(other.start(), other.end()).contains(surname));
    }

    /** A surname alone. */
    private static boolean isBare(String text, Name name) {
        return text.substring(name.start(), name.end()).chars().noneMatch(Character::isWhitespace);
    }

    /** Whether a full name has the forename of somebody: "Padma K. Orr" of padma-orr. */
    private static boolean isNamed(ActorId actor, String name) {
        String forename = actor.value().replaceFirst("-.*", "");
        for (String word : name.split("\\s+")) {
            ActorId slug = Slug.of(word, Set.of());
            if (slug != null && slug.value().equals(forename)) {
                return true;
            }
        }
        return false;
    }

    /** Takes back the surnames of those whom no full name of the text means: "Orr" where only an Orr Zhaoyi is named. */
    static void forget(String text, List<Name> names, Set<ActorId> mistaken) {
        for (ActorId actor : mistaken) {
            boolean named = names.stream().anyMatch(name -> actor.equals(name.actor()) && !isBare(text, name));
            if (!named) {
                names.removeIf(name -> actor.equals(name.actor()));
            }
        }
    }
}
