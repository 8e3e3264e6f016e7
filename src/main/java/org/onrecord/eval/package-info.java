/**
 * How good the tagging is: compares what was found in articles with what people annotated there.
 *
 * <p>{@link org.onrecord.eval.Scorer} is the entry. {@link org.onrecord.eval.Gold} reads annotated articles,
 * {@link org.onrecord.eval.Predictions} what a tagger found in them; both become {@link org.onrecord.eval.Annotations},
 * the one form that is compared. {@code Pairing} decides which finding answers which annotation, {@code Agreement} what
 * counts as the same, and {@link org.onrecord.eval.Count} turns hits into precision, recall and F1. What each figure means
 * is told in {@code docs/quality.md}.
 */
@NullMarked
package org.onrecord.eval;

import org.jspecify.annotations.NullMarked;
