package org.onrecord.extract;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.Published;
import org.onrecord.fetch.Page;
import org.onrecord.source.Source;

/**
 * Reads what a page says of itself, and its main text. Stateless, safe for many threads.
 *
 * <p>The walk: bytes to text ({@link TextDecoder}), text to a document ({@link WebPage}), then one class for each answer:
 * {@link Headline}, {@link Byline}, {@link PublicationDate}, {@link PageLanguage}, {@link OwnAddress}, {@link MainText}, {@link Paywall}.
 */
public final class ArticleExtractor {
    /** The article on a fetched page; throws {@link ExtractException} when the page is neither HTML nor plain text. */
    public ExtractedArticle extract(Page page) {
        return extract(page, Source.Reading.USUAL);
    }

    /** As {@link #extract(Page)}, in the way that its source asks for. */
    public ExtractedArticle extract(Page page, Source.Reading reading) {
        DateReader dates = new DateReader(page.fetchedAt().plus(FeedReader.AHEAD), reading.zone());
        return extract(page.body(), page.header("Content-Type").orElse(null), page.uri(), dates, reading);
    }

    /**
     * The article in the bytes of a saved page, gzip or not; throws {@link ExtractException} when they are neither HTML nor
     * plain text.
     *
     * @param contentType the Content-Type header that came with them; null if unknown
     * @param uri where the page was; null if unknown
     */
    public ExtractedArticle extract(byte[] bytes, @Nullable String contentType, @Nullable URI uri) {
        return extract(bytes, contentType, uri, new DateReader(null), Source.Reading.USUAL);
    }

    private static ExtractedArticle extract(
            byte[] raw, @Nullable String contentType, @Nullable URI uri, DateReader dates, Source.Reading reading) {
        byte[] bytes = Gunzip.ifCompressed(raw);
        if (Mail.isMail(contentType, uri)) {
            return Mail.article(bytes, dates, uri);
        }
        String text = TextDecoder.decode(bytes, contentType);
        return switch (ContentKind.of(bytes, text, contentType, uri)) {
            case HTML -> fromHtml(WebPage.parse(text, uri, reading.remove()), dates, reading);
            case PLAIN_TEXT -> PlainText.article(text, uri);
            case FEED -> throw unreadable("a feed", uri, "read it as a source of kind feed");
            case JSON -> throw unreadable("application/json", uri, "give the address of the page that people read");
            case PDF -> throw unreadable("application/pdf", uri, "save its text as a .txt file and extract that");
            case OTHER ->
                throw unreadable(
                        contentType == null ? "bytes of an unknown kind" : contentType,
                        uri,
                        "only HTML and plain text are read");
        };
    }

    /** The bytes of a saved page without gzip; throws {@link ExtractException} when they cannot be expanded. */
    public static byte[] expanded(byte[] bytes) {
        return Gunzip.ifCompressed(bytes);
    }

    /** How many children the body of a page has, by the parser alone: what the cost of extraction is compared with. */
    public static int parseOnly(byte[] bytes) {
        try {
            return Jsoup.parse(new ByteArrayInputStream(bytes), null, "").body().childNodeSize();
        } catch (IOException e) {
            throw new ExtractException("the parser could not read the page: " + e.getMessage(), e);
        }
    }

    private static ExtractException unreadable(String kind, @Nullable URI uri, String advice) {
        return new ExtractException(
                "cannot read " + kind + (uri == null ? "" : " at " + uri) + " as an article; " + advice);
    }

    private static ExtractedArticle fromHtml(WebPage page, DateReader dates, Source.Reading reading) {
        SelectedParts selected = new SelectedParts(page.document(), reading);
        TitlePlace title = TitlePlace.of(page.outline(), selected.title().orElseGet(() -> Headline.of(page)));
        String language = PageLanguage.of(page);
        Optional<Published> published =
                selected.date(dates.in(language)).or(() -> PublicationDate.of(page, title, dates.in(language)));
        String text = selected.body().orElseGet(() -> MainText.of(page, title));
        return new ExtractedArticle(
                title.title(),
                selected.authors().orElseGet(() -> Byline.of(page, title)),
                published.orElse(null),
                ChangeDate.of(page, published.orElse(null), dates.in(language)).orElse(null),
                text,
                language,
                OwnAddress.of(page).orElse(null),
                Paywall.cuts(page, text));
    }
}
