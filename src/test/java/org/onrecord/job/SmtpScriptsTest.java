package org.onrecord.job;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.onrecord.SharedMaterial;
import org.onrecord.digest.DigestEditor;
import org.onrecord.digest.HastySmtp;
import org.onrecord.digest.MailComposer;
import org.onrecord.digest.MailSettings;
import org.onrecord.digest.MailSettings.Security;
import org.onrecord.digest.ScriptedSmtpServer;
import org.onrecord.digest.ScriptedSmtpServer.Received;
import org.onrecord.digest.ScriptedSmtpServer.Step;
import org.onrecord.digest.ScriptedSmtpServer.Then;
import org.onrecord.index.LuceneIndex;
import org.onrecord.registry.Registry;
import org.onrecord.search.LuceneSearch;
import org.onrecord.state.Deliveries;
import org.onrecord.state.Delivery;
import org.onrecord.state.MailFilter;
import org.onrecord.state.MailRecord;
import org.onrecord.state.MailRecord.Status;
import org.onrecord.state.StateStore;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Misbehaving mail servers, played from scripts over real connections: who gets a mail, how often, and what whoever runs the
 * program sees of it, over three days of tries on a moving clock. Besides our own scripts, those of a list that may lie beside
 * the project.
 */
class SmtpScriptsTest {
    private static final Path SHARED = SharedMaterial.at("hostile/mail/smtp-scripts.jsonl");
    private static final Instant START = Instant.parse("2026-03-10T07:30:00Z");
    private static final String PASSWORD = "pass phrase";
    /** Ten minutes of a script take three seconds. */
    private static final int FASTER = 200;

    @TempDir
    private Path folder;

    private LuceneIndex index;
    private LuceneSearch search;
    private Instant now = START;
    private final InstantSource time = () -> now;
    private final Clock clock = time.withZone(ZoneOffset.UTC);
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    @BeforeEach
    void open() {
        index = LuceneIndex.open(folder.resolve("articles"));
        search = new LuceneSearch(index.readers(), clock, name -> Optional.empty());
        log.start();
        logger().addAppender(log);
    }

    @AfterEach
    void close() {
        logger().detachAppender(log);
        search.close();
        index.close();
    }

    @TestFactory
    Stream<DynamicTest> eachServerGetsWhatItsScriptAllows() throws IOException {
        try (InputStream ours = Objects.requireNonNull(getClass().getResourceAsStream("smtp-scripts.jsonl"))) {
            return tests(new String(ours.readAllBytes(), UTF_8).lines().toList());
        }
    }

    @TestFactory
    Stream<DynamicTest> eachServerOfTheSharedListGetsWhatItsScriptAllows() throws IOException {
        assumeTrue(Files.exists(SHARED), "skipped: the list of mail servers' scripts is not beside the project");
        return tests(Files.readAllLines(SHARED));
    }

    private Stream<DynamicTest> tests(List<String> lines) {
        return lines.stream()
                .map(line -> JsonMapper.shared().readTree(line))
                .map(script -> DynamicTest.dynamicTest(script.path("id").asString(), () -> run(script)));
    }

    private void run(JsonNode script) throws IOException {
        String id = script.path("id").asString();
        now = START;
        log.list.clear();
        List<String> readers = id.contains("many")
                ? List.of("ada@example.org", "bad@example.org", "bo@example.org")
                : List.of("ada@example.org", "bo@example.org");
        try (StateStore state = StateStore.open(folder.resolve(id).resolve("state.db"));
                ScriptedSmtpServer server = ScriptedSmtpServer.start(turns(script))) {
            Deliveries deliveries = state.deliveries();
            for (String reader : readers) {
                String messageId = reader.replace('@', '.') + "@onrecord.example";
                byte[] message =
                        ("Message-ID: <" + messageId + ">\r\n\r\n" + "A line.\r\n".repeat(100)).getBytes(UTF_8);
                deliveries.add(new Delivery(messageId, "daily", reader, START, message, 0), List.of(), START);
            }
            DigestRun digests = digests(script, server, state);
            for (int hour = 0; hour < 72; hour += 3) {
                digests.deliverDue();
                now = now.plus(Duration.ofHours(3));
            }

            for (String reader : readers) {
                check(script, reader, server, state);
            }
            assertThat(log.list).noneMatch(event -> event.getFormattedMessage().contains(PASSWORD));
            if (script.path("delivered").asString().equals("none")
                    && server.received().isEmpty()) {
                assertThat(log.list)
                        .as("one clear warning for each mail or for all")
                        .hasSizeBetween(1, readers.size());
            }
        }
    }

    private static void check(JsonNode script, String reader, ScriptedSmtpServer server, StateStore state) {
        List<Received> taken = server.received().stream()
                .filter(received -> received.recipient().equals(reader))
                .toList();
        long accepted = taken.stream()
                .filter(received -> received.answer().matches("(?s)(250[- ].*\\R)?250 .*|(?s)250"))
                .count();
        MailRecord mail = state.mailHistory()
                .newest(new MailFilter(null, reader, null), 0, 10)
                .getFirst();
        String messageId = "Message-ID: <" + reader.replace('@', '.');
        assertThat(taken).as("%s", mail).allMatch(received -> received.text().contains(messageId));
        switch (script.path("delivered").asString()) {
            case "once" -> once(accepted, mail);
            case "none" -> {
                assertThat(accepted).isZero();
                assertThat(mail.status()).isIn(Status.WAITING, Status.NOT_SENT);
            }
            case "once_except_bad" -> {
                if (reader.startsWith("bad@")) {
                    assertThat(accepted).isZero();
                    assertThat(mail.status()).isEqualTo(Status.NOT_SENT);
                    assertThat(mail.attempts()).isEqualTo(1);
                    assertThat(state.suppressions().of(reader, "daily")).isPresent();
                } else {
                    once(accepted, mail);
                    assertThat(state.suppressions().of(reader, "daily")).isEmpty();
                }
            }
            case "ambiguous" -> {
                assertThat(taken).hasSizeBetween(1, 2);
                assertThat(mail.status() == Status.UNKNOWN || mail.unknownAt() != null || mail.attempts() == 1)
                        .as("%s", mail)
                        .isTrue();
                assertThat(state.mailHistory().newest(new MailFilter("daily", null, null), 0, 10))
                        .as("one answer at least was lost")
                        .anyMatch(any -> any.unknownAt() != null);
            }
            default -> throw new AssertionError("the list knows a new outcome: " + script);
        }
        if (script.has("status")) {
            assertThat(mail.status().name()).isEqualTo(script.path("status").asString());
        }
        if (script.has("attempts")) {
            assertThat(mail.attempts()).isEqualTo(script.path("attempts").asInt());
        }
    }

    private static void once(long accepted, MailRecord mail) {
        assertThat(accepted).as("%s", mail).isEqualTo(1);
        assertThat(mail.status()).isEqualTo(Status.SENT);
    }

    private DigestRun digests(JsonNode script, ScriptedSmtpServer server, StateStore state) {
        String id = script.path("id").asString();
        Registry registry = new Registry(List.of(), List.of(), List.of());
        boolean login = script.path("login").asBoolean(id.startsWith("smtp-auth"));
        boolean startTls = script.path("security").asString("").equals("starttls") || id.startsWith("smtp-starttls");
        MailSettings settings = new MailSettings(
                "news@onrecord.example",
                "localhost",
                server.port(),
                startTls ? Security.STARTTLS : Security.NONE,
                login ? "news" : null,
                login ? PASSWORD : null,
                MailSettings.DEFAULTS.timeout().dividedBy(FASTER),
                null);
        return new DigestRun(
                new DigestEditor(search, registry),
                new MailComposer(registry, settings, (address, digest, name) -> "token"),
                state.deliveries(),
                state.suppressions(),
                HastySmtp.channel(settings, Duration.ofSeconds(1).dividedBy(FASTER)),
                clock);
    }

    private static Logger logger() {
        return (Logger) LoggerFactory.getLogger(MailDelivery.class);
    }

    private static List<Map<String, Step>> turns(JsonNode script) {
        List<Map<String, Step>> turns = new ArrayList<>();
        for (JsonNode turn : script.path("turns")) {
            Map<String, Step> steps = new HashMap<>();
            turn.propertyStream().forEach(point -> {
                JsonNode value = point.getValue();
                if (value.path("match").isObject()) {
                    value.path("match")
                            .propertyStream()
                            .forEach(match ->
                                    steps.put("RCPT " + match.getKey() + "example.org", step(match.getValue())));
                }
                if (value.has("default")) {
                    steps.put(point.getKey(), step(value.path("default")));
                } else if (!value.has("accept_first")) {
                    steps.put(point.getKey(), step(value));
                }
            });
            if (steps.containsKey("STARTTLS")) {
                steps.putIfAbsent("EHLO", Step.reply("250-mx.example\r\n250 STARTTLS"));
            }
            turns.add(steps);
        }
        return turns;
    }

    private static Step step(JsonNode value) {
        if (value.isString()) {
            return Step.reply(value.asString());
        }
        if (value.isArray()) {
            return Step.reply(String.join(
                    "\r\n", value.valueStream().map(JsonNode::asString).toList()));
        }
        String say = value.path("say_raw").asString("");
        if (value.has("say")) {
            say = value.path("say").asString() + "\r\n";
        } else if (value.has("say_repeat")) {
            say = (value.path("say_repeat").asString() + "\r\n")
                    .repeat(value.path("times").asInt());
        }
        String then = value.path("do").asString(value.path("then").asString(""));
        return new Step(
                say,
                value.path("hold_ms").asLong(0) / FASTER,
                switch (then) {
                    case "close" -> Then.CLOSE;
                    case "reset" -> Then.RESET;
                    default -> Then.GO_ON;
                });
    }
}
