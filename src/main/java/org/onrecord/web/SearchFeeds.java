package org.onrecord.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.onrecord.access.Caller;
import org.onrecord.access.FeedKeys;
import org.onrecord.search.ArticleSearch;
import org.onrecord.search.Listing;

/**
 * {@code GET /search.atom?q=} and {@code /search.feed.json?q=}: the newest articles that answer a query, for feed readers; and
 * the same of {@code /statements}, {@code /events} and {@code /figures}. Where people must log in, a feed's address holds a key
 * that opens this feed alone.
 */
final class SearchFeeds {
    private static final String ATOM = ".atom";
    private static final String JSON = ".feed.json";

    /** What can be followed. A story is followed by its articles. */
    private static final Set<Listing> FOLLOWED =
            EnumSet.of(Listing.ARTICLES, Listing.STATEMENTS, Listing.EVENTS, Listing.FIGURES);

    private final FeedItems items;
    private final FeedKeys keys;

    SearchFeeds(ArticleSearch search, Labels labels, FeedKeys keys) {
        this.items = new FeedItems(search, labels);
        this.keys = keys;
    }

    void route(RoutesConfig routes) {
        for (Listing listing : FOLLOWED) {
            routes.get(PageForms.path(listing) + ATOM, ctx -> atom(ctx, listing), Permission.FEED);
            routes.get(PageForms.path(listing) + JSON, ctx -> json(ctx, listing), Permission.FEED);
        }
    }

    private void atom(Context ctx, Listing listing) {
        FeedDocument feed = feed(ctx, listing);
        answer(ctx, feed, AtomFeed.TYPE + ";charset=utf-8", AtomFeed.write(feed).getBytes(StandardCharsets.UTF_8));
    }

    private void json(Context ctx, Listing listing) {
        FeedDocument feed = feed(ctx, listing);
        byte[] json = JsonFeedWriter.write(feed).toString().getBytes(StandardCharsets.UTF_8);
        answer(ctx, feed, JsonFeedWriter.TYPE, json);
    }

    /** Whether the address holds the key of the feed that it asks for. */
    static boolean hasKey(Context ctx, FeedKeys keys) {
        String key = ctx.queryParam("key");
        return key != null
                && FOLLOWED.stream()
                        .filter(listing -> ctx.path().equals(PageForms.path(listing) + ATOM)
                                || ctx.path().equals(PageForms.path(listing) + JSON))
                        .anyMatch(listing -> keys.opens(key, name(listing, query(ctx))));
    }

    /** The addresses of the feeds of what a query finds, for somebody who may see it. */
    FeedLinks links(Context ctx, Listing listing, String query) {
        Listing followed = FOLLOWED.contains(listing) ? listing : Listing.ARTICLES;
        boolean needsKey = Door.caller(ctx).kind() != Caller.Kind.LOCAL;
        String rest = "?q=" + Links.value(query) + (needsKey ? "&key=" + keys.keyOf(name(followed, query)) : "");
        String path = PageForms.path(followed);
        return new FeedLinks(path + ATOM + rest, path + JSON + rest);
    }

    /** What a key is of. A feed of articles goes by its query alone, as the keys do that readers have already. */
    private static String name(Listing listing, String query) {
        return listing == Listing.ARTICLES ? query : PageForms.path(listing) + "\0" + query;
    }

    private FeedDocument feed(Context ctx, Listing listing) {
        String query = query(ctx);
        String base = Visitor.base(ctx);
        List<FeedItem> newest = items.newest(listing, query, base);
        String what =
                listing == Listing.ARTICLES ? "" : " " + PageForms.path(listing).substring(1);
        String named = "onrecord:" + PageForms.path(listing).substring(1) + ":" + query;
        return new FeedDocument(
                "urn:uuid:" + UUID.nameUUIDFromBytes(named.getBytes(StandardCharsets.UTF_8)),
                "OnRecord" + what + (query.isBlank() ? "" : ": " + query),
                URI.create(base + LogInPage.address(ctx).replaceAll("[^!-~]|[\"<>\\\\^`{|}\\[\\]]", "")),
                URI.create(base + Links.list(listing) + Links.value(query)),
                newest);
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
