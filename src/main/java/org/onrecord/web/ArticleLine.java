package org.onrecord.web;

import org.jspecify.annotations.Nullable;
import org.onrecord.search.ArticleRef;

/**
 * An article as one line.
 *
 * @param title its headline, or a word for having none
 * @param href its page
 * @param external the article itself; null for a text that was handed in
 * @param source the name of its source
 * @param day when it was published, for people
 * @param isoDay the same for machines; null when unknown
 */
record ArticleLine(
        String title,
        String href,
        @Nullable String external,
        String source,
        String day,
        @Nullable String isoDay) {
    static ArticleLine of(ArticleRef article, Labels labels) {
        return new ArticleLine(
                titleOf(article.title()),
                Links.article(article.id()),
                Links.external(article.url()),
                labels.source(article.source()),
                Labels.day(article.published()),
                article.published() == null ? null : article.published().day().toString());
    }

    static String titleOf(String title) {
        return title.isBlank() ? "Untitled" : title;
    }
}
