/**
 * What the program must remember and cannot derive: captures, links to fetch, source health, mails.
 *
 * <p>{@link org.onrecord.state.StateStore} opens {@code index/state.db} and hands out one class per kind of row, which
 * holds its SQL. The only package that knows SQL, Jdbi and Flyway.
 */
@NullMarked
package org.onrecord.state;

import org.jspecify.annotations.NullMarked;
