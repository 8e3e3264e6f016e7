package org.onrecord.digest;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Text as quoted-printable (RFC 2045, 6.7): ASCII in lines of at most {@value #LONGEST} characters, whatever the text. The
 * library's own encoder does the same in several times the time, which counts with a thousand mails at once.
 */
final class QuotedPrintable {
    private static final int LONGEST = 76;
    private static final byte[] HEX = "0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);

    private final ByteArrayOutputStream out;
    private int column;

    private QuotedPrintable(int size) {
        this.out = new ByteArrayOutputStream(size);
    }

    /** The bytes of the text in UTF-8, encoded; each line feed ends a line by CR and LF. */
    static byte[] of(String text) {
        byte[] bytes = text.replace("\r\n", "\n").replace('\r', '\n').getBytes(StandardCharsets.UTF_8);
        QuotedPrintable encoder = new QuotedPrintable(bytes.length + bytes.length / 8);
        for (int i = 0; i < bytes.length; i++) {
            encoder.add(bytes[i], i + 1 == bytes.length || bytes[i + 1] == '\n');
        }
        return encoder.out.toByteArray();
    }

    /** @param last whether a line or the text ends after it: white space there would be lost on the way */
    private void add(byte octet, boolean last) {
        if (octet == '\n') {
            out.write('\r');
            out.write('\n');
            column = 0;
        } else if ((octet > ' ' && octet < 127 && octet != '=') || (octet == ' ' && !last)) {
            room(1, last);
            out.write(octet);
            column++;
        } else {
            room(3, last);
            out.write('=');
            out.write(HEX[(octet >> 4) & 15]);
            out.write(HEX[octet & 15]);
            column += 3;
        }
    }

    /** Breaks the line softly where so many characters do not fit, with one kept for the sign of the next break. */
    private void room(int characters, boolean last) {
        if (column + characters > (last ? LONGEST : LONGEST - 1)) {
            out.write('=');
            out.write('\r');
            out.write('\n');
            column = 0;
        }
    }
}
