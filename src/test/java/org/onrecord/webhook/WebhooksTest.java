package org.onrecord.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onrecord.article.Article;
import org.onrecord.article.ArticleId;
import org.onrecord.article.Published;
import org.onrecord.article.SourceId;
import org.onrecord.article.TaggedArticle;
import org.onrecord.config.AddressRange;
import org.onrecord.fetch.FetchSettings;
import org.onrecord.index.LuceneIndex;
import org.onrecord.json.Json;
import org.onrecord.search.KnownNames;
import org.onrecord.search.LuceneSearch;
import org.onrecord.search.QueryException;
import org.onrecord.search.SavedSearches;
import org.onrecord.search.StandingQueries;
import org.onrecord.state.Capture;
import org.onrecord.state.Hints;
import org.onrecord.state.StateStore;
import org.onrecord.state.Webhook;
import org.onrecord.state.WebhookMessage;
import org.onrecord.watch.Watch;
import org.onrecord.watch.Watcher;
import tools.jackson.databind.JsonNode;

/** Webhooks over a real index and state store, and a receiver on loopback. */
class WebhooksTest {
    private static final FetchSettings LOOPBACK_ALLOWED =
            FetchSettings.DEFAULT.withAllowed(List.of(new AddressRange("127.0.0.0/8")));

    @TempDir
    private Path folder;

    private final TestClock clock = new TestClock();
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private volatile int status = 204;
    private HttpServer receiver;
    private StateStore state;
    private LuceneIndex index;
    private LuceneSearch search;
    private Webhooks webhooks;
    private Watch watch;
    private long captured;

    private record Received(String id, String timestamp, String signature, String body) {
        JsonNode json() {
            return Json.MAPPER.readTree(body);
        }
    }

    @BeforeEach
    void open() throws IOException {
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        receiver.createContext("/hook", exchange -> {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            var headers = exchange.getRequestHeaders();
            received.add(new Received(
                    headers.getFirst("webhook-id"),
                    headers.getFirst("webhook-timestamp"),
                    headers.getFirst("webhook-signature"),
                    body));
            exchange.getResponseHeaders().set("Location", "/elsewhere");
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
        receiver.createContext("/elsewhere", exchange -> {
            received.add(new Received("elsewhere", "", "", ""));
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        receiver.start();
        state = StateStore.open(folder.resolve("state.db"));
        index = LuceneIndex.open(folder.resolve("articles"));
        search = new LuceneSearch(index.readers(), clock, new SavedSearches(state.savedSearches(), clock));
        webhooks = new Webhooks(state, LOOPBACK_ALLOWED, clock);
        watch = new Watch(
                new StandingQueries(
                        index::documents,
                        index::frequency,
                        clock,
                        new SavedSearches(state.savedSearches(), clock),
                        KnownNames.NONE),
                List.of(webhooks.watchers()),
                search::article,
                state,
                clock);
    }

    @AfterEach
    void close() {
        watch.close();
        webhooks.close();
        search.close();
        index.close();
        state.close();
        receiver.stop(0);
    }

    /** The example of the specification's own libraries. */
    @Test
    void signsAsStandardWebhooksSays() {
        String signature = Signature.of(
                "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
                "msg_p5jXN8AQM9LWM0D4loKWxJek",
                Instant.ofEpochSecond(1_614_265_330),
                "{\"test\": 2432232314}");

        assertThat(signature).isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void eachNewArticleThatMatchesIsToldOnceAndSigned() {
        article("old", "Kestrel chips of last year");
        Webhook webhook = webhooks.add("desk", hook(), "kestrel");
        article("one", "Kestrel ships chips");
        article("two", "Weather");
        article("three", "More of Kestrel");

        run();
        article("one", "Kestrel ships more chips");
        run();

        assertThat(received)
                .extracting(message ->
                        message.json().get("data").get("article").get("id").asString())
                .containsExactlyInAnyOrder("one", "three");
        Received first = received.getFirst();
        assertThat(first.json().get("type").asString()).isEqualTo("article.matched");
        assertThat(first.json().get("data").get("webhook").asString()).isEqualTo("desk");
        assertThat(first.signature())
                .isEqualTo(Signature.of(
                        webhook.secret(),
                        first.id(),
                        Instant.ofEpochSecond(Long.parseLong(first.timestamp())),
                        first.body()));
    }

    @Test
    void aSavedSearchIsAskedAsItIsNow() {
        SavedSearches saved = new SavedSearches(state.savedSearches(), clock);
        saved.save("Chips", "kestrel");
        webhooks.add("desk", hook(), "search:\"Chips\"");
        saved.save("Chips", "weather");
        article("one", "Kestrel ships chips");
        article("two", "Weather");

        run();

        assertThat(received)
                .singleElement()
                .satisfies(message -> assertThat(message.body()).contains("\"two\""));
    }

    @Test
    void whatWasRefusedIsTriedAgainLaterUnderTheSameId() {
        webhooks.add("desk", hook(), "kestrel");
        article("one", "Kestrel ships chips");
        status = 500;
        run();
        run();
        assertThat(received).hasSize(1);

        status = 200;
        clock.pass(Duration.ofMinutes(1));
        run();
        run();

        assertThat(received)
                .hasSize(2)
                .extracting(Received::id)
                .containsOnly(received.getFirst().id());
        assertThat(received)
                .extracting(Received::body)
                .containsOnly(received.getFirst().body());
        assertThat(webhooks.all().getFirst().failingSince()).isNull();
        assertThat(state.queues().webhookMessages().number()).isZero();
    }

    @Test
    void afterTwoDaysOfFailureItIsSwitchedOffWithTheReason() {
        webhooks.add("desk", hook(), "kestrel");
        article("one", "Kestrel ships chips");
        status = 503;
        Instant begin = clock.instant();

        while (webhooks.all().getFirst().disabledAt() == null) {
            run();
            clock.pass(Duration.ofMinutes(10));
            assertThat(Duration.between(begin, clock.instant())).isLessThan(Duration.ofDays(4));
        }

        Webhook off = webhooks.all().getFirst();
        assertThat(Duration.between(begin, off.disabledAt())).isBetween(Duration.ofHours(47), Duration.ofHours(51));
        assertThat(off.disabledReason()).contains("refused 9 times in two days").contains("status 503");
        assertThat(received).hasSize(9);

        article("two", "Kestrel again");
        run();
        assertThat(received).hasSize(9);
        status = 200;
        assertThat(webhooks.enable(off.number())).isTrue();
        run();
        assertThat(received)
                .hasSize(10)
                .last()
                .satisfies(message -> assertThat(message.body()).contains("\"two\""));
    }

    @Test
    void aDeadReceiverIsLeftAloneAndKeepsNobodyElseWaiting() {
        AtomicInteger asked = new AtomicInteger();
        receiver.createContext("/dead", exchange -> {
            asked.incrementAndGet();
            exchange.sendResponseHeaders(503, -1);
            exchange.close();
        });
        fill(webhooks.add("dead", hook().replace("/hook", "/dead"), "kestrel"), 600);
        webhooks.send();

        clock.pass(Duration.ofSeconds(10));
        fill(webhooks.add("desk", hook(), "kestrel"), 1);
        webhooks.send();
        webhooks.send();

        assertThat(received).hasSize(1);
        assertThat(asked).hasValue(1);
        clock.pass(Duration.ofMinutes(1));
        webhooks.send();
        assertThat(asked).hasValue(2);
    }

    @Test
    void messagesComeInTheirOrderAlsoAfterAFailure() {
        Webhook desk = webhooks.add("desk", hook(), "kestrel");
        status = 500;
        List<String> ids = fill(desk, 30);
        webhooks.send();
        received.clear();

        status = 204;
        clock.pass(Duration.ofMinutes(1));
        webhooks.send();

        assertThat(received).extracting(Received::id).containsExactlyElementsOf(ids);
    }

    /** Puts messages into a webhook's outbox; their ids, in order. */
    private List<String> fill(Webhook webhook, int count) {
        List<WebhookMessage> messages = IntStream.range(0, count)
                .mapToObj(i -> new WebhookMessage(
                        "msg_" + UUID.randomUUID(), webhook.number(), new ArticleId("a" + i), "{}", 0, clock.instant()))
                .toList();
        state.webhooks().enqueue(messages);
        return messages.stream().map(WebhookMessage::id).toList();
    }

    @Test
    void whoWantsNoMoreIsLeftAlone() {
        webhooks.add("desk", hook(), "kestrel");
        article("one", "Kestrel ships chips");
        status = 410;

        run();

        assertThat(webhooks.all().getFirst().disabledReason()).contains("410");
    }

    @Test
    void aRedirectIsNotFollowed() {
        webhooks.add("desk", hook(), "kestrel");
        article("one", "Kestrel ships chips");
        status = 307;

        run();

        assertThat(received).hasSize(1).extracting(Received::id).doesNotContain("elsewhere");
        assertThat(webhooks.all().getFirst().failingSince()).isNotNull();
    }

    @Test
    void afterACrashBetweenMatchingAndSendingNothingIsLostOrDoubled() {
        webhooks.add("desk", hook(), "kestrel");
        article("one", "Kestrel ships chips");
        assertThat(webhooks.enqueue(search)).isEqualTo(1);
        webhooks.close();

        webhooks = new Webhooks(state, LOOPBACK_ALLOWED, clock);
        assertThat(webhooks.enqueue(search)).isZero();
        article("two", "Kestrel again");
        run();

        assertThat(received).hasSize(2);
    }

    @Test
    void nothingIsSentIntoTheOwnNetwork() {
        try (Webhooks careful = new Webhooks(state, FetchSettings.DEFAULT, clock)) {
            for (String url : List.of(
                    hook(), "http://10.0.0.1/", "http://localhost/", "http://169.254.169.254/x", "ftp://a.example/")) {
                assertThatThrownBy(() -> careful.add("desk", url, "kestrel"))
                        .isInstanceOf(WebhookException.class)
                        .hasMessageContaining("nothing will be sent to");
            }
            Webhook known = webhooks.add("desk", hook(), "kestrel");
            assertThat(careful.test(known))
                    .hasValueSatisfying(reason -> assertThat(reason).contains("127.0.0.1"));
        }
        assertThat(received).isEmpty();
    }

    @Test
    void aWrongQueryIsRefusedAndOneThatBecomesWrongSwitchesItOff() {
        assertThatThrownBy(() -> webhooks.add("desk", hook(), "(kestrel")).isInstanceOf(QueryException.class);
        state.savedSearches().put("Chips", "kestrel", clock.instant());
        webhooks.add("desk", hook(), "search:\"Chips\"");
        state.savedSearches()
                .delete(state.savedSearches().find("Chips").orElseThrow().number());
        article("one", "Kestrel ships chips");

        run();

        assertThat(webhooks.all().getFirst().disabledReason()).startsWith("its query cannot be asked");
    }

    @Test
    void aTestMessageSaysHowItWent() {
        Webhook webhook = webhooks.add("desk", hook(), "kestrel");

        assertThat(webhooks.test(webhook)).isEmpty();
        status = 404;
        assertThat(webhooks.test(webhook)).contains("status 404");
        assertThat(received.getFirst().json().get("type").asString()).isEqualTo("test");
        assertThat(webhook.toString()).doesNotContain(webhook.secret());
    }

    private String hook() {
        return "http://127.0.0.1:" + receiver.getAddress().getPort() + "/hook";
    }

    private void run() {
        webhooks.enqueue(search);
        webhooks.send();
    }

    /** A capture of an article, archived and indexed. */
    private void article(String id, String title) {
        captured++;
        state.captures()
                .record(new Capture(
                        0,
                        new SourceId("wire"),
                        URI.create("https://wire.example/" + id),
                        URI.create("https://wire.example/" + id),
                        "a.warc.gz",
                        captured,
                        1,
                        clock.instant(),
                        "ab".repeat(32),
                        Hints.NONE));
        Article article = new Article(
                new ArticleId(id),
                URI.create("https://wire.example/" + id),
                new SourceId("wire"),
                title,
                List.of(),
                Published.on(LocalDate.of(2026, 11, 24)),
                clock.instant(),
                "en",
                title + " in the text too.",
                captured);
        TaggedArticle tagged = new TaggedArticle(article, List.of(), List.of(), List.of(), List.of());
        watch.begin();
        List<Watcher> waiting = watch.compare(tagged);
        index.add(tagged);
        watch.keep(article.id(), waiting);
        watch.write(captured);
        index.commit(captured);
        index.refresh();
    }

    private static final class TestClock extends Clock {
        private volatile Instant now = Instant.parse("2026-11-24T09:30:00Z");

        void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
