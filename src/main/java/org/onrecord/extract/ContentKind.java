package org.onrecord.extract;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What bytes are, told from their start first, then from the header, then from the address. */
enum ContentKind {
    HTML,
    PLAIN_TEXT,
    FEED,
    JSON,
    PDF,
    OTHER;

    private static final int START = 4096;

    private static final Pattern MARKUP = Pattern.compile(
            "(?i)<(?:!doctype\\s+html|html|head|body|meta|title|article|main" + "|section|div|p|h1|br|span|table)\\b");
    private static final Pattern FEED_ROOT = Pattern.compile("(?i)<(?:rss|rdf:rdf|feed)[\\s>]");

    /** Archives, office files, images, programs: none is text of any charset. */
    private static final List<String> BINARY = List.of(
            "PK\u0003\u0004",
            "\u0089PNG",
            "GIF8",
            "\u00FF\u00D8\u00FF",
            "\u00D0\u00CF\u0011\u00E0",
            "\u007FELF",
            "WARC/1.");

    /** What the bytes are that decode to this text. */
    static ContentKind of(byte[] bytes, String text, @Nullable String contentType, @Nullable URI uri) {
        String magic = new String(bytes, 0, Math.min(bytes.length, 8), StandardCharsets.ISO_8859_1);
        if (magic.startsWith("%PDF-")) {
            return PDF;
        }
        String start = text.substring(0, Math.min(text.length(), START)).strip();
        if (BINARY.stream().anyMatch(magic::startsWith) || isMostlyNul(start)) {
            return OTHER;
        }
        boolean page = isWholePage(start);
        if (!page && start.startsWith("<") && FEED_ROOT.matcher(start).find()) {
            return FEED;
        }
        String type = contentType == null ? "" : contentType.toLowerCase(Locale.ROOT);
        if (type.startsWith("text/plain") || isNamedText(uri) && !type.contains("html")) {
            // servers of old send pages as text/plain, and browsers show them as what they are
            return page ? HTML : PLAIN_TEXT;
        }
        if (type.contains("html")
                || type.contains("xml")
                || MARKUP.matcher(start).find()) {
            return HTML;
        }
        if (type.contains("json") || start.startsWith("{\"") || start.startsWith("[{")) {
            return JSON;
        }
        if (type.contains("pdf")) {
            return PDF;
        }
        if (type.isEmpty() || type.startsWith("text/")) {
            return start.startsWith("<") ? HTML : PLAIN_TEXT;
        }
        return OTHER;
    }

    private static boolean isMostlyNul(String start) {
        return start.chars().filter(c -> c == 0).count() > start.length() / 10;
    }

    private static boolean isWholePage(String start) {
        String lower = start.toLowerCase(Locale.ROOT);
        return lower.startsWith("<!doctype html") || lower.startsWith("<html");
    }

    private static boolean isNamedText(@Nullable URI uri) {
        String path = uri == null || uri.getPath() == null ? "" : uri.getPath().toLowerCase(Locale.ROOT);
        return path.endsWith(".txt") || path.endsWith(".text");
    }
}
