package org.onrecord.access;

import java.security.SecureRandom;
import java.util.Base64;
import org.onrecord.hash.Sha256;

/** Secrets that nobody has to remember: 256 random bits, of which only the SHA-256 is kept. */
final class Secrets {
    private static final int BYTES = 32;

    private final SecureRandom random = new SecureRandom();

    byte[] bytes() {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return bytes;
    }

    /** A new secret as a word for headers and cookies. */
    String word() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes());
    }

    static String hash(String secret) {
        return Sha256.hex(secret);
    }
}
