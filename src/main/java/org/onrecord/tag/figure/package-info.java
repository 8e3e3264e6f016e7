/**
 * Figures: quantities with subject, measure, unit and period.
 *
 * <p>{@link org.onrecord.tag.figure.QuantityReader} reads all quantities of a sentence, {@link
 * org.onrecord.tag.figure.FigureFinder} picks those that are worth checking, {@link org.onrecord.tag.figure.FigureReader}
 * adds what they are figures of.
 */
@NullMarked
package org.onrecord.tag.figure;

import org.jspecify.annotations.NullMarked;
