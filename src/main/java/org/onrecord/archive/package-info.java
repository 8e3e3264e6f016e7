/**
 * Keeps every capture for ever: WARC files on disk, one row for each in the state store.
 *
 * <p>{@link org.onrecord.archive.Archive} acknowledges a capture when its WARC record is forced to disk and its row is
 * committed, in that order. {@link org.onrecord.archive.SavedWarc} reads the files of others. The only package that knows
 * jwarc.
 */
@NullMarked
package org.onrecord.archive;

import org.jspecify.annotations.NullMarked;
