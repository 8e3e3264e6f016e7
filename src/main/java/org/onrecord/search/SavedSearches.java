package org.onrecord.search;

import java.util.Optional;

/** The searches that {@code search:"name"} in a query refers to. */
@FunctionalInterface
public interface SavedSearches {
    /** No searches are saved. */
    SavedSearches NONE = name -> Optional.empty();

    /** The query saved under a name. */
    Optional<String> query(String name);
}
