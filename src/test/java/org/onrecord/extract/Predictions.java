package org.onrecord.extract;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the extractors say of a manifest of saved pages or feeds, in the form that the scorers read.
 *
 * <p>By hand: {@code java -cp … org.onrecord.extract.Predictions pages|feeds MANIFEST OUT [SET,SET]}.
 */
final class Predictions {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Predictions() {}

    public static void main(String[] args) throws IOException {
        List<String> sets = args.length > 3 ? List.of(args[3].split(",")) : List.of();
        Path manifest = Path.of(args[1]);
        try (PrintStream out =
                new PrintStream(Files.newOutputStream(Path.of(args[2])), false, StandardCharsets.UTF_8)) {
            for (JsonNode line : lines(manifest)) {
                if (!sets.isEmpty() && !sets.contains(line.path("source_set").asString(""))) {
                    continue;
                }
                out.println(args[0].equals("feeds") ? ofFeed(manifest, line) : ofPage(manifest, line));
            }
        }
    }

    static List<JsonNode> lines(Path manifest) throws IOException {
        List<JsonNode> lines = new ArrayList<>();
        for (String line : Files.readAllLines(manifest)) {
            if (!line.isBlank()) {
                lines.add(JSON.readTree(line));
            }
        }
        return lines;
    }

    static ObjectNode ofPage(Path manifest, JsonNode line) throws IOException {
        ObjectNode out = JSON.createObjectNode().put("id", line.path("id").asString());
        byte[] bytes =
                Files.readAllBytes(manifest.resolveSibling(line.path("file").asString()));
        try {
            ExtractedArticle article = new ArticleExtractor().extract(bytes, null, uri(line));
            out.put("title", article.title())
                    .put("text", article.text())
                    .put("lang", article.language())
                    .put("teaser", article.teaser());
            out.put(
                    "published",
                    Optional.ofNullable(article.published())
                            .map(Object::toString)
                            .orElse(null));
            out.put(
                    "canonical",
                    Optional.ofNullable(article.canonical())
                            .map(Object::toString)
                            .orElse(null));
            ArrayNode authors = out.putArray("authors");
            article.authors().forEach(authors::add);
        } catch (ExtractException e) {
            out.put("error", e.getMessage());
        }
        return out;
    }

    static ObjectNode ofFeed(Path manifest, JsonNode line) throws IOException {
        ObjectNode out = JSON.createObjectNode().put("file", line.path("file").asString());
        byte[] bytes =
                Files.readAllBytes(manifest.resolveSibling(line.path("file").asString()));
        try {
            Feed feed = new FeedReader().read(bytes, line.path("content_type").asString("application/xml"), uri(line));
            out.put("title", feed.title()).put("format", feed.format());
            ArrayNode entries = out.putArray("entries");
            for (FeedEntry entry : feed.entries()) {
                entries.addObject()
                        .put("title", entry.title())
                        .put(
                                "link",
                                Optional.ofNullable(entry.link())
                                        .map(Object::toString)
                                        .orElse(null))
                        .put(
                                "published",
                                Optional.ofNullable(entry.published())
                                        .map(Object::toString)
                                        .orElse(null))
                        .put("summary", entry.summary())
                        .put("id", entry.id());
            }
        } catch (ExtractException e) {
            out.put("error", e.getMessage());
        }
        return out;
    }

    private static @Nullable URI uri(JsonNode line) {
        String url = line.path("url").asString("");
        return url.isEmpty() ? null : Address.resolve(null, url).orElse(null);
    }
}
