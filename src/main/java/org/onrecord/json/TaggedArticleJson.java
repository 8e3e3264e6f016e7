package org.onrecord.json;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.Act;
import org.onrecord.article.ActorId;
import org.onrecord.article.Article;
import org.onrecord.article.ArticleId;
import org.onrecord.article.EntityType;
import org.onrecord.article.EventType;
import org.onrecord.article.Figure;
import org.onrecord.article.IssueId;
import org.onrecord.article.Measure;
import org.onrecord.article.Mention;
import org.onrecord.article.OfficialDocument;
import org.onrecord.article.Passage;
import org.onrecord.article.PolicyEvent;
import org.onrecord.article.Position;
import org.onrecord.article.Published;
import org.onrecord.article.QuoteKind;
import org.onrecord.article.SourceId;
import org.onrecord.article.Span;
import org.onrecord.article.Speaker;
import org.onrecord.article.Stand;
import org.onrecord.article.Statement;
import org.onrecord.article.TaggedArticle;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A tagged article in the form of the annotated articles ({@code entities}, {@code statements}, {@code events},
 * {@code claims}), with {@code confidence} and the article's own fields added. What is written reads back equal.
 */
public final class TaggedArticleJson {
    private TaggedArticleJson() {}

    /** The whole tagged article. */
    public static ObjectNode write(TaggedArticle tagged) {
        ObjectNode json = Json.MAPPER.createObjectNode();
        Article article = tagged.article();
        json.put("id", article.id().value());
        json.put("url", article.url() == null ? null : article.url().toString());
        json.put("source", article.source() == null ? null : article.source().value());
        json.put("title", article.title());
        ArrayNode authors = json.putArray("authors");
        article.authors().forEach(authors::add);
        json.put(
                "published",
                article.published() == null ? null : article.published().toString());
        json.put("updated", article.updated() == null ? null : article.updated().toString());
        json.put("first_seen", article.firstSeenAt().toString());
        json.put("fetched", article.fetchedAt().toString());
        json.put("lang", article.language());
        json.put("capture", article.capture());
        json.put("text", article.text());
        ArrayNode entities = json.putArray("entities");
        tagged.mentions().forEach(mention -> entities.add(write(mention)));
        ArrayNode statements = json.putArray("statements");
        tagged.statements().forEach(statement -> statements.add(write(statement)));
        ArrayNode events = json.putArray("events");
        tagged.events().forEach(event -> events.add(write(event)));
        ArrayNode claims = json.putArray("claims");
        tagged.figures().forEach(figure -> claims.add(write(figure)));
        return json;
    }

    /** Reads what {@link #write(TaggedArticle)} wrote; throws {@link IllegalArgumentException} for anything else. */
    public static TaggedArticle read(JsonNode json) {
        Article article = new Article(
                new ArticleId(text(json, "id")),
                mapped(json, "url", URI::create),
                mapped(json, "source", SourceId::new),
                text(json, "title"),
                list(json.path("authors"), JsonNode::asString),
                mapped(json, "published", TaggedArticleJson::readPublished),
                mapped(json, "updated", TaggedArticleJson::readPublished),
                Instant.parse(text(json, json.has("first_seen") ? "first_seen" : "fetched")),
                Instant.parse(text(json, "fetched")),
                text(json, "lang"),
                text(json, "text"),
                json.path("capture").asLong(0));
        return new TaggedArticle(
                article,
                list(json.path("entities"), TaggedArticleJson::readMention),
                list(json.path("statements"), TaggedArticleJson::readStatement),
                list(json.path("events"), TaggedArticleJson::readEvent),
                list(json.path("claims"), TaggedArticleJson::readFigure));
    }

    /** A day, or a moment with its offset, in ISO form. */
    public static Published readPublished(String iso) {
        return iso.length() == 10
                ? Published.on(LocalDate.parse(iso))
                : Published.at(OffsetDateTime.parse(
                        iso.length() > 10 && iso.charAt(10) == ' '
                                ? iso.substring(0, 10) + "T" + iso.substring(11)
                                : iso));
    }

    static ObjectNode write(Mention mention) {
        ObjectNode json = write(mention.passage());
        json.put("type", mention.type().name());
        json.put("actor", idOf(mention.actor()));
        json.put("confidence", mention.confidence());
        return json;
    }

    /** One statement, as inside an article. */
    public static ObjectNode write(Statement statement) {
        ObjectNode json = Json.MAPPER.createObjectNode();
        Speaker speaker = statement.speaker();
        if (speaker == null) {
            json.putNull("speaker");
        } else {
            json.set("speaker", write(speaker.passage()).put("actor", idOf(speaker.actor())));
        }
        if (statement.cue() == null) {
            json.putNull("cue");
        } else {
            json.set("cue", write(statement.cue()));
        }
        json.set("content", write(statement.content()));
        json.put("quote", statement.quote().label());
        json.put("act", statement.act().label());
        json.put("lobbying", statement.lobbying());
        Stand stand = statement.stand();
        json.put("issue", stand.issue() == null ? null : stand.issue().value());
        json.put("position", stand.position().label());
        json.put("stand_confidence", stand.confidence());
        json.put("confidence", statement.confidence());
        json.put("corrected", statement.corrected());
        return json;
    }

    /** One policy event, as inside an article. */
    public static ObjectNode write(PolicyEvent event) {
        ObjectNode json = Json.MAPPER.createObjectNode();
        json.put("type", event.type().label());
        json.set("trigger", write(event.trigger()));
        ArrayNode actors = json.putArray("actors");
        event.actors().forEach(actor -> actors.add(actor.value()));
        json.put("date", event.date());
        json.put("confidence", event.confidence());
        if (event.document() != null) {
            json.set("document", write(event.document()));
        }
        return json;
    }

    /** An official document: {@code number rins effective commentsClose}. */
    public static ObjectNode write(OfficialDocument document) {
        ObjectNode json = Json.MAPPER.createObjectNode();
        json.put("number", document.number());
        ArrayNode rins = json.putArray("rins");
        document.rins().forEach(rins::add);
        json.put(
                "effective",
                document.effectiveOn() == null ? null : document.effectiveOn().toString());
        json.put(
                "comments_close",
                document.commentsCloseOn() == null
                        ? null
                        : document.commentsCloseOn().toString());
        return json;
    }

    /** One figure, as inside an article. */
    public static ObjectNode write(Figure figure) {
        ObjectNode json = write(figure.passage());
        json.put("subject", figure.subject());
        json.put("measure", figure.measure().label());
        if (figure.values().size() == 1) {
            json.put("value", figure.values().getFirst());
        } else {
            ArrayNode range = json.putArray("value");
            figure.values().forEach(range::add);
        }
        json.put("unit", figure.unit());
        json.put("period", figure.period());
        json.put("confidence", figure.confidence());
        return json;
    }

    private static ObjectNode write(Passage passage) {
        return Json.MAPPER
                .createObjectNode()
                .put("start", passage.start())
                .put("end", passage.end())
                .put("text", passage.text());
    }

    private static Mention readMention(JsonNode json) {
        return new Mention(
                readPassage(json),
                EntityType.valueOf(text(json, "type")),
                mapped(json, "actor", ActorId::new),
                json.path("confidence").asDouble(1));
    }

    private static Statement readStatement(JsonNode json) {
        JsonNode speaker = json.path("speaker");
        JsonNode cue = json.path("cue");
        return new Statement(
                speaker.isObject() ? new Speaker(readPassage(speaker), mapped(speaker, "actor", ActorId::new)) : null,
                cue.isObject() ? readPassage(cue) : null,
                readPassage(json.path("content")),
                QuoteKind.ofLabel(text(json, "quote")),
                Act.ofLabel(text(json, "act")),
                new Stand(
                        mapped(json, "issue", IssueId::new),
                        Position.ofLabel(text(json, "position")),
                        json.path("stand_confidence").asDouble(1)),
                json.path("confidence").asDouble(1),
                json.path("lobbying").asBoolean(false),
                json.path("corrected").asBoolean(false));
    }

    private static PolicyEvent readEvent(JsonNode json) {
        return new PolicyEvent(
                EventType.ofLabel(text(json, "type")),
                readPassage(json.path("trigger")),
                list(json.path("actors"), actor -> new ActorId(actor.asString())),
                mapped(json, "date", date -> date),
                json.path("confidence").asDouble(1),
                json.has("document") ? readDocument(json.path("document")) : null);
    }

    private static OfficialDocument readDocument(JsonNode json) {
        return new OfficialDocument(
                text(json, "number"),
                list(json.path("rins"), JsonNode::asString),
                mapped(json, "effective", LocalDate::parse),
                mapped(json, "comments_close", LocalDate::parse));
    }

    private static Figure readFigure(JsonNode json) {
        JsonNode value = json.path("value");
        List<BigDecimal> values = value.isArray() ? list(value, JsonNode::decimalValue) : List.of(value.decimalValue());
        return new Figure(
                readPassage(json),
                mapped(json, "subject", subject -> subject),
                Measure.ofLabel(text(json, "measure")),
                values,
                text(json, "unit"),
                mapped(json, "period", period -> period),
                json.path("confidence").asDouble(1));
    }

    private static Passage readPassage(JsonNode json) {
        return new Passage(
                new Span(json.path("start").asInt(-1), json.path("end").asInt(-1)), text(json, "text"));
    }

    private static @Nullable String idOf(@Nullable ActorId actor) {
        return actor == null ? null : actor.value();
    }

    private static String text(JsonNode json, String field) {
        JsonNode value = json.path(field);
        if (!value.isString()) {
            throw new IllegalArgumentException("the field \"" + field + "\" is missing or no string: " + json);
        }
        return value.asString();
    }

    private static <T> @Nullable T mapped(JsonNode json, String field, Function<String, T> mapping) {
        JsonNode value = json.path(field);
        return value.isString() ? mapping.apply(value.asString()) : null;
    }

    private static <T> List<T> list(JsonNode array, Function<JsonNode, T> mapping) {
        List<T> values = new ArrayList<>(array.size());
        array.forEach(element -> values.add(mapping.apply(element)));
        return values;
    }
}
