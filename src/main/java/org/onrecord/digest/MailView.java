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
 * @param summary all of it in numbers, in a sentence
 * @param pictures how much there was over the past weeks
 * @param sections what is new
 * @param quiet what was searched without news, in a sentence; null when everything has some
 * @param missing why sections are missing, in sentences; null when none is
 * @param footer why the reader gets the mail, and how to stop it
 * @param unsubscribePage where the reader can stop it; null for nowhere
 * @param home the web page; null when none can be reached
 */
record MailView(
        String subject,
        String heading,
        String day,
        String summary,
        List<Picture> pictures,
        List<Section> sections,
        @Nullable String quiet,
        @Nullable String missing,
        String footer,
        @Nullable String unsubscribePage,
        @Nullable String home) {
    /** Outlook knows no greatest width, so that it gets a table of one; all others take this for a comment. */
    static final String OUTLOOK_OPENS =
            "<!--[if mso]><table role=\"presentation\" width=\"620\" align=\"center\"><tr><td><![endif]-->";

    static final String OUTLOOK_CLOSES = "<!--[if mso]></td></tr></table><![endif]-->";

    /** Words that lead somewhere; null when there is nowhere to go. */
    record Link(String words, @Nullable String address) {
        Link {
            requireNonNull(words, "words");
        }
    }

    /**
     * News under one heading.
     *
     * @param kind what it is, in a word above the heading; empty when the heading says it
     * @param link where the web page shows all of it; null when no web page can be reached
     * @param entries what is new
     * @param more says that there is more than is listed, and leads there; null when there is not
     */
    record Section(
            String kind,
            String heading,
            @Nullable String link,
            List<Entry> entries,
            @Nullable Link more) {
        Section {
            requireNonNull(kind, "kind");
            requireNonNull(heading, "heading");
            entries = List.copyOf(entries);
        }
    }

    /**
     * One item.
     *
     * @param who who said it, or what kind of thing happened
     * @param deed what the speaker does, or when it happened; may be empty
     * @param side {@code for} or {@code against}; null where no side is taken
     * @param issue the issue that the side is taken on; empty without a side
     * @param facts what else is known, in a line; empty for nothing
     * @param quotes the passages that prove it, in the order of time; at least one
     * @param aside whether the two passages stand side by side where there is room
     */
    record Entry(
            String who,
            String deed,
            @Nullable String side,
            String issue,
            String facts,
            List<Quote> quotes,
            boolean aside) {
        Entry {
            requireNonNull(who, "who");
            requireNonNull(deed, "deed");
            requireNonNull(issue, "issue");
            requireNonNull(facts, "facts");
            quotes = List.copyOf(quotes);
        }
    }

    /**
     * A passage with where it stands.
     *
     * @param label what it is among others: when, on which side, which value; empty when it is the only one
     * @param side {@code for} or {@code against}, for the colour of the label; null for none
     * @param before the sentence before it; empty for none
     * @param words the passage, its gist marked
     * @param after the sentence after it; empty for none
     * @param headline the article's headline, with its address elsewhere
     * @param origin where the article comes from and from when
     * @param evidence the place on the web page; null when none can be reached
     */
    record Quote(
            String label,
            @Nullable String side,
            String before,
            Snippet words,
            String after,
            Link headline,
            String origin,
            @Nullable String evidence) {
        Quote {
            requireNonNull(label, "label");
            requireNonNull(before, "before");
            requireNonNull(words, "words");
            requireNonNull(after, "after");
            requireNonNull(headline, "headline");
            requireNonNull(origin, "origin");
        }
    }

    /**
     * A small picture of bars.
     *
     * @param title what it shows
     * @param words the same in words
     * @param sides whether bars go down as well
     * @param bars oldest first
     */
    record Picture(String title, String words, boolean sides, List<Bar> bars) {
        /** The height of the highest bar, in pixels. */
        static final int HEIGHT = 36;

        Picture {
            requireNonNull(title, "title");
            requireNonNull(words, "words");
            bars = List.copyOf(bars);
        }

        /** The part of the table's width that one bar has. */
        String width() {
            return 100 / Math.max(1, bars.size()) + "%";
        }
    }

    /** How high a bar goes up and down, in pixels. */
    record Bar(int up, int down) {}

    MailView {
        requireNonNull(subject, "subject");
        requireNonNull(heading, "heading");
        requireNonNull(day, "day");
        requireNonNull(summary, "summary");
        pictures = List.copyOf(pictures);
        sections = List.copyOf(sections);
        requireNonNull(footer, "footer");
    }
}
