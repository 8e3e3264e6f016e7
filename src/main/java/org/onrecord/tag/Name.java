package org.onrecord.tag;

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
record Name(int start, int end, EntityType type, @Nullable ActorId actor, double confidence) {
    boolean overlaps(int from, int to) {
        return start < to && from < end;
    }

    int length() {
        return end - start;
    }

    Name with(@Nullable ActorId newActor) {
        return new Name(start, end, type, newActor, confidence);
    }
}
