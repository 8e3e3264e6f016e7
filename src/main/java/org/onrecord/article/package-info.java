/**
 * The values that every other package speaks of: articles, the places in their text, and what is found there.
 *
 * <p>Start with {@link org.onrecord.article.Article}, then {@link org.onrecord.article.TaggedArticle}, which holds an
 * article with its mentions, statements, policy events and figures. Everything here is an immutable record or an enum,
 * checks itself when it is made, and knows no library and of our packages only {@code hash}. Every finding carries a
 * {@link org.onrecord.article.Passage}: the place in the text and the words there.
 */
@NullMarked
package org.onrecord.article;

import org.jspecify.annotations.NullMarked;
