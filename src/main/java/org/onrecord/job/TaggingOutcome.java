package org.onrecord.job;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.TaggedArticle;
import org.onrecord.state.Capture;

/** What came of extracting and tagging one capture. */
sealed interface TaggingOutcome {
    record Tagged(TaggedArticle article) implements TaggingOutcome {}

    /** Indexed with the document that it is the text of. */
    record PartOfAnother(long capture) implements TaggingOutcome {}

    record WithoutText(long capture, URI uri) implements TaggingOutcome {}

    record OutOfMemory(Capture capture, OutOfMemoryError cause) implements TaggingOutcome {}

    record Failed(IndexingReport.Failure failure, @Nullable Throwable cause) implements TaggingOutcome {
        static Failed of(long capture, URI uri, Throwable cause) {
            String message = cause.getMessage();
            String reason = message == null ? cause.getClass().getSimpleName() : message;
            return new Failed(new IndexingReport.Failure(capture, uri, reason), cause);
        }
    }
}
