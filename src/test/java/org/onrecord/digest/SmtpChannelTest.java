package org.onrecord.digest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.onrecord.digest.ScriptedSmtpServer.HANG_UP;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.onrecord.digest.Channel.Answer;
import org.onrecord.digest.MailSettings.Security;
import org.onrecord.digest.ScriptedSmtpServer.Received;
import org.onrecord.digest.ScriptedSmtpServer.Step;
import org.onrecord.digest.ScriptedSmtpServer.Then;

/** Over plain connections; {@link SmtpTlsTest} has the protected ones. */
@Timeout(value = 30, unit = TimeUnit.SECONDS)
class SmtpChannelTest {
    private static final String ID = "daily.00ff@onrecord.example";
    private static final byte[] MESSAGE =
            ("Message-ID: <" + ID + ">\r\nSubject: news\r\n\r\nOne.\r\n.two\r\n..three\r\n").getBytes(UTF_8);

    @Test
    void handsAMessageToAServerThatAsksForALogin() throws Exception {
        GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        try {
            server.setUser("ada@example.org", "ada@example.org", "unused");
            server.setUser("news@onrecord.example", "news", "pass phrase");
            int port = server.getSmtp().getPort();

            Answer answer = deliver(settings(port, "news", "pass phrase"));

            assertThat(answer).isInstanceOf(Answer.Accepted.class);
            assertThat(server.getReceivedMessages()).singleElement().satisfies(mail -> {
                assertThat(mail.getMessageID()).isEqualTo("<" + ID + ">");
                assertThat(mail.getSubject()).isEqualTo("news");
                ByteArrayOutputStream body = new ByteArrayOutputStream();
                mail.getDataHandler().writeTo(body);
                assertThat(body.toString(UTF_8).strip()).isEqualTo("One.\r\n.two\r\n..three");
            });
        } finally {
            server.stop();
        }
    }

    @Test
    void sendsTheMessageByteForByteWithTheEnvelopeThatItWasTold() throws IOException {
        try (ScriptedSmtpServer server = ScriptedSmtpServer.start(List.of(Map.of()))) {
            Answer answer = deliver(settings(server.port(), null, null));

            assertThat(answer).isEqualTo(new Answer.Accepted("localhost: 250 2.0.0 queued"));
            assertThat(server.received())
                    .containsExactly(new Received("ada@example.org", new String(MESSAGE, UTF_8), "250 2.0.0 queued"));
            assertThat(server.commands()).anyMatch(line -> line.startsWith("MAIL FROM:<news@onrecord.example>"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "CONNECT, 421 4.3.2 shutting down, Unavailable",
        "CONNECT, 554 5.7.1 go away, Unavailable",
        "AUTH, 535 5.7.8 bad credentials, Unavailable",
        "AUTH, 454 4.7.0 try later, Unavailable",
        "MAIL, 530 5.7.0 authentication required, Unavailable",
        "MAIL, 550 5.7.1 not your address, Unavailable",
        "MAIL, 552 5.3.4 message too big, Rejected",
        "MAIL, 421 4.7.0 rate limited, Postponed",
        "MAIL, 2x0 what, Postponed",
        "RCPT, 550 5.1.1 no such user, Rejected",
        "RCPT, 451 4.7.1 greylisted, Postponed",
        "RCPT, 452 4.2.2 mailbox full, Postponed",
        "DATA, 451 4.3.0 later, Postponed",
        "DATA, 554 5.5.1 no, Rejected",
        "DATA_END, 451 4.3.0 try later, Postponed",
        "DATA_END, 554 5.7.1 looks like spam, Rejected",
    })
    void readsTheServersRefusals(String point, String reply, String expected) throws IOException {
        try (ScriptedSmtpServer server = ScriptedSmtpServer.start(List.of(Map.of(point, Step.reply(reply))))) {
            Answer answer = deliver(settings(server.port(), "news", "pass phrase"));

            assertThat(answer.getClass().getSimpleName()).as("%s", answer).isEqualTo(expected);
            assertThat(answer.reply()).contains(reply.substring(4)).doesNotContain("pass phrase", "\n");
        }
    }

    @Test
    void aServerThatHangsUpRightAfterItsReplyHasTheMessage() throws IOException {
        List<Map<String, Step>> scripts = List.of(
                Map.of("DATA_END", Step.reply("250 2.0.0 queued").then(Then.CLOSE)),
                Map.of("QUIT", HANG_UP),
                Map.of("QUIT", Step.reply("500 what").then(Then.RESET)));
        for (Map<String, Step> script : scripts) {
            try (ScriptedSmtpServer server = ScriptedSmtpServer.start(List.of(script))) {
                assertThat(deliver(settings(server.port(), null, null)))
                        .as("%s", script)
                        .isInstanceOf(Answer.Accepted.class);
            }
        }
    }

    @Test
    void aConnectionThatBreaksAtTheGoodbyeHasDeliveredTheMessage() throws IOException {
        try (ScriptedSmtpServer server = ScriptedSmtpServer.start(List.of(Map.of()))) {
            MailSettings settings = new MailSettings(
                    "news@onrecord.example",
                    "localhost",
                    server.port(),
                    Security.TLS,
                    null,
                    null,
                    Duration.ofSeconds(20),
                    null);

            BreaksAtQuit connections = new BreaksAtQuit();

            Answer answer = new SmtpChannel(settings, connections).deliver(ID, "ada@example.org", MESSAGE);

            assertThat(answer).isEqualTo(new Answer.Accepted("localhost: 250 2.0.0 queued"));
            assertThat(connections.broke()).isTrue();
        }
    }

    @Test
    void aConnectionThatBreaksAfterTheFinalDotIsTriedAgainWithTheSameMessageId() throws IOException {
        List<Map<String, Step>> brokenThenGood = List.of(Map.of("DATA_END", HANG_UP), Map.of());
        try (ScriptedSmtpServer server = ScriptedSmtpServer.start(brokenThenGood)) {
            MailSettings settings = settings(server.port(), null, null);

            assertThat(deliver(settings)).isInstanceOf(Answer.Postponed.class);
            assertThat(deliver(settings)).isInstanceOf(Answer.Accepted.class);

            assertThat(server.received())
                    .hasSize(2)
                    .allSatisfy(received -> assertThat(received.text()).contains("Message-ID: <" + ID + ">"));
        }
    }

    @Test
    void aConnectionThatBreaksInTheMessageIsTriedAgain() throws IOException {
        try (ScriptedSmtpServer server = ScriptedSmtpServer.start(List.of(Map.of("DATA_BODY", HANG_UP)))) {
            byte[] large = (new String(MESSAGE, UTF_8) + "line\r\n".repeat(500_000)).getBytes(UTF_8);

            Answer answer = new SmtpChannel(settings(server.port(), null, null)).deliver(ID, "ada@example.org", large);

            assertThat(answer).isInstanceOf(Answer.Postponed.class);
            assertThat(server.received()).isEmpty();
        }
    }

    @Test
    void waitsNoLongerThanTheTimeout() throws IOException {
        Step late = Step.reply("250 2.0.0 late").after(5_000);
        try (ScriptedSmtpServer server = ScriptedSmtpServer.start(List.of(Map.of("DATA_END", late)))) {
            MailSettings hasty = new MailSettings(
                    "news@onrecord.example",
                    "localhost",
                    server.port(),
                    Security.NONE,
                    null,
                    null,
                    Duration.ofMillis(300),
                    null);

            assertThat(deliver(hasty)).isInstanceOf(Answer.Postponed.class);
        }
    }

    @Test
    void aServerThatIsNotThereIsUnavailable() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }

        assertThat(deliver(settings(port, null, null)))
                .isInstanceOf(Answer.Unavailable.class)
                .satisfies(answer -> assertThat(answer.reply()).contains(String.valueOf(port)));
    }

    @Test
    void needsAServer() {
        assertThatThrownBy(() -> new SmtpChannel(MailSettings.DEFAULTS)).hasMessageContaining("mail.host");
    }

    private static Answer deliver(MailSettings settings) {
        return new SmtpChannel(settings).deliver(ID, "ada@example.org", MESSAGE);
    }

    private static MailSettings settings(int port, @Nullable String user, @Nullable String password) {
        return new MailSettings(
                "news@onrecord.example",
                "localhost",
                port,
                Security.NONE,
                user,
                password,
                Duration.ofSeconds(20),
                null);
    }
}
