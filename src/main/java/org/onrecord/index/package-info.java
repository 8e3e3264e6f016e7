/**
 * The Lucene index of articles: one block of documents per article, its fields, writing, and the life of its reader.
 *
 * <p>{@link org.onrecord.index.LuceneIndex} writes as {@link org.onrecord.index.ArticleIndex} says:
 * {@code ArticleDocuments} makes the block, {@code ArticleAnalyzer} its terms, {@code StoryFinder} finds the copies of one
 * text. {@link org.onrecord.index.ArticleReaders} gives package {@code search} views of it,
 * {@link org.onrecord.index.IndexSchema} is the only list of fields, {@link org.onrecord.index.Evidence} says which sentences
 * show a finding. Lucene's types stay in this package and in {@code search}.
 */
@NullMarked
package org.onrecord.index;

import org.jspecify.annotations.NullMarked;
