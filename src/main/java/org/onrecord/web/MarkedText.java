package org.onrecord.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.PriorityQueue;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.Figure;
import org.onrecord.article.Mention;
import org.onrecord.article.PolicyEvent;
import org.onrecord.article.Span;
import org.onrecord.article.Statement;
import org.onrecord.article.TaggedArticle;

/**
 * Turns a tagged article's text into paragraphs of nested {@link Marked} parts.
 *
 * <p>Findings may lie inside one another, cross one another, and reach over paragraphs. Pages need proper nesting, so a
 * finding that crosses the end of the one around it is split there.
 */
final class MarkedText {
    /** One finding: {@code rank} orders findings at the same place, outermost first. */
    private record Layer(
            Span span,
            int rank,
            String style,
            @Nullable String anchor,
            String label,
            @Nullable String href) {
        Layer at(int start, int end) {
            return new Layer(new Span(start, end), rank, style, anchor, label, href);
        }
    }

    private static final Comparator<Layer> OUTER_FIRST =
            Comparator.comparing(Layer::span).thenComparingInt(Layer::rank);

    private final String text;
    private final List<Layer> layers = new ArrayList<>();
    private final Set<String> anchorsUsed = new HashSet<>();

    private MarkedText(TaggedArticle tagged, Labels labels) {
        text = tagged.article().text();
        for (Statement statement : tagged.statements()) {
            addStatement(statement, labels);
        }
        for (Figure figure : tagged.figures()) {
            String label = "figure: " + figure.measure().label().replace('-', ' ');
            layers.add(new Layer(
                    figure.passage().span(),
                    1,
                    "figure",
                    Links.anchor('f', figure.passage().span()),
                    label,
                    null));
        }
        for (PolicyEvent event : tagged.events()) {
            String label = "event: " + event.type().label().replace('-', ' ');
            layers.add(new Layer(
                    event.trigger().span(),
                    4,
                    "event",
                    Links.anchor('e', event.trigger().span()),
                    label,
                    null));
        }
        for (Mention mention : tagged.mentions()) {
            String style = "name " + mention.type().name().toLowerCase(Locale.ROOT);
            String type = Labels.entity(mention.type());
            layers.add(
                    mention.actor() == null
                            ? new Layer(mention.passage().span(), 5, style, null, type, null)
                            : new Layer(
                                    mention.passage().span(),
                                    5,
                                    style,
                                    null,
                                    labels.actor(mention.actor()) + ", " + type,
                                    Links.actor(mention.actor())));
        }
        layers.sort(OUTER_FIRST);
    }

    /** The paragraphs of the article, blank ones left out. */
    static List<Paragraph> of(TaggedArticle tagged, Labels labels) {
        return new MarkedText(tagged, labels).paragraphs();
    }

    /** A paragraph of an article. */
    record Paragraph(List<Marked> parts) {
        Paragraph {
            parts = List.copyOf(parts);
        }
    }

    private void addStatement(Statement statement, Labels labels) {
        String anchor = Links.anchor('s', statement.content().span());
        String side = statement.stand().position().label();
        layers.add(new Layer(
                statement.content().span(), 0, "said " + side, anchor, StatementCard.summary(statement, labels), null));
        if (statement.speaker() != null) {
            layers.add(new Layer(statement.speaker().passage().span(), 2, "speaker", null, "speaker", null));
        }
        if (statement.cue() != null) {
            layers.add(new Layer(statement.cue().span(), 3, "cue", null, statement.verb(), null));
        }
    }

    private List<Paragraph> paragraphs() {
        List<Paragraph> paragraphs = new ArrayList<>();
        int start = 0;
        while (start < text.length()) {
            int lineFeed = text.indexOf('\n', start);
            int end = lineFeed < 0 ? text.length() : lineFeed;
            if (!text.substring(start, end).isBlank()) {
                paragraphs.add(new Paragraph(nested(start, end, clipped(start, end))));
            }
            start = end + 1;
        }
        return paragraphs;
    }

    private PriorityQueue<Layer> clipped(int start, int end) {
        PriorityQueue<Layer> inside = new PriorityQueue<>(OUTER_FIRST);
        for (Layer layer : layers) {
            int from = Math.max(start, layer.span().start());
            int to = Math.min(end, layer.span().end());
            if (from < to) {
                inside.add(layer.at(from, to));
            }
        }
        return inside;
    }

    private List<Marked> nested(int start, int end, PriorityQueue<Layer> waiting) {
        List<Marked> parts = new ArrayList<>();
        int done = start;
        for (Layer outer = waiting.poll(); outer != null; outer = waiting.poll()) {
            if (outer.span().start() > done) {
                parts.add(new Marked.Words(text.substring(done, outer.span().start())));
            }
            boolean first = outer.anchor() != null && anchorsUsed.add(outer.anchor());
            PriorityQueue<Layer> inner = takeInside(outer, waiting);
            parts.add(new Marked.Mark(
                    outer.style(),
                    outer.anchor(),
                    first,
                    outer.label(),
                    outer.href(),
                    nested(outer.span().start(), outer.span().end(), inner)));
            done = outer.span().end();
        }
        if (done < end) {
            parts.add(new Marked.Words(text.substring(done, end)));
        }
        return parts;
    }

    /** Takes out of {@code waiting} what begins inside {@code outer}; what reaches beyond its end is split there. */
    private static PriorityQueue<Layer> takeInside(Layer outer, PriorityQueue<Layer> waiting) {
        PriorityQueue<Layer> inside = new PriorityQueue<>(OUTER_FIRST);
        int end = outer.span().end();
        List<Layer> beyond = new ArrayList<>();
        while (true) {
            Layer next = waiting.peek();
            if (next == null || next.span().start() >= end) {
                break;
            }
            waiting.remove();
            inside.add(next.at(next.span().start(), Math.min(end, next.span().end())));
            if (next.span().end() > end) {
                beyond.add(next.at(end, next.span().end()));
            }
        }
        waiting.addAll(beyond);
        return inside;
    }
}
