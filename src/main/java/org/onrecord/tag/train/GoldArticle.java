package org.onrecord.tag.train;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.onrecord.article.Article;
import org.onrecord.article.ArticleId;
import org.onrecord.article.Published;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An annotated article, or one in the same form without annotations.
 *
 * @param article the article
 * @param json the whole line, with {@code entities}, {@code statements}, {@code events} and {@code claims}
 */
public record GoldArticle(Article article, JsonNode json) {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    /** Reads a file with one object per line; throws {@link IllegalArgumentException} naming the line that is wrong. */
    public static List<GoldArticle> read(Path file) throws IOException {
        List<GoldArticle> articles = new ArrayList<>();
        int number = 0;
        for (String line : Files.readAllLines(file)) {
            number++;
            if (!line.isBlank()) {
                try {
                    articles.add(of(line));
                } catch (JacksonException e) {
                    throw new IllegalArgumentException(file + ":" + number + ": the line is no whole JSON object", e);
                } catch (RuntimeException e) {
                    throw new IllegalArgumentException(
                            file + ":" + number + ": not an article with id and text: " + e.getMessage(), e);
                }
            }
        }
        return articles;
    }

    /** Reads one object with {@code id}, {@code text} and, where known, {@code title}, {@code published}, {@code lang}. */
    public static GoldArticle of(String line) {
        JsonNode json = MAPPER.readTree(line);
        String published = json.path("published").asString("");
        String id = json.path("id").asString("").replaceAll("\\s", "-");
        return new GoldArticle(
                new Article(
                        id.isEmpty() || id.length() > 200 ? ArticleId.ofKey(line) : new ArticleId(id),
                        null,
                        null,
                        json.path("title").asString(""),
                        List.of(),
                        published.length() >= 10
                                ? Published.on(java.time.LocalDate.parse(published.substring(0, 10)))
                                : null,
                        Instant.EPOCH,
                        json.path("lang").asString("und").toLowerCase(Locale.ROOT),
                        json.path("text").asString(""),
                        0),
                json);
    }
}
