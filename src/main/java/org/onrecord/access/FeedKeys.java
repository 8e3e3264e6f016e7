package org.onrecord.access;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Keys in the addresses of feeds, because feed readers cannot log in. A key opens one feed and nothing else: it is an
 * HMAC over what the feed asks, so that nothing has to be stored and a key cannot be turned into that of another feed.
 */
public final class FeedKeys {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int BYTES = 20;

    private final Supplier<byte[]> secret;

    FeedKeys(Supplier<byte[]> secret) {
        this.secret = secret;
    }

    /** The key of a feed, 27 characters that need no escaping. */
    public String keyOf(String feed) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.get(), ALGORITHM));
            byte[] code = mac.doFinal(feed.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(code, BYTES));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }

    public boolean opens(String key, String feed) {
        return MessageDigest.isEqual(
                key.getBytes(StandardCharsets.UTF_8), keyOf(feed).getBytes(StandardCharsets.UTF_8));
    }
}
