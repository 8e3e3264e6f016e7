package org.onrecord.watch;

import java.util.List;

/** Those who wait for articles and are told in one way. */
public interface Watchers {
    /** All of them at this moment. */
    List<Watcher> all();

    /**
     * One of them waits in vain: its query cannot be asked (any more). Said again for every lot of articles.
     *
     * @param reason what is wrong with the query, for people
     */
    void waitsInVain(Watcher watcher, String reason);
}
