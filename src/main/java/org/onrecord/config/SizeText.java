package org.onrecord.config;

import java.math.BigDecimal;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A size in bytes as people write it: {@code 2 MiB}, {@code 500 kB}, {@code 4096}. */
final class SizeText {
    private static final Pattern FORM = Pattern.compile("(\\d{1,12}) ?(B|kB|MB|GB|KiB|MiB|GiB)?");
    private static final Map<String, Long> UNITS = Map.of(
            "B", 1L,
            "kB", 1_000L,
            "MB", 1_000_000L,
            "GB", 1_000_000_000L,
            "KiB", 1L << 10,
            "MiB", 1L << 20,
            "GiB", 1L << 30);

    private SizeText() {}

    /** Throws {@link IllegalArgumentException} for anything else and outside the bounds, which count as allowed. */
    static long parse(String text, long least, long largest) {
        Matcher matcher = FORM.matcher(text);
        if (matcher.matches()) {
            String unit = matcher.group(2) == null ? "B" : matcher.group(2);
            BigDecimal bytes =
                    new BigDecimal(matcher.group(1)).multiply(BigDecimal.valueOf(UNITS.getOrDefault(unit, 1L)));
            if (bytes.compareTo(BigDecimal.valueOf(least)) >= 0 && bytes.compareTo(BigDecimal.valueOf(largest)) <= 0) {
                return bytes.longValueExact();
            }
        }
        throw new IllegalArgumentException(
                "allowed is a size such as 500 kB or 2 MiB, from " + shown(least) + " to " + shown(largest));
    }

    private static String shown(long bytes) {
        if (bytes > 0 && bytes % (1 << 20) == 0) {
            return bytes / (1 << 20) + " MiB";
        }
        return bytes > 0 && bytes % (1 << 10) == 0 ? bytes / (1 << 10) + " KiB" : bytes + " B";
    }
}
