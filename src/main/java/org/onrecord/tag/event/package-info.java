/**
 * Policy events: the words that tell of them, who took part, when.
 *
 * <p>{@link org.onrecord.tag.event.EventStage} finds the words, {@code EventDetails} the participants and the date.
 */
@NullMarked
package org.onrecord.tag.event;

import org.jspecify.annotations.NullMarked;
