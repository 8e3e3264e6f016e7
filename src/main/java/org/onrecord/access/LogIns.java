package org.onrecord.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.onrecord.state.Account;
import org.onrecord.state.Accounts;
import org.onrecord.state.Session;
import org.onrecord.state.Sessions;
import org.onrecord.state.StateException;

/**
 * Passwords and the sessions that they open. A session ends three days after it was last used, and thirty days after it
 * began. Safe for use by many threads.
 */
public final class LogIns {
    /** The person who may log in, as long as there is one only. */
    public static final String ADMINISTRATOR = "admin";

    /** A session that nobody uses ends after this time. */
    public static final Duration LONGEST_IDLE = Duration.ofDays(3);

    /** Every session ends after this time. */
    public static final Duration LONGEST = Duration.ofDays(30);

    private static final int SHORTEST_PASSWORD = 8;
    private static final int LONGEST_PASSWORD = 1_000;

    /** How far the time of the last use may lag: not every request is worth a write to the disk. */
    private static final Duration LAG = Duration.ofMinutes(5);

    private final Accounts accounts;
    private final Sessions sessions;
    private final PasswordHashing hashing;
    private final Attempts attempts;
    private final Secrets secrets = new Secrets();
    private final Clock clock;

    /** What an unknown person's password is compared with, so that it takes as long as a known one's. */
    private final String nobody;

    LogIns(Accounts accounts, Sessions sessions, PasswordHashing hashing, Clock clock) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.hashing = hashing;
        this.attempts = new Attempts(clock);
        this.clock = clock;
        this.nobody = hashing.hash(secrets.word());
    }

    /** Whether anybody has a password; asked anew each time, since a command may set one beside a running server. */
    public boolean arePossible() {
        return !accounts.isEmpty();
    }

    /**
     * Sets somebody's password, and ends all sessions of theirs.
     *
     * @throws IllegalArgumentException if the password is too short or too long
     */
    public void setPassword(String name, String password) {
        int length = password.codePointCount(0, password.length());
        if (length < SHORTEST_PASSWORD || length > LONGEST_PASSWORD) {
            throw new IllegalArgumentException("a password has " + SHORTEST_PASSWORD + " to " + LONGEST_PASSWORD
                    + " characters, not " + length + "; four random words make a good one");
        }
        accounts.save(new Account(name, hashing.hash(password), clock.instant()));
    }

    /**
     * Tries a password.
     *
     * @param address where the try comes from
     */
    public LogIn logIn(String name, String password, String address) {
        Duration wait = attempts.begin(address);
        if (wait.isPositive()) {
            return new LogIn.TooOften(wait);
        }
        Optional<Account> account = accounts.find(name);
        String hash = account.map(Account::passwordHash).orElse(nobody);
        boolean right = password.length() <= LONGEST_PASSWORD && hashing.matches(password, hash);
        if (!right || account.isEmpty()) {
            return new LogIn.Wrong();
        }
        attempts.succeeded(address);
        if (hashing.isOutdated(hash)) {
            accounts.strengthen(name, hash, hashing.hash(password));
        }
        Instant now = clock.instant();
        sessions.removeOld(now.minus(LONGEST), now.minus(LONGEST_IDLE));
        String secret = secrets.word();
        sessions.add(new Session(Secrets.hash(secret), name, now, now));
        return new LogIn.Done(secret);
    }

    /** Whose browser it is that has this secret; nobody's when the session is over. */
    public Optional<Caller> caller(String secret) {
        Instant now = clock.instant();
        Optional<Session> session = sessions.find(Secrets.hash(secret))
                .filter(known -> now.isBefore(known.createdAt().plus(LONGEST))
                        && now.isBefore(known.usedAt().plus(LONGEST_IDLE)));
        session.filter(known -> now.isAfter(known.usedAt().plus(LAG))).ifPresent(known -> note(known, now));
        return session.map(known -> Caller.person(known.account()));
    }

    /** A disk that takes no writes must not keep anybody from reading. */
    private void note(Session used, Instant now) {
        try {
            sessions.used(used.hash(), now);
        } catch (StateException notNow) {
            // The next request tries again.
        }
    }

    /** Ends the session with this secret, if there is one. */
    public void logOut(String secret) {
        sessions.remove(Secrets.hash(secret));
    }
}
