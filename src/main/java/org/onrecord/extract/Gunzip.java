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

    /** Real pages shrink to a tenth; what expands more than this is a bomb, unless it stays small. */
    private static final int MOST_EXPANSION = 100;

    private static final int SMALL = 1_000_000;

    private Gunzip() {}

    /** The bytes, expanded when they are gzip; throws {@link ExtractException} when they cannot be. */
    static byte[] ifCompressed(byte[] bytes) {
        if (bytes.length < 3 || (bytes[0] & 0xFF) != 0x1F || (bytes[1] & 0xFF) != 0x8B) {
            return bytes;
        }
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            int most = (int) Math.min(LARGEST, Math.max(SMALL, (long) MOST_EXPANSION * bytes.length));
            byte[] expanded = in.readNBytes(most + 1);
            if (expanded.length > most) {
                throw new ExtractException("the gzip file of " + bytes.length + " bytes expands to more than " + most
                        + "; no page is like that");
            }
            return expanded;
        } catch (EOFException e) {
            throw new ExtractException("the gzip file is cut off; save it again", e);
        } catch (IOException e) {
            throw new ExtractException("the gzip file is damaged (" + e.getMessage() + "); save it again", e);
        }
    }
}
