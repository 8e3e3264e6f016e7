package org.onrecord.index;

import java.util.Collection;
import java.util.List;
import org.onrecord.article.ActorId;

/** The names by which the articles about an actor shall be found, whichever of them the article uses. */
@FunctionalInterface
public interface ActorNames {
    /** Articles are found by the names that stand in them alone. */
    ActorNames NONE = actor -> List.of();

    /** Names that can mean nobody else; none when the actor is not known. */
    Collection<String> of(ActorId actor);
}
