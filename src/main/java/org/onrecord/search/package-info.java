/**
 * Questions to answers: one query language for commands, pages, alerts and digests, records out.
 *
 * <p>{@link org.onrecord.search.ArticleSearch} is the entry, {@link org.onrecord.search.LuceneSearch} answers from the index.
 * {@code QueryParser} turns a query into a {@code Condition}, {@code QueryCompiler} that into a Lucene query for articles or
 * findings, {@code Asking} puts it to one view of the index within a time, {@code ArticleAnswers}, {@code Passages},
 * {@code FacetCounting} and {@code Ledger} make answers of what it finds. {@code docs/queries.md} describes the language.
 */
@NullMarked
package org.onrecord.search;

import org.jspecify.annotations.NullMarked;
