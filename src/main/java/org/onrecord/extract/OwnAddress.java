package org.onrecord.extract;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** The address that a page gives as its own. A page may not take over the identity of another site's page. */
final class OwnAddress {
    /** What the path of another view, or of a later page, of an article has more than the article's. */
    private static final Pattern OTHER_VIEW = Pattern.compile(
            "(?i)(?:amp|print|printable|mobile|m|all|full|single|index|page[-/]?\\d+|\\d{1,2})(?:\\.[a-z]{3,5})?/");

    private OwnAddress() {}

    static Optional<URI> of(WebPage page) {
        URI uri = page.uri();
        return Stream.concat(
                        page.outline()
                                .named("link")
                                .mapToObj(page.outline()::element)
                                .filter(OwnAddress::isCanonical)
                                .map(link -> link.attr("href")),
                        page.meta("og:url"))
                .map(href -> Address.resolveHttp(uri, href))
                .flatMap(Optional::stream)
                .filter(own -> uri == null || isSameSite(own, uri) && !isSectionOf(own, uri))
                .findFirst()
                .or(() -> Optional.ofNullable(uri))
                .map(CanonicalUrl::of);
    }

    private static boolean isCanonical(Element link) {
        String rel = link.attr("rel").toLowerCase(Locale.ROOT);
        return rel.equals("canonical")
                || rel.contains("canonical") && List.of(rel.split("\\s+")).contains("canonical");
    }

    /** One host is the other, or a part of it: {@code amp.news.example} and {@code news.example}. */
    private static boolean isSameSite(URI own, URI uri) {
        String a = host(own);
        String b = host(uri);
        return a.equals(b) || a.endsWith("." + b) || b.endsWith("." + a);
    }

    private static String host(@Nullable URI uri) {
        String host = uri == null || uri.getHost() == null ? "" : uri.getHost().toLowerCase(Locale.ROOT);
        return host.replaceFirst("^(?:www|m|mobile|amp)\\.", "");
    }

    /**
     * Careless templates name the front page, or the page of a section, as the address of every page in it; believing that
     * would make one article of them all.
     */
    private static boolean isSectionOf(URI own, URI uri) {
        String section = folder(own);
        String path = folder(uri);
        return own.getRawQuery() == null
                && path.length() > section.length()
                && path.startsWith(section)
                && (section.equals("/")
                        || !OTHER_VIEW.matcher(path.substring(section.length())).matches());
    }

    private static String folder(URI uri) {
        String path = uri.getRawPath() == null ? "" : uri.getRawPath();
        return path.endsWith("/") ? path : path + "/";
    }
}
