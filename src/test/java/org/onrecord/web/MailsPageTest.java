package org.onrecord.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.javalin.http.BadRequestResponse;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.onrecord.access.Access;
import org.onrecord.access.Scope;
import org.onrecord.metrics.Metrics;
import org.onrecord.state.Delivery;
import org.onrecord.state.StateStore;
import tools.jackson.databind.JsonNode;

class MailsPageTest {
    private static final Instant DUE = Newsstand.NOW.minusSeconds(3_600);

    private static StateStore store;
    private static WebServer server;
    private static Reader reader;

    @BeforeAll
    static void open() {
        store = Doors.store();
        for (int i = 0; i < 60; i++) {
            store.deliveries()
                    .add(
                            new Delivery(
                                    i + "@example.org",
                                    i % 2 == 0 ? "daily" : "weekly",
                                    "reader" + i + "@example.org",
                                    DUE.minusSeconds(i),
                                    "Subject: x\r\n\r\n".getBytes(UTF_8),
                                    0),
                            List.of(),
                            DUE);
        }
        store.deliveries().handedOver("0@example.org", DUE);
        store.deliveries().accepted("0@example.org", "mx.example.org: 250 queued", DUE);
        store.deliveries().handedOver("1@example.org", DUE);
        store.deliveries().rejected("1@example.org", "=550 <b>no</b> such user", true, DUE);
        Operations operations = new Operations(
                List::of,
                (kind, name) -> false,
                () -> new Readiness(List.of(), List.of()),
                store.mailHistory(),
                new Metrics());
        server = WebServer.start(
                WebSettings.defaults().withPort(0), Newsstand.parts().with(operations));
        reader = Reader.of(server);
    }

    @AfterAll
    static void close() {
        reader.close();
        server.close();
    }

    @Test
    void theNewestMailsStandFirstWithTheServersAnswer() {
        Document page = reader.page("/mails");

        assertThat(page.select(".summary").text()).isEqualTo("1 to 50 of 60 mails");
        assertThat(page.select("tbody tr")).hasSize(50);
        assertThat(page.select("tbody tr").getFirst().text())
                .contains("2026-11-24 08:30Z", "daily", "reader0@example.org", "sent", "mx.example.org: 250 queued");
        assertThat(page.select("tbody tr").get(1).text()).contains("not sent", "550 <b>no</b> such user");
        Document second = reader.page(page.select("a[rel=next]").attr("href"));
        assertThat(second.select(".summary").text()).isEqualTo("51 to 60 of 60 mails");
        assertThat(second.select("a[rel=next]")).isEmpty();
    }

    @Test
    void addressDigestAndStatusNarrowTheList() {
        assertThat(reader.page("/mails?to=reader7@EXAMPLE.org").select("tbody tr"))
                .hasSize(1);
        assertThat(reader.page("/mails?status=sent").select("tbody tr")).hasSize(1);
        assertThat(reader.page("/mails?digest=weekly&status=waiting")
                        .select(".summary")
                        .text())
                .isEqualTo("29 mails");
        Document wrong = reader.page("/mails?status=lost");
        assertThat(wrong.select(".wrong").text()).contains("\"lost\"; there are waiting, sent, unknown, not-sent");
        assertThat(reader.get("/mails?to=nobody").statusCode()).isEqualTo(400);
    }

    @Test
    void theSameIsJsonAndATableUnderTheSameFilter() {
        JsonNode sent = reader.json("/mails.json?status=sent");
        assertThat(sent.get("total").asInt()).isEqualTo(1);
        assertThat(sent.get("mails").get(0).get("subscriber").asString()).isEqualTo("reader0@example.org");
        assertThat(reader.json("/api/v1/mails?limit=3&offset=2").get("mails")).hasSize(3);

        String table = reader.get("/mails.csv?digest=weekly").body();
        assertThat(table)
                .startsWith("message_id,digest,subscriber,window,status")
                .contains("\"'=550 <b>no</b>");
        assertThat(table.split("\r\n", -1)).hasSize(32);
        assertThat(reader.page("/mails?digest=weekly")
                        .select("link[type=text/csv]")
                        .attr("href"))
                .startsWith("/mails.csv?digest=weekly");
        assertThat(reader.page("/sources").select("a[href=/mails]")).isNotEmpty();
    }

    @Test
    void aTableThatWouldLeaveMailsOutIsRefused() {
        MailsPage.checkLength(20_000);

        assertThatThrownBy(() -> MailsPage.checkLength(20_001))
                .isInstanceOf(BadRequestResponse.class)
                .hasMessageContaining("20001 mails")
                .hasMessageContaining("narrow it by to, digest or status");
    }

    @Test
    void onlyAdministratorsSeeIt() {
        Access access = Doors.locked(Newsstand.CLOCK);
        try (WebServer locked = WebServer.start(
                        WebSettings.defaults().withPort(0), Newsstand.parts().with(access));
                Reader program = Reader.of(locked)) {
            String readers =
                    access.tokens().create("r", Set.of(Scope.READ), null).secret();
            String admins =
                    access.tokens().create("a", Set.of(Scope.ADMIN), null).secret();
            for (String path : List.of("/mails", "/mails.json", "/mails.csv", "/mails.jsonl", "/api/v1/mails")) {
                assertThat(program.get(path, "Authorization", "Bearer " + readers)
                                .statusCode())
                        .as(path)
                        .isEqualTo(403);
                assertThat(program.get(path, "Authorization", "Bearer " + admins)
                                .statusCode())
                        .as(path)
                        .isEqualTo(200);
            }
        }
    }
}
