package org.onrecord.extract;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Bytes of a page or feed to characters, as a browser would read them, and better where the label lies.
 *
 * <p>In this order: a byte order mark; UTF-8, where the bytes prove to be it, whatever the label says; the charset of the
 * Content-Type header; the one that the document declares; a guess by {@link CharsetGuess}; windows-1252.
 */
final class TextDecoder {
    /** Declarations stand at the start, but some templates put long scripts before them. */
    private static final int DECLARATION_WITHIN = 65_536;

    private static final int START = 8_192;

    /** How the ISO 2022 charsets switch alphabets, in bytes that are ASCII. */
    private static final char ESCAPE = '\u001B';

    private static final Pattern HEADER = Pattern.compile("(?i)charset\\s*=\\s*[\"']?([^\\s;\"',]+)");
    private static final Pattern XML_DECLARATION =
            Pattern.compile("(?i)<\\?xml[^>]{0,200}?encoding\\s*=\\s*[\"']?([\\w.:-]{2,40})");
    private static final Pattern META =
            Pattern.compile("(?i)<meta[^>]{0,400}?charset\\s*=\\s*[\"']?\\s*([\\w.:-]{2,40})");

    private TextDecoder() {}

    /** The text of these bytes; what cannot be decoded becomes U+FFFD. */
    static String decode(byte[] bytes, @Nullable String contentType) {
        Optional<Charset> sure = ByteOrderMark.of(bytes)
                .or(() ->
                        labelIn(HEADER, contentType == null ? "" : contentType).filter(TextDecoder::isNotAsciiBased));
        if (sure.isPresent()) {
            return decodeWith(sure.get(), bytes);
        }
        String utf8 = startIsUtf8(bytes) ? new String(bytes, StandardCharsets.UTF_8) : "\uFFFD";
        boolean proven = utf8.indexOf('\uFFFD') < 0 && utf8.indexOf(ESCAPE) < 0;
        return proven ? utf8 : decodeWith(charset(bytes, contentType), bytes);
    }

    /** A look at the start saves reading all of a long page in vain. Its end may cut a character. */
    private static boolean startIsUtf8(byte[] bytes) {
        String start = new String(bytes, 0, Math.min(bytes.length, START), StandardCharsets.UTF_8);
        int bad = start.indexOf('\uFFFD');
        return bad < 0 || bad >= start.length() - 3;
    }

    private static Charset charset(byte[] bytes, @Nullable String contentType) {
        Optional<Charset> declared =
                declared(bytes).filter(charset -> !charset.name().startsWith("UTF-16"));
        if (declared.isPresent() && isNotAsciiBased(declared.get())) {
            return declared.get();
        }
        Utf8Share utf8 = Utf8Share.of(bytes);
        if (utf8.isMostlyUtf8()) {
            return StandardCharsets.UTF_8;
        }
        return labelIn(HEADER, contentType == null ? "" : contentType)
                .filter(charset -> charset != StandardCharsets.UTF_8)
                .or(() -> declared.filter(charset -> charset != StandardCharsets.UTF_8))
                .or(() -> CharsetGuess.of(bytes))
                .orElseGet(() -> utf8.isNeverUtf8() ? CharsetLabel.WINDOWS_1252 : StandardCharsets.UTF_8);
    }

    private static Optional<Charset> declared(byte[] bytes) {
        String start = new String(bytes, 0, Math.min(bytes.length, DECLARATION_WITHIN), StandardCharsets.ISO_8859_1);
        return labelIn(XML_DECLARATION, start).or(() -> labelIn(META, start));
    }

    private static Optional<Charset> labelIn(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        return found.find() ? CharsetLabel.charset(found.group(1)) : Optional.empty();
    }

    private static boolean isNotAsciiBased(Charset charset) {
        return charset.name().startsWith("UTF-16") || charset.name().startsWith("ISO-2022");
    }

    private static String decodeWith(Charset charset, byte[] bytes) {
        String text = new String(bytes, charset);
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    /** How many of the characters beyond ASCII are well-formed UTF-8. */
    private record Utf8Share(int good, int bad) {
        static Utf8Share of(byte[] bytes) {
            CharsetDecoder decoder = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT);
            ByteBuffer in = ByteBuffer.wrap(bytes);
            CharBuffer out = CharBuffer.allocate(8192);
            int good = 0;
            int bad = 0;
            CoderResult result;
            do {
                result = decoder.decode(in, out, false);
                out.flip();
                good += (int) out.chars().filter(c -> c > 127).count();
                out.clear();
                if (result.isError()) {
                    bad++;
                    in.position(in.position() + result.length());
                }
            } while (!result.isUnderflow());
            return new Utf8Share(good, bad);
        }

        /** A cut or a few foreign bytes do not make another charset of it. */
        boolean isMostlyUtf8() {
            return bad == 0 || bad * 20 < good;
        }

        boolean isNeverUtf8() {
            return good == 0 && bad > 2;
        }
    }
}
