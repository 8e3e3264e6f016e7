package org.onrecord.digest;

import static java.util.Objects.requireNonNull;

/**
 * What a mail says, without its headers: the same words as text and as a page.
 *
 * @param subject the subject, one line
 * @param text plain text, wrapped
 * @param html a whole HTML document that loads nothing
 */
public record Letter(String subject, String text, String html) {
    public Letter {
        requireNonNull(subject, "subject");
        requireNonNull(text, "text");
        requireNonNull(html, "html");
    }
}
