package org.onrecord.extract;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.Published;

/**
 * What a page says of itself, and its main text.
 *
 * @param title the headline, empty if none
 * @param authors names of the byline, without "By"
 * @param published the date of publication; null if none is given
 * @param updated the date of the last change after that; null if none is given
 * @param text the main text, paragraphs divided by a line feed; empty if there is none
 * @param language BCP 47 tag that the page gives or its text shows; {@code und} when unknown
 * @param canonical the address the page gives as its own, when it is on the same site; else the page's address; null when
 *     neither is known
 * @param teaser whether the page keeps the rest of the text for readers who pay or sign in
 */
public record ExtractedArticle(
        String title,
        List<String> authors,
        @Nullable Published published,
        @Nullable Published updated,
        String text,
        String language,
        @Nullable URI canonical,
        boolean teaser) {
    public ExtractedArticle {
        requireNonNull(title, "title");
        authors = List.copyOf(authors);
        requireNonNull(text, "text");
        requireNonNull(language, "language");
    }

    /** An article whose text is whole, as far as one can see, and that says nothing of changes. */
    public ExtractedArticle(
            String title,
            List<String> authors,
            @Nullable Published published,
            String text,
            String language,
            @Nullable URI canonical) {
        this(title, authors, published, null, text, language, canonical, false);
    }
}
