package org.onrecord.index;

import org.onrecord.article.ArticleId;
import org.onrecord.article.TaggedArticle;

/** Where tagged articles are written so that they can be searched. Safe for use by many threads at once. */
public interface ArticleIndex extends AutoCloseable {
    /** Writes an article in place of any earlier version with the same id; searchable after {@link #refresh} at the latest. */
    void add(TaggedArticle article);

    /** Takes an article out; does nothing when there is none. */
    void remove(ArticleId id);

    /** Takes every article out and forgets the highest capture. */
    void clear();

    /** Makes what was added and removed so far visible to searches, without making it durable. */
    void refresh();

    /**
     * Makes everything added so far durable, together with the number up to which all captures are in it.
     *
     * @param highestCapture the highest capture number of which this one and all before it have been dealt with
     */
    void commit(long highestCapture);

    /** The number given to the last {@link #commit}; 0 for a new index. */
    long highestCapture();

    @Override
    void close();
}
