package org.onrecord.extract;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.Published;

/** The parts of an article that a source's selectors find; empty where there is no selector, or it finds nothing. */
record SelectedParts(Document document, PageSelectors selectors) {
    Optional<String> title() {
        return elements(selectors.title())
                .map(element -> Prose.line(element.text()))
                .filter(title -> !title.isEmpty())
                .findFirst();
    }

    Optional<List<String>> authors() {
        List<String> names = elements(selectors.authors())
                .flatMap(element -> AuthorNames.in(element.text()).stream())
                .distinct()
                .toList();
        return Optional.of(names).filter(found -> !found.isEmpty());
    }

    Optional<Published> date(DateReader dates) {
        return elements(selectors.date())
                .flatMap(element -> Stream.of(element.attr("datetime"), element.attr("content"), element.text()))
                .map(dates::read)
                .flatMap(Optional::stream)
                .findFirst();
    }

    Optional<String> body() {
        String text = elements(selectors.body())
                .flatMap(element -> TextBlocks.of(PageOutline.of(element)).all().stream())
                .map(TextBlock::text)
                .collect(Collectors.joining("\n"));
        return Optional.of(text).filter(found -> !found.isEmpty());
    }

    private Stream<Element> elements(@Nullable String selector) {
        return selector == null ? Stream.empty() : document.select(selector).stream();
    }
}
