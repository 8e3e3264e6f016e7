/**
 * Article to tagged article: names, statements, stands, events and figures. The only package that knows OpenNLP.
 *
 * <p>{@link org.onrecord.tag.Tagger} lists its stages in one place; each is a small class from record to record. The
 * lexica that the stages use are data files beside the classes' resources.
 */
@NullMarked
package org.onrecord.tag;

import org.jspecify.annotations.NullMarked;
