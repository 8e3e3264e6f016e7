package org.onrecord.fetch;

/** Fetches pages politely. Safe for use by many threads at once. */
public interface Fetcher extends AutoCloseable {
    /** Waits for the host's turn, then asks. Never throws for what the network or the server does. */
    FetchOutcome fetch(FetchRequest request);

    @Override
    void close();
}
