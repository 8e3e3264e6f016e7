package org.onrecord.digest;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onrecord.search.Snippet;

/**
 * The words of a digest mail, the same for its text and its HTML part. Each is fit for one line; none is escaped.
 *
 * @param subject the subject of the mail
 * @param heading the digest's name
 * @param day the day of sending, and how much is new
 * @param sections what is new
 * @param footer why the reader gets the mail, and how to stop it
 * @param unsubscribePage where the reader can stop it; null for nowhere
 */
record MailView(
        String subject,
        String heading,
        String day,
        List<Section> sections,
        String footer,
        @Nullable String unsubscribePage) {
    /**
     * News under one heading.
     *
     * @param heading the name of the saved search, actor or issue
     * @param link where the web page shows all of it; null when no web page can be reached
     * @param entries what is new
     * @param more says that there is more than is listed; null when there is not
     */
    record Section(
            String heading,
            @Nullable String link,
            List<Entry> entries,
            @Nullable String more) {
        Section {
            requireNonNull(heading, "heading");
            entries = List.copyOf(entries);
        }
    }

    /**
     * One item.
     *
     * @param who who said it, or what kind of thing happened
     * @param deed what the speaker does, or when it happened; empty for articles
     * @param side {@code for} or {@code against}; null where no side is taken
     * @param issue the issue that the side is taken on; empty without a side
     * @param evidence the passage that proves it
     * @param headline the article's headline
     * @param link the article's address; null when a reader cannot follow it
     * @param origin where the article comes from and from when
     */
    record Entry(
            String who,
            String deed,
            @Nullable String side,
            String issue,
            Snippet evidence,
            String headline,
            @Nullable String link,
            String origin) {
        Entry {
            requireNonNull(who, "who");
            requireNonNull(deed, "deed");
            requireNonNull(issue, "issue");
            requireNonNull(evidence, "evidence");
            requireNonNull(headline, "headline");
            requireNonNull(origin, "origin");
        }
    }

    MailView {
        requireNonNull(subject, "subject");
        requireNonNull(heading, "heading");
        requireNonNull(day, "day");
        sections = List.copyOf(sections);
        requireNonNull(footer, "footer");
    }
}
