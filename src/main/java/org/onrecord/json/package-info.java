/**
 * The JSON forms of the values: what the command line, the API and the stores write and read.
 *
 * <p>{@link org.onrecord.json.TaggedArticleJson} is the form of the annotated articles.
 */
@NullMarked
package org.onrecord.json;

import org.jspecify.annotations.NullMarked;
