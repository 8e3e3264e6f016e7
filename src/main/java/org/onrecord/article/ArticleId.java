package org.onrecord.article;

import java.net.URI;
import org.onrecord.hash.Sha256;

/**
 * The identity of an article: one canonical URL, one id, whatever the version of its text.
 *
 * @param value 1 to 200 characters without white space; for fetched articles 32 hexadecimal digits of the URL's SHA-256
 */
public record ArticleId(String value) implements Comparable<ArticleId> {
    public ArticleId {
        if (value.isEmpty() || value.length() > 200 || value.chars().anyMatch(Character::isWhitespace)) {
            throw new IllegalArgumentException("not an article id (1 to 200 characters, no white space): " + value);
        }
    }

    /** The id of the article at a canonical URL. Long URLs stay within the index's limit on terms this way. */
    public static ArticleId of(URI canonicalUrl) {
        return ofKey(canonicalUrl.toString());
    }

    /** The id of something that has no URL of its own but a key that is unique, such as a statement's text and speaker. */
    public static ArticleId ofKey(String key) {
        return new ArticleId(Sha256.hex(key).substring(0, 32));
    }

    @Override
    public int compareTo(ArticleId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
