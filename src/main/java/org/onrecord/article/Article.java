package org.onrecord.article;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One document at one canonical URL, as its newest capture shows it.
 *
 * @param id the identity, from the canonical URL where there is one
 * @param url the canonical URL; null for a text that was handed in by a person
 * @param source the source that brought it; null as for {@code url}
 * @param title the headline, empty when none was found
 * @param authors names of the byline, without "By"
 * @param published what the article says of its publication; null when it says nothing
 * @param updated what it says of its last change after that; null when it says nothing
 * @param firstSeenAt when its first capture was fetched
 * @param fetchedAt when the bytes were fetched, or the text was handed in
 * @param language BCP 47 tag of the text ({@code en}, {@code zh}); {@code und} when unknown
 * @param text the main text, paragraphs divided by a line feed; all spans point into it
 * @param capture the number of the capture it was extracted from; 0 for a text that was handed in
 */
public record Article(
        ArticleId id,
        @Nullable URI url,
        @Nullable SourceId source,
        String title,
        List<String> authors,
        @Nullable Published published,
        @Nullable Published updated,
        Instant firstSeenAt,
        Instant fetchedAt,
        String language,
        String text,
        long capture) {
    public Article {
        requireNonNull(id, "id");
        requireNonNull(title, "title");
        authors = List.copyOf(authors);
        requireNonNull(firstSeenAt, "firstSeenAt");
        requireNonNull(fetchedAt, "fetchedAt");
        requireNonNull(language, "language");
        requireNonNull(text, "text");
        if (capture < 0) {
            throw new IllegalArgumentException("a capture number is at least 0, not " + capture);
        }
    }

    /** An article that is seen for the first time and says nothing of changes. */
    public Article(
            ArticleId id,
            @Nullable URI url,
            @Nullable SourceId source,
            String title,
            List<String> authors,
            @Nullable Published published,
            Instant fetchedAt,
            String language,
            String text,
            long capture) {
        this(id, url, source, title, authors, published, null, fetchedAt, fetchedAt, language, text, capture);
    }

    /** The same with another time at which it was first seen. */
    public Article withFirstSeenAt(Instant other) {
        return new Article(
                id, url, source, title, authors, published, updated, other, fetchedAt, language, text, capture);
    }

    /** The moment to sort by: published as claimed, else first seen. */
    public Instant sortInstant() {
        return published != null ? published.instant() : firstSeenAt;
    }
}
