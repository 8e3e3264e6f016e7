package org.onrecord.extract;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/** Saved pages may be compressed. */
final class Gunzip {
    /** More than any page has; a bomb stops here. */
    private static final int LARGEST = 60_000_000;

    private Gunzip() {}

    /** The bytes, expanded when they are gzip; throws {@link ExtractException} when they cannot be. */
    static byte[] ifCompressed(byte[] bytes) {
        if (bytes.length < 3 || (bytes[0] & 0xFF) != 0x1F || (bytes[1] & 0xFF) != 0x8B) {
            return bytes;
        }
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            byte[] expanded = in.readNBytes(LARGEST + 1);
            if (expanded.length > LARGEST) {
                throw new ExtractException(
                        "the gzip file expands to more than " + LARGEST + " bytes; no page is that long");
            }
            return expanded;
        } catch (EOFException e) {
            throw new ExtractException("the gzip file is cut off; save it again", e);
        } catch (IOException e) {
            throw new ExtractException("the gzip file is damaged (" + e.getMessage() + "); save it again", e);
        }
    }
}
