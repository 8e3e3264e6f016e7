package org.onrecord.web;

import io.javalin.http.Context;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.onrecord.access.Caller;
import org.onrecord.access.FeedKeys;
import org.onrecord.search.ArticleSearch;
import org.onrecord.search.SearchRequest;
import org.onrecord.search.SearchRequest.Sort;

/**
 * {@code GET /search.atom?q=} and {@code /search.feed.json?q=}: the newest articles that answer a query, for feed readers.
 * Where people must log in, a feed's address holds a key that opens this feed alone.
 */
final class SearchFeeds {
    private static final int ITEMS = 50;

    private final ArticleSearch search;
    private final Labels labels;
    private final FeedKeys keys;

    SearchFeeds(ArticleSearch search, Labels labels, FeedKeys keys) {
        this.search = search;
        this.labels = labels;
        this.keys = keys;
    }

    void atom(Context ctx) {
        FeedDocument feed = feed(ctx);
        answer(ctx, feed, AtomFeed.TYPE + ";charset=utf-8", AtomFeed.write(feed).getBytes(StandardCharsets.UTF_8));
    }

    void json(Context ctx) {
        FeedDocument feed = feed(ctx);
        byte[] json = JsonFeedWriter.write(feed).toString().getBytes(StandardCharsets.UTF_8);
        answer(ctx, feed, JsonFeedWriter.TYPE, json);
    }

    /** Whether the address holds the key of the feed that it asks for. */
    static boolean hasKey(Context ctx, FeedKeys keys) {
        String key = ctx.queryParam("key");
        return key != null && keys.opens(key, query(ctx));
    }

    /** The addresses of a query's feeds for somebody who may see it. */
    FeedLinks links(Context ctx, String query) {
        boolean needsKey = Door.caller(ctx).kind() != Caller.Kind.LOCAL;
        String rest = "?q=" + Links.value(query) + (needsKey ? "&key=" + keys.keyOf(query) : "");
        return new FeedLinks("/search.atom" + rest, "/search.feed.json" + rest);
    }

    private FeedDocument feed(Context ctx) {
        String query = query(ctx);
        String base = Visitor.base(ctx);
        SearchRequest newest = new SearchRequest(query, Sort.DATE, 0, ITEMS, false);
        List<FeedItem> items = search.articles(newest).hits().stream()
                .map(hit -> search.article(hit.article().id())
                        .map(tagged -> FeedItem.of(hit, tagged.article(), base, labels)))
                .flatMap(Optional::stream)
                .toList();
        UUID id = UUID.nameUUIDFromBytes(("onrecord:search:" + query).getBytes(StandardCharsets.UTF_8));
        return new FeedDocument(
                "urn:uuid:" + id,
                query.isBlank() ? "OnRecord" : "OnRecord: " + query,
                URI.create(base + LogInPage.address(ctx).replaceAll("[^!-~]|[\"<>\\\\^`{|}\\[\\]]", "")),
                URI.create(base + "/?q=" + Links.value(query)),
                items);
    }

    private static void answer(Context ctx, FeedDocument feed, String type, byte[] body) {
        ctx.contentType(type).header("Cache-Control", "no-cache");
        ctx.header("Last-Modified", Conditional.httpDate(feed.updated()));
        ctx.result(body);
    }

    private static String query(Context ctx) {
        String query = ctx.queryParam("q");
        return query == null ? "" : query;
    }
}
