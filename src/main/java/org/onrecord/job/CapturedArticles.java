package org.onrecord.job;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.onrecord.archive.Archive;
import org.onrecord.article.Article;
import org.onrecord.article.ArticleId;
import org.onrecord.article.SourceId;
import org.onrecord.extract.ArticleExtractor;
import org.onrecord.extract.CanonicalUrl;
import org.onrecord.extract.ExtractException;
import org.onrecord.extract.ExtractedArticle;
import org.onrecord.extract.FederalRegisterDocument;
import org.onrecord.fetch.Page;
import org.onrecord.source.Source;
import org.onrecord.state.Capture;
import org.onrecord.state.Captures;
import org.onrecord.state.Hints;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the article of a capture out of the archive. Safe for use by many threads. */
public final class CapturedArticles {
    private static final Logger LOG = LoggerFactory.getLogger(CapturedArticles.class);

    /** The scheme of addresses that stand for texts which a person handed in. */
    private static final String HANDED_IN = "urn";

    private final Captures captures;
    private final Archive archive;
    private final ArticleExtractor extractor;
    private final Function<SourceId, Source.Reading> readings;

    /** @param readings how pages of a source are read */
    public CapturedArticles(
            Captures captures,
            Archive archive,
            ArticleExtractor extractor,
            Function<SourceId, Source.Reading> readings) {
        this.captures = captures;
        this.archive = archive;
        this.extractor = extractor;
        this.readings = readings;
    }

    /**
     * The article of a capture; empty when it has no text. What the page does not say of itself, the source's words fill in.
     *
     * @throws org.onrecord.archive.ArchiveException if its record cannot be read
     */
    public Optional<Article> of(Capture capture) {
        ExtractedArticle extracted = extract(capture);
        Hints hints = capture.hints();
        String text = extracted.text().isBlank() ? hints.summary() : extracted.text();
        if (text.isBlank()) {
            return Optional.empty();
        }
        URI address = extracted.canonical() != null ? extracted.canonical() : capture.uri();
        boolean onTheWeb = "http".equals(address.getScheme()) || "https".equals(address.getScheme());
        URI url = onTheWeb ? CanonicalUrl.of(address) : address;
        return Optional.of(new Article(
                ArticleId.of(url),
                onTheWeb ? url : null,
                capture.source(),
                extracted.title().isBlank() ? hints.title() : extracted.title(),
                extracted.authors(),
                extracted.published() != null ? extracted.published() : hints.published(),
                extracted.updated() != null ? extracted.updated() : hints.updated(),
                capture.fetchedAt(),
                capture.fetchedAt(),
                extracted.language(),
                text,
                capture.number()));
    }

    /** The document of the Federal Register that a capture is; empty when it is something else. */
    Optional<FederalRegisterDocument> registerDocument(Capture capture) {
        return FederalRegisterDocument.isAddress(capture.uri())
                ? FederalRegisterDocument.read(archive.read(capture))
                : Optional.empty();
    }

    /** A text that a person handed in is taken as it is; of a document that we cannot read, nothing is known. */
    private ExtractedArticle extract(Capture capture) {
        Page page = archive.read(capture);
        if (HANDED_IN.equals(capture.uri().getScheme())) {
            String text = new String(page.body(), StandardCharsets.UTF_8);
            return new ExtractedArticle("", List.of(), null, text, "und", null);
        }
        Optional<FederalRegisterDocument> document = FederalRegisterDocument.read(page);
        if (document.isPresent()) {
            return document.get().article(fullTextOf(document.get()).orElse(null));
        }
        try {
            return extractor.extract(page, readings.apply(capture.source()));
        } catch (ExtractException e) {
            LOG.atInfo().addKeyValue("url", capture.uri()).log("{}", e.getMessage());
            return new ExtractedArticle("", List.of(), null, "", "und", null);
        }
    }

    private Optional<Page> fullTextOf(FederalRegisterDocument document) {
        return Optional.ofNullable(document.fullText())
                .flatMap(captures::latest)
                .map(archive::read);
    }
}
