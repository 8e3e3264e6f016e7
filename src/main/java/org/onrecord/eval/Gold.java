package org.onrecord.eval;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.Article;
import org.onrecord.tag.train.GoldArticle;
import tools.jackson.databind.JsonNode;

/**
 * Annotated articles.
 *
 * @param texts the articles, in the order of the files
 * @param repeated ids that stood there more than once; the last one counts
 */
public record Gold(List<Text> texts, Set<String> repeated) {
    public Gold {
        texts = List.copyOf(texts);
        repeated = Set.copyOf(repeated);
    }

    /** An article to tag, and what should be found in it. */
    public record Text(Article article, Annotations annotations) {}

    /** Reads annotated articles; throws {@link EvalException} that names every line that is wrong. */
    public static Gold read(List<Path> files) {
        AnnotationLines lines = new AnnotationLines();
        Map<String, Text> texts = new LinkedHashMap<>();
        Set<String> repeated = new TreeSet<>();
        for (Path file : files) {
            lines.read(file, (id, json, problems) -> {
                Text text = text(id, json, problems);
                if (text != null && texts.put(id, text) != null) {
                    repeated.add(id);
                }
            });
        }
        lines.throwIfWrong();
        return new Gold(new ArrayList<>(texts.values()), repeated);
    }

    private static @Nullable Text text(String id, JsonNode json, List<String> problems) {
        String text = json.path("text").asString("");
        if (text.isEmpty()) {
            problems.add("\"text\" is missing");
            return null;
        }
        Annotations annotations = new AnnotationReader(text, problems).read(id, json);
        try {
            return new Text(GoldArticle.of(json.toString()).article(), annotations);
        } catch (DateTimeException e) {
            problems.add("\"published\" is no day such as 2026-11-20: " + json.path("published"));
            return null;
        }
    }
}
