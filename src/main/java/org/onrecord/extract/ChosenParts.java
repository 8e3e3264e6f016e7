package org.onrecord.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;
import org.jsoup.select.Selector;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.Published;
import org.onrecord.fetch.Page;
import org.onrecord.source.Source;

/** Parts of a page that a person chose by CSS selectors, in place of what was found without. */
final class ChosenParts {
    private ChosenParts() {}

    /** The article with the chosen parts; a selector that finds nothing on this page changes nothing. */
    static ExtractedArticle over(ExtractedArticle found, Page page, Source.Reading reading, DateReader dates) {
        if (reading.title() == null && reading.text() == null && reading.author() == null && reading.date() == null) {
            return found;
        }
        String markup = TextDecoder.decode(
                Gunzip.ifCompressed(page.body()), page.header("Content-Type").orElse(null));
        Document document = Html.page(markup, page.uri());
        if (reading.remove() != null) {
            select(document, reading.remove()).forEach(Element::remove);
        }
        String title = lines(document, reading.title()).findFirstOr(found.title());
        List<String> authors = lines(document, reading.author()).or(found.authors());
        String text = String.join("\n", paragraphs(document, reading.text()));
        return new ExtractedArticle(
                title,
                authors,
                date(document, reading.date(), dates).orElse(found.published()),
                text.isBlank() ? found.text() : text,
                found.language(),
                found.canonical());
    }

    private static Lines lines(Document document, @Nullable String selector) {
        List<String> lines = selector == null
                ? List.of()
                : select(document, selector).stream()
                        .map(element -> Prose.line(element.hasText() ? element.text() : element.attr("content")))
                        .filter(line -> !line.isEmpty())
                        .toList();
        return new Lines(lines);
    }

    private record Lines(List<String> all) {
        String findFirstOr(String other) {
            return all.isEmpty() ? other : all.getFirst();
        }

        List<String> or(List<String> other) {
            return all.isEmpty() ? other : all;
        }
    }

    private static Optional<Published> date(Document document, @Nullable String selector, DateReader dates) {
        if (selector == null) {
            return Optional.empty();
        }
        return select(document, selector).stream()
                .flatMap(element -> List.of(element.attr("datetime"), element.attr("content"), element.text()).stream())
                .map(dates::read)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static List<String> paragraphs(Document document, @Nullable String selector) {
        List<String> paragraphs = new ArrayList<>();
        if (selector != null) {
            for (Element element : select(document, selector)) {
                Paragraphs reader = new Paragraphs();
                element.traverse(reader);
                for (String paragraph : reader.text.toString().split("\n")) {
                    String line = Prose.line(paragraph);
                    if (!line.isEmpty()) {
                        paragraphs.add(line);
                    }
                }
            }
        }
        return paragraphs;
    }

    /** The text of an element with a line break at each border of a block. */
    private static final class Paragraphs implements NodeVisitor {
        private final StringBuilder text = new StringBuilder();

        @Override
        public void head(Node node, int depth) {
            if (node instanceof TextNode words) {
                text.append(words.getWholeText().replace('\n', ' '));
            } else {
                breakAt(node);
            }
        }

        @Override
        public void tail(Node node, int depth) {
            breakAt(node);
        }

        private void breakAt(Node node) {
            if (node instanceof Element element
                    && (element.isBlock() || element.normalName().equals("br"))) {
                text.append('\n');
            }
        }
    }

    private static List<Element> select(Document document, String selector) {
        try {
            return List.copyOf(document.select(selector));
        } catch (Selector.SelectorParseException e) {
            throw new ExtractException(
                    "\"" + selector + "\" under \"select\" in sources.yaml is no CSS selector: " + e.getMessage(), e);
        }
    }
}
