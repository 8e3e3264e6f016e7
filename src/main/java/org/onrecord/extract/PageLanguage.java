package org.onrecord.extract;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/** The language that a page says it is in. What the text shows is for others to find. */
final class PageLanguage {
    private PageLanguage() {}

    /** The primary language subtag ({@code en} of {@code en-US}); {@code und} when the page names none. */
    static String of(WebPage page) {
        return Stream.<Stream<String>>of(
                        page.outline()
                                .named("html")
                                .mapToObj(page.outline()::element)
                                .flatMap(PageLanguage::ofElement),
                        page.linkedData().text("inLanguage").stream(),
                        page.meta("og:locale", "language", "dc.language", "inLanguage", "content-language"))
                .flatMap(tags -> tags)
                .map(PageLanguage::primary)
                .flatMap(Optional::stream)
                .findFirst()
                .orElse("und");
    }

    private static Stream<String> ofElement(Element element) {
        return Stream.of(element.attr("lang"), element.attr("xml:lang"));
    }

    private static Optional<String> primary(String tag) {
        String language = Locale.forLanguageTag(tag.strip().replace('_', '-')).getLanguage();
        return language.isEmpty() || language.equals("und") ? Optional.empty() : Optional.of(language);
    }
}
