package org.onrecord.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.onrecord.json.Json;
import org.onrecord.metrics.Metrics;
import tools.jackson.databind.JsonNode;

class ReadinessTest {
    private static final String SUSPENDED = "bo@example.org gets nothing: 550 no such user";

    @Test
    void aWarningIsToldAndKeepsNobodyFromTheServer() {
        HttpResponse<String> answer = ready(new Readiness(List.of(), List.of(SUSPENDED)));

        assertThat(answer.statusCode()).isEqualTo(200);
        JsonNode health = Json.MAPPER.readTree(answer.body());
        assertThat(health.get("status").asString()).isEqualTo("degraded");
        assertThat(health.get("troubles")).isEmpty();
        assertThat(health.get("warnings").get(0).asString()).isEqualTo(SUSPENDED);
    }

    @Test
    void aServerThatCannotDoItsWorkIsNotReadyAndSaysWhy() {
        HttpResponse<String> answer = ready(new Readiness(List.of("nothing can be written"), List.of(SUSPENDED)));

        assertThat(answer.statusCode()).isEqualTo(503);
        JsonNode health = Json.MAPPER.readTree(answer.body());
        assertThat(health.get("status").asString()).isEqualTo("trouble");
        assertThat(health.get("troubles").get(0).asString()).isEqualTo("nothing can be written");
        assertThat(health.get("warnings")).hasSize(1);
    }

    @Test
    void aServerWithoutAnyIsOk() {
        HttpResponse<String> answer = ready(new Readiness(List.of(), List.of()));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(Json.MAPPER.readTree(answer.body()).get("status").asString()).isEqualTo("ok");
    }

    private static HttpResponse<String> ready(Readiness readiness) {
        Operations operations = new Operations(
                List::of, (kind, name) -> false, () -> readiness, Doors.store().mailHistory(), new Metrics());
        try (WebServer server = WebServer.start(
                        WebSettings.defaults().withPort(0), Newsstand.parts().with(operations));
                Reader reader = Reader.of(server)) {
            return reader.get("/health/ready");
        }
    }
}
