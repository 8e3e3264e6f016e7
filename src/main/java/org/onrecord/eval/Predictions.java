package org.onrecord.eval;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.onrecord.article.Article;
import org.onrecord.article.TaggedArticle;

/**
 * What a tagger found in annotated articles.
 *
 * @param byId the findings by the article's id
 * @param unasked ids of articles that are not among the annotated ones; they do not count
 */
public record Predictions(Map<String, Annotations> byId, Set<String> unasked) {
    public Predictions {
        byId = Map.copyOf(byId);
        unasked = Set.copyOf(unasked);
    }

    /** Tags the articles now. */
    public static Predictions by(Function<Article, TaggedArticle> tagger, Gold gold) {
        Map<String, Annotations> byId = new HashMap<>();
        for (Gold.Text text : gold.texts()) {
            byId.put(text.annotations().id(), Annotations.of(tagger.apply(text.article())));
        }
        return new Predictions(byId, Set.of());
    }

    /**
     * Reads a file with one tagged article per line; throws {@link EvalException} that names every line that is wrong.
     * All offsets are checked against the annotated articles' texts.
     */
    public static Predictions read(Path file, Gold gold) {
        Map<String, String> texts = new HashMap<>();
        gold.texts()
                .forEach(text ->
                        texts.put(text.annotations().id(), text.annotations().text()));
        AnnotationLines lines = new AnnotationLines();
        Map<String, Annotations> byId = new LinkedHashMap<>();
        Set<String> unasked = new TreeSet<>();
        lines.read(file, (id, json, problems) -> {
            String text = texts.get(id);
            if (text == null) {
                unasked.add(id);
            } else if (json.path("text").isString()
                    && !json.path("text").asString().equals(text)) {
                problems.add("it was tagged in another text than the annotated one; tag the annotated file again");
            } else {
                byId.put(id, new AnnotationReader(text, problems).read(id, json));
            }
        });
        lines.throwIfWrong();
        return new Predictions(byId, unasked);
    }

    /** The findings in an article; none when it was not tagged. */
    Annotations of(Annotations gold) {
        return byId.getOrDefault(gold.id(), Annotations.none(gold.id(), gold.text()));
    }

    /** The annotated articles that were not tagged, in their order. */
    public List<String> missing(Gold gold) {
        return gold.texts().stream()
                .map(text -> text.annotations().id())
                .filter(id -> !byId.containsKey(id))
                .toList();
    }
}
