package org.onrecord.extract;

import java.net.URI;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * A parsed page, taken down once. Nobody changes the document.
 *
 * @param uri where the page was; null if unknown
 * @param outline its elements and pieces of text
 * @param blocks its text
 * @param linkedData what it says of its article in JSON-LD
 * @param metaElements what it says in meta elements
 * @param siteNames what it calls its site, in bare letters, as {@link SiteName#bare} has them
 */
record WebPage(
        Document document,
        @Nullable URI uri,
        PageOutline outline,
        TextBlocks blocks,
        LinkedData linkedData,
        MetaElements metaElements,
        Set<String> siteNames) {
    static WebPage parse(String markup, @Nullable URI uri) {
        return parse(markup, uri, null);
    }

    /**
     * A page from its markup.
     *
     * @param without CSS selector of what is no part of the article, and goes; null for nothing
     */
    static WebPage parse(String markup, @Nullable URI uri, @Nullable String without) {
        Document document = Html.page(markup, uri);
        if (without != null) {
            SelectedParts.select(document, without).forEach(Element::remove);
        }
        PageOutline outline = PageOutline.of(document);
        LinkedData linkedData = LinkedData.of(outline, uri);
        MetaElements meta = MetaElements.of(outline);
        return new WebPage(
                document,
                uri,
                outline,
                TextBlocks.of(outline),
                linkedData,
                meta,
                SiteName.given(meta, linkedData, document.title()));
    }

    /** The contents of all meta elements with one of these names (name, property or itemprop), earlier names first. */
    Stream<String> meta(String... names) {
        return metaElements.of(names);
    }
}
