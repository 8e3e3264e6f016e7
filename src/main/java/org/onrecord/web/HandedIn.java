package org.onrecord.web;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import org.onrecord.article.Article;
import org.onrecord.article.ArticleId;
import org.onrecord.article.Published;

/** Makes an article of a text that a person hands in. */
final class HandedIn {
    private HandedIn() {}

    /**
     * The article; throws {@link IllegalArgumentException} with a sentence for the person.
     *
     * @param published an ISO day, or empty
     */
    static Article article(String title, String published, String text, Clock clock) {
        String lines = text.replace("\r\n", "\n").strip();
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("there is no text to tag");
        }
        return new Article(
                ArticleId.ofKey(title + "\n" + lines),
                null,
                null,
                title.strip(),
                List.of(),
                published.isBlank() ? null : Published.on(day(published.strip())),
                clock.instant(),
                "und",
                lines,
                0);
    }

    private static LocalDate day(String published) {
        try {
            return LocalDate.parse(published);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "the day of publication is written like 2026-01-31, not " + published, e);
        }
    }
}
