package org.onrecord.web;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.NotFoundResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.Article;
import org.onrecord.article.ArticleId;
import org.onrecord.article.TaggedArticle;
import org.onrecord.search.ArticleSearch;

/** {@code GET /article/{id}}: the text with its evidence marked, and the findings beside it. */
final class ArticlePage implements Handler {
    private final ArticleSearch search;
    private final Labels labels;
    private final Templates templates;

    ArticlePage(ArticleSearch search, Labels labels, Templates templates) {
        this.search = search;
        this.labels = labels;
        this.templates = templates;
    }

    /**
     * What the template shows.
     *
     * @param external the article itself; null for a text that was handed in or a link that is not safe to follow
     * @param text whether the text may be shown; else headline, link and short quotations
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
            Findings findings) {}

    @Override
    public void handle(Context ctx) {
        TaggedArticle tagged = find(search, ctx.pathParam("id"));
        Article article = tagged.article();
        String title = ArticleLine.titleOf(article.title());
        boolean text = labels.mayShowText(article.source());
        templates.show(
                ctx,
                "article",
                new View(
                        templates.frame(title, null),
                        title,
                        labels.source(article.source()),
                        Labels.day(article.published()),
                        article.published() == null
                                ? null
                                : article.published().day().toString(),
                        String.join(", ", article.authors()),
                        Links.external(article.url()),
                        text,
                        text ? Findings.withText(tagged, labels) : Findings.withoutText(tagged, labels)));
    }

    /** The article with this id, or the answer that there is none. */
    static TaggedArticle find(ArticleSearch search, String id) {
        boolean possible = !id.isEmpty() && id.length() <= 200 && id.chars().noneMatch(Character::isWhitespace);
        return (possible ? search.article(new ArticleId(id)) : Optional.<TaggedArticle>empty())
                .orElseThrow(() -> new NotFoundResponse("there is no article " + id));
    }
}
