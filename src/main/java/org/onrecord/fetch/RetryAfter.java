package org.onrecord.fetch;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** Reads the Retry-After header: seconds, or an HTTP date (RFC 9110, 10.2.3). */
final class RetryAfter {
    private RetryAfter() {}

    /**
     * How long to wait from now.
     *
     * @param longest what a longer time is cut to
     * @return empty if the header says nothing that can be meant
     */
    static Optional<Duration> parse(String value, Instant now, Duration longest) {
        String text = value.strip();
        if (text.matches("\\d+")) {
            boolean huge = text.length() > 9;
            return Optional.of(shorter(huge ? longest : Duration.ofSeconds(Long.parseLong(text)), longest));
        }
        try {
            Instant until = DateTimeFormatter.RFC_1123_DATE_TIME.parse(text, Instant::from);
            Duration wait = Duration.between(now, until);
            return Optional.of(wait.isNegative() ? Duration.ZERO : shorter(wait, longest));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
