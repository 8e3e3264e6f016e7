package org.onrecord.search;

import java.util.List;
import java.util.Optional;

/** What {@code search:"name"} in a query stands for. */
@FunctionalInterface
public interface SavedQueries {
    /** No searches are saved. */
    SavedQueries NONE = name -> Optional.empty();

    /** The query saved under a name, in whatever letter case. */
    Optional<String> query(String name);

    /** The names, to guess from when one is unknown. */
    default List<String> names() {
        return List.of();
    }
}
