package org.onrecord.digest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.onrecord.digest.Channel.Answer;
import org.onrecord.digest.MailSettings.Security;
import org.onrecord.digest.ScriptedSmtpServer.Step;
import org.onrecord.digest.ScriptedSmtpServer.Then;
import org.subethamail.smtp.auth.EasyAuthenticationHandlerFactory;
import org.subethamail.smtp.auth.LoginFailedException;
import org.subethamail.smtp.server.SMTPServer;

@Timeout(value = 30, unit = TimeUnit.SECONDS)
class SmtpTlsTest {
    private static final byte[] MESSAGE =
            "Message-ID: <id@onrecord.example>\r\nSubject: news\r\n\r\nWords.\r\n".getBytes(UTF_8);

    @TempDir
    private static Path folder;

    private static LocalCertificate certificate;
    private static LocalCertificate ofAnotherHost;

    private final List<String> received = new CopyOnWriteArrayList<>();

    @BeforeAll
    static void makeCertificates() throws Exception {
        certificate = LocalCertificate.make(folder, "localhost");
        ofAnotherHost = LocalCertificate.make(folder, "other.example");
    }

    @Test
    void upgradesToTlsAndLogsInBehindIt() throws Exception {
        SMTPServer server = startTls(certificate);
        try {
            Answer answer = deliver(Security.STARTTLS, server.getPortAllocated(), certificate);

            assertThat(answer).isInstanceOf(Answer.Accepted.class);
            assertThat(received)
                    .singleElement()
                    .satisfies(mail -> assertThat(mail)
                            .startsWith("ada@example.org")
                            .contains("Message-ID: <id@onrecord.example>"));
        } finally {
            server.stop();
        }
    }

    @Test
    void speaksTlsFromTheFirstByteAndLogsIn() throws Exception {
        SMTPServer server = builder().serverSocketFactory(certificate.shown()).build();
        server.start();
        try {
            assertThat(deliver(Security.TLS, server.getPortAllocated(), certificate))
                    .isInstanceOf(Answer.Accepted.class);
            assertThat(received).hasSize(1);
        } finally {
            server.stop();
        }
    }

    @Test
    void sendsNothingWhereStartTlsIsNotOffered() throws Exception {
        try (ScriptedSmtpServer server = ScriptedSmtpServer.start(List.of(Map.of()))) {
            Answer answer = deliver(Security.STARTTLS, server.port(), certificate);

            assertThat(answer).isInstanceOf(Answer.Unavailable.class);
            assertThat(answer.reply()).contains("STARTTLS");
            assertThat(server.commands()).noneMatch(line -> line.startsWith("MAIL") || line.startsWith("AUTH"));
        }
    }

    @Test
    void sendsNothingInTheClearWhenTheUpgradeFails() throws Exception {
        Map<String, Step> broken = Map.of(
                "EHLO",
                Step.reply("250-mx.example\r\n250 STARTTLS"),
                "STARTTLS",
                Step.reply("220 go\r\n250 injected").then(Then.CLOSE));
        try (ScriptedSmtpServer server = ScriptedSmtpServer.start(List.of(broken))) {
            Answer answer = deliver(Security.STARTTLS, server.port(), certificate);

            assertThat(answer).isInstanceOf(Answer.Unavailable.class);
            assertThat(server.commands()).noneMatch(line -> line.startsWith("MAIL") || line.startsWith("AUTH"));
        }
    }

    @Test
    void sendsNothingToAServerWhoseCertificateNobodyTrusts() throws Exception {
        SMTPServer server = startTls(certificate);
        try {
            Answer answer = new SmtpChannel(settings(Security.STARTTLS, server.getPortAllocated()))
                    .deliver("id@onrecord.example", "ada@example.org", MESSAGE);

            assertThat(answer).isInstanceOf(Answer.Unavailable.class);
            assertThat(received).isEmpty();
        } finally {
            server.stop();
        }
    }

    @Test
    void sendsNothingToAServerWhoseCertificateNamesAnotherHost() throws Exception {
        SMTPServer server = startTls(ofAnotherHost);
        try {
            Answer answer = deliver(Security.STARTTLS, server.getPortAllocated(), ofAnotherHost);

            assertThat(answer).isInstanceOf(Answer.Unavailable.class);
            assertThat(received).isEmpty();
        } finally {
            server.stop();
        }
    }

    @Test
    void doesNotTrustTheCertificateOfATestServer() {
        GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTPS));
        server.start();
        try {
            Answer answer = new SmtpChannel(
                            settings(Security.TLS, server.getSmtps().getPort()))
                    .deliver("id@onrecord.example", "ada@example.org", MESSAGE);

            assertThat(answer).isInstanceOf(Answer.Unavailable.class);
            assertThat(server.getReceivedMessages()).isEmpty();
        } finally {
            server.stop();
        }
    }

    @Test
    void aWrongPasswordHoldsTheMail() throws Exception {
        SMTPServer server = startTls(certificate);
        try {
            MailSettings wrong = new MailSettings(
                    "news@onrecord.example",
                    "localhost",
                    server.getPortAllocated(),
                    Security.STARTTLS,
                    "news",
                    "wrong phrase",
                    Duration.ofSeconds(20),
                    null);

            Answer answer = new SmtpChannel(wrong, certificate.trusted().getSocketFactory(), Duration.ZERO)
                    .deliver("id@onrecord.example", "ada@example.org", MESSAGE);

            assertThat(answer).isInstanceOf(Answer.Unavailable.class);
            assertThat(answer.reply()).contains("535").doesNotContain("wrong phrase");
        } finally {
            server.stop();
        }
    }

    private static Answer deliver(Security security, int port, LocalCertificate trusted)
            throws GeneralSecurityException, IOException {
        SmtpChannel channel =
                new SmtpChannel(settings(security, port), trusted.trusted().getSocketFactory(), Duration.ZERO);
        Answer answer = channel.deliver("id@onrecord.example", "ada@example.org", MESSAGE);
        // The server stops for good only when nobody is connected.
        channel.hangUp();
        return answer;
    }

    private static MailSettings settings(Security security, int port) {
        return new MailSettings(
                "news@onrecord.example",
                "localhost",
                port,
                security,
                "news",
                "pass phrase",
                Duration.ofSeconds(20),
                null);
    }

    private SMTPServer startTls(LocalCertificate shown) throws GeneralSecurityException {
        SMTPServer server = builder()
                .enableTLS()
                .requireTLS()
                .startTlsSocketFactory(shown.shown())
                .build();
        server.start();
        return server;
    }

    private SMTPServer.Builder builder() {
        return SMTPServer.port(0)
                .bindAddress(InetAddress.getLoopbackAddress())
                .requireAuth()
                .authenticationHandlerFactory(new EasyAuthenticationHandlerFactory((user, password, context) -> {
                    if (!user.equals("news") || !password.equals("pass phrase")) {
                        throw new LoginFailedException("535 5.7.8 bad credentials");
                    }
                }))
                .messageHandler((context, from, to, data) -> received.add(to + "\n" + new String(data, UTF_8)));
    }
}
