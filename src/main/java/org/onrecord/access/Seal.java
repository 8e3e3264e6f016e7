package org.onrecord.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.onrecord.hash.HmacSha256;

/**
 * Proves that words are ours: 160 bits of an HMAC over them, so that nothing has to be stored, and who does not know the key
 * can only guess. Safe for use by many threads.
 */
final class Seal {
    private static final int BYTES = 20;

    private final Supplier<byte[]> secret;
    private volatile byte @Nullable [] key;

    /**
     * @param secret gives the key; asked once, when it is needed first
     */
    Seal(Supplier<byte[]> secret) {
        this.secret = secret;
    }

    /** The seal of some words: 27 characters that need no escaping in an address. */
    String of(String words) {
        byte[] code = HmacSha256.of(key(), words);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(code, BYTES));
    }

    /** Whether a seal is that of the words; takes as long for a near miss as for any other. */
    boolean isOf(String seal, String words) {
        return MessageDigest.isEqual(
                seal.getBytes(StandardCharsets.UTF_8), of(words).getBytes(StandardCharsets.UTF_8));
    }

    private byte[] key() {
        byte @Nullable [] known = key;
        if (known == null) {
            known = secret.get();
            key = known;
        }
        return known;
    }
}
