package org.onrecord.app;

import java.io.PrintWriter;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.SourceId;
import org.onrecord.extract.ArticleExtractor;
import org.onrecord.extract.ExtractException;
import org.onrecord.extract.ExtractedArticle;
import org.onrecord.extract.FederalRegisterDocument;
import org.onrecord.extract.FederalRegisterList;
import org.onrecord.extract.Feed;
import org.onrecord.extract.FeedReader;
import org.onrecord.extract.Link;
import org.onrecord.extract.LinkExtractor;
import org.onrecord.extract.Sitemap;
import org.onrecord.extract.SitemapReader;
import org.onrecord.extract.SourceFinder;
import org.onrecord.fetch.FetchOutcome.Failed;
import org.onrecord.fetch.FetchOutcome.Fetched;
import org.onrecord.fetch.FetchOutcome.NotModified;
import org.onrecord.fetch.FetchOutcome.Refused;
import org.onrecord.fetch.FetchRequest;
import org.onrecord.fetch.Fetcher;
import org.onrecord.fetch.Page;
import org.onrecord.source.Source;

/** Tries an address as a source: says what it is, shows some items as they would be taken, and writes the entry for it. */
final class SourceTrial {
    private static final int ITEMS = 5;
    private static final int EXCERPT = 160;

    /** Fewer characters are a teaser or a picture with a caption. */
    private static final int SHORT_TEXT = 400;

    private static final Source.About ABOUT =
            new Source.About(new SourceId("trial"), "Trial", Duration.ofHours(1), Source.Rights.HEADLINE, null);

    private final Fetcher fetcher;
    private final Set<String> takenIds;
    private final PrintWriter out;
    private final SourceFinder finder = new SourceFinder();

    SourceTrial(Fetcher fetcher, Set<String> takenIds, PrintWriter out) {
        this.fetcher = fetcher;
        this.takenIds = takenIds;
        this.out = out;
    }

    /**
     * What an address turned out to be.
     *
     * @param words for people
     * @param kind as in {@code sources.yaml}
     * @param title for the entry
     * @param keys more keys of the entry
     */
    private record Found(
            String words, String kind, String title, URI uri, List<Link> links, Map<String, String> keys) {}

    /** Whether it can be a source. */
    boolean run(URI address) {
        Page page = fetch(address);
        if (page == null) {
            return false;
        }
        String protocol = page.protocol();
        out.println("answered from " + page.uri() + (protocol == null ? "" : " over " + protocol) + ", "
                + page.body().length + " bytes of "
                + page.header("Content-Type").orElse("an unknown type"));
        Optional<Found> found = list(page).or(() -> feedOf(page)).or(() -> listing(page));
        found.ifPresentOrElse(
                this::show,
                () -> out.println(
                        "neither a feed nor a sitemap, and no page that names a feed or shows headlines; if its headlines are there"
                                + " in a browser only, scripts put them there, and it cannot be watched"));
        return found.isPresent();
    }

    /** What answers as a list by itself. */
    private Optional<Found> list(Page page) {
        try {
            Feed feed = new FeedReader().read(page);
            List<Link> links = new LinkExtractor().links(page, new Source.FeedSource(ABOUT, page.uri()));
            String words = "a feed (" + feed.format() + "): " + feed.title() + ", "
                    + feed.entries().size() + " entries";
            return Optional.of(new Found(words, "feed", feed.title(), page.uri(), links, Map.of()));
        } catch (ExtractException e) {
            return sitemap(page).or(() -> federalRegister(page));
        }
    }

    private Optional<Found> sitemap(Page page) {
        try {
            Sitemap sitemap = new SitemapReader().read(page);
            String words = "a " + sitemap.format() + " of " + sitemap.pages().size() + " pages and "
                    + sitemap.parts().size() + " sitemaps";
            List<Link> links = new ArrayList<>();
            sitemap.pages().forEach(entry -> links.add(entry.link()));
            if (links.isEmpty() && !sitemap.parts().isEmpty()) {
                Page part = fetch(sitemap.parts().getFirst().uri());
                if (part != null) {
                    new SitemapReader().read(part).pages().forEach(entry -> links.add(entry.link()));
                }
            }
            String name = page.uri().getHost() + " sitemap";
            return Optional.of(new Found(words, "sitemap", name, page.uri(), links, Map.of("first", "50")));
        } catch (ExtractException e) {
            return Optional.empty(); // then it is something else
        }
    }

    private Optional<Found> federalRegister(Page page) {
        try {
            FederalRegisterList list = FederalRegisterList.read(page);
            String address = page.uri().toString();
            URI api = URI.create(address.replaceFirst("/(?:public-inspection-)?documents[./].*", ""));
            List<Link> links = list.documents().stream()
                    .map(document -> document.link(api))
                    .toList();
            String words = "an answer of the Federal Register's API with " + links.size() + " documents";
            Map<String, String> keys =
                    Map.of("agencies", "[industry-and-security-bureau]  # whose documents; or a term to search for");
            return Optional.of(new Found(words, "federal-register", "Federal Register", page.uri(), links, keys));
        } catch (ExtractException e) {
            return Optional.empty(); // then it is something else
        }
    }

    private Optional<Found> feedOf(Page page) {
        List<URI> named = finder.feeds(page);
        for (URI feed : named.isEmpty() ? finder.usualPlaces(page) : named) {
            out.println(named.isEmpty() ? "looking for a feed at " + feed : "the page names a feed: " + feed);
            Page answer = fetch(feed);
            Optional<Found> found = answer == null ? Optional.empty() : list(answer);
            if (found.isPresent() && found.get().kind().equals("feed")) {
                return found;
            }
        }
        return Optional.empty();
    }

    private Optional<Found> listing(Page page) {
        return finder.headlines(page).flatMap(selector -> {
            Source.ListingSource source = new Source.ListingSource(ABOUT, page.uri(), selector, null, null);
            List<Link> links = new LinkExtractor().links(page, source);
            String words = "a page that lists " + links.size() + " articles and has no feed; the selector is a guess";
            Map<String, String> keys = Map.of("links", SourceYaml.quoted(selector));
            String title = finder.title(page);
            String name = title.isEmpty() ? page.uri().getHost() + page.uri().getPath() : title;
            return Optional.of(new Found(words, "listing", name, page.uri(), links, keys));
        });
    }

    private void show(Found found) {
        out.println("this is " + found.words());
        out.println();
        found.links().stream().limit(ITEMS).forEach(this::show);
        out.println(
                "to watch it, put this into config/sources.yaml under \"sources:\" (docs/sources.md explains the keys):");
        out.println();
        String id = SourceYaml.id(found.title(), found.uri(), takenIds);
        out.println(SourceYaml.entry(id, found.title(), found.kind(), found.uri(), found.keys()));
    }

    private void show(Link link) {
        out.println("- " + (link.title().isEmpty() ? "(no title in the list)" : link.title()));
        if (link.uri().getScheme().equals(Link.WITHOUT_PAGE)) {
            out.println("  has no page; its text is what the list says: " + excerpt(link.summary()));
        } else {
            out.println("  " + link.uri());
            Page page = fetch(link.uri());
            if (page != null) {
                show(page, link);
            }
        }
        out.println();
    }

    private void show(Page page, Link link) {
        try {
            Optional<FederalRegisterDocument> document = FederalRegisterDocument.read(page);
            ExtractedArticle article =
                    document.isPresent() ? document.get().article(null) : new ArticleExtractor().extract(page);
            String title = article.title().isBlank() ? link.title() : article.title();
            Object published = article.published() != null ? article.published() : link.published();
            int length = article.text().length();
            out.println("  title: " + title);
            out.println("  published: " + (published == null ? "not said" : published)
                    + (article.authors().isEmpty() ? "" : "; by " + String.join(", ", article.authors())));
            out.println("  text: " + length + " characters"
                    + (length < SHORT_TEXT ? " (short: a teaser, a picture or a closed page?)" : "") + ": "
                    + excerpt(article.text()));
        } catch (ExtractException e) {
            out.println("  no article: " + e.getMessage());
        }
    }

    private static String excerpt(String text) {
        String line = text.replace('\n', ' ');
        return line.length() <= EXCERPT ? line : line.substring(0, EXCERPT) + " …";
    }

    private @Nullable Page fetch(URI uri) {
        return switch (fetcher.fetch(FetchRequest.of(uri))) {
            case Fetched fetched -> fetched.page();
            case NotModified same -> said("  " + uri + " answered \"not modified\" to a first request");
            case Refused no -> said("  refused: " + no.reason());
            case Failed failed -> said("  failed: " + failed.reason());
        };
    }

    private @Nullable Page said(String words) {
        out.println(words);
        return null;
    }
}
