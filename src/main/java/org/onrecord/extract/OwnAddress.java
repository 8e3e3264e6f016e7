package org.onrecord.extract;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** The address that a page gives as its own. A page may not take over the identity of another site's page. */
final class OwnAddress {
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
                .filter(own -> uri == null || isSameSite(own, uri) && !isFrontPageOfOther(own, uri))
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

    /** Careless templates name the front page as the address of every page. */
    private static boolean isFrontPageOfOther(URI own, URI uri) {
        boolean front = own.getRawPath() == null || own.getRawPath().length() <= 1;
        boolean otherIsNot = uri.getRawPath() != null && uri.getRawPath().length() > 1;
        return front && own.getRawQuery() == null && otherIsNot;
    }
}
