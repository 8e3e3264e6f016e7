package org.onrecord.access;

import java.time.Clock;
import org.onrecord.state.StateStore;

/** Everything that opens a door of one home. Safe for use by many threads. */
public final class Access {
    private final LogIns logIns;
    private final Tokens tokens;
    private final FeedKeys feedKeys;
    private final SignedLinks signedLinks;
    private final Unsubscribing unsubscribing;

    public Access(StateStore state, Clock clock) {
        this(state, clock, PasswordHashing.Cost.USUAL);
    }

    Access(StateStore state, Clock clock, PasswordHashing.Cost cost) {
        logIns = new LogIns(state.accounts(), state.sessions(), new PasswordHashing(cost), clock);
        tokens = new Tokens(state.accessTokens(), clock);
        Secrets secrets = new Secrets();
        feedKeys = new FeedKeys(new Seal(() -> state.homeKeys().get("feeds", secrets::bytes)));
        signedLinks = new SignedLinks(new Seal(() -> state.homeKeys().get("links", secrets::bytes)));
        unsubscribing = new Unsubscribing(signedLinks, state.suppressions(), clock);
    }

    /** People and their passwords. */
    public LogIns logIns() {
        return logIns;
    }

    /** Programs and their tokens. */
    public Tokens tokens() {
        return tokens;
    }

    /** Feed readers and the keys in their addresses. */
    public FeedKeys feedKeys() {
        return feedKeys;
    }

    /** People and the addresses that mails bring them. */
    public SignedLinks signedLinks() {
        return signedLinks;
    }

    /** Readers of digests who have had enough. */
    public Unsubscribing unsubscribing() {
        return unsubscribing;
    }
}
