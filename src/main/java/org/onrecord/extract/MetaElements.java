package org.onrecord.extract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/**
 * What a page says in its meta elements.
 *
 * @param contents by name, property, itemprop or http-equiv, in small letters; each in the order of the page, as written
 */
record MetaElements(Map<String, List<String>> contents) {
    static MetaElements of(PageOutline outline) {
        Map<String, List<String>> contents = new HashMap<>();
        outline.named("meta").mapToObj(outline::element).forEach(meta -> {
            String content = meta.attr("content");
            if (!content.isBlank()) {
                names(meta)
                        .distinct()
                        .forEach(name -> contents.computeIfAbsent(name, none -> new ArrayList<>())
                                .add(content));
            }
        });
        return new MetaElements(contents);
    }

    private static Stream<String> names(Element meta) {
        return Stream.of("property", "name", "itemprop", "http-equiv")
                .map(meta::attr)
                .filter(name -> !name.isEmpty())
                .map(name -> name.toLowerCase(Locale.ROOT));
    }

    /** The contents of all with one of these names, as text, earlier names first. */
    Stream<String> of(String... names) {
        return Stream.of(names)
                .flatMap(name -> contents.getOrDefault(name.toLowerCase(Locale.ROOT), List.of()).stream())
                .map(Prose::lineOfMarkup)
                .filter(content -> !content.isEmpty());
    }
}
