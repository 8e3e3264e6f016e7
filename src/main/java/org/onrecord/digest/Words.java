package org.onrecord.digest;

import java.util.List;
import java.util.Locale;

/** Words that more than one part of a mail needs. */
final class Words {
    private Words() {}

    /** {@code 1 item}, {@code 2,345 items}, {@code 3 stories}. */
    static String count(long number, String one) {
        String many = one.endsWith("y") && !one.endsWith("ay") ? one.substring(0, one.length() - 1) + "ies" : one + "s";
        return number == 1 ? "1 " + one : String.format(Locale.UK, "%,d %s", number, many);
    }

    /** {@code one, another and a third}. */
    static String list(List<String> parts) {
        return parts.size() < 2
                ? String.join("", parts)
                : String.join(", ", parts.subList(0, parts.size() - 1)) + " and " + parts.getLast();
    }
}
