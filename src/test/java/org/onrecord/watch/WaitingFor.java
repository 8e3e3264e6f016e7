package org.onrecord.watch;

import java.util.ArrayList;
import java.util.List;

/** Watchers made by hand, that remember who waits in vain. */
public final class WaitingFor implements Watchers {
    final List<Watcher> watchers = new ArrayList<>();
    final List<String> inVain = new ArrayList<>();

    /** One who waits for what answers a query. */
    public static WaitingFor all(String id, String query) {
        WaitingFor one = new WaitingFor();
        one.watchers.add(new Watcher(id, query));
        return one;
    }

    @Override
    public List<Watcher> all() {
        return List.copyOf(watchers);
    }

    @Override
    public void waitsInVain(Watcher watcher, String reason) {
        inVain.add(watcher.id() + ": " + reason);
    }
}
