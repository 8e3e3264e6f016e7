package org.onrecord.fetch;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An http or https address in the one form in which we check it, ask for it and remember it. Whatever text leads to a
 * request is read here and nowhere else.
 *
 * @param scheme {@code http} or {@code https}
 * @param host in the form of {@link HostName#parse}
 * @param port 1 to 65535, also when it is the usual one
 * @param path begins with a slash; without dot segments; with the query, if any
 */
record WebAddress(String scheme, String host, int port, String path) {
    private static final Pattern ABSOLUTE = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*):(.*)", Pattern.DOTALL);
    private static final Pattern AUTHORITY = Pattern.compile("(\\[[^\\]]*\\]|[^:]*)(?::(\\d{0,5}))?");
    private static final String KEPT_IN_PATH = "!$&'()*+,-./:;=@_~%";
    private static final String KEPT_IN_QUERY = KEPT_IN_PATH + "?[]";
    private static final int LONGEST = 8000;

    /** Reads an absolute address. User names and fragments are left out. */
    static WebAddress parse(String text) throws RefusedException {
        String clean = checked(text);
        Matcher absolute = ABSOLUTE.matcher(clean);
        if (!absolute.matches()) {
            throw new RefusedException("not an absolute address: " + Quoted.of(text));
        }
        String scheme = absolute.group(1).toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https")) {
            throw new RefusedException("not an http or https address: " + Quoted.of(text));
        }
        if (!absolute.group(2).startsWith("//")) {
            throw new RefusedException("no host after the scheme: " + Quoted.of(text));
        }
        return afterScheme(scheme, absolute.group(2).substring(2));
    }

    /** Reads an address that may be relative to this one (RFC 3986, 5.2). */
    WebAddress resolve(String reference) throws RefusedException {
        String clean = checked(reference);
        if (ABSOLUTE.matcher(clean).matches()) {
            return parse(clean);
        }
        if (clean.startsWith("//")) {
            return afterScheme(scheme, clean.substring(2));
        }
        String pathOnly = path.contains("?") ? path.substring(0, path.indexOf('?')) : path;
        if (clean.startsWith("/")) {
            return withPath(clean);
        }
        if (clean.startsWith("?")) {
            return withPath(pathOnly + clean);
        }
        if (clean.isEmpty() || clean.startsWith("#")) {
            return this;
        }
        return withPath(pathOnly.substring(0, pathOnly.lastIndexOf('/') + 1) + clean);
    }

    /** Scheme, host and port, the port only when it is not the usual one. */
    String origin() {
        String bracketed = host.contains(":") ? "[" + host + "]" : host;
        boolean usual = port == usualPort(scheme);
        return scheme + "://" + bracketed + (usual ? "" : ":" + port);
    }

    URI uri() {
        return URI.create(toString());
    }

    @Override
    public String toString() {
        return origin() + path;
    }

    private static WebAddress afterScheme(String scheme, String rest) throws RefusedException {
        int end = rest.length();
        for (int i = 0; i < rest.length() && end == rest.length(); i++) {
            if ("/?#".indexOf(rest.charAt(i)) >= 0) {
                end = i;
            }
        }
        String authority = rest.substring(0, end);
        Matcher hostAndPort = AUTHORITY.matcher(authority.substring(authority.lastIndexOf('@') + 1));
        if (!hostAndPort.matches() || hostAndPort.group(1).isEmpty()) {
            throw new RefusedException("no host, or an odd one: " + Quoted.of(authority));
        }
        String digits = hostAndPort.group(2);
        int port = digits == null || digits.isEmpty() ? usualPort(scheme) : Integer.parseInt(digits);
        if (port < 1 || port > 65535) {
            throw new RefusedException("not a port: " + digits);
        }
        return new WebAddress(scheme, HostName.parse(hostAndPort.group(1)), port, "/").withPath(rest.substring(end));
    }

    private WebAddress withPath(String written) {
        String withoutFragment = written.contains("#") ? written.substring(0, written.indexOf('#')) : written;
        int question = withoutFragment.indexOf('?');
        String pathOnly = question < 0 ? withoutFragment : withoutFragment.substring(0, question);
        String query = question < 0 ? "" : "?" + encoded(withoutFragment.substring(question + 1), KEPT_IN_QUERY);
        return new WebAddress(scheme, host, port, withoutDots(encoded(pathOnly, KEPT_IN_PATH)) + query);
    }

    private static String checked(String text) throws RefusedException {
        String clean = text.strip();
        if (clean.length() > LONGEST) {
            throw new RefusedException("longer than " + LONGEST + " characters: " + Quoted.of(text));
        }
        if (clean.indexOf('\\') >= 0 || text.chars().anyMatch(Character::isISOControl)) {
            throw new RefusedException("backslash or control character in " + Quoted.of(text));
        }
        return clean;
    }

    /** Removes "." and ".." segments (RFC 3986, 5.2.4), also percent-coded ones, as browsers do. */
    private static String withoutDots(String path) {
        List<String> segments = Arrays.asList((path.startsWith("/") ? path.substring(1) : path).split("/", -1));
        Deque<String> kept = new ArrayDeque<>();
        for (int i = 0; i < segments.size(); i++) {
            String plain = segments.get(i).replaceAll("(?i)%2e", ".");
            boolean last = i == segments.size() - 1;
            if (plain.equals("..")) {
                kept.pollLast();
            } else if (!plain.equals(".")) {
                kept.addLast(segments.get(i));
            }
            if (last && (plain.equals(".") || plain.equals(".."))) {
                kept.addLast("");
            }
        }
        return "/" + String.join("/", kept);
    }

    /** Percent-codes, as UTF-8, what may not stand in an address; leaves what is percent-coded already. */
    private static String encoded(String text, String kept) {
        StringBuilder encoded = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); ) {
            int c = text.codePointAt(i);
            boolean alphanumeric = c < 128 && Character.isLetterOrDigit(c);
            boolean loosePercent = c == '%' && !isPercentCoded(text, i);
            if (alphanumeric || (kept.indexOf(c) >= 0 && !loosePercent)) {
                encoded.appendCodePoint(c);
            } else {
                for (byte b : Character.toString(c).getBytes(StandardCharsets.UTF_8)) {
                    encoded.append('%').append(HexFormat.of().withUpperCase().toHexDigits(b));
                }
            }
            i += Character.charCount(c);
        }
        return encoded.toString();
    }

    private static boolean isPercentCoded(String text, int at) {
        return at + 2 < text.length()
                && Character.digit(text.charAt(at + 1), 16) >= 0
                && Character.digit(text.charAt(at + 2), 16) >= 0;
    }

    private static int usualPort(String scheme) {
        return scheme.equals("https") ? 443 : 80;
    }
}
