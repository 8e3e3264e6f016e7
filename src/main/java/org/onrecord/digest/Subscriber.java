package org.onrecord.digest;

import java.net.IDN;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who gets digests and alerts.
 *
 * @param address the mail address, without comment or display name; its domain is kept in lower case and in ASCII form
 *     ({@code xn--}), so that one mailbox is one subscriber
 * @param digests ids of the digests that it gets
 * @param alerts ids of the alerts that it gets
 * @param quiet when it wants no alerts; null for never
 */
public record Subscriber(
        String address,
        Set<String> digests,
        Set<String> alerts,
        @Nullable QuietHours quiet) {
    private static final int LONGEST = 254; // RFC 5321 allows a path of 256 with its angle brackets
    private static final Pattern LOCAL_PART =
            Pattern.compile("(?=.{1,64}$)[A-Za-z0-9_%+'/=-]+(?:\\.[A-Za-z0-9_%+'/=-]+)*");
    private static final Pattern DOMAIN = Pattern.compile("[\\p{L}\\p{N}-]+(?:\\.[\\p{L}\\p{N}-]+)*");

    public Subscriber {
        address = checked(address);
        digests = Set.copyOf(digests);
        alerts = Set.copyOf(alerts);
    }

    /** One that gets digests alone. */
    public Subscriber(String address, Set<String> digests) {
        this(address, digests, Set.of(), null);
    }

    /** The address in the form in which it is kept; throws {@link IllegalArgumentException} for what is none. */
    public static String checked(String address) {
        int at = address.lastIndexOf('@');
        if (at > 0
                && LOCAL_PART.matcher(address.substring(0, at)).matches()
                && DOMAIN.matcher(address.substring(at + 1)).matches()) {
            try {
                String domain = IDN.toASCII(address.substring(at + 1), IDN.USE_STD3_ASCII_RULES);
                String whole = address.substring(0, at + 1) + domain.toLowerCase(Locale.ROOT);
                if (whole.length() <= LONGEST) {
                    return whole;
                }
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(refusal(address) + " (" + e.getMessage() + ")", e);
            }
        }
        throw new IllegalArgumentException(refusal(address));
    }

    private static String refusal(String address) {
        return "found \"" + OneLine.of(address) + "\"; allowed is a mail address such as name@example.org";
    }
}
