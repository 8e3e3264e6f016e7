package org.onrecord.digest;

/** Makes what ends the address by which a reader stops a digest without a log-in. */
@FunctionalInterface
public interface UnsubscribeTokens {
    /**
     * The token for one reader and one digest, of characters that need no escaping in a path.
     *
     * @param address the reader's mail address
     * @param digest the digest's id
     * @param name the digest's name, one line
     */
    String of(String address, String digest, String name);
}
