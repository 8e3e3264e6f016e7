package org.onrecord.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.onrecord.access.Access;
import org.onrecord.access.Unsubscribing;
import org.onrecord.access.Unsubscribing.Subscription;

/** Where people must log in, as readers of mails and their mail programs meet it: without a log-in. */
class UnsubscribePageTest {
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final Subscription ADA = new Subscription("ada@example.org", "daily", "Chips & <b>more</b>, daily");

    private Access access;
    private WebServer server;
    private Reader reader;
    private String page;

    @BeforeEach
    void open() {
        access = Doors.locked(Clock.systemUTC());
        server = WebServer.start(
                WebSettings.defaults().withPort(0), Newsstand.parts().with(access));
        reader = Reader.of(server);
        page = "/unsubscribe/" + Unsubscribing.token(access.signedLinks(), ADA);
    }

    @AfterEach
    void close() {
        reader.close();
        server.close();
    }

    @Test
    void whoOnlyLooksChangesNothing() {
        for (int i = 0; i < 3; i++) {
            HttpResponse<String> answer = reader.get(page);

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("Cache-Control")).contains("no-store");
            assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
        }
        reader.send(HttpRequest.newBuilder(server.uri().resolve(page)).HEAD());

        assertThat(access.unsubscribing().hasLeft(ADA)).isFalse();
        Document asked = reader.page(page);
        assertThat(asked.select("main").text()).contains("ada@example.org", "“Chips & <b>more</b>, daily”");
        assertThat(asked.select("main b")).isEmpty();
    }

    @Test
    void theButtonUnsubscribesAndTheNextOneBringsBack() {
        String leave = reader.page(page).select("form[action^=/unsubscribe]").attr("action");

        Document left = Jsoup.parse(
                reader.post(leave, FORM, "", "Sec-Fetch-Site", "same-origin").body());

        assertThat(left.select("[role=status]").text()).contains("ada@example.org gets no more mails");
        assertThat(access.unsubscribing().hasLeft(ADA)).isTrue();
        assertThat(reader.page(page).select("h1").text()).isEqualTo("Unsubscribed");
        reader.post(left.select("form[action^=/resubscribe]").attr("action"), FORM, "");
        assertThat(access.unsubscribing().hasLeft(ADA)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "application/x-www-form-urlencoded, List-Unsubscribe=One-Click, https://mail.example",
        "multipart/form-data; boundary=x, '--x\r\nContent-Disposition: form-data; name=\"List-Unsubscribe\"\r\n\r\nOne-Click\r\n--x--\r\n', null",
        "text/plain, '', ''",
    })
    void aMailProgramUnsubscribesWithOnePost(String type, String body, String origin) {
        HttpResponse<String> answer = reader.post(page, type, body, "Origin", origin, "Sec-Fetch-Site", "cross-site");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(access.unsubscribing().hasLeft(ADA)).isTrue();
    }

    @Test
    void whatIsNotWholeIsNotFoundAndSaysWhatToDo() {
        for (String wrong : List.of("/unsubscribe/x", page + "x", page.substring(0, page.length() - 1))) {
            assertThat(reader.get(wrong).statusCode()).as(wrong).isEqualTo(404);
            HttpResponse<String> answer = reader.post(wrong, FORM, "List-Unsubscribe=One-Click");
            assertThat(answer.statusCode()).as(wrong).isEqualTo(404);
            assertThat(answer.body()).contains("copy it again from the mail");
        }
        assertThat(access.unsubscribing().hasLeft(ADA)).isFalse();
    }

    @Test
    void theTokenOpensNothingElse() {
        assertThat(reader.get("/").statusCode()).isEqualTo(303);
        assertThat(reader.post("/searches", FORM, "", "Origin", "https://mail.example")
                        .statusCode())
                .isEqualTo(403);
    }
}
