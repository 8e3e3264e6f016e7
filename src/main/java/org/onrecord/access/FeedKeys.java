package org.onrecord.access;

/** Keys in the addresses of feeds, because feed readers cannot log in. A key opens one feed and nothing else. */
public final class FeedKeys {
    private final Seal seal;

    FeedKeys(Seal seal) {
        this.seal = seal;
    }

    /** The key of a feed, 27 characters that need no escaping. */
    public String keyOf(String feed) {
        return seal.of(feed);
    }

    public boolean opens(String key, String feed) {
        return seal.isOf(key, feed);
    }
}
