package org.onrecord.extract;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.Published;

/**
 * An address where a source says that an article is, with what the source says of it.
 *
 * @param uri absolute, without fragment; its scheme is {@link #WITHOUT_PAGE} where the source itself says everything
 * @param title the headline that the source gives; empty if none
 * @param published the date that the source gives; null if none
 * @param updated the date of a change after that which the source gives; null if none
 * @param summary plain text that the source gives; empty if none
 */
public record Link(
        URI uri,
        String title,
        @Nullable Published published,
        @Nullable Published updated,
        String summary) {
    /** The scheme of an address that stands for an entry without a page of its own. */
    public static final String WITHOUT_PAGE = "urn";

    public Link {
        requireNonNull(uri, "uri");
        requireNonNull(title, "title");
        requireNonNull(summary, "summary");
    }

    /** A link of which the source says nothing of changes. */
    public Link(URI uri, String title, @Nullable Published published, String summary) {
        this(uri, title, published, null, summary);
    }
}
