package org.onrecord.fetch;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipException;
import org.brotli.dec.BrotliInputStream;

/**
 * Undoes content codings (RFC 9110, 8.4): gzip, deflate and brotli (RFC 7932), each once or one upon the other.
 *
 * <p>Whether gzip was applied is seen from the bytes: servers claim it for plain bodies, and forget to claim it for
 * compressed ones. A compressed file that is not text, such as {@code application/gzip}, stays as it is.
 */
final class BodyCodings {
    /** What servers are told that they may use. */
    static final String OFFERED = "gzip, deflate, br";

    private static final int MOST_CODINGS = 2;

    private BodyCodings() {}

    /**
     * The plain body.
     *
     * @param most bytes that it may have
     * @throws IOException if it is larger, damaged, cut off, or coded in a way that we did not offer
     */
    static byte[] undo(Answer answer, int most) throws IOException {
        List<String> codings = codings(answer);
        byte[] body = answer.body();
        if (codings.isEmpty() && isGzip(body) && isText(answer)) {
            codings = List.of("gzip");
        }
        for (String coding : codings.reversed()) {
            body = switch (coding) {
                case "gzip", "x-gzip" -> isGzip(body) ? read(new GZIPInputStream(bytes(body)), most) : body;
                case "deflate" -> read(inflater(body), most);
                case "br" -> read(new BrotliInputStream(bytes(body)), most);
                default -> throw new IOException("the content coding " + Quoted.of(coding) + " is not known");
            };
        }
        return body;
    }

    private static List<String> codings(Answer answer) throws IOException {
        List<String> codings = new ArrayList<>();
        for (String value : answer.values("Content-Encoding")) {
            Arrays.stream(value.toLowerCase(Locale.ROOT).split(","))
                    .map(String::strip)
                    .filter(coding -> !coding.isEmpty() && !coding.equals("identity") && !coding.equals("none"))
                    .forEach(codings::add);
        }
        if (codings.size() > MOST_CODINGS) {
            throw new IOException("more than " + MOST_CODINGS + " content codings");
        }
        return codings;
    }

    private static boolean isGzip(byte[] body) {
        return body.length > 2 && body[0] == 0x1f && body[1] == (byte) 0x8b && body[2] == 8;
    }

    private static boolean isText(Answer answer) {
        String type = answer.header("Content-Type").orElse("").toLowerCase(Locale.ROOT);
        return type.startsWith("text/") || type.contains("xml") || type.contains("json") || type.contains("html");
    }

    /** With the zlib wrapping that the standard asks for, or without, as many servers send it. */
    private static InputStream inflater(byte[] body) {
        boolean zlib = body.length >= 2 && (body[0] & 0x0f) == 8 && ((body[0] & 255) * 256 + (body[1] & 255)) % 31 == 0;
        return new InflaterInputStream(bytes(body), new Inflater(!zlib));
    }

    private static byte[] read(InputStream in, int most) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (in) {
            if (!Limited.copy(in, out, most)) {
                throw new IOException("a body of more than " + most + " bytes when expanded");
            }
            return out.toByteArray();
        } catch (EOFException e) {
            throw new IOException("a compressed body that is cut off", e);
        } catch (ZipException e) {
            throw new IOException("a damaged compressed body: " + e.getMessage(), e);
        } catch (IllegalStateException | IndexOutOfBoundsException e) { // what the brotli decoder trips over
            throw new IOException("a damaged compressed body", e);
        }
    }

    private static ByteArrayInputStream bytes(byte[] body) {
        return new ByteArrayInputStream(body);
    }
}
