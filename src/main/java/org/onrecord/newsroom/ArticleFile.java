package org.onrecord.newsroom;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.onrecord.newsroom.NewsroomArticle.Matter;
import org.onrecord.newsroom.NewsroomArticle.Quirk;

/**
 * Reads an article's file: header lines {@code key: value}, an empty line, then paragraphs with empty lines between them.
 * A paragraph may be broken over lines; they are joined by a space.
 */
final class ArticleFile {
    private static final Set<String> KEYS =
            Set.of("id", "site", "title", "author", "published", "lang", "tags", "record", "basis", "quirk", "copy-of");

    private ArticleFile() {}

    /** All bundled articles, in the order of {@code articles/index.txt}. */
    static List<NewsroomArticle> bundled() {
        return Bundled.text("articles/index.txt")
                .lines()
                .filter(line -> !line.isBlank())
                .map(id -> read("articles/" + id + ".txt", Bundled.text("articles/" + id + ".txt")))
                .toList();
    }

    /** The article in this text; throws {@link NewsroomException} that names the file when it is not one. */
    static NewsroomArticle read(String file, String text) {
        try {
            return read(text);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new NewsroomException(file + ": " + e.getMessage(), e);
        }
    }

    private static NewsroomArticle read(String text) {
        List<String> parts =
                Arrays.stream(text.strip().split("\\R[ \\t]*\\R\\s*")).toList();
        Map<String, String> header = header(parts.getFirst());
        return new NewsroomArticle(
                required(header, "id"),
                Site.ofFolder(required(header, "site")),
                required(header, "title"),
                required(header, "author"),
                OffsetDateTime.parse(required(header, "published")),
                header.getOrDefault("lang", "en"),
                List.of(required(header, "tags").split("\\s*,\\s*")),
                Matter.valueOf(required(header, "record").toUpperCase(Locale.ROOT)),
                required(header, "basis"),
                Quirk.ofLabel(header.getOrDefault("quirk", "none")),
                header.get("copy-of"),
                parts.stream().skip(1).map(ArticleFile::oneLine).toList());
    }

    private static Map<String, String> header(String lines) {
        Map<String, String> header = new LinkedHashMap<>();
        List<String> wrong = new ArrayList<>();
        lines.lines().forEach(line -> {
            int colon = line.indexOf(": ");
            String key = colon < 0 ? "" : line.substring(0, colon);
            if (!KEYS.contains(key) || header.put(key, line.substring(colon + 2).strip()) != null) {
                wrong.add(line);
            }
        });
        if (!wrong.isEmpty()) {
            throw new IllegalArgumentException(
                    "header lines are \"key: value\" with each key once, of " + KEYS + "; these are not: " + wrong);
        }
        return header;
    }

    private static String required(Map<String, String> header, String key) {
        String value = header.get(key);
        if (value == null) {
            throw new IllegalArgumentException("the header has no \"" + key + "\"");
        }
        return value;
    }

    private static String oneLine(String paragraph) {
        return paragraph.strip().replaceAll("\\s*\\R\\s*", " ");
    }
}
