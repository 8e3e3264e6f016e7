package org.onrecord.web;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.ForbiddenResponse;
import io.javalin.http.SameSite;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.onrecord.hash.HmacSha256;

/**
 * Refuses forms that another site sent in the reader's name.
 *
 * <p>A form must come from our own origin as far as the browser says where it comes from, and must carry a token that
 * belongs to the browser's cookie: another site can neither read nor set either of them.
 */
final class FormGuard {
    /** The name of the hidden field with the token. */
    static final String FIELD = "token";

    private static final String COOKIE = "onrecord-form";
    private static final Pattern COOKIE_FORM = Pattern.compile("[0-9a-f]{32}");

    private final SecureRandom random = new SecureRandom();
    private final byte[] key = new byte[32];

    FormGuard() {
        random.nextBytes(key);
    }

    /** The token for a form on the page that is about to be sent; sets the browser's cookie when it has none. */
    String token(Context ctx) {
        String cookie = cookie(ctx);
        if (cookie == null) {
            byte[] bytes = new byte[16];
            random.nextBytes(bytes);
            cookie = HexFormat.of().formatHex(bytes);
            ctx.cookie(new Cookie(COOKIE, cookie, "/", -1, Visitor.isHttps(ctx), true, null, SameSite.STRICT));
        }
        return tokenOf(cookie);
    }

    /** Throws {@link ForbiddenResponse} unless the form is ours. */
    void check(Context ctx, @Nullable String token) {
        checkOrigin(ctx);
        String cookie = cookie(ctx);
        if (cookie == null || token == null || !same(tokenOf(cookie), token)) {
            throw new ForbiddenResponse("the form has expired: load the page again and send it once more");
        }
    }

    /** Throws {@link ForbiddenResponse} when the browser says that another site sent the request. */
    void checkOrigin(Context ctx) {
        String site = ctx.header("Sec-Fetch-Site");
        String origin = ctx.header("Origin");
        boolean foreignSite = site != null && !site.equals("same-origin") && !site.equals("none");
        if (foreignSite || (origin != null && !isOurs(origin, ctx))) {
            throw new ForbiddenResponse("another site sent this request");
        }
    }

    private static boolean isOurs(String origin, Context ctx) {
        String host = ctx.header("Host");
        try {
            String authority = URI.create(origin).getRawAuthority();
            return host != null
                    && authority != null
                    && authority.toLowerCase(Locale.ROOT).equals(host.toLowerCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static @Nullable String cookie(Context ctx) {
        String cookie = ctx.cookie(COOKIE);
        return cookie != null && COOKIE_FORM.matcher(cookie).matches() ? cookie : null;
    }

    private String tokenOf(String cookie) {
        return HexFormat.of().formatHex(HmacSha256.of(key, cookie));
    }

    private static boolean same(String expected, String given) {
        return MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }
}
