package org.onrecord.webhook;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import org.onrecord.hash.HmacSha256;

/** The symmetric signature of Standard Webhooks: HMAC-SHA256 over {@code id.timestamp.body}. */
final class Signature {
    private static final String PREFIX = "whsec_";
    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Signature() {}

    /** A new secret: {@code whsec_} and 256 random bits in Base64. */
    static String newSecret() {
        byte[] key = new byte[BYTES];
        RANDOM.nextBytes(key);
        return PREFIX + Base64.getEncoder().encodeToString(key);
    }

    /** The value of {@code webhook-signature}. */
    static String of(String secret, String id, Instant sentAt, String body) {
        byte[] key = Base64.getDecoder().decode(secret.substring(PREFIX.length()));
        String signed = id + "." + sentAt.getEpochSecond() + "." + body;
        return "v1," + Base64.getEncoder().encodeToString(HmacSha256.of(key, signed));
    }
}
