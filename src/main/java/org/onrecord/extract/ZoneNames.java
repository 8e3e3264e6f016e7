package org.onrecord.extract;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Zones as they stand behind a time: an offset, a usual short name, or an IANA name in brackets. */
final class ZoneNames {
    private static final Pattern OFFSET = Pattern.compile("(?:GMT|UTC)?\\s?([+-])(\\d{1,2}):?(\\d{2})?");

    /** Hours from UTC. Names that two regions use for different hours (IST, CST of China) have the RFC 822 meaning or none. */
    private static final Map<String, Double> HOURS = Map.ofEntries(
            Map.entry("Z", 0.0),
            Map.entry("UT", 0.0),
            Map.entry("UTC", 0.0),
            Map.entry("GMT", 0.0),
            Map.entry("WET", 0.0),
            Map.entry("BST", 1.0),
            Map.entry("CET", 1.0),
            Map.entry("MEZ", 1.0),
            Map.entry("CEST", 2.0),
            Map.entry("MESZ", 2.0),
            Map.entry("EET", 2.0),
            Map.entry("EEST", 3.0),
            Map.entry("MSK", 3.0),
            Map.entry("HKT", 8.0),
            Map.entry("SGT", 8.0),
            Map.entry("JST", 9.0),
            Map.entry("KST", 9.0),
            Map.entry("AEST", 10.0),
            Map.entry("AEDT", 11.0),
            Map.entry("EST", -5.0),
            Map.entry("EDT", -4.0),
            Map.entry("CST", -6.0),
            Map.entry("CDT", -5.0),
            Map.entry("MST", -7.0),
            Map.entry("MDT", -6.0),
            Map.entry("PST", -8.0),
            Map.entry("PDT", -7.0));

    /** "ET" means New York in winter and in summer. */
    private static final Map<String, String> PLACES = Map.of(
            "ET", "America/New_York", "CT", "America/Chicago", "MT", "America/Denver", "PT", "America/Los_Angeles");

    private ZoneNames() {}

    /** The zone; empty for a word that is none. Throws {@link DateTimeException} for an offset that cannot be. */
    static Optional<ZoneId> zone(String raw) {
        String name = raw.strip().replaceAll("[\\[\\]()]", "");
        Matcher offset = OFFSET.matcher(name.toUpperCase(Locale.ROOT));
        if (offset.matches()) {
            int sign = offset.group(1).equals("-") ? -1 : 1;
            int minutes = offset.group(3) == null ? 0 : Integer.parseInt(offset.group(3));
            return Optional.of(ZoneOffset.ofHoursMinutes(sign * Integer.parseInt(offset.group(2)), sign * minutes));
        }
        Double hours = HOURS.get(name);
        if (hours != null) {
            return Optional.of(ZoneOffset.ofTotalSeconds((int) (hours * 3600)));
        }
        String place = name.contains("/") ? name : PLACES.get(name);
        return place == null || !ZoneId.getAvailableZoneIds().contains(place)
                ? Optional.empty()
                : Optional.of(ZoneId.of(place));
    }
}
