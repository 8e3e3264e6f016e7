package org.onrecord.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Argon2id (RFC 9106) with 19 MiB, two passes and one lane, which OWASP names as its least; written as
 * {@code $argon2id$v=19$m=19456,t=2,p=1$SALT$HASH}. Passwords are compared in Unicode form NFC. Safe for use by many
 * threads, of which two hash at a time, so that many log-ins at once cannot use up the memory.
 */
final class PasswordHashing {
    private static final Pattern FORM =
            Pattern.compile("\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,3}),p=(\\d{1,3})\\$([^$]+)\\$([^$]+)");
    private static final int AT_ONCE = 2;

    private final Cost cost;
    private final SecureRandom random = new SecureRandom();
    private final Semaphore turns = new Semaphore(AT_ONCE, true);

    /**
     * What a hash costs.
     *
     * @param kibibytes the memory
     * @param passes how often it is gone through
     * @param lanes how many could be computed at the same time
     */
    record Cost(int kibibytes, int passes, int lanes) {
        static final Cost USUAL = new Cost(19 * 1024, 2, 1);
    }

    PasswordHashing(Cost cost) {
        this.cost = cost;
    }

    String hash(String password) {
        byte[] salt = new byte[16];
        random.nextBytes(salt);
        return "$argon2id$v=19$m=" + cost.kibibytes() + ",t=" + cost.passes() + ",p=" + cost.lanes() + "$" + words(salt)
                + "$" + words(argon2(password, salt, cost, 32));
    }

    /** Whether the hash is of this password; takes the same time for any password. */
    boolean matches(String password, String hash) {
        Matcher form = FORM.matcher(hash);
        if (!form.matches()) {
            throw new IllegalStateException("not the hash of a password; set the password anew: `onrecord password`");
        }
        byte[] expected = Base64.getDecoder().decode(form.group(5));
        byte[] salt = Base64.getDecoder().decode(form.group(4));
        return MessageDigest.isEqual(expected, argon2(password, salt, costOf(form), expected.length));
    }

    /** Whether the hash was made at another cost than ours. */
    boolean isOutdated(String hash) {
        Matcher form = FORM.matcher(hash);
        return !form.matches() || !costOf(form).equals(cost);
    }

    private byte[] argon2(String password, byte[] salt, Cost how, int length) {
        turns.acquireUninterruptibly();
        try {
            Argon2BytesGenerator generator = new Argon2BytesGenerator();
            generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                    .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                    .withMemoryAsKB(how.kibibytes())
                    .withIterations(how.passes())
                    .withParallelism(how.lanes())
                    .withSalt(salt)
                    .build());
            byte[] hash = new byte[length];
            String normal = Normalizer.normalize(password, Normalizer.Form.NFC);
            generator.generateBytes(normal.getBytes(StandardCharsets.UTF_8), hash);
            return hash;
        } finally {
            turns.release();
        }
    }

    private static Cost costOf(Matcher form) {
        return new Cost(
                Integer.parseInt(form.group(1)), Integer.parseInt(form.group(2)), Integer.parseInt(form.group(3)));
    }

    private static String words(byte[] bytes) {
        return Base64.getEncoder().withoutPadding().encodeToString(bytes);
    }
}
