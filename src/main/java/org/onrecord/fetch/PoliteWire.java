package org.onrecord.fetch;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.onrecord.fetch.HostTurns.Purpose;

/** Sends single requests at the pace of their hosts, as who we are, and obeys a server that asks for a pause. */
final class PoliteWire implements AutoCloseable {
    /** The pause for a host that says "too many requests" and not how long to wait. */
    private static final Duration PAUSE_AFTER_429 = Duration.ofMinutes(1);

    private final FetchSettings settings;
    private final HttpWire wire;
    private final HostTurns turns;
    private final Clock clock;
    private final PauseMemory pauses;

    PoliteWire(FetchSettings settings, HttpWire wire, HostTurns turns, Clock clock, PauseMemory pauses) {
        this.settings = settings;
        this.wire = wire;
        this.turns = turns;
        this.clock = clock;
        this.pauses = pauses;
    }

    /**
     * Waits for the host's turn and asks.
     *
     * @param headers what to send besides the headers of every request
     * @param budget the time that this request may take from, once it has begun
     */
    @SuppressWarnings("try") // the turn only has to be held
    Answer get(
            WebAddress address,
            Purpose purpose,
            Duration crawlDelay,
            Map<String, String> headers,
            int maxBody,
            TimeBudget budget)
            throws IOException, TimeoutException, TooEarlyException, InterruptedException {
        try (HostTurns.Turn turn = turns.await(address.host(), purpose, crawlDelay)) {
            Answer answer = budget.spend(left -> wire.get(address, withUs(headers), maxBody, left));
            pauseIfAsked(address.host(), answer);
            return answer;
        }
    }

    /** How long the server asks us to wait; empty if it does not say. */
    Optional<Duration> retryAfter(Answer answer) {
        return answer.header("Retry-After")
                .flatMap(value -> RetryAfter.parse(value, clock.instant(), settings.longestRetryAfter()));
    }

    /**
     * Where a redirect leads; empty if the answer is none.
     *
     * @throws RefusedException if we will not go there
     * @throws IOException if it says nothing that can be meant
     */
    static Optional<WebAddress> redirect(WebAddress from, Answer answer) throws IOException {
        boolean redirect = List.of(301, 302, 303, 307, 308).contains(answer.status());
        if (!redirect) {
            return Optional.empty();
        }
        List<String> locations = answer.values("Location").stream().distinct().toList();
        if (locations.size() != 1 || locations.getFirst().isBlank()) {
            throw new IOException("a redirect (status " + answer.status() + ") to "
                    + (locations.size() > 1 ? "several addresses" : "nowhere"));
        }
        return Optional.of(from.resolve(utf8(locations.getFirst())));
    }

    @Override
    public void close() {
        wire.close();
    }

    private void pauseIfAsked(String host, Answer answer) {
        boolean tooMany = answer.status() == 429;
        if (tooMany || answer.status() == 503) {
            retryAfter(answer)
                    .or(() -> tooMany ? Optional.of(PAUSE_AFTER_429) : Optional.empty())
                    .ifPresent(time -> {
                        turns.leaveAlone(host, time);
                        pauses.add(host, clock.instant().plus(time));
                    });
        }
    }

    private Map<String, String> withUs(Map<String, String> headers) {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("User-Agent", UserAgent.header(settings.contact()));
        all.put("Accept-Encoding", BodyCodings.OFFERED);
        all.putAll(headers);
        return all;
    }

    /** Header bytes come as ISO 8859-1; addresses beyond ASCII are sent as UTF-8. */
    private static String utf8(String value) {
        try {
            byte[] bytes = value.getBytes(StandardCharsets.ISO_8859_1);
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return value; // not UTF-8, so ISO 8859-1 it is
        }
    }
}
