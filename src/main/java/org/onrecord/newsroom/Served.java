package org.onrecord.newsroom;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.onrecord.hash.Sha256;

/** What lies at one path of the server. */
sealed interface Served {
    /**
     * A page, feed or other file.
     *
     * @param contentType as the header says it
     * @param body not to be changed
     * @param etag the entity tag, quotation marks included; the same bytes have the same tag
     * @param lastModified in whole seconds, as HTTP has it
     * @param failsFirst whether the first request gets status 500
     */
    @SuppressWarnings("ArrayRecordComponent") // nobody compares or changes it
    record Document(String contentType, byte[] body, String etag, Instant lastModified, boolean failsFirst)
            implements Served {

        static Document of(String contentType, Markup markup, Charset charset, Instant lastModified) {
            byte[] body = markup.code().getBytes(charset);
            return new Document(contentType, body, tagOf(body), lastModified, false);
        }

        static Document utf8(String contentType, Markup markup, Instant lastModified) {
            return of(contentType + "; charset=utf-8", markup, StandardCharsets.UTF_8, lastModified);
        }

        Document failingFirst() {
            return new Document(contentType, body, etag, lastModified, true);
        }

        private static String tagOf(byte[] body) {
            return "\"" + Sha256.hex(body).substring(0, 16) + "\"";
        }
    }

    /**
     * A permanent redirect.
     *
     * @param path where to, on the same server
     */
    record Moved(String path) implements Served {}

    /** Nothing. */
    record Missing() implements Served {}
}
