package org.onrecord.extract;

import crawlercommons.sitemaps.AbstractSiteMap;
import crawlercommons.sitemaps.Namespace;
import crawlercommons.sitemaps.SiteMap;
import crawlercommons.sitemaps.SiteMapIndex;
import crawlercommons.sitemaps.SiteMapParser;
import crawlercommons.sitemaps.SiteMapURL;
import crawlercommons.sitemaps.UnknownFormatException;
import crawlercommons.sitemaps.extension.Extension;
import crawlercommons.sitemaps.extension.ExtensionMetadata;
import crawlercommons.sitemaps.extension.NewsAttributes;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.Published;
import org.onrecord.fetch.Page;

/**
 * Reads sitemaps (sitemaps.org), their indexes, and the titles and dates of news sitemaps; gzip or not.
 *
 * <p>Loads nothing: a document that declares a document type is refused. Stateless, safe for many threads.
 */
public final class SitemapReader {
    private static final int LONGEST_LIST = 50_000; // sitemaps.org; longer ones are cut

    private static final Map<AbstractSiteMap.SitemapType, String> FORMATS = Map.of(
            AbstractSiteMap.SitemapType.INDEX, "sitemap index",
            AbstractSiteMap.SitemapType.XML, "sitemap",
            AbstractSiteMap.SitemapType.ATOM, "atom",
            AbstractSiteMap.SitemapType.RSS, "rss",
            AbstractSiteMap.SitemapType.TEXT, "text");

    /** The sitemap on a fetched page; throws {@link ExtractException} if there is none. */
    public Sitemap read(Page page) {
        return read(page.body(), page.uri());
    }

    /** The sitemap in these bytes; throws {@link ExtractException} if they hold none. */
    Sitemap read(byte[] body, URI place) {
        AbstractSiteMap read;
        try {
            read = parser().parseSiteMap(Gunzip.ifCompressed(body), url(place));
        } catch (UnknownFormatException | IOException e) {
            throw new ExtractException(none(place, String.valueOf(e.getMessage())), e);
        }
        Sitemap sitemap = new Sitemap(
                FORMATS.getOrDefault(read.getType(), "sitemap"),
                read instanceof SiteMap list ? pages(list) : List.of(),
                read instanceof SiteMapIndex index ? parts(index) : List.of());
        if (read.getType() == AbstractSiteMap.SitemapType.TEXT
                && sitemap.pages().isEmpty()) {
            throw new ExtractException(none(place, "a text without addresses"));
        }
        return sitemap;
    }

    private static String none(URI place, String found) {
        return "no sitemap at " + place + " (" + Prose.line(found)
                + "); look for the address after \"Sitemap:\" in the site's robots.txt";
    }

    /** Addresses of other hosts are taken, and elements of other vocabularies are not: an image is no page. */
    private static SiteMapParser parser() {
        SiteMapParser parser = new SiteMapParser(false);
        parser.setStrictNamespace(true);
        parser.addAcceptedNamespace(Namespace.SITEMAP_LEGACY);
        parser.addAcceptedNamespace(new String[] {Namespace.EMPTY, Namespace.RSS_2_0});
        parser.addAcceptedNamespace(new String[] {Namespace.ATOM_0_3, Namespace.ATOM_1_0});
        parser.enableExtension(Extension.NEWS);
        return parser;
    }

    private static URL url(URI place) {
        try {
            return place.toURL();
        } catch (MalformedURLException | IllegalArgumentException e) {
            throw new ExtractException("a sitemap has a web address, not " + place, e);
        }
    }

    private static List<Sitemap.Entry> pages(SiteMap list) {
        List<Sitemap.Entry> pages = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (SiteMapURL entry : list.getSiteMapUrls()) {
            Optional<URI> uri = entry.getUrl() == null
                    ? Optional.empty()
                    : Address.resolveHttp(null, entry.getUrl().toString());
            if (uri.isPresent()
                    && pages.size() < LONGEST_LIST
                    && seen.add(CanonicalUrl.of(uri.get()).toString())) {
                pages.add(page(LinkExtractor.withoutFragment(uri.get()), entry));
            }
        }
        return pages;
    }

    private static Sitemap.Entry page(URI uri, SiteMapURL entry) {
        ExtensionMetadata[] news = entry.getAttributesForExtension(Extension.NEWS);
        Instant changed = instant(entry.getLastModified());
        if (news != null && news.length > 0 && news[0] instanceof NewsAttributes attributes) {
            ZonedDateTime published = attributes.getPublicationDateTime();
            String title = Prose.lineOfMarkup(attributes.getTitle());
            return new Sitemap.Entry(
                    new Link(uri, title, published(published), ""),
                    published == null ? changed : published.toInstant());
        }
        return new Sitemap.Entry(new Link(uri, "", null, ""), changed);
    }

    /** Midnight UTC is what the parser makes of a day without a time. */
    private static @Nullable Published published(@Nullable ZonedDateTime time) {
        if (time == null) {
            return null;
        }
        boolean dayOnly =
                time.getOffset().equals(ZoneOffset.UTC) && time.toLocalTime().toSecondOfDay() == 0;
        return dayOnly ? Published.on(time.toLocalDate()) : Published.at(time.toOffsetDateTime());
    }

    private static List<Sitemap.Part> parts(SiteMapIndex index) {
        Map<URI, Sitemap.Part> parts = new LinkedHashMap<>();
        for (AbstractSiteMap entry : index.getSitemaps()) {
            URI uri = Address.resolveHttp(null, entry.getUrl().toString()).orElse(null);
            if (uri != null && parts.size() < LONGEST_LIST) {
                parts.putIfAbsent(uri, new Sitemap.Part(uri, instant(entry.getLastModified())));
            }
        }
        return List.copyOf(parts.values());
    }

    private static @Nullable Instant instant(@Nullable Date date) {
        return date == null ? null : date.toInstant();
    }
}
