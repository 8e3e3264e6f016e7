package org.onrecord.extract;

import java.net.URI;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/**
 * A parsed page, taken down once. Nobody changes the document.
 *
 * @param uri where the page was; null if unknown
 * @param outline its elements and pieces of text
 * @param blocks its text
 * @param linkedData what it says of its article in JSON-LD
 * @param metaElements what it says in meta elements
 */
record WebPage(
        Document document,
        @Nullable URI uri,
        PageOutline outline,
        TextBlocks blocks,
        LinkedData linkedData,
        MetaElements metaElements) {
    static WebPage parse(String markup, @Nullable URI uri) {
        Document document = Html.page(markup, uri);
        PageOutline outline = PageOutline.of(document);
        return new WebPage(
                document, uri, outline, TextBlocks.of(outline), LinkedData.of(outline, uri), MetaElements.of(outline));
    }

    /** The contents of all meta elements with one of these names (name, property or itemprop), earlier names first. */
    Stream<String> meta(String... names) {
        return metaElements.of(names);
    }
}
