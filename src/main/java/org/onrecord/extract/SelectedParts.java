package org.onrecord.extract;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Selector.SelectorParseException;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.Published;
import org.onrecord.source.Source;

/**
 * The parts of an article that a person chose by CSS selectors for the pages of a source; empty where there is no selector, or
 * it finds nothing.
 */
record SelectedParts(Document document, Source.Reading reading) {
    Optional<String> title() {
        return lines(reading.title()).findFirst();
    }

    Optional<List<String>> authors() {
        List<String> names = lines(reading.author())
                .flatMap(line -> AuthorNames.in(line).stream())
                .distinct()
                .toList();
        return Optional.of(names).filter(found -> !found.isEmpty());
    }

    Optional<Published> date(DateReader dates) {
        return elements(reading.date())
                .flatMap(element -> Stream.of(element.attr("datetime"), element.attr("content"), element.text()))
                .map(dates::read)
                .flatMap(Optional::stream)
                .findFirst();
    }

    Optional<String> body() {
        String text = elements(reading.text())
                .flatMap(element -> TextBlocks.of(PageOutline.of(element)).all().stream())
                .map(TextBlock::text)
                .collect(Collectors.joining("\n"));
        return Optional.of(text).filter(found -> !found.isEmpty());
    }

    /** The elements that a selector finds; throws {@link ExtractException} when it is no CSS selector. */
    static List<Element> select(Document document, String selector) {
        try {
            return List.copyOf(document.select(selector));
        } catch (SelectorParseException | IllegalArgumentException e) {
            throw new ExtractException(
                    "\"" + selector + "\" under \"select\" in sources.yaml is no CSS selector: " + e.getMessage(), e);
        }
    }

    /** What elements say, {@code meta} elements too. */
    private Stream<String> lines(@Nullable String selector) {
        return elements(selector)
                .map(element -> Prose.line(element.hasText() ? element.text() : element.attr("content")))
                .filter(line -> !line.isEmpty());
    }

    private Stream<Element> elements(@Nullable String selector) {
        return selector == null ? Stream.empty() : select(document, selector).stream();
    }
}
