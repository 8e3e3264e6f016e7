package org.onrecord.search;

import java.util.List;
import java.util.Locale;
import org.onrecord.article.Passage;
import org.onrecord.article.Speaker;
import org.onrecord.article.Statement;
import org.onrecord.json.Json;
import org.onrecord.json.TaggedArticleJson;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The JSON forms of answers, the same for the command line and the API. Absent values are null, never left out. */
public final class HitJson {
    private static final int MOST_STATEMENTS = 2_000;

    private HitJson() {}

    /** {@code id url title source published score passage}, and {@code marks}: the places to highlight in the passage. */
    public static ObjectNode write(ArticleHit hit) {
        ObjectNode json = Json.MAPPER.createObjectNode();
        ArticleRef article = hit.article();
        json.put("id", article.id().value());
        json.put("url", article.url() == null ? null : article.url().toString());
        json.put("title", article.title());
        json.put("source", article.source() == null ? null : article.source().value());
        putPublished(json, article);
        json.put("score", hit.score());
        return putPassage(json, hit.passage());
    }

    /**
     * {@code article url title published speaker actor cue content act lobbying issue position stand_confidence confidence
     * corrected start end}.
     */
    public static ObjectNode write(StatementHit hit) {
        Statement statement = hit.statement();
        Speaker speaker = statement.speaker();
        Passage cue = statement.cue();
        ObjectNode json = article(hit.article());
        json.put("speaker", speaker == null ? null : speaker.passage().text());
        json.put(
                "actor",
                speaker == null || speaker.actor() == null
                        ? null
                        : speaker.actor().value());
        json.put("cue", cue == null ? null : cue.text());
        json.put("content", statement.content().text());
        json.put("act", statement.act().label());
        json.put("lobbying", statement.lobbying());
        json.put(
                "issue",
                statement.stand().issue() == null
                        ? null
                        : statement.stand().issue().value());
        json.put("position", statement.stand().position().label());
        json.put("stand_confidence", statement.stand().confidence());
        json.put("confidence", statement.confidence());
        json.put("corrected", statement.corrected());
        return putSpan(json, statement.content());
    }

    /**
     * {@code article url title published type trigger actors date confidence start end evidence}, and {@code document} when
     * the article is the official document by which it was done.
     */
    public static ObjectNode write(EventHit hit) {
        ObjectNode json = article(hit.article());
        json.put("type", hit.event().type().label());
        json.put("trigger", hit.event().trigger().text());
        ArrayNode actors = json.putArray("actors");
        hit.event().actors().forEach(actor -> actors.add(actor.value()));
        json.put("date", hit.event().date());
        json.put("confidence", hit.event().confidence());
        if (hit.event().document() != null) {
            json.set("document", TaggedArticleJson.write(hit.event().document()));
        }
        putSpan(json, hit.event().trigger());
        return json.put("evidence", hit.evidence().text());
    }

    /**
     * {@code article url title published}, then the fields of a figure inside an article, {@code evidence}, and who states it:
     * {@code speaker actor}, null when the article itself does.
     */
    public static ObjectNode write(FigureHit hit) {
        ObjectNode json = article(hit.article());
        json.setAll(TaggedArticleJson.write(hit.figure()));
        json.put("evidence", hit.evidence().text());
        Speaker speaker = hit.speaker();
        json.put("speaker", speaker == null ? null : speaker.passage().text());
        return json.put(
                "actor",
                speaker == null || speaker.actor() == null
                        ? null
                        : speaker.actor().value());
    }

    /** {@code subject measure}, and {@code lines}: {@code period unit verdict figures} each. */
    public static ObjectNode write(FigureComparison comparison) {
        ObjectNode json = Json.MAPPER.createObjectNode();
        json.put("subject", comparison.subject());
        json.put("measure", comparison.measure().label());
        ArrayNode lines = json.putArray("lines");
        for (FigureComparison.Line line : comparison.lines()) {
            ObjectNode one = lines.addObject();
            one.put("period", line.period());
            one.put("unit", line.unit());
            one.put("verdict", line.verdict().label());
            ArrayNode figures = one.putArray("figures");
            line.figures().forEach(hit -> figures.add(write(hit)));
        }
        return json;
    }

    /**
     * {@code actor issue position since}; {@code strength} of the evidence: {@code grade statements articles opposing first last
     * least most confidence}; {@code changes} of side, each {@code from to confidence before after}; {@code statements}: the
     * evidence newest first, each as a statement of its own, at most 2,000.
     *
     * @param search has the statements' words
     */
    public static ObjectNode write(Stance stance, ArticleSearch search) {
        ObjectNode json = Json.MAPPER.createObjectNode();
        json.put("actor", stance.actor().value());
        json.put("issue", stance.issue().value());
        json.put("position", stance.position().label());
        json.put("since", stance.since() == null ? null : stance.since().toString());
        json.set("strength", write(stance.strength()));
        ArrayNode changes = json.putArray("changes");
        for (PositionChange change : stance.changes()) {
            List<StatementHit> both = search.statementsAt(List.of(change.before(), change.after()));
            if (both.size() == 2) {
                changes.add(write(change, both.getFirst(), both.getLast()));
            }
        }
        ArrayNode statements = json.putArray("statements");
        search.statementsAt(stance.taken().stream().limit(MOST_STATEMENTS).toList())
                .forEach(hit -> statements.add(write(hit)));
        return json;
    }

    private static ObjectNode write(Strength strength) {
        ObjectNode json = Json.MAPPER.createObjectNode();
        json.put("grade", strength.grade().label());
        json.put("statements", strength.statements());
        json.put("articles", strength.articles());
        json.put("opposing", strength.opposing());
        json.put("first", strength.first() == null ? null : strength.first().toString());
        json.put("last", strength.last() == null ? null : strength.last().toString());
        json.put("least", strength.least());
        json.put("most", strength.most());
        return json.put("confidence", strength.confidence());
    }

    private static ObjectNode write(PositionChange change, StatementHit before, StatementHit after) {
        ObjectNode json = Json.MAPPER.createObjectNode();
        json.put("from", change.before().side().label());
        json.put("to", change.after().side().label());
        json.put("confidence", change.confidence());
        json.set("before", write(before));
        json.set("after", write(after));
        return json;
    }

    /** A list of {@code field values}; each value: {@code value count chosen query}, most first. */
    public static ArrayNode write(List<Facet> facets) {
        ArrayNode json = Json.MAPPER.createArrayNode();
        for (Facet facet : facets) {
            ArrayNode values = json.addObject().put("field", facet.field()).putArray("values");
            facet.counts()
                    .forEach(count -> values.addObject()
                            .put("value", count.value())
                            .put("count", count.count())
                            .put("chosen", count.chosen())
                            .put("query", count.query()));
        }
        return json;
    }

    /**
     * {@code obstacles}: each {@code condition unmet without query}; {@code suggestions}: each {@code meant query count}.
     */
    public static ObjectNode write(NothingFound nothing) {
        ObjectNode json = Json.MAPPER.createObjectNode();
        ArrayNode obstacles = json.putArray("obstacles");
        nothing.obstacles()
                .forEach(obstacle -> obstacles
                        .addObject()
                        .put("condition", obstacle.condition())
                        .put("unmet", obstacle.unmet())
                        .put("without", obstacle.without())
                        .put("query", obstacle.query()));
        ArrayNode suggestions = json.putArray("suggestions");
        nothing.suggestions()
                .forEach(suggestion -> suggestions
                        .addObject()
                        .put("meant", suggestion.meant())
                        .put("query", suggestion.query())
                        .put("count", suggestion.count()));
        return json;
    }

    /** {@code step}: day, week, month, quarter or year; {@code spans}: each {@code from to count query}, oldest first. */
    public static ObjectNode write(OverTime overTime) {
        ObjectNode json = Json.MAPPER.createObjectNode();
        json.put("step", overTime.step().name().toLowerCase(Locale.ROOT));
        ArrayNode spans = json.putArray("spans");
        for (OverTime.Span span : overTime.spans()) {
            spans.addObject()
                    .put("from", span.from().toString())
                    .put("to", span.to().toString())
                    .put("count", span.count())
                    .put("query", span.query());
        }
        return json;
    }

    /** An article by itself: {@code id}, {@code url}, {@code title}, {@code source}, {@code published}. */
    public static ObjectNode write(ArticleRef article) {
        ObjectNode json = Json.MAPPER.createObjectNode();
        json.put("id", article.id().value());
        json.put("url", article.url() == null ? null : article.url().toString());
        json.put("title", article.title());
        json.put("source", article.source() == null ? null : article.source().value());
        putPublished(json, article);
        return json;
    }

    /**
     * {@code story articles sources copies passage marks first others}: how many articles of one text there are at most, the
     * earliest article, then the others as far as listed.
     */
    public static ObjectNode write(StoryHit hit) {
        ObjectNode json = Json.MAPPER.createObjectNode();
        json.put("story", hit.story());
        json.put("articles", hit.total());
        json.put("sources", hit.sources());
        json.put("copies", hit.copies());
        putPassage(json, hit.passage());
        json.set("first", write(hit.articles().getFirst()));
        ArrayNode others = json.putArray("others");
        hit.articles().stream().skip(1).forEach(other -> others.add(write(other)));
        return json;
    }

    private static ObjectNode putPassage(ObjectNode json, Snippet passage) {
        json.put("passage", passage.text());
        ArrayNode marks = json.putArray("marks");
        passage.marks().forEach(mark -> marks.addArray().add(mark.start()).add(mark.end()));
        return json;
    }

    private static ObjectNode article(ArticleRef article) {
        ObjectNode json = Json.MAPPER.createObjectNode();
        json.put("article", article.id().value());
        json.put("url", article.url() == null ? null : article.url().toString());
        json.put("title", article.title());
        putPublished(json, article);
        return json;
    }

    private static void putPublished(ObjectNode json, ArticleRef article) {
        json.put(
                "published",
                article.published() == null ? null : article.published().toString());
    }

    private static ObjectNode putSpan(ObjectNode json, Passage passage) {
        return json.put("start", passage.start()).put("end", passage.end());
    }
}
