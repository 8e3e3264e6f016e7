package org.onrecord.fetch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http2.hpack.HPackDecoder;
import org.apache.hc.core5.http2.hpack.HeaderListConstraintException;
import org.apache.hc.core5.http2.impl.DefaultH2ResponseConverter;
import org.jspecify.annotations.Nullable;

/**
 * Reads headers as HTTP/2 packs them (RFC 7541), from the parts of a block to names and values, within limits. For one
 * connection and one thread.
 */
final class Http2Headers {
    /** What the table of headers may hold before anything else is agreed (RFC 9113, 6.5.2). */
    private static final int TABLE = 4096;

    /** What the size of a list of headers counts for each, besides name and value (RFC 9113, 6.5.2). */
    private static final int OVERHEAD = 32;

    private final HPackDecoder decoder = new HPackDecoder(TABLE, StandardCharsets.ISO_8859_1);
    private final int maxBytes;
    private final int most;
    private @Nullable ByteArrayOutputStream block;

    /**
     * @param maxBytes of all headers together, packed and unpacked
     * @param most how many there may be
     */
    Http2Headers(int maxBytes, int most) {
        this.maxBytes = maxBytes;
        this.most = most;
        decoder.setMaxListSize(maxBytes + most * OVERHEAD);
    }

    void begin() {
        block = new ByteArrayOutputStream();
    }

    /** Whether a block has begun and not ended. */
    boolean isOpen() {
        return block != null;
    }

    /** Takes the next part of the block that has begun. */
    void add(ByteBuffer part) throws IOException {
        ByteArrayOutputStream parts = begun();
        if (parts.size() + part.remaining() > maxBytes) {
            throw tooLarge();
        }
        parts.write(part.array(), part.arrayOffset() + part.position(), part.remaining());
    }

    /** Ends the block, and says what is in it. */
    List<Header> end() throws IOException {
        ByteBuffer whole = ByteBuffer.wrap(begun().toByteArray());
        block = null;
        List<Header> headers;
        try {
            headers = decoder.decodeHeaders(whole);
        } catch (HeaderListConstraintException e) {
            throw tooLarge();
        } catch (HttpException | IllegalArgumentException | IndexOutOfBoundsException e) { // the decoder trips, too
            throw unreadable(e);
        }
        if (headers.size() > most) {
            throw new IOException("more than " + most + " headers");
        }
        return headers;
    }

    /** The head of an answer; looks at what names and values may consist of. */
    static HttpResponse head(List<Header> headers) throws IOException {
        try {
            return DefaultH2ResponseConverter.INSTANCE.convert(headers);
        } catch (HttpException e) {
            throw unreadable(e);
        }
    }

    private ByteArrayOutputStream begun() throws IOException {
        if (block == null) {
            throw Http2Frames.broken("headers go on that never began");
        }
        return block;
    }

    private IOException tooLarge() {
        return new IOException("headers of more than " + maxBytes + " bytes");
    }

    private static IOException unreadable(Exception cause) {
        return new IOException("headers that cannot be read: " + cause.getMessage(), cause);
    }
}
