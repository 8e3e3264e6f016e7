package org.onrecord.extract;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Optional;

/** What a charset label means on the web (WHATWG Encoding Standard): often a superset of what it says. */
final class CharsetLabel {
    static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

    private CharsetLabel() {}

    /** The charset for a label; empty when there is none of this name, or only one that nobody should use (UTF-7). */
    static Optional<Charset> charset(String label) {
        String name = label.strip().toLowerCase(Locale.ROOT);
        return switch (name) {
            case "utf-8", "utf8", "unicode-1-1-utf-8" -> Optional.of(StandardCharsets.UTF_8);
            case "iso-8859-1", "iso8859-1", "latin1", "latin-1", "l1", "us-ascii", "ascii" -> Optional.of(WINDOWS_1252);
            case "iso-8859-9", "latin5" -> Optional.of(Charset.forName("windows-1254"));
            case "gb2312", "gbk", "gb_2312-80", "x-gbk" -> Optional.of(Charset.forName("GB18030"));
            case "shift_jis", "shift-jis", "sjis", "x-sjis", "ms_kanji" -> Optional.of(Charset.forName("windows-31j"));
            case "euc-kr", "ks_c_5601-1987", "ksc5601" -> Optional.of(Charset.forName("x-windows-949"));
            case "tis-620", "iso-8859-11" -> Optional.of(Charset.forName("x-windows-874"));
            case "big5", "big5-hkscs" -> Optional.of(Charset.forName("Big5-HKSCS"));
            case "utf-7", "utf7" -> Optional.empty();
            case "utf-16" -> Optional.of(StandardCharsets.UTF_16LE);
            default -> ofPlatform(name);
        };
    }

    private static Optional<Charset> ofPlatform(String name) {
        try {
            return Optional.of(Charset.forName(name));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            // an unknown label is as good as none: the bytes decide
            return Optional.empty();
        }
    }
}
