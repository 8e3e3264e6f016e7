/**
 * Article to tagged article: names, statements, stands, events and figures. The only package that knows OpenNLP.
 *
 * <p>{@link org.onrecord.tag.OpenNlpTagger} lists the stages in one place; each stands in a room of its own. From the bottom
 * up: {@code text}, {@code time}, {@code name}, {@code speaker}, {@code statement}, then {@code stand}, {@code event} and
 * {@code figure}, the {@code engine}s that find candidates for all of them, and {@code train}. No room knows one above it.
 * The lexica are data files in the resources' folder of this package.
 */
@NullMarked
package org.onrecord.tag;

import org.jspecify.annotations.NullMarked;
