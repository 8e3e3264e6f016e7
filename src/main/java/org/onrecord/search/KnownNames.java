package org.onrecord.search;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.onrecord.article.ActorId;
import org.onrecord.index.ActorNames;
import org.onrecord.index.IndexSchema;

/** The names of actors that an index can know, by {@link IndexSchema#key}, with the terms that stand for them there. */
public final class KnownNames {
    public static final KnownNames NONE = new KnownNames(Set.of(), ActorNames.NONE);

    private final Map<String, Set<String>> terms = new HashMap<>();

    /**
     * @param actors all there are
     * @param names what the index is written with
     */
    public KnownNames(Collection<ActorId> actors, ActorNames names) {
        for (ActorId actor : actors) {
            for (String name : names.of(actor)) {
                terms.computeIfAbsent(IndexSchema.key(name), key -> new HashSet<>())
                        .add(IndexSchema.name(name, actor));
            }
        }
    }

    boolean isName(String key) {
        return terms.containsKey(key);
    }

    /** The terms that begin so; none for what is not the {@link IndexSchema#nameStart} of a name. */
    Set<String> beginning(String nameStart) {
        return nameStart.endsWith("/")
                ? terms.getOrDefault(nameStart.substring(0, nameStart.length() - 1), Set.of())
                : Set.of();
    }
}
