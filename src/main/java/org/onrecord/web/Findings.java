package org.onrecord.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.ArticleId;
import org.onrecord.article.Figure;
import org.onrecord.article.PolicyEvent;
import org.onrecord.article.TaggedArticle;
import org.onrecord.search.Quantity;
import org.onrecord.web.MarkedText.Paragraph;

/**
 * What was found in a text, for the article page and the tag box.
 *
 * @param paragraphs the text with its marks; empty when it may not be shown
 * @param statements in the order of the text
 * @param events in the order of the text
 * @param figures in the order of the text
 * @param linked whether the findings point to places in the paragraphs
 * @param addHref the form that adds a statement; null for a text that is not kept, which cannot be corrected
 */
record Findings(
        List<Paragraph> paragraphs,
        List<StatementCard> statements,
        List<EventCard> events,
        List<FigureCard> figures,
        boolean linked,
        @Nullable String addHref) {
    /** An event: what, who and when, and the word that names it. */
    record EventCard(
            String type,
            List<ActorLink> actors,
            @Nullable String date,
            String trigger,
            List<Fact> facts,
            String anchor) {
        EventCard {
            actors = List.copyOf(actors);
            facts = List.copyOf(facts);
        }

        static EventCard of(PolicyEvent event, Labels labels) {
            return new EventCard(
                    event.type().label().replace('-', ' '),
                    event.actors().stream()
                            .map(actor -> ActorLink.of(actor, labels))
                            .toList(),
                    event.date() == null ? null : Labels.date(event.date()),
                    event.trigger().text(),
                    Fact.of(event, labels),
                    Links.anchor('e', event.trigger().span()));
        }
    }

    /** A figure: of what, how much, and the words that state it. */
    record FigureCard(
            String about, String value, @Nullable String period, String words, List<Fact> facts, String anchor) {
        FigureCard {
            facts = List.copyOf(facts);
        }

        static FigureCard of(Figure figure) {
            String measure = figure.measure().label().replace('-', ' ');
            return new FigureCard(
                    figure.subject() == null ? measure : figure.subject() + ", " + measure,
                    Quantity.of(figure),
                    figure.period(),
                    StatementCard.shortened(figure.passage().text()),
                    Fact.of(figure),
                    Links.anchor('f', figure.passage().span()));
        }
    }

    Findings {
        paragraphs = List.copyOf(paragraphs);
        statements = List.copyOf(statements);
        events = List.copyOf(events);
        figures = List.copyOf(figures);
    }

    /** Of a text that is not kept. */
    static Findings ofText(TaggedArticle tagged, Labels labels) {
        return of(tagged, labels, MarkedText.of(tagged, labels), true, null);
    }

    static Findings withText(TaggedArticle tagged, Labels labels) {
        return of(tagged, labels, MarkedText.of(tagged, labels), true, addHref(tagged));
    }

    /** Only the short quotations that prove the findings. */
    static Findings withoutText(TaggedArticle tagged, Labels labels) {
        return of(tagged, labels, List.of(), false, addHref(tagged));
    }

    private static String addHref(TaggedArticle tagged) {
        return Links.correct(tagged.article().id());
    }

    boolean isEmpty() {
        return statements.isEmpty() && events.isEmpty() && figures.isEmpty();
    }

    private static Findings of(
            TaggedArticle tagged, Labels labels, List<Paragraph> paragraphs, boolean linked, @Nullable String addHref) {
        ArticleId id = tagged.article().id();
        return new Findings(
                paragraphs,
                tagged.statements().stream()
                        .map(statement -> StatementCard.of(id, statement, labels))
                        .toList(),
                tagged.events().stream()
                        .map(event -> EventCard.of(event, labels))
                        .toList(),
                tagged.figures().stream().map(FigureCard::of).toList(),
                linked,
                addHref);
    }
}
