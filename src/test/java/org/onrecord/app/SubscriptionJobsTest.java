package org.onrecord.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.onrecord.index.InventedArticle.article;

import java.nio.file.Path;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onrecord.access.Access;
import org.onrecord.digest.Channel;
import org.onrecord.digest.Digest;
import org.onrecord.digest.DigestEditor;
import org.onrecord.digest.MailComposer;
import org.onrecord.digest.MailSettings;
import org.onrecord.index.LuceneIndex;
import org.onrecord.job.DigestRun;
import org.onrecord.job.NextRun;
import org.onrecord.job.Schedule;
import org.onrecord.registry.Registry;
import org.onrecord.search.LuceneSearch;
import org.onrecord.search.SavedQueries;
import org.onrecord.state.StateStore;
import org.onrecord.subscription.Choice;
import org.onrecord.subscription.Subscription;
import org.onrecord.subscription.Subscriptions;

/** Subscriptions come onto the schedule, change there and leave it, while the program runs. */
class SubscriptionJobsTest {
    private static final Registry REGISTRY = new Registry(List.of(), List.of(), List.of());
    private static final Pattern CONFIRM = Pattern.compile("/subscription/confirm/(\\S+?)(?:=\\r\\n(\\S+))*\\s");

    @TempDir
    private Path folder;

    private Instant now = Instant.parse("2026-03-10T12:00:00Z");
    private final InstantSource time = () -> now;
    private final Clock clock = time.withZone(ZoneOffset.UTC);
    private final List<String> sent = new CopyOnWriteArrayList<>();
    private StateStore state;
    private LuceneIndex index;
    private LuceneSearch search;
    private Subscriptions subscriptions;
    private DigestRun digests;

    @BeforeEach
    void open() {
        state = StateStore.open(folder.resolve("state.db"));
        index = LuceneIndex.open(folder.resolve("articles"));
        index.add(article("a").on("2026-03-09").title("First").text("A chip.").tagged());
        index.refresh();
        search = new LuceneSearch(index.readers(), clock, SavedQueries.NONE);
        MailSettings mail = new MailSettings(
                "record@example.org",
                null,
                587,
                MailSettings.Security.STARTTLS,
                null,
                null,
                Duration.ofSeconds(5),
                "https://record.example");
        MailComposer composer = new MailComposer(REGISTRY, mail, (address, id, name) -> "token");
        DigestEditor editor = new DigestEditor(search, REGISTRY);
        subscriptions =
                new Subscriptions(state, new Access(state, clock).signedLinks(), composer, editor, search, clock);
        digests = new DigestRun(editor, composer, state.deliveries(), state.suppressions(), new Post(), clock);
    }

    @AfterEach
    void close() {
        search.close();
        index.close();
        state.close();
    }

    @Test
    void aSubscriptionIsScheduledChangedAndEndedWithoutARestart() {
        try (Schedule schedule = new Schedule(1, clock)) {
            SubscriptionJobs jobs = jobs(schedule);
            jobs.update();
            assertThat(schedule.nextRuns()).isEmpty();

            Subscription mine = confirmed(choice("07:30", "Asia/Taipei"));
            jobs.update();
            assertThat(schedule.nextRuns())
                    .containsExactly(new NextRun(
                            "digest subscription-1", Instant.parse("2026-03-10T23:30:00Z"), ZoneId.of("Asia/Taipei")));

            subscriptions.change(mine, choice("18:00", "UTC"));
            jobs.update();
            jobs.update();
            assertThat(schedule.nextRuns())
                    .extracting(NextRun::at)
                    .containsExactly(Instant.parse("2026-03-10T18:00:00Z"));

            subscriptions.end(mine);
            jobs.update();
            assertThat(schedule.nextRuns()).isEmpty();
        }
    }

    @Test
    void aMailThatWasMissedWhileTheProgramWasDownIsSentOnce() {
        // The scheduler has a clock of its own, which stands at the present.
        Instant present = Instant.now();
        now = present.minus(Duration.ofDays(3));
        index.add(article("b")
                .undated(now.toString())
                .title("Second")
                .text("Another chip of theirs came out in the spring, to some surprise.")
                .tagged());
        index.refresh();
        confirmed(choice("07:30", "UTC"));
        sent.clear();
        now = present;

        try (Schedule schedule = new Schedule(1, clock)) {
            jobs(schedule).update();
            schedule.start();

            await().atMost(Duration.ofSeconds(20)).until(() -> !sent.isEmpty());
        }
        try (Schedule again = new Schedule(1, clock)) {
            jobs(again).update();
            again.start();
        }

        assertThat(sent).singleElement().asString().contains("Second");
    }

    private SubscriptionJobs jobs(Schedule schedule) {
        return new SubscriptionJobs(subscriptions, schedule, digests, state.deliveries(), clock);
    }

    private static Choice choice(String at, String zone) {
        return new Choice(
                Choice.Kind.DIGEST,
                "Chips",
                List.of(new Digest.SavedSearch("Chips", "chip")),
                List.of(),
                List.of(),
                EnumSet.allOf(DayOfWeek.class),
                LocalTime.parse(at),
                ZoneId.of(zone),
                Digest.WhenEmpty.SKIP,
                null);
    }

    private Subscription confirmed(Choice choice) {
        subscriptions.ask("ada@example.org", choice);
        digests.deliverDue();
        String words = sent.getLast().replace("=\r\n", "");
        Matcher link = CONFIRM.matcher(words);
        assertThat(link.find()).isTrue();
        return subscriptions.confirm(link.group(1)).orElseThrow();
    }

    private final class Post implements Channel {
        @Override
        public Answer deliver(String messageId, String recipient, byte[] message) {
            sent.add(new String(message, UTF_8));
            return new Answer.Accepted("250 OK");
        }

        @Override
        public String description() {
            return "a list";
        }
    }
}
