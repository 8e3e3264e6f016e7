package org.onrecord.access;

import java.util.LinkedHashMap;
import java.util.Map;

/** Remembers something of the keys that were used last, and forgets the others, so that strangers cannot fill the memory. */
final class Recent<V> extends LinkedHashMap<String, V> {
    private static final long serialVersionUID = 1;
    private static final int MOST = 20_000;

    Recent() {
        super(64, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
        return size() > MOST;
    }
}
