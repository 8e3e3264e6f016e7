package org.onrecord.extract;

import java.net.URI;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * A parsed page with its linked data. Nobody changes the document.
 *
 * @param uri where the page was; null if unknown
 * @param linkedData what it says of its article in JSON-LD
 */
record WebPage(Document document, @Nullable URI uri, LinkedData linkedData) {
    static WebPage parse(String markup, @Nullable URI uri) {
        Document document = Html.page(markup, uri);
        return new WebPage(document, uri, LinkedData.of(document));
    }

    /** The contents of all meta elements with one of these names (name, property or itemprop), earlier names first. */
    Stream<String> meta(String... names) {
        return Stream.of(names).flatMap(this::metaNamed);
    }

    private Stream<String> metaNamed(String name) {
        return document.getElementsByTag("meta").stream()
                .filter(meta -> name.equalsIgnoreCase(meta.attr("property"))
                        || name.equalsIgnoreCase(meta.attr("name"))
                        || name.equalsIgnoreCase(meta.attr("itemprop")))
                .map(meta -> Prose.lineOfMarkup(meta.attr("content")))
                .filter(content -> !content.isEmpty());
    }

    /** The text of the first element that the selector finds and that has some. */
    Optional<String> firstText(String selector) {
        return document.select(selector).stream()
                .map(Element::text)
                .map(Prose::line)
                .filter(text -> !text.isEmpty())
                .findFirst();
    }
}
