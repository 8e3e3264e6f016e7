package org.onrecord.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
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
import org.onrecord.article.Passage;
import org.onrecord.article.PolicyEvent;
import org.onrecord.article.Position;
import org.onrecord.article.Published;
import org.onrecord.article.QuoteKind;
import org.onrecord.article.SourceId;
import org.onrecord.article.Speaker;
import org.onrecord.article.Stand;
import org.onrecord.article.Statement;
import org.onrecord.article.TaggedArticle;
import tools.jackson.databind.JsonNode;

class TaggedArticleJsonTest {
    private static final String TEXT =
            "Ada Lindqvist said \u201cthe ban must go\u201d. Orrin sold 600,000 to 800,000 units.";

    @Test
    void whatIsWrittenReadsBackEqual() {
        TaggedArticle tagged = tagged();

        String json = TaggedArticleJson.write(tagged).toString();

        assertThat(TaggedArticleJson.read(Json.MAPPER.readTree(json))).isEqualTo(tagged);
    }

    @Test
    void theFormIsThatOfTheAnnotatedArticles() {
        JsonNode json = TaggedArticleJson.write(tagged());

        JsonNode statement = json.path("statements").get(0);
        assertThat(statement.path("speaker").path("actor").asString()).isEqualTo("ada-lindqvist");
        assertThat(statement.path("content").path("start").asInt()).isEqualTo(19);
        assertThat(statement.path("quote").asString()).isEqualTo("direct");
        assertThat(statement.path("act").asString()).isEqualTo("urge");
        assertThat(statement.path("position").asString()).isEqualTo("for");
        assertThat(json.path("entities").get(0).path("type").asString()).isEqualTo("PERSON");
        assertThat(json.path("events").get(0).path("type").asString()).isEqualTo("production-plan");
        assertThat(json.path("claims").get(0).path("value").toString()).isEqualTo("[600000,800000]");
    }

    @Test
    void aMissingFieldIsNamed() {
        JsonNode json = Json.MAPPER.readTree("{\"id\": \"a\"}");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> TaggedArticleJson.read(json))
                .withMessageContaining("\"title\"");
    }

    private static TaggedArticle tagged() {
        Article article = new Article(
                new ArticleId("a"),
                URI.create("https://news.example/a"),
                new SourceId("wire"),
                "A title",
                List.of("A. Writer"),
                Published.on(LocalDate.parse("2026-01-05")),
                Instant.parse("2026-01-05T10:00:00Z"),
                "en",
                TEXT,
                7);
        ActorId ada = new ActorId("ada-lindqvist");
        Passage name = Passage.of(TEXT, 0, 13);
        return new TaggedArticle(
                article,
                List.of(new Mention(name, EntityType.PERSON, ada, 0.9)),
                List.of(
                        new Statement(
                                new Speaker(name, ada),
                                Passage.of(TEXT, 14, 18),
                                Passage.of(TEXT, 19, 36),
                                QuoteKind.DIRECT,
                                Act.URGE,
                                new Stand(new IssueId("ai-chip-exports"), Position.FOR, 0.75),
                                0.8),
                        new Statement(
                                null, null, Passage.of(TEXT, 38, 43), QuoteKind.INDIRECT, Act.ASSERT, Stand.NONE, 0.5)),
                List.of(new PolicyEvent(EventType.PRODUCTION_PLAN, Passage.of(TEXT, 44, 48), List.of(ada), "2026", 1)),
                List.of(new Figure(
                        Passage.of(TEXT, 49, 73),
                        "Orrin",
                        Measure.SALES,
                        List.of(BigDecimal.valueOf(600_000), BigDecimal.valueOf(800_000)),
                        "units",
                        null,
                        1)));
    }
}
