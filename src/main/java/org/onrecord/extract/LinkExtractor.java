package org.onrecord.extract;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Selector;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.ArticleId;
import org.onrecord.article.Published;
import org.onrecord.fetch.Page;
import org.onrecord.source.Source;
import org.onrecord.source.Source.FederalRegisterSource;
import org.onrecord.source.Source.FeedSource;
import org.onrecord.source.Source.FolderSource;
import org.onrecord.source.Source.ListingSource;
import org.onrecord.source.Source.SitemapSource;
import org.onrecord.source.Source.WarcSource;

/** Which articles a source has, told from the page that it sent. Stateless, safe for many threads. */
public final class LinkExtractor {
    /** A page with more links than this is a trap, not a list of news. */
    private static final int MOST_LINKS = 500;

    private final FeedReader feedReader = new FeedReader();
    private final SitemapReader sitemapReader = new SitemapReader();

    /**
     * The links to articles, each address once, in the order of the page. Throws {@link ExtractException} when the page is
     * not what the source should send.
     */
    public List<Link> links(Page page, Source source) {
        List<Link> links = new ArrayList<>();
        links(page, source, links::add);
        return links;
    }

    /** As {@link #links(Page, Source)}, with links handed on one by one: a source may name very many. */
    public void links(Page page, Source source, Consumer<Link> links) {
        switch (source) {
            case FeedSource feed -> fromFeed(page, feed, links);
            case ListingSource listing -> fromListing(page, listing).forEach(links);
            case SitemapSource sitemap -> sitemapReader.read(page).pages().forEach(found -> links.accept(found.link()));
            case FederalRegisterSource register ->
                FederalRegisterList.read(page).documents().stream()
                        .filter(document -> document.fits(register))
                        .map(document -> document.link(register.api()))
                        .forEach(links);
            case WarcSource warc ->
                throw new ExtractException("the WARC files of " + warc.folder()
                        + " hold pages themselves, not lists of links; fetch the source");
            case FolderSource folder ->
                throw new ExtractException("the files of folder " + folder.folder()
                        + " are articles themselves, not lists of links; extract each of them");
        }
    }

    private void fromFeed(Page page, FeedSource source, Consumer<Link> links) {
        Set<String> seen = new HashSet<>();
        feedReader.read(page, source.about().reading().zone(), entry -> {
            URI uri = entry.link() == null ? null : withoutFragment(entry.link());
            if (uri != null && Address.isHttp(uri)) {
                if (seen.add(CanonicalUrl.of(uri).toString())) {
                    links.accept(new Link(uri, entry.title(), entry.published(), entry.updated(), entry.summary()));
                }
            } else if (uri == null && !(entry.title() + entry.summary()).isBlank()) {
                URI name = nameOf(entry, source);
                if (seen.add(name.toString())) {
                    links.accept(new Link(name, entry.title(), entry.published(), entry.updated(), entry.summary()));
                }
            }
        });
    }

    /** What stands for the address of an entry that has none: the same entry has the same one. */
    private static URI nameOf(FeedEntry entry, FeedSource source) {
        String key = String.join("\n", source.id().value(), entry.id(), entry.title(), entry.summary());
        return URI.create(Link.WITHOUT_PAGE + ":onrecord:" + ArticleId.ofKey(key));
    }

    private static List<Link> fromListing(Page page, ListingSource listing) {
        Document document = document(page);
        URI base = base(document, page);
        DateReader dates = new DateReader(
                page.fetchedAt().plus(FeedReader.AHEAD),
                listing.about().reading().zone());
        Map<URI, Link> links = new LinkedHashMap<>();
        for (Element item : select(document, listing.links(), listing)) {
            Element anchor = item.normalName().equals("a") ? item : item.selectFirst("a[href]");
            if (anchor == null || links.size() >= MOST_LINKS) {
                continue;
            }
            Optional<URI> uri = Address.resolveHttp(base, anchor.attr("href")).map(LinkExtractor::withoutFragment);
            uri.ifPresent(at -> links.putIfAbsent(
                    CanonicalUrl.of(at), new Link(at, title(item, listing), date(item, listing, dates), "")));
        }
        return List.copyOf(links.values());
    }

    /** The next page of a list; empty at its end. */
    public Optional<URI> nextPage(Page page, ListingSource listing) {
        String selector = listing.next();
        if (selector == null) {
            return Optional.empty();
        }
        Document document = document(page);
        return select(document, selector, listing).stream()
                .map(element -> Address.resolveHttp(base(document, page), element.attr("href")))
                .flatMap(Optional::stream)
                .map(LinkExtractor::withoutFragment)
                .findFirst();
    }

    private static Document document(Page page) {
        String markup =
                TextDecoder.decode(page.body(), page.header("Content-Type").orElse(null));
        return Html.page(markup, page.uri());
    }

    private static URI base(Document document, Page page) {
        return Address.resolveHttp(page.uri(), document.select("base[href]").attr("href"))
                .orElse(page.uri());
    }

    private static String title(Element item, ListingSource listing) {
        String selector = listing.title();
        List<Element> found = selector == null ? List.of(item) : select(item, selector, listing);
        return found.isEmpty()
                ? Prose.line(item.text())
                : Prose.line(found.getFirst().text());
    }

    private static @Nullable Published date(Element item, ListingSource listing, DateReader dates) {
        String selector = listing.date();
        if (selector == null) {
            return null;
        }
        for (Element found : select(item, selector, listing)) {
            Optional<Published> date = dates.read(found.attr("datetime")).or(() -> dates.read(found.text()));
            if (date.isPresent()) {
                return date.get();
            }
        }
        return null;
    }

    private static List<Element> select(Element at, String selector, ListingSource listing) {
        try {
            return new ArrayList<>(at.select(selector));
        } catch (Selector.SelectorParseException e) {
            throw new ExtractException(
                    "source " + listing.id() + ": \"" + selector + "\" is no CSS selector: " + e.getMessage(), e);
        }
    }

    static URI withoutFragment(URI uri) {
        String text = uri.toString();
        int hash = text.indexOf('#');
        return hash < 0 ? uri : URI.create(text.substring(0, hash));
    }
}
