package org.onrecord.web;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.NotFoundResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.Article;
import org.onrecord.article.ArticleId;
import org.onrecord.article.ArticleVersion;
import org.onrecord.article.ArticleVersion.TextChange;
import org.onrecord.article.TaggedArticle;
import org.onrecord.search.ArticleRef;
import org.onrecord.search.ArticleSearch;

/** {@code GET /article/{id}}: the text with its evidence marked, and the findings beside it. */
final class ArticlePage implements Handler {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.UK);

    private final ArticleSearch search;
    private final Function<ArticleId, List<ArticleVersion>> history;
    private final Labels labels;
    private final Templates templates;

    ArticlePage(
            ArticleSearch search,
            Function<ArticleId, List<ArticleVersion>> history,
            Labels labels,
            Templates templates) {
        this.search = search;
        this.history = history;
        this.labels = labels;
        this.templates = templates;
    }

    /**
     * What the template shows.
     *
     * @param external the article itself; null for a text that was handed in or a link that is not safe to follow
     * @param text whether the text may be shown; else headline, link and short quotations
     * @param archived the newest capture; null for a text that has none
     * @param updated the day of its last change, as it says, for people; empty if it does not
     * @param firstSeen the day on which it was first fetched, for people
     * @param changes how it changed since, oldest first
     * @param copies every article with nearly the same text, itself too, the earliest first; empty when there is no other
     */
    record View(
            Frame frame,
            String title,
            String source,
            String day,
            @Nullable String isoDay,
            String authors,
            @Nullable String external,
            boolean text,
            @Nullable Archived archived,
            String updated,
            String firstSeen,
            List<Change> changes,
            List<ArticleLine> copies,
            Findings findings) {}

    /** A capture: when it was made, for people and for machines, and what its bytes hash to. */
    record Archived(String at, String exact, String sha256) {
        static Archived of(ArticleVersion version) {
            OffsetDateTime at = version.fetchedAt().atOffset(ZoneOffset.UTC);
            return new Archived(
                    Labels.day(at.toLocalDate()) + ", " + TIME.format(at) + " UTC",
                    version.fetchedAt().toString(),
                    version.sha256());
        }
    }

    /**
     * A change of the article.
     *
     * @param seen the day on which it was seen, for people
     * @param places what differs; empty when the text may not be shown
     */
    record Change(String seen, List<TextChange> places) {}

    @Override
    public void handle(Context ctx) {
        TaggedArticle tagged = find(search, ctx.pathParam("id"));
        Article article = tagged.article();
        String title = ArticleLine.titleOf(article.title());
        boolean text = labels.mayShowText(article.source());
        List<ArticleVersion> versions = history.apply(article.id());
        List<ArticleRef> copies = search.copies(article.id());
        templates.show(
                ctx,
                "article",
                new View(
                        templates.frame(title, null).with(PageForms.of(ctx)),
                        title,
                        labels.source(article.source()),
                        Labels.day(article.published()),
                        article.published() == null
                                ? null
                                : article.published().day().toString(),
                        String.join(", ", article.authors()),
                        Links.external(article.url()),
                        text,
                        versions.isEmpty() ? null : Archived.of(versions.getLast()),
                        article.updated() == null ? "" : Labels.day(article.updated()),
                        day(article.firstSeenAt()),
                        versions.stream()
                                .skip(1)
                                .map(version ->
                                        new Change(day(version.fetchedAt()), text ? version.changes() : List.of()))
                                .toList(),
                        copies.size() < 2
                                ? List.of()
                                : copies.stream()
                                        .map(copy -> ArticleLine.of(copy, labels))
                                        .toList(),
                        text ? Findings.withText(tagged, labels) : Findings.withoutText(tagged, labels)));
    }

    private static String day(Instant instant) {
        return Labels.day(LocalDate.ofInstant(instant, ZoneOffset.UTC));
    }

    /** The article with this id, or the answer that there is none. */
    static TaggedArticle find(ArticleSearch search, String id) {
        boolean possible = !id.isEmpty() && id.length() <= 200 && id.chars().noneMatch(Character::isWhitespace);
        return (possible ? search.article(new ArticleId(id)) : Optional.<TaggedArticle>empty())
                .orElseThrow(() -> new NotFoundResponse("there is no article " + id));
    }
}
