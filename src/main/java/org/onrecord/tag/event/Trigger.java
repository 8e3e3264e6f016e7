package org.onrecord.tag.event;

import org.onrecord.article.EventType;
import org.onrecord.article.Span;

/**
 * A word that tells of a policy event.
 *
 * @param confidence how likely it does, from 0 to 1
 */
public record Trigger(Span span, EventType type, double confidence) {}
