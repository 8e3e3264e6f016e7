package org.onrecord.extract;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Addresses as pages and feeds write them: relative, with blanks and characters that a URI may not hold. */
final class Address {
    private Address() {}

    /** The absolute address that a reference means at a base; empty when it can be no address. Keeps it otherwise as written. */
    static Optional<URI> resolve(@Nullable URI base, @Nullable String reference) {
        String raw = reference == null ? "" : reference.strip().replaceAll("[\\t\\r\\n]", "");
        if (raw.isEmpty() || raw.length() > 8_000) {
            return Optional.empty();
        }
        return parse(raw).map(uri -> uri.isAbsolute() || base == null ? uri : against(base, uri));
    }

    /** As {@link #resolve}, but only http and https addresses with a host. */
    static Optional<URI> resolveHttp(@Nullable URI base, @Nullable String reference) {
        return resolve(base, reference).filter(Address::isHttp);
    }

    static boolean isHttp(URI uri) {
        String scheme = uri.getScheme();
        return ("http".equalsIgnoreCase(scheme) || "https".equalsIgnoreCase(scheme)) && uri.getRawAuthority() != null;
    }

    private static URI against(URI base, URI reference) {
        if (reference.toString().startsWith("?") && base.getRawAuthority() != null) {
            // java.net.URI follows RFC 2396 here, which drops the last segment of the path
            String place = base.getScheme() + "://" + base.getRawAuthority() + base.getRawPath();
            return URI.create(place + reference);
        }
        boolean bareHost = base.getRawAuthority() != null && base.getRawPath().isEmpty();
        URI from = bareHost ? URI.create(base.getScheme() + "://" + base.getRawAuthority() + "/") : base;
        return from.resolve(reference);
    }

    private static Optional<URI> parse(String raw) {
        try {
            return Optional.of(new URI(raw));
        } catch (URISyntaxException e) {
            return parseEscaped(raw);
        }
    }

    private static Optional<URI> parseEscaped(String raw) {
        StringBuilder out = new StringBuilder();
        int hash = raw.indexOf('#');
        for (int i = 0; i < raw.length(); ) {
            int c = raw.codePointAt(i);
            boolean escape = c == '%'
                    && i + 2 < raw.length()
                    && Character.digit(raw.charAt(i + 1), 16) >= 0
                    && Character.digit(raw.charAt(i + 2), 16) >= 0;
            boolean secondHash = c == '#' && i != hash;
            boolean forbidden = c <= ' ' || "<>\"{}|\\^`[]".indexOf(c) >= 0 || c == '%' && !escape || secondHash;
            if (forbidden) {
                for (byte b : Character.toString(c).getBytes(StandardCharsets.UTF_8)) {
                    out.append(String.format("%%%02X", b & 0xFF));
                }
            } else {
                out.appendCodePoint(c);
            }
            i += Character.charCount(c);
        }
        try {
            return Optional.of(new URI(out.toString()));
        } catch (URISyntaxException e) {
            // nothing that could be asked for: the caller goes on without
            return Optional.empty();
        }
    }
}
