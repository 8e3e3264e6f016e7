package org.onrecord.web;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.Article;
import org.onrecord.article.Published;
import org.onrecord.search.ArticleHit;

/**
 * An article as feeds tell it.
 *
 * @param id never changes for an article, wherever its server is
 * @param page its page here
 * @param original its page at the publisher; null when there is none that can be followed
 * @param published null when unknown
 * @param updated when the version was fetched that we show
 * @param passage the words that match, or its beginning
 * @param source who brought it, for people; empty when nobody did
 */
record FeedItem(
        String id,
        String title,
        URI page,
        @Nullable URI original,
        @Nullable Instant published,
        Instant updated,
        List<String> authors,
        String passage,
        String source) {
    FeedItem {
        authors = List.copyOf(authors);
    }

    static FeedItem of(ArticleHit hit, Article article, String base, Labels labels) {
        Published published = article.published();
        UUID id = UUID.nameUUIDFromBytes(("onrecord:article:" + article.id().value()).getBytes(StandardCharsets.UTF_8));
        return new FeedItem(
                "urn:uuid:" + id,
                article.title(),
                URI.create(base + Links.article(article.id())),
                Links.external(article.url()) == null ? null : article.url(),
                published == null ? null : published.instant(),
                article.fetchedAt(),
                article.authors(),
                hit.passage().text(),
                article.source() == null ? "" : labels.source(article.source()));
    }
}
