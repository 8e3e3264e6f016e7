package org.onrecord.article;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A product or policy with a name of its own: a chip, system or model; a law, bill, rule or list.
 *
 * @param id lower-case words joined by hyphens, unique among topics: {@code h200}, {@code entity-list}
 * @param name the usual name
 * @param type {@link EntityType#PRODUCT} or {@link EntityType#POLICY}
 * @param owner the maker of a product, the author of a policy; null when not recorded
 * @param aliases other names; the usual name always counts
 */
public record Topic(
        String id, String name, EntityType type, @Nullable ActorId owner, List<Alias> aliases) {
    public Topic {
        requireNonNull(id, "id");
        requireNonNull(name, "name");
        aliases = List.copyOf(aliases);
        if (type != EntityType.PRODUCT && type != EntityType.POLICY) {
            throw new IllegalArgumentException("a topic is a PRODUCT or a POLICY, not " + type + ": " + id);
        }
    }
}
