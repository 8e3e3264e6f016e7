package org.onrecord.registry;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.onrecord.article.Actor;
import org.onrecord.article.ActorId;
import org.onrecord.article.ActorKind;
import org.onrecord.article.Alias;

/**
 * The names of actors that mean them without more being said: full names, and aliases that always count. Names that two actors
 * share are not among them, nor single words for people: a surname may be a word ("Cotton") or another family.
 */
public final class PlainNames {
    private final Map<ActorId, Set<String>> names = new LinkedHashMap<>();

    public PlainNames(Registry registry) {
        Map<String, Set<ActorId>> owners = new HashMap<>();
        for (Actor actor : registry.actors()) {
            Set<String> plain = new LinkedHashSet<>();
            Stream.concat(
                            Stream.of(actor.name()),
                            actor.aliases().stream()
                                    .filter(alias -> alias.use() == Alias.Use.ALWAYS)
                                    .map(Alias::text))
                    .filter(name -> actor.kind() != ActorKind.PERSON || !isOneWord(name))
                    .forEach(plain::add);
            names.put(actor.id(), plain);
            plain.forEach(name ->
                    owners.computeIfAbsent(same(name), key -> new HashSet<>()).add(actor.id()));
        }
        names.values()
                .forEach(plain -> plain.removeIf(
                        name -> owners.getOrDefault(same(name), Set.of()).size() > 1));
    }

    /** The plain names of an actor, the full one first; none when it is not in the registry. */
    public Collection<String> of(ActorId actor) {
        return names.getOrDefault(actor, Set.of());
    }

    private static String same(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    /** A Chinese name has no space between its parts. */
    private static boolean isOneWord(String name) {
        return !name.strip().contains(" ") && name.codePoints().noneMatch(Character::isIdeographic);
    }
}
