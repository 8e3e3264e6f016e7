package org.onrecord.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.onrecord.state.AccessToken;
import org.onrecord.state.AccessTokens;
import org.onrecord.state.StateException;

/** Tokens for programs: named, limited to scopes, and taken back at once. Safe for use by many threads. */
public final class Tokens {
    /** What every token begins with, so that people and scanners for leaked secrets know one when they see it. */
    private static final String PREFIX = "onr_";

    private static final Pattern FORM = Pattern.compile(PREFIX + "[A-Za-z0-9_-]{43}");
    private static final Pattern NAME = Pattern.compile("[^\\p{Cntrl}\\p{Cf}]{1,100}");
    private static final Duration LAG = Duration.ofMinutes(5);

    private final AccessTokens stored;
    private final Secrets secrets = new Secrets();
    private final Clock clock;

    Tokens(AccessTokens stored, Clock clock) {
        this.stored = stored;
        this.clock = clock;
    }

    /**
     * Makes a token.
     *
     * @param lasts how long it is good for; null for ever
     * @throws IllegalArgumentException if the name, the scopes or the time make no sense
     */
    public NewToken create(String name, Set<Scope> scopes, @Nullable Duration lasts) {
        String clean = name.strip();
        if (!NAME.matcher(clean).matches()) {
            throw new IllegalArgumentException("a token needs a name of 1 to 100 characters that says who uses it");
        }
        if (scopes.isEmpty()) {
            throw new IllegalArgumentException("a token needs at least one scope: " + labels(Set.of(Scope.values())));
        }
        if (lasts != null && !lasts.isPositive()) {
            throw new IllegalArgumentException("a token lasts for some time, such as 90d, not " + lasts);
        }
        Instant now = clock.instant();
        String secret = PREFIX + secrets.word();
        AccessToken token = stored.add(new AccessToken(
                0,
                clean,
                Secrets.hash(secret),
                scopes.stream().map(Scope::label).collect(Collectors.toSet()),
                now,
                lasts == null ? null : now.plus(lasts),
                null,
                null));
        return new NewToken(token, secret);
    }

    /** All tokens ever made, the newest last. */
    public List<AccessToken> all() {
        return stored.all();
    }

    /** Takes a token back; whether there was one to take back. */
    public boolean revoke(long number) {
        return stored.revoke(number, clock.instant());
    }

    /** The program that has this secret; empty when the token is unknown, over or taken back. */
    public Optional<Caller> caller(String secret) {
        if (!FORM.matcher(secret).matches()) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        Optional<AccessToken> token = stored.find(Secrets.hash(secret)).filter(known -> known.isValid(now));
        token.filter(known ->
                        known.usedAt() == null || now.isAfter(known.usedAt().plus(LAG)))
                .ifPresent(known -> note(known, now));
        return token.map(known -> new Caller(Caller.Kind.PROGRAM, known.name(), scopes(known)));
    }

    /** A disk that takes no writes must not keep any program from reading. */
    private void note(AccessToken used, Instant now) {
        try {
            stored.used(used.number(), now);
        } catch (StateException notNow) {
            // The next request tries again.
        }
    }

    /** The scopes of a token as words, in the order of {@link Scope}. */
    public static String labels(Set<Scope> scopes) {
        return scopes.stream().sorted().map(Scope::label).collect(Collectors.joining(", "));
    }

    private static Set<Scope> scopes(AccessToken token) {
        return token.scopes().stream().map(Scope::of).flatMap(Optional::stream).collect(Collectors.toSet());
    }
}
