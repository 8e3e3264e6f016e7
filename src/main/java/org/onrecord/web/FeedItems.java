package org.onrecord.web;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.onrecord.article.Article;
import org.onrecord.article.ArticleId;
import org.onrecord.article.Span;
import org.onrecord.article.TaggedArticle;
import org.onrecord.search.ArticleRef;
import org.onrecord.search.ArticleSearch;
import org.onrecord.search.EventHit;
import org.onrecord.search.FigureHit;
import org.onrecord.search.Listing;
import org.onrecord.search.Quantity;
import org.onrecord.search.SearchRequest;
import org.onrecord.search.SearchRequest.Sort;
import org.onrecord.search.StatementHit;

/** The newest answers to a query as items of a feed. */
final class FeedItems {
    private static final int ITEMS = 50;

    private final ArticleSearch search;
    private final Labels labels;

    FeedItems(ArticleSearch search, Labels labels) {
        this.search = search;
        this.labels = labels;
    }

    /**
     * The newest {@value #ITEMS} answers; several reports of one policy event are one item, named by the earliest of them.
     *
     * @param base scheme and authority of our pages
     */
    List<FeedItem> newest(Listing listing, String query, String base) {
        SearchRequest newest = new SearchRequest(query, Sort.DATE, 0, ITEMS, false);
        Stream<Found> found = switch (listing) {
            case ARTICLES, STORIES ->
                search.articles(newest).hits().stream().map(hit -> new Found(hit.article(), FeedItem.Told.of(hit)));
            case STATEMENTS -> search.statements(newest).hits().stream().map(this::statement);
            case EVENTS ->
                EventHit.grouped(search.events(newest).hits()).stream().map(this::event);
            case FIGURES -> search.figures(newest).hits().stream().map(this::figure);
        };
        Map<ArticleId, Optional<Article>> articles = new HashMap<>();
        return found.map(one -> articles.computeIfAbsent(
                                one.article().id(), id -> search.article(id).map(TaggedArticle::article))
                        .map(article -> FeedItem.of(one.told(), article, base, labels)))
                .flatMap(Optional::stream)
                .toList();
    }

    /** What a feed tells, and the article that it stands in. */
    private record Found(ArticleRef article, FeedItem.Told told) {}

    private Found statement(StatementHit hit) {
        Span content = hit.statement().content().span();
        return new Found(
                hit.article(),
                new FeedItem.Told(
                        "statement:" + place(hit.article(), content) + ":"
                                + hit.statement().source(),
                        StatementCard.summary(hit.statement(), labels),
                        Links.place(hit.article().id(), 's', content),
                        StatementCard.shortened(hit.statement().content().text())));
    }

    private Found event(List<EventHit> reports) {
        EventHit shown = reports.getFirst();
        EventHit earliest = reports.stream()
                .min(Comparator.comparing(
                                (EventHit hit) -> String.valueOf(hit.article().published()))
                        .thenComparing(hit -> hit.article().id().value()))
                .orElse(shown);
        EventRow row = EventRow.of(shown, labels);
        String who = row.actors().stream().map(ActorLink::name).collect(Collectors.joining(", "));
        return new Found(
                shown.article(),
                new FeedItem.Told(
                        "event:"
                                + place(
                                        earliest.article(),
                                        earliest.event().trigger().span()),
                        capitalised(Stream.of(row.type(), who, row.day())
                                .filter(words -> !words.isEmpty())
                                .collect(Collectors.joining(" · "))),
                        row.href(),
                        shown.evidence().text()));
    }

    private Found figure(FigureHit hit) {
        Span span = hit.figure().passage().span();
        String title = Stream.of(
                        hit.figure().subject(),
                        hit.figure().measure().label().replace('-', ' '),
                        Quantity.of(hit.figure()),
                        hit.figure().period())
                .filter(words -> words != null && !words.isEmpty())
                .collect(Collectors.joining(" · "));
        return new Found(
                hit.article(),
                new FeedItem.Told(
                        "figure:" + place(hit.article(), span),
                        title,
                        Links.place(hit.article().id(), 'f', span),
                        hit.evidence().text()));
    }

    private static String place(ArticleRef article, Span span) {
        return article.id().value() + "#" + span.start() + "-" + span.end();
    }

    private static String capitalised(String words) {
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
