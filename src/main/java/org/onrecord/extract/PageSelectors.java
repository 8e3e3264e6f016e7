package org.onrecord.extract;

import java.util.Objects;
import java.util.stream.Stream;
import org.jsoup.select.QueryParser;
import org.jsoup.select.Selector.SelectorParseException;
import org.jspecify.annotations.Nullable;

/**
 * Where the parts of an article stand on the pages of one source, as CSS selectors. They override what extraction would find
 * by itself; where one finds nothing on a page, that page is read as any other. Null for a part that needs none.
 *
 * @param title the headline
 * @param authors an element for each author, or for all of them
 * @param date the date of publication, in a {@code datetime} or {@code content} attribute or as text
 * @param body the elements that hold the text, in the order of the page
 * @param without what is left out, wherever it stands
 */
public record PageSelectors(
        @Nullable String title,
        @Nullable String authors,
        @Nullable String date,
        @Nullable String body,
        @Nullable String without) {
    /** For sources whose pages need none. */
    public static final PageSelectors NONE = new PageSelectors(null, null, null, null, null);

    /** Throws {@link ExtractException} when one is no CSS selector. */
    public PageSelectors {
        Stream.of(title, authors, date, body, without).filter(Objects::nonNull).forEach(PageSelectors::check);
    }

    private static void check(String selector) {
        try {
            QueryParser.parse(selector);
        } catch (SelectorParseException | IllegalArgumentException e) {
            throw new ExtractException(
                    "\"" + selector + "\" is no CSS selector (" + e.getMessage()
                            + "); write one such as \"div.article p\"",
                    e);
        }
    }
}
