package org.onrecord.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** Copies streams that may have no end. */
final class Limited {
    private static final int BUFFER = 16 * 1024;

    private Limited() {}

    /**
     * Copies at most so many bytes.
     *
     * @return whether that was all
     */
    static boolean copy(InputStream in, OutputStream out, int most) throws IOException {
        byte[] buffer = new byte[BUFFER];
        int left = most;
        while (true) {
            int read = in.read(buffer, 0, Math.min(buffer.length, left + 1));
            if (read < 0) {
                return true;
            }
            if (read > left) {
                out.write(buffer, 0, left);
                return false;
            }
            out.write(buffer, 0, read);
            left -= read;
        }
    }
}
