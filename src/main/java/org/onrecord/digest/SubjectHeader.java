package org.onrecord.digest;

import jakarta.mail.internet.MimeUtility;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** The value of a Subject header: folded, and in encoded words (RFC 2047) where it needs them. */
final class SubjectHeader {
    /** Bytes in one encoded word: 60 characters of Base64, of the 75 that a word may have. */
    private static final int WORD = 45;

    private SubjectHeader() {}

    /** {@code subject} is fit for one line. */
    static String of(String subject) {
        try {
            // The library leaves ASCII as it is, also where it looks like an encoded word and would be read as one.
            String value = subject.contains("=?") ? words(subject) : MimeUtility.encodeText(subject, "UTF-8", null);
            return MimeUtility.fold("Subject: ".length(), value);
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException("every Java platform has UTF-8", e);
        }
    }

    private static String words(String subject) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        subject.codePoints().mapToObj(Character::toString).forEach(character -> {
            if (bytes(word + character).length > WORD) {
                words.add(encoded(word.toString()));
                word.setLength(0);
            }
            word.append(character);
        });
        words.add(encoded(word.toString()));
        return String.join(" ", words);
    }

    private static String encoded(String word) {
        return "=?UTF-8?B?" + Base64.getEncoder().encodeToString(bytes(word)) + "?=";
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
