package org.onrecord.access;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * Words that travel in an address to a reader and come back unchanged, such as whom a link in a mail is for. Whoever holds
 * the address may do what it is for, and nothing else; nobody can make one but this home. The words can be read by whoever
 * holds it. Safe for use by many threads.
 */
public final class SignedLinks {
    private static final int LONGEST = 4_000;
    private static final String BETWEEN = "\n";

    private final Seal seal;

    SignedLinks(Seal seal) {
        this.seal = seal;
    }

    /** Links that look right and open nothing, for mails that nobody gets. */
    public static SignedLinks forPreviews() {
        byte[] forgotten = new Secrets().bytes();
        return new SignedLinks(new Seal(() -> forgotten));
    }

    /**
     * A word for the end of an address, of letters, digits, {@code -}, {@code _} and one dot.
     *
     * @param purpose what it is good for; it opens nothing else
     * @param words what it says, without line breaks; the same words give the same token
     */
    public String token(String purpose, List<String> words) {
        if (words.stream().anyMatch(word -> word.contains(BETWEEN))) {
            throw new IllegalArgumentException("a word in a signed link is one line");
        }
        String text = String.join(BETWEEN, words);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8))
                + "."
                + seal.of(sealed(purpose, text));
    }

    /** The words of a token that was made here for the purpose; empty for anything else. */
    public Optional<List<String>> read(String purpose, String token) {
        int dot = token.indexOf('.');
        if (dot < 0 || token.length() > LONGEST) {
            return Optional.empty();
        }
        String text;
        try {
            text = new String(Base64.getUrlDecoder().decode(token.substring(0, dot)), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
        return seal.isOf(token.substring(dot + 1), sealed(purpose, text))
                ? Optional.of(List.of(text.split(BETWEEN, -1)))
                : Optional.empty();
    }

    private static String sealed(String purpose, String text) {
        return purpose + BETWEEN + text;
    }
}
