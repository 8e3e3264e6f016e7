package org.onrecord.digest;

import java.util.Locale;

/** Words that more than one part of a mail needs. */
final class Words {
    private Words() {}

    /** {@code 1 item}, {@code 2,345 items}, {@code 3 stories}. */
    static String count(long number, String one) {
        String many = one.endsWith("y") ? one.substring(0, one.length() - 1) + "ies" : one + "s";
        return number == 1 ? "1 " + one : String.format(Locale.UK, "%,d %s", number, many);
    }
}
