package org.onrecord.extract;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The language that a page says it is in. What the text shows is for others to find. */
final class PageLanguage {
    private PageLanguage() {}

    /** The primary language subtag ({@code en} of {@code en-US}); {@code und} when the page names none. */
    static String of(WebPage page) {
        return Stream.<Stream<String>>of(
                        page.document().select("html[lang]").eachAttr("lang").stream(),
                        page.document().select("html").eachAttr("xml:lang").stream(),
                        page.linkedData().text("inLanguage").stream(),
                        page.meta("og:locale", "language", "dc.language", "inLanguage"),
                        page.document().select("meta[http-equiv~=(?i)content-language]").eachAttr("content").stream())
                .flatMap(tags -> tags)
                .map(PageLanguage::primary)
                .flatMap(Optional::stream)
                .findFirst()
                .orElse("und");
    }

    private static Optional<String> primary(String tag) {
        String language = Locale.forLanguageTag(tag.strip().replace('_', '-')).getLanguage();
        return language.isEmpty() || language.equals("und") ? Optional.empty() : Optional.of(language);
    }
}
