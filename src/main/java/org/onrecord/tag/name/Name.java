package org.onrecord.tag.name;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.ActorId;
import org.onrecord.article.EntityType;

/**
 * A name found in a text.
 *
 * @param start where it starts
 * @param end where it ends
 * @param type what kind of thing it names
 * @param actor whom it names; null while not known, and for products and policies
 * @param confidence from 0 to 1
 */
public record Name(
        int start, int end, EntityType type, @Nullable ActorId actor, double confidence) {
    public boolean overlaps(int from, int to) {
        return start < to && from < end;
    }

    /** The names in the order of the text. */
    public static List<Name> inOrder(List<Name> names) {
        return names.stream().sorted(Comparator.comparingInt(Name::start)).toList();
    }

    public int length() {
        return end - start;
    }

    Name with(@Nullable ActorId newActor) {
        return new Name(start, end, type, newActor, confidence);
    }
}
