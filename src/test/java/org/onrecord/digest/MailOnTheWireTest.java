package org.onrecord.digest;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import jakarta.mail.Header;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.InflaterOutputStream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.Timeout;
import org.onrecord.SharedMaterial;
import org.onrecord.digest.Channel.Answer;
import org.onrecord.digest.MailSettings.Security;
import org.onrecord.digest.ScriptedSmtpServer.Received;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a mail server receives when names, titles, passages and addresses try to be more than that: over a connection, with our
 * own attempts and those of a list that may lie beside the project.
 */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class MailOnTheWireTest {
    private static final Path SHARED = SharedMaterial.at("hostile/mail/headers.jsonl");

    private static final Set<String> HEADERS = Set.of(
            "Date",
            "From",
            "To",
            "Message-ID",
            "Subject",
            "MIME-Version",
            "Content-Type",
            "List-Id",
            "List-Unsubscribe",
            "List-Unsubscribe-Post",
            "Auto-Submitted",
            "Precedence");

    private static final List<String> WORDS = List.of(
            "Vote today\r\nCc: mallory@example.net",
            "Vote\n\nand a body",
            "Vote\u0000\u0008\u001b[31m",
            "=?iso-8859-1?B?DQpCY2M6IG1hbGxvcnlAZXhhbXBsZS5uZXQ=?=",
            "\u560d\u560aTo: mallory@example.net",
            "x".repeat(3_000),
            "芯 ".repeat(900),
            "",
            ".\r\nQUIT\r\n",
            "one\n.\nMAIL FROM:<mallory@example.net>",
            "one\r.\rRCPT TO:<mallory@example.net>",
            "..two dots\r\n.one dot",
            "------=_Part_1_2.3\r\nContent-Type: text/html\r\n\r\n<script>x</script>",
            "\u202egnp.exe");

    private static final List<String> ADDRESSES = List.of(
            "ada@example.org\r\nDATA",
            "ada@example.org>,<mallory@example.net",
            "ada@example.org;mallory@example.net",
            "Ada <ada@example.org>",
            "ada@exämple.org",
            "ädä@example.org",
            "ada@[10.0.0.1]",
            "ada@example.org\u0000",
            "ada\u560a@example.org",
            "--help@example.org",
            "a".repeat(65) + "@example.org",
            "ada@" + "d".repeat(64) + ".example",
            "@example.org",
            "ada@",
            "ada");

    @TestFactory
    Stream<DynamicTest> wordsStayWords() {
        return WORDS.stream().map(words -> DynamicTest.dynamicTest(name(words), () -> send(words)));
    }

    @TestFactory
    Stream<DynamicTest> anAddressIsOneMailboxOrNone() {
        return ADDRESSES.stream().map(address -> DynamicTest.dynamicTest(name(address), () -> subscribe(address)));
    }

    @TestFactory
    Stream<DynamicTest> soDoesTheSharedList() throws Exception {
        assumeTrue(Files.exists(SHARED), "skipped: the list of hostile mail values is not beside the project");
        return Files.readAllLines(SHARED).stream()
                .map(line -> JsonMapper.shared().readTree(line))
                .map(row -> DynamicTest.dynamicTest(row.path("id").asString(), () -> {
                    String value = value(row.path("value"));
                    if (row.path("field").asString().equals("to")) {
                        boolean taken = subscribe(value);
                        String expected = row.path("expect").asString();
                        if (!expected.contains("accepted or")) {
                            assertThat(taken).as("%s", row).isEqualTo(!expected.startsWith("refused"));
                        }
                    } else {
                        send(value);
                    }
                }));
    }

    /** Puts the words wherever words from elsewhere stand in a mail. */
    private static void send(String words) throws Exception {
        String name = words.isBlank() ? "Daily" : words;
        Received received = received(InventedIssue.issue(name, words, "https://ledger.example/x", words));

        MimeMessage mail = parsed(received.text());
        assertThat(Collections.list(mail.getAllHeaders()))
                .extracting(Header::getName)
                .doesNotHaveDuplicates()
                .allMatch(HEADERS::contains);
        assertThat(mail.getAllRecipients()).containsExactly(new InternetAddress("ada@example.org"));
        assertThat(((MimeMultipart) mail.getContent()).getCount()).isEqualTo(2);
        assertThat(mail.getSubject()).startsWith("1 new: ").hasSizeLessThanOrEqualTo(150);
        assertThat(received.text()).matches("(?s)[\\r\\n\\t -~]*").doesNotContainPattern("\r(?!\n)|(?<!\r)\n");
        assertThat(received.text().lines()).allMatch(line -> line.length() <= 998);
        String text = new String(
                ((MimeMultipart) mail.getContent())
                        .getBodyPart(0)
                        .getInputStream()
                        .readAllBytes(),
                UTF_8);
        assertThat(OneLine.of(text)).contains(OneLine.of(words, 40).replace("…", ""));
    }

    /** Whether the address can subscribe; then its mail goes to it alone. */
    private static boolean subscribe(String address) throws Exception {
        Subscriber subscriber;
        try {
            subscriber = new Subscriber(address, Set.of("daily"));
        } catch (IllegalArgumentException refused) {
            assertThat(refused)
                    .hasMessageContaining("allowed is a mail address")
                    .hasMessageNotContaining("\n");
            return false;
        }
        assertThat(subscriber.address()).matches("[!-~]+").containsOnlyOnce("@");
        DigestIssue issue = InventedIssue.issue("Daily", "Headline", "https://ledger.example/x", "Words.");
        Received received = received(new DigestIssue(issue.digest(), subscriber, issue.window(), issue.sections()));
        assertThat(received.recipient()).isEqualTo(subscriber.address());
        assertThat(parsed(received.text()).getAllRecipients())
                .containsExactly(new InternetAddress(subscriber.address(), true));
        return true;
    }

    private static Received received(DigestIssue issue) throws Exception {
        try (ScriptedSmtpServer server = ScriptedSmtpServer.start(List.of(Map.of()))) {
            MailSettings settings = new MailSettings(
                    "news@onrecord.example",
                    "127.0.0.1",
                    server.port(),
                    Security.NONE,
                    null,
                    null,
                    Duration.ofSeconds(20),
                    "https://onrecord.example");
            byte[] message = new MailComposer(InventedIssue.REGISTRY, settings, (address, digest, name) -> "token")
                    .compose(issue);
            SmtpChannel channel = new SmtpChannel(settings);
            Answer answer = channel.deliver("id", issue.subscriber().address(), message);
            channel.hangUp();

            assertThat(answer).isInstanceOf(Answer.Accepted.class);
            assertThat(server.received()).hasSize(1);
            assertThat(server.commands())
                    .filteredOn(line -> line.startsWith("MAIL"))
                    .hasSize(1);
            assertThat(server.commands())
                    .filteredOn(line -> line.startsWith("RCPT"))
                    .hasSize(1);
            return server.received().getFirst();
        }
    }

    private static MimeMessage parsed(String wire) throws Exception {
        return new MimeMessage(
                Session.getInstance(new Properties()), new ByteArrayInputStream(wire.getBytes(ISO_8859_1)));
    }

    private static String value(JsonNode value) throws Exception {
        if (value.isString()) {
            return value.asString();
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (InflaterOutputStream inflater = new InflaterOutputStream(bytes)) {
            inflater.write(Base64.getDecoder().decode(value.path("zlib_b64").asString()));
        }
        return bytes.toString(UTF_8);
    }

    private static String name(String words) {
        return OneLine.of(words.isBlank() ? "nothing" : words, 40);
    }
}
