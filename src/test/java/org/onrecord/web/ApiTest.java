package org.onrecord.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.onrecord.json.Json;
import tools.jackson.databind.JsonNode;

class ApiTest {
    private static WebServer server;
    private static Reader reader;

    @BeforeAll
    static void open() {
        server = Newsstand.open();
        reader = Reader.of(server);
    }

    @AfterAll
    static void close() {
        reader.close();
        server.close();
    }

    @Test
    void anArticleAmongTheAnswersHasTheFieldsOfTheCommandLine() {
        JsonNode answer = reader.json("/api/v1/search?q=fish+Kestrel&limit=1");
        JsonNode all = reader.json("/api/v1/search?q=Kestrel&limit=1");

        assertThat(answer.get("total").asInt()).isZero();
        JsonNode hit = all.get("hits").get(0);
        assertThat(hit.propertyNames())
                .containsExactly("id", "url", "title", "source", "published", "score", "passage", "marks");
        assertThat(hit.get("source").asString()).isEqualTo("northwire");
        JsonNode mark = hit.get("marks").get(0);
        assertThat(hit.get("passage")
                        .asString()
                        .substring(mark.get(0).asInt(), mark.get(1).asInt()))
                .isEqualTo("Kestrel");
    }

    @Test
    void aStatementHasTheFieldsOfTheCommandLine() {
        JsonNode hit = reader.json("/api/v1/statements?q=said-by:dale-okerlund+stance:for")
                .get("hits")
                .get(0);

        assertThat(hit).isEqualTo(Json.MAPPER.readTree("""
                {"article": "change-of-mind", "url": "https://archive.example/change-of-mind",
                 "title": "When Okerlund liked exports", "published": "2024-03-05", "speaker": "he",
                 "actor": "dale-okerlund", "cue": "said", "content": "\\"Let them buy our chips,\\"",
                 "act": "support", "lobbying": false, "issue": "ai-chip-exports", "position": "for",
                 "stand_confidence": 0.9, "confidence": 0.95, "corrected": false, "start": 55, "end": 80}"""));
    }

    @Test
    void theWayToTheNextAnswersLeadsToAllOfThemOnce() {
        String next = "/api/v1/search?limit=3&facets=true";
        long seen = 0;
        while (next != null) {
            JsonNode page = reader.json(next);
            seen += page.get("hits").size();
            assertThat(page.get("facets").get(0).toString())
                    .startsWith("{\"field\":\"source\",\"values\":[{\"value\":\"northwire\",\"count\":6");
            next = page.get("next").isNull() ? null : page.get("next").asString();
        }

        assertThat(seen).isEqualTo(10);
    }

    @Test
    void eventsAndFiguresComeWithTheirEvidence() {
        JsonNode event = reader.json("/api/v1/events?q=Kestrel").get("hits").get(0);
        JsonNode figure = reader.json("/api/v1/figures?q=Kestrel").get("hits").get(0);

        assertThat(event.get("evidence").asString())
                .contains(event.get("trigger").asString());
        assertThat(figure.get("evidence").asString())
                .contains(figure.get("text").asString());
        assertThat(figure.get("value").isNumber()).isTrue();
    }

    @Test
    void aWholeArticleKeepsItsTextBackWhenTheSourceDoesNotLetUsShowIt() {
        JsonNode free = reader.json("/api/v1/articles/01-kestrel-licences-wire");
        JsonNode kept = reader.json("/api/v1/articles/22-think-tank-study");

        assertThat(free.get("text").asString()).startsWith("WASHINGTON");
        assertThat(kept.get("text").isNull()).isTrue();
        assertThat(kept.get("statements").size()).isPositive();
        assertThat(reader.get("/api/v1/articles/none").statusCode()).isEqualTo(404);
    }

    @Test
    void anArticleComesWithItsVersionsAndCopies() {
        JsonNode history = reader.json("/api/v1/articles/01-kestrel-licences-wire/history");

        assertThat(history.get("versions").isArray()).isTrue();
        assertThat(history.get("copies").get(0).get("id").asString()).isEqualTo("01-kestrel-licences-wire");
        assertThat(reader.get("/api/v1/articles/none/history").statusCode()).isEqualTo(404);
    }

    @Test
    void anActorAndAnIssueComeWithTheirLedger() {
        JsonNode actor = reader.json("/api/v1/actors/dale-okerlund");
        JsonNode issue = reader.json("/api/v1/issues/ai-chip-exports");

        assertThat(actor.get("name").asString()).isEqualTo("Dale Okerlund");
        assertThat(actor.get("stances").get(0).get("position").asString()).isEqualTo("against");
        assertThat(actor.get("stances").get(0).get("since").asString()).isEqualTo("2026-02-17");
        assertThat(actor.get("stances").get(0).get("statements").size()).isEqualTo(3);
        assertThat(StreamSupport.stream(issue.get("stances").spliterator(), false)
                        .map(stance -> stance.get("actor").asString()))
                .contains("dale-okerlund", "marisol-tennant");
    }

    @Test
    void aWrongQueryIsAProblemWithPlaceAndRepair() {
        HttpResponse<String> answer = reader.get("/api/v1/search?q=%22a");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
        JsonNode problem = Json.MAPPER.readTree(answer.body());
        assertThat(problem.get("position").asInt()).isZero();
        assertThat(problem.get("repaired").asString()).isEqualTo("\"a\"");
        assertThat(problem.get("detail").asString()).contains("never closed");
    }

    @Test
    void aNumberOutOfRangeIsAProblem() {
        assertThat(reader.get("/api/v1/search?limit=0").statusCode()).isEqualTo(400);
        assertThat(reader.get("/api/v1/search?cursor=nonsense").statusCode()).isEqualTo(400);
        assertThat(reader.get("/api/v1/search?cursor=nonsense&offset=3").statusCode())
                .isEqualTo(400);
        assertThat(reader.get("/api/v1/search?limit=1001").statusCode()).isEqualTo(400);
        assertThat(reader.get("/api/v1/search?offset=-1").statusCode()).isEqualTo(400);
        assertThat(reader.get("/api/v1/search?offset=99999999999").statusCode()).isEqualTo(400);
    }

    @Test
    void tagsAText() {
        HttpResponse<String> answer = reader.post(
                "/api/v1/tag", "application/json; charset=utf-8", "{\"text\": \"\\\"It rains,\\\" said Ada Pell.\"}");

        JsonNode tagged = Json.MAPPER.readTree(answer.body());
        assertThat(tagged.get("statements").get(0).get("speaker").get("actor").asString())
                .isEqualTo("ada-pell");
    }

    @Test
    void refusesToTagWhatIsNoTextOrComesFromAnotherSite() {
        assertThat(reader.post("/api/v1/tag", "application/json", "{}").statusCode())
                .isEqualTo(400);
        assertThat(reader.post("/api/v1/tag", "application/json", "{\"text\": 5}")
                        .statusCode())
                .isEqualTo(400);
        assertThat(reader.post("/api/v1/tag", "application/json", "[".repeat(100_000))
                        .statusCode())
                .isEqualTo(400);
        assertThat(reader.post("/api/v1/tag", "application/xml", "<text>x</text>")
                        .statusCode())
                .isEqualTo(415);
        assertThat(reader.post("/api/v1/tag", "application/json", "{\"text\": \"x\"}", "Origin", "https://evil.example")
                        .statusCode())
                .isEqualTo(403);
        assertThat(reader.get("/api/v1/tag").statusCode()).isEqualTo(405);
    }
}
