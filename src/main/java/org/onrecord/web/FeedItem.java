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
 * An article, or a finding in one, as feeds tell it.
 *
 * @param id never changes, wherever its server is
 * @param page the page that shows it
 * @param original the article's page at the publisher; null when there is none that can be followed
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

    /**
     * What an item tells of its article.
     *
     * @param id which article or finding it is
     * @param path the page that shows it
     */
    record Told(String id, String title, String path, String passage) {
        static Told of(ArticleHit hit) {
            return new Told(
                    "article:" + hit.article().id().value(),
                    hit.article().title(),
                    Links.article(hit.article().id()),
                    hit.passage().text());
        }
    }

    static FeedItem of(Told told, Article article, String base, Labels labels) {
        Published published = article.published();
        UUID id = UUID.nameUUIDFromBytes(("onrecord:" + told.id()).getBytes(StandardCharsets.UTF_8));
        return new FeedItem(
                "urn:uuid:" + id,
                told.title(),
                URI.create(base + told.path()),
                Links.external(article.url()) == null ? null : article.url(),
                published == null ? null : published.instant(),
                article.fetchedAt(),
                article.authors(),
                told.passage(),
                article.source() == null ? "" : labels.source(article.source()));
    }
}
