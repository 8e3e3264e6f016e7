/**
 * Alerts: mails about new articles that answer a saved search, as they come in.
 *
 * <p>Start at {@link org.onrecord.alert.Alerts}. What matched is written down by {@link org.onrecord.watch.Watch} as it is indexed;
 * here it is gathered by story and put into the outbox, at hours in which it is wanted.
 */
@NullMarked
package org.onrecord.alert;

import org.jspecify.annotations.NullMarked;
