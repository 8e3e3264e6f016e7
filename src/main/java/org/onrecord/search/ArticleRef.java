package org.onrecord.search;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.ArticleId;
import org.onrecord.article.Published;
import org.onrecord.article.SourceId;

/**
 * Which article an answer comes from.
 *
 * @param id the article
 * @param url its canonical URL; null for a text that was handed in
 * @param title its headline
 * @param source who brought it; null for a text that was handed in
 * @param published when it was published; null when unknown
 */
public record ArticleRef(
        ArticleId id,
        @Nullable URI url,
        String title,
        @Nullable SourceId source,
        @Nullable Published published) {
    public ArticleRef {
        requireNonNull(id, "id");
        requireNonNull(title, "title");
    }
}
