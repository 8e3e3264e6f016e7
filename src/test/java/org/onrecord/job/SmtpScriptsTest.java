package org.onrecord.job;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
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
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.onrecord.SharedMaterial;
import org.onrecord.digest.DigestEditor;
import org.onrecord.digest.MailComposer;
import org.onrecord.digest.MailSettings;
import org.onrecord.digest.MailSettings.Security;
import org.onrecord.digest.ScriptedSmtpServer;
import org.onrecord.digest.ScriptedSmtpServer.Received;
import org.onrecord.digest.ScriptedSmtpServer.Step;
import org.onrecord.digest.ScriptedSmtpServer.Then;
import org.onrecord.digest.SmtpChannel;
import org.onrecord.index.LuceneIndex;
import org.onrecord.registry.Registry;
import org.onrecord.search.LuceneSearch;
import org.onrecord.state.Deliveries;
import org.onrecord.state.Delivery;
import org.onrecord.state.StateStore;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The list of misbehaving mail servers: who gets a mail, how often, over three days of tries on a moving clock. */
class SmtpScriptsTest {
    private static final Path SCRIPTS = SharedMaterial.at("hostile/mail/smtp-scripts.jsonl");
    private static final Instant START = Instant.parse("2026-03-10T07:30:00Z");
    /** Ten minutes of a script take three seconds. */
    private static final int FASTER = 200;

    @TempDir
    private Path folder;

    private LuceneIndex index;
    private LuceneSearch search;
    private Instant now = START;
    private final InstantSource time = () -> now;
    private final Clock clock = time.withZone(ZoneOffset.UTC);

    @BeforeEach
    void open() {
        index = LuceneIndex.open(folder.resolve("articles"));
        search = new LuceneSearch(index.readers(), clock, name -> Optional.empty());
    }

    @AfterEach
    void close() {
        search.close();
        index.close();
    }

    @TestFactory
    Stream<DynamicTest> eachServerGetsWhatItsScriptAllows() throws IOException {
        assumeTrue(Files.exists(SCRIPTS), "skipped: the list of mail servers' scripts is not beside the project");
        return Files.readAllLines(SCRIPTS).stream()
                .map(line -> JsonMapper.shared().readTree(line))
                .map(script -> DynamicTest.dynamicTest(script.path("id").asString(), () -> run(script)));
    }

    private void run(JsonNode script) throws IOException {
        String id = script.path("id").asString();
        now = START;
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
            DigestRun digests = digests(id, server, state);
            for (int hour = 0; hour < 72; hour += 3) {
                digests.deliverDue();
                now = now.plus(Duration.ofHours(3));
            }

            check(script.path("delivered").asString(), readers, server);
        }
    }

    private static void check(String delivered, List<String> readers, ScriptedSmtpServer server) {
        for (String reader : readers) {
            List<Received> taken = server.received().stream()
                    .filter(received -> received.recipient().equals(reader))
                    .toList();
            long accepted = taken.stream()
                    .filter(received -> received.answer().startsWith("250"))
                    .count();
            switch (delivered) {
                case "once" -> assertThat(accepted).isEqualTo(1);
                case "none" -> assertThat(accepted).isZero();
                case "once_except_bad" -> assertThat(accepted).isEqualTo(reader.startsWith("bad@") ? 0 : 1);
                case "once_except_refused" -> assertThat(accepted).isLessThanOrEqualTo(1);
                case "ambiguous" -> {
                    assertThat(taken).hasSizeBetween(1, 2);
                    assertThat(taken)
                            .allMatch(received -> received.text().contains("Message-ID: <" + reader.replace('@', '.')));
                }
                default -> throw new AssertionError("the list knows a new outcome: " + delivered);
            }
        }
    }

    private DigestRun digests(String id, ScriptedSmtpServer server, StateStore state) {
        Registry registry = new Registry(List.of(), List.of(), List.of());
        boolean login = id.contains("auth");
        MailSettings settings = new MailSettings(
                "news@onrecord.example",
                "localhost",
                server.port(),
                id.contains("starttls") ? Security.STARTTLS : Security.NONE,
                login ? "news" : null,
                login ? "pass phrase" : null,
                MailSettings.DEFAULTS.timeout().dividedBy(FASTER),
                null);
        return new DigestRun(
                new DigestEditor(search, registry),
                new MailComposer(registry, settings, (address, digest, name) -> "token"),
                state.deliveries(),
                state.suppressions(),
                new SmtpChannel(settings),
                clock);
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
