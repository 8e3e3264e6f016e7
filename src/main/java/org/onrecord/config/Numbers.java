package org.onrecord.config;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;

/** Numbers as YAML 1.2 writes them: decimal, {@code 0x1F}, {@code 0o17}, {@code 1.5e3}. */
final class Numbers {
    private Numbers() {}

    /** Empty for infinity, not-a-number and whatever is no number. */
    static Optional<BigDecimal> parse(String text) {
        try {
            if (text.startsWith("0x") || text.startsWith("0o")) {
                return Optional.of(new BigDecimal(new BigInteger(text.substring(2), text.charAt(1) == 'x' ? 16 : 8)));
            }
            return Optional.of(new BigDecimal(text));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
