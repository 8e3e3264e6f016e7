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
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.onrecord.digest.Channel.Answer;
import org.onrecord.digest.Channel.Answer.Rejected.Because;
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
        "MAIL, 421 4.7.0 rate limited, Unavailable",
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

            SmtpChannel channel = new SmtpChannel(settings, connections, Duration.ZERO);
            Answer answer = channel.deliver(ID, "ada@example.org", MESSAGE);
            channel.hangUp();

            assertThat(answer).isEqualTo(new Answer.Accepted("localhost: 250 2.0.0 queued"));
            assertThat(connections.broke()).isTrue();
        }
    }

    @Test
    void aConnectionThatBreaksAfterTheFinalDotIsTriedAgainWithTheSameMessageId() throws IOException {
        List<Map<String, Step>> brokenThenGood = List.of(Map.of("DATA_END", HANG_UP), Map.of());
        try (ScriptedSmtpServer server = ScriptedSmtpServer.start(brokenThenGood)) {
            MailSettings settings = settings(server.port(), null, null);

            assertThat(deliver(settings)).isInstanceOf(Answer.Unknown.class);
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

            assertThat(deliver(hasty)).isInstanceOf(Answer.Unknown.class);
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
        assertThatThrownBy(() -> new SmtpChannel(MailSettings.DEFAULTS)).hasMessageContaining("mail.smtp.host");
    }

    @ParameterizedTest
    @CsvSource({
        "550 5.1.1 no such user, NO_MAILBOX",
        "553 no such address here, NO_MAILBOX",
        "554 5.7.1 relay access denied, NOT_ALLOWED",
        "530 5.7.0 log in first, NOT_ALLOWED",
        "552 5.2.2 mailbox full, NOT_ALLOWED",
    })
    void tellsAnAddressThatIsNotThereFromOneThatWeMayNotSendTo(String reply, Because because) throws IOException {
        try (ScriptedSmtpServer server = ScriptedSmtpServer.start(List.of(Map.of("RCPT", Step.reply(reply))))) {
            assertThat(deliver(settings(server.port(), null, null)))
                    .isInstanceOfSatisfying(
                            Answer.Rejected.class,
                            rejected -> assertThat(rejected.because()).isEqualTo(because));
        }
    }

    @Test
    void severalMessagesGoOverOneConnectionUpToALimit() throws IOException {
        try (ScriptedSmtpServer server = ScriptedSmtpServer.start(List.of(Map.of()))) {
            SmtpChannel channel =
                    new SmtpChannel(settings(server.port(), null, null).at(new SendRate(1, 3, 0)));
            for (int i = 0; i < 7; i++) {
                assertThat(channel.deliver(ID, "reader" + i + "@example.org", MESSAGE))
                        .isInstanceOf(Answer.Accepted.class);
            }
            channel.hangUp();

            assertThat(server.connections()).isEqualTo(3);
            assertThat(server.received())
                    .extracting(Received::recipient)
                    .doesNotHaveDuplicates()
                    .hasSize(7);
            assertThat(server.commands())
                    .filteredOn(line -> line.startsWith("RCPT"))
                    .hasSize(7);
        }
    }

    @Test
    void aRefusalLeavesTheConnectionToTheNextMessage() throws IOException {
        Map<String, Step> oneIsRefused = Map.of("RCPT bad@example.org", Step.reply("550 5.1.1 no such user"));
        try (ScriptedSmtpServer server = ScriptedSmtpServer.start(List.of(oneIsRefused))) {
            SmtpChannel channel = new SmtpChannel(settings(server.port(), null, null));

            assertThat(channel.deliver(ID, "bad@example.org", MESSAGE)).isInstanceOf(Answer.Rejected.class);
            assertThat(channel.deliver(ID, "ada@example.org", MESSAGE)).isInstanceOf(Answer.Accepted.class);

            assertThat(server.connections()).isEqualTo(1);
        }
    }

    @Test
    void aConnectionThatEndedBetweenTwoMessagesIsNoAnswerToTheSecond() throws IOException {
        for (Step farewell :
                List.of(HANG_UP, Step.reply("421 4.4.2 idle for too long").then(Then.CLOSE))) {
            List<Map<String, Step>> endsAtTheSecond = List.of(Map.of("MAIL again", farewell), Map.of());
            try (ScriptedSmtpServer server = ScriptedSmtpServer.start(endsAtTheSecond)) {
                SmtpChannel channel = new SmtpChannel(settings(server.port(), null, null));

                assertThat(channel.deliver(ID, "ada@example.org", MESSAGE)).isInstanceOf(Answer.Accepted.class);
                assertThat(channel.deliver(ID, "bo@example.org", MESSAGE)).isInstanceOf(Answer.Accepted.class);

                assertThat(server.connections()).isEqualTo(2);
                assertThat(server.received()).hasSize(2);
            }
        }
    }

    @Test
    void halfALineIsNoAnswer() throws IOException {
        Step half = new Step("250", 0, Then.CLOSE);
        try (ScriptedSmtpServer server = ScriptedSmtpServer.start(List.of(Map.of("DATA_END", half)))) {
            assertThat(deliver(settings(server.port(), null, null)))
                    .isInstanceOfSatisfying(
                            Answer.Unknown.class,
                            unknown -> assertThat(unknown.reply()).contains("in the middle of a line"));
        }
    }

    @Test
    void aServerInTroubleIsConnectedToOnceASecondAtMost() throws IOException {
        Map<String, Step> down = Map.of("CONNECT", new Step("", 0, Then.RESET));
        try (ScriptedSmtpServer server = ScriptedSmtpServer.start(List.of(down))) {
            SmtpChannel channel = new SmtpChannel(settings(server.port(), null, null));
            long start = System.nanoTime();

            for (int i = 0; i < 4; i++) {
                assertThat(channel.deliver(ID, "ada@example.org", MESSAGE)).isInstanceOf(Answer.Unavailable.class);
            }

            assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofSeconds(3));
        }
    }

    @Test
    void keepsToTheRate() throws IOException {
        try (ScriptedSmtpServer server = ScriptedSmtpServer.start(List.of(Map.of()))) {
            SmtpChannel channel =
                    new SmtpChannel(settings(server.port(), null, null).at(new SendRate(1, 100, 600)));
            long start = System.nanoTime();

            for (int i = 0; i < 11; i++) {
                channel.deliver(ID, "ada@example.org", MESSAGE);
            }

            assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
        }
    }

    @Test
    void whatAServerRepeatsOfTheLogInIsHeldBack() throws IOException {
        String plain = Base64.getEncoder().encodeToString("\0news\0pass phrase".getBytes(UTF_8));
        Step echo = Step.reply("535 5.7.8 no: " + plain + " is news with pass phrase");
        try (ScriptedSmtpServer server = ScriptedSmtpServer.start(List.of(Map.of("AUTH", echo)))) {
            Answer answer = deliver(settings(server.port(), "news", "pass phrase"));

            assertThat(answer).isInstanceOf(Answer.Unavailable.class);
            assertThat(answer.reply()).contains("535").doesNotContain("pass phrase", plain);
        }
    }

    private static Answer deliver(MailSettings settings) {
        SmtpChannel channel = new SmtpChannel(settings);
        Answer answer = channel.deliver(ID, "ada@example.org", MESSAGE);
        channel.hangUp();
        return answer;
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
