package org.onrecord.extract;

import java.net.IDN;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The normal form of an address, which is the identity of what lies there: two addresses with one normal form are one
 * article.
 *
 * <p>Changed: scheme and host to lower case, host to its ASCII form, user, default port, fragment, session ids, tracking
 * parameters and those that ask for a view to print or for AMP dropped, dot segments resolved, percent-encoding in one form (RFC 3986, section 6.2.2), non-ASCII in NFC.
 * Kept, since servers may tell them apart: http and https, {@code www.}, the case of the path, a slash at the end, the
 * order of parameters, {@code +} and {@code %20}, and a fragment that starts with {@code !}, which names a page.
 */
public final class CanonicalUrl {
    /** Parameters that say where a reader came from, never what is shown. A name that ends in _ is a prefix. */
    private static final Set<String> TRACKING = Set.of(
            "fbclid",
            "gclid",
            "gclsrc",
            "dclid",
            "gbraid",
            "wbraid",
            "msclkid",
            "yclid",
            "twclid",
            "ttclid",
            "igshid",
            "igsh",
            "mc_cid",
            "mc_eid",
            "mkt_tok",
            "_hsenc",
            "_hsmi",
            "__hstc",
            "__hssc",
            "hsctatracking",
            "oly_anon_id",
            "oly_enc_id",
            "vero_id",
            "vero_conv",
            "wickedid",
            "s_cid",
            "ncid",
            "cmpid",
            "cmp",
            "icid",
            "ocid",
            "smid",
            "sr_share",
            "guccounter",
            "guce_referrer",
            "guce_referrer_sig",
            "at_medium",
            "at_campaign",
            "xtor",
            "_ga",
            "_gl",
            "spm",
            "ref_src",
            "ref_url",
            "share_id",
            "__twitter_impression",
            "feature_share",
            "phpsessid",
            "jsessionid",
            "sessionid",
            "wt_mc",
            "wtmc",
            "trk",
            "trkcampaign",
            "ftag",
            "rss_source");

    private static final List<String> TRACKING_PREFIXES = List.of("utm_", "pk_", "mtm_", "piwik_", "matomo_", "hsa_");

    /** Parameters that ask for another view of the same page: for printing, or for AMP. */
    private static final Pattern OTHER_VIEW =
            Pattern.compile("(?i)(?:amp|print|printable|printview)(?:=(?:1|y|yes|true)?)?"
                    + "|(?:output|outputtype|view|format|mode|display)=(?:amp|print)");

    private static final Pattern SESSION = Pattern.compile("(?i);jsessionid=[^/?#]*");
    private static final Pattern FORM =
            Pattern.compile("(?s)([A-Za-z][A-Za-z0-9+.-]*):(?://([^/?#]*))?([^?#]*)(?:\\?([^#]*))?(?:#(.*))?");

    private CanonicalUrl() {}

    /** The normal form of an absolute address. Other than http and https addresses come back as they are. */
    public static URI of(URI address) {
        return read(address.toString()).orElse(address);
    }

    /** The normal form of an address as people and pages write it; empty when it is not an absolute http address. */
    public static Optional<URI> read(String raw) {
        var parts = FORM.matcher(raw.strip().replaceAll("[\\t\\r\\n]", ""));
        if (!parts.matches()) {
            return Optional.empty();
        }
        String scheme = parts.group(1).toLowerCase(Locale.ROOT);
        String authority = parts.group(2);
        if (authority == null || !(scheme.equals("http") || scheme.equals("https"))) {
            return Optional.empty();
        }
        String place = place(scheme, authority);
        if (place.isEmpty()) {
            return Optional.empty();
        }
        String path = path(parts.group(3));
        String query = query(parts.group(4));
        String fragment = parts.group(5);
        String page = fragment != null && fragment.startsWith("!") ? "#" + encoded(fragment) : "";
        try {
            return Optional.of(new URI(scheme + "://" + place + path + query + page));
        } catch (URISyntaxException e) {
            // a host or port that no address may have
            return Optional.empty();
        }
    }

    private static String place(String scheme, String authority) {
        String hostAndPort = authority.substring(authority.lastIndexOf('@') + 1);
        int colon = hostAndPort.endsWith("]") ? -1 : hostAndPort.lastIndexOf(':');
        String port = colon < 0 ? "" : hostAndPort.substring(colon + 1);
        String host = asciiHost(colon < 0 ? hostAndPort : hostAndPort.substring(0, colon));
        boolean usual = port.isEmpty() || port.equals(scheme.equals("http") ? "80" : "443");
        return usual || host.isEmpty() ? host : host + ":" + port;
    }

    private static String asciiHost(String host) {
        String plain = host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
        if (plain.chars().allMatch(c -> c < 128)) {
            return plain.toLowerCase(Locale.ROOT);
        }
        try {
            return IDN.toASCII(Normalizer.normalize(plain, Normalizer.Form.NFKC), IDN.ALLOW_UNASSIGNED)
                    .toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            // not a name that DNS could hold: no host
            return "";
        }
    }

    private static String path(String raw) {
        String path = encoded(SESSION.matcher(raw).replaceAll(""));
        List<String> kept = new ArrayList<>();
        String[] segments = path.split("/", -1);
        for (int i = 1; i < segments.length; i++) {
            boolean last = i == segments.length - 1;
            switch (segments[i]) {
                case "." -> addIf(last, kept);
                case ".." -> {
                    if (!kept.isEmpty()) {
                        kept.removeLast();
                    }
                    addIf(last, kept);
                }
                default -> kept.add(segments[i]);
            }
        }
        return "/" + String.join("/", kept);
    }

    /** A dot segment at the end leaves the slash before it. */
    private static void addIf(boolean last, List<String> kept) {
        if (last) {
            kept.add("");
        }
    }

    private static String query(@Nullable String raw) {
        if (raw == null) {
            return "";
        }
        List<String> kept = new ArrayList<>();
        for (String parameter : raw.split("&")) {
            String name = parameter.replaceFirst("(?s)=.*", "").toLowerCase(Locale.ROOT);
            boolean tracks =
                    TRACKING.contains(name) || TRACKING_PREFIXES.stream().anyMatch(name::startsWith);
            boolean isView = OTHER_VIEW.matcher(parameter).matches();
            if (!parameter.isEmpty() && !tracks && !isView) {
                kept.add(encoded(parameter));
            }
        }
        return kept.isEmpty() ? "" : "?" + String.join("&", kept);
    }

    /** Percent-encoding in one form: unreserved characters plain, others encoded with capital digits. */
    private static String encoded(String raw) {
        byte[] bytes = Normalizer.normalize(raw, Normalizer.Form.NFC).getBytes(StandardCharsets.UTF_8);
        StringBuilder out = new StringBuilder(bytes.length);
        for (int i = 0; i < bytes.length; i++) {
            int b = bytes[i] & 0xFF;
            if (b == '%' && i + 2 < bytes.length && hex(bytes[i + 1]) >= 0 && hex(bytes[i + 2]) >= 0) {
                int value = hex(bytes[i + 1]) * 16 + hex(bytes[i + 2]);
                append(out, value, isUnreserved(value));
                i += 2;
            } else {
                append(out, b, isUnreserved(b) || "!$&'()*+,;=:@/?".indexOf(b) >= 0);
            }
        }
        return out.toString();
    }

    private static void append(StringBuilder out, int value, boolean plain) {
        if (plain) {
            out.append((char) value);
        } else {
            out.append('%').append(Character.forDigit(value >> 4, 16)).append(Character.forDigit(value & 15, 16));
            int end = out.length();
            out.replace(end - 2, end, out.substring(end - 2).toUpperCase(Locale.ROOT));
        }
    }

    private static int hex(byte b) {
        return Character.digit(b, 16);
    }

    private static boolean isUnreserved(int c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || "-._~".indexOf(c) >= 0;
    }
}
