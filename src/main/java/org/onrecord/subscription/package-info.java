/**
 * Subscriptions that readers ask for by themselves: digests and alerts of their own choice, which begin when the reader has
 * confirmed them and end by a link in every mail.
 *
 * <p>Start at {@link org.onrecord.subscription.Subscriptions}; {@link org.onrecord.subscription.Choice} is what a reader wants.
 */
@NullMarked
package org.onrecord.subscription;

import org.jspecify.annotations.NullMarked;
