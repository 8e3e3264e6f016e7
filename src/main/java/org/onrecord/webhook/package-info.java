/**
 * Webhooks: addresses that are told of every new article that answers a query, each article once, in the form of Standard
 * Webhooks 1.0.
 *
 * <p>Start at {@link org.onrecord.webhook.Webhooks}. New captures are matched and their messages put into the outbox in one
 * step; sending is another, which tries again until a receiver has answered or two days are over.
 */
@NullMarked
package org.onrecord.webhook;

import org.jspecify.annotations.NullMarked;
