/**
 * Who is told of new articles: every article is compared with all that is watched for as it is indexed, and what matched is
 * written down before the index is made durable.
 *
 * <p>Start at {@link org.onrecord.watch.Watch}. Those who tell, by mail or webhook, are {@link org.onrecord.watch.Watchers}; they
 * read what waits for them from {@link org.onrecord.state.Matches}.
 */
@NullMarked
package org.onrecord.watch;

import org.jspecify.annotations.NullMarked;
