package org.onrecord.job;

import org.onrecord.article.SourceId;

/** Hears how far an intake has come. Called from many threads. */
public interface IntakeListener {
    /** Hears nothing. */
    IntakeListener NONE = new IntakeListener() {};

    /** A source named links; {@code due} of its links are to be fetched now. */
    default void due(SourceId source, int due) {}

    /** One of the due links was dealt with, well or badly. */
    default void done(SourceId source) {}

    /** So many captures have been looked at for the index, of so many that wait. */
    default void indexed(long done, long total) {}
}
