package org.onrecord.job;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.onrecord.extract.ArticleExtractor;
import org.onrecord.extract.ExtractException;
import org.onrecord.extract.ExtractedArticle;
import org.onrecord.extract.FederalRegisterDocument;
import org.onrecord.fetch.Page;
import org.onrecord.source.Source;

/** Reads pages to judge them. Safe for use by many threads. */
final class PageReader {
    /** Error pages and questions whether one is human say no more than this. */
    private static final int LONGEST_NOTICE = 1_500;

    private static final Pattern NOTICE = Pattern.compile(
            "(?i)\\b(?:40[34]|50[023])\\b|not found|no longer available|access denied|forbidden|\\berror\\b|just a moment"
                    + "|attention required|request access|are you (?:a )?(?:human|robot)|verify (?:that )?you"
                    + "|(?:service|page|site) (?:is )?(?:temporarily )?unavailable|under maintenance|enable (?:javascript|cookies)");

    private final ArticleExtractor extractor = new ArticleExtractor();

    /** The article of a page; without title and text where there is none. */
    ExtractedArticle read(Page page, Source.Reading reading) {
        try {
            Optional<FederalRegisterDocument> document = FederalRegisterDocument.read(page);
            return document.isPresent() ? document.get().article(null) : extractor.extract(page, reading);
        } catch (ExtractException e) {
            return new ExtractedArticle("", List.of(), null, "", "und", null); // nothing to read: that is the finding
        }
    }

    /** Whether a page that came as a good one looks like an error page. */
    static boolean isNotice(ExtractedArticle article) {
        return article.text().length() <= LONGEST_NOTICE
                && NOTICE.matcher(article.title()).find();
    }
}
