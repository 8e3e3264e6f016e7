package org.onrecord.job;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.onrecord.index.InventedArticle.article;

import java.nio.file.Path;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onrecord.digest.Channel;
import org.onrecord.digest.Channel.Answer.Rejected.Because;
import org.onrecord.digest.Digest;
import org.onrecord.digest.DigestEditor;
import org.onrecord.digest.MailComposer;
import org.onrecord.digest.MailSettings;
import org.onrecord.digest.Subscriber;
import org.onrecord.faults.Fault;
import org.onrecord.faults.ShakyConnections;
import org.onrecord.index.InventedArticle;
import org.onrecord.index.LuceneIndex;
import org.onrecord.registry.Registry;
import org.onrecord.search.LuceneSearch;
import org.onrecord.state.MailFilter;
import org.onrecord.state.MailRecord.Status;
import org.onrecord.state.ShakyState;
import org.onrecord.state.StateException;
import org.onrecord.state.StateStore;
import org.onrecord.state.Suppression;

class DigestRunTest {
    private static final Instant WINDOW = Instant.parse("2026-03-10T07:30:00Z");
    private static final Instant NEXT_WINDOW = WINDOW.plus(Duration.ofDays(1));
    private static final Digest DAILY = digest("daily");
    private static final Digest OTHER = digest("other");
    private static final Subscriber ADA = new Subscriber("ada@example.org", Set.of("daily", "other"));
    private static final Subscriber BO = new Subscriber("bo@example.org", Set.of("daily"));

    @TempDir
    private Path folder;

    private LuceneIndex index;
    private LuceneSearch search;
    private StateStore state;
    private Instant now = WINDOW;
    private final InstantSource time = () -> now;
    private final Clock clock = time.withZone(ZoneOffset.UTC);
    private final Post post = new Post();

    @BeforeEach
    void open() {
        index = LuceneIndex.open(folder.resolve("articles"));
        search = new LuceneSearch(index.readers(), clock, name -> Optional.empty());
        state = StateStore.open(folder.resolve("state.db"));
        add(article("a").on("2026-03-09").title("First").text("A chip of a."));
    }

    @AfterEach
    void close() {
        search.close();
        index.close();
        state.close();
    }

    @Test
    void eachSubscriberOfTheDigestGetsWhatIsNew() {
        Subscriber stranger = new Subscriber("eve@example.org", Set.of("other"));

        DigestReport report = digests().run(DAILY, List.of(ADA, BO, stranger), WINDOW);

        assertThat(report.sent())
                .extracting(DigestReport.Mail::subscriber)
                .containsExactlyInAnyOrder("ada@example.org", "bo@example.org");
        assertThat(post.taken).hasSize(2);
        assertThat(state.deliveries().lastRun("daily")).contains(WINDOW);
    }

    @Test
    void theSameWindowDoneAgainSendsNothing() {
        digests().run(DAILY, List.of(ADA), WINDOW);
        add(article("b").on("2026-03-10").title("Second").text("A chip of b."));

        DigestReport again = digests().run(DAILY, List.of(ADA), WINDOW);

        assertThat(again.sent()).isEmpty();
        assertThat(again.withoutNews()).as("there was news, and it was sent").isEmpty();
        assertThat(post.taken).hasSize(1);
        digests().run(DAILY, List.of(ADA), NEXT_WINDOW);
        assertThat(post.taken.getLast()).contains("Second").doesNotContain("First");
    }

    @Test
    void aWindowThatComesAgainBecauseTheClockWentBackSendsNothingTwiceAndNothingIsHidden() {
        Instant wrong = WINDOW.plus(Duration.ofDays(400));
        now = wrong;
        digests().run(DAILY, List.of(ADA), wrong);
        int before = post.taken.size();
        now = WINDOW;
        digests().run(DAILY, List.of(ADA), WINDOW);
        digests().run(DAILY, List.of(ADA), WINDOW);
        assertThat(post.taken).hasSizeBetween(before, before + 1);
        int then = post.taken.size();

        add(article("b").on("2026-03-10").title("Second").text("A chip."));
        now = NEXT_WINDOW;
        digests().run(DAILY, List.of(ADA), NEXT_WINDOW);
        digests().run(DAILY, List.of(ADA), NEXT_WINDOW);

        assertThat(post.taken).hasSize(then + 1);
        assertThat(post.taken.getLast()).contains("Second");
    }

    @Test
    void nothingNewIsNoMail() {
        digests().run(DAILY, List.of(ADA), WINDOW);

        DigestReport report = digests().run(DAILY, List.of(ADA), NEXT_WINDOW);

        assertThat(report.sent()).isEmpty();
        assertThat(report.withoutNews()).containsExactly("ada@example.org");
        assertThat(post.taken).hasSize(1);
        assertThat(state.deliveries().lastRun("daily")).contains(NEXT_WINDOW);
    }

    @Test
    void nothingNewIsAMailOfOneLineWhereTheDigestSaysSo() {
        Digest noting = digest("noting", Digest.WhenEmpty.NOTE);
        Subscriber subscriber = new Subscriber("ada@example.org", Set.of("noting"));
        digests().run(noting, List.of(subscriber), WINDOW);

        DigestReport report = digests().run(noting, List.of(subscriber), NEXT_WINDOW);

        assertThat(report.withoutNews()).isEmpty();
        assertThat(report.sent()).hasSize(1);
        assertThat(post.taken).hasSize(2);
        assertThat(post.taken.getLast()).contains("Subject: Nothing new: ").doesNotContain("First");
    }

    @Test
    void anItemThatTwoDigestsFindIsSentOnce() {
        digests().run(DAILY, List.of(ADA), WINDOW);

        DigestReport other = digests().run(OTHER, List.of(ADA), WINDOW);

        assertThat(other.withoutNews()).containsExactly("ada@example.org");
        assertThat(post.taken).hasSize(1);
    }

    @Test
    void anItemThatTwoDigestsFindAtTheSameMomentIsSentOnce() throws Exception {
        DigestRun digests = digests();
        for (int i = 0; i < 10; i++) {
            Instant window = WINDOW.plus(Duration.ofDays(i));
            add(article("race" + i).on(window.toString().substring(0, 10)).text("A chip, number " + i + "."));
            CountDownLatch start = new CountDownLatch(1);
            try (ExecutorService threads = Executors.newFixedThreadPool(2)) {
                List<Future<DigestReport>> runs = new ArrayList<>();
                for (Digest digest : List.of(DAILY, OTHER)) {
                    runs.add(threads.submit(() -> {
                        start.await();
                        return digests.run(digest, List.of(ADA), window);
                    }));
                }
                start.countDown();
                for (Future<DigestReport> run : runs) {
                    run.get();
                }
            }
        }

        assertThat(post.tries).isEqualTo(10);
    }

    @Test
    void afterADeathBetweenOutboxAndDeliveryTheMailIsSentOnceWithTheSameMessageId() {
        post.dieAt = 1;
        assertThatThrownBy(() -> digests().run(DAILY, List.of(ADA, BO), WINDOW)).isInstanceOf(Death.class);
        reopen();

        digests().run(DAILY, List.of(ADA, BO), WINDOW);
        digests().deliverDue();

        assertThat(post.taken).hasSize(2);
        assertThat(post.idsOf("ada@example.org")).hasSize(1);
        assertThat(post.idsOf("bo@example.org")).hasSize(1);
    }

    @Test
    void afterADeathAtAnyDeliveryEverybodyHasTheMailOnce() {
        List<Subscriber> readers = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            readers.add(new Subscriber("reader" + i + "@example.org", Set.of("daily")));
        }
        for (int death = 1; death <= 4; death++) {
            add(article("news" + death).on("2026-03-09").title("News " + death).text("A chip, seen by " + death + "."));
            Instant window = WINDOW.plus(Duration.ofDays(death));
            post.forget();
            post.dieAt = death;
            assertThatThrownBy(() -> digests().run(DAILY, readers, window)).isInstanceOf(Death.class);
            reopen();

            digests().run(DAILY, readers, window);

            assertThat(post.taken).as("death at delivery %d", death).hasSize(4);
        }
    }

    @Test
    void aDeathBetweenTheReplyAndItsRecordSendsTheSameMessageIdAgain() {
        post.dieAfterTaking = true;
        assertThatThrownBy(() -> digests().run(DAILY, List.of(ADA), WINDOW)).isInstanceOf(Death.class);
        reopen();

        digests().deliverDue();

        assertThat(post.taken).as("the one window that SMTP leaves open").hasSize(2);
        assertThat(post.idsOf("ada@example.org")).hasSize(1);
    }

    @Test
    void aMailWhoseAcceptanceCannotBeRecordedIsNotSentAgain() {
        Fault fault = new Fault();
        state.close();
        state = ShakyState.open(folder.resolve("state.db"), new ShakyConnections(fault, false));
        DigestRun digests = digests();
        post.onDelivery = () -> fault.at(1, true);

        assertThatThrownBy(() -> digests.run(DAILY, List.of(ADA, BO), WINDOW)).isInstanceOf(StateException.class);
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(digests::deliverDue).isInstanceOf(StateException.class);
        }
        assertThat(post.tries).isEqualTo(1);
        post.onDelivery = () -> {};
        fault.none();
        digests.deliverDue();

        assertThat(post.taken).hasSize(2);
        assertThat(state.deliveries().pending()).isZero();
    }

    @Test
    void aPostponedMailIsTriedAgainAndSentOnce() {
        post.answers.put("ada@example.org", new Channel.Answer.Postponed("451 greylisted"));
        DigestReport first = digests().run(DAILY, List.of(ADA, BO), WINDOW);
        assertThat(first.postponed()).extracting(DigestReport.Mail::reply).containsExactly("451 greylisted");
        assertThat(first.sent()).hasSize(1);
        post.answers.clear();

        assertThat(digests().deliverDue().sent())
                .as("not before its pause is over")
                .isEmpty();
        now = WINDOW.plus(Duration.ofMinutes(5));
        DigestReport second = digests().deliverDue();

        assertThat(second.sent()).extracting(DigestReport.Mail::subscriber).containsExactly("ada@example.org");
        assertThat(post.taken).hasSize(2);
    }

    @Test
    void aRejectedMailIsNotTriedAgainAndTouchesNobodyElse() {
        post.answers.put("ada@example.org", new Channel.Answer.Rejected("550 no such user", Because.NO_MAILBOX));

        DigestReport report = digests().run(DAILY, List.of(ADA, BO), WINDOW);

        assertThat(report.rejected()).containsExactly(new DigestReport.Mail("ada@example.org", "550 no such user"));
        assertThat(report.sent()).hasSize(1);
        post.answers.clear();
        now = WINDOW.plus(Duration.ofDays(10));
        assertThat(digests().deliverDue().sent()).isEmpty();
        assertThat(post.tries).isEqualTo(2);
    }

    @Test
    void whoUnsubscribedGetsNothingAndAlsoNotWhatWaited() {
        post.answers.put("bo@example.org", new Channel.Answer.Postponed("451 later"));
        digests().run(DAILY, List.of(BO), WINDOW);
        post.answers.clear();
        for (Subscriber reader : List.of(ADA, BO)) {
            state.suppressions()
                    .add(new Suppression(
                            reader.address(), "daily", Suppression.Kind.UNSUBSCRIBED, "by the link in a mail", now));
        }

        now = NEXT_WINDOW;
        DigestReport report = digests().run(DAILY, List.of(ADA, BO), NEXT_WINDOW);

        assertThat(report.suppressed())
                .extracting(Suppression::address)
                .containsExactly("ada@example.org", "bo@example.org");
        assertThat(post.taken).isEmpty();
        assertThat(state.deliveries().pending()).isZero();
        state.suppressions().lift("ada@example.org", "daily");
        digests().run(DAILY, List.of(ADA, BO), NEXT_WINDOW.plusSeconds(60));
        assertThat(post.taken).as("what was missed comes with the next one").hasSize(1);
    }

    @Test
    void anUnavailableChannelIsAskedOnceAndTheMailsWaitWithoutLosingATry() {
        post.unavailable = true;
        DigestRun digests = digests();

        DigestReport report = digests.run(DAILY, List.of(ADA, BO), WINDOW);
        assertThat(report.postponed())
                .extracting(DigestReport.Mail::subscriber)
                .containsExactlyInAnyOrder("ada@example.org", "bo@example.org");
        assertThat(post.tries).isEqualTo(1);
        for (int i = 0; i < 50; i++) {
            now = now.plus(Duration.ofHours(6));
            digests.deliverDue();
        }
        assertThat(post.tries).isEqualTo(51);

        post.unavailable = false;
        now = now.plus(Duration.ofHours(1));
        assertThat(digests.deliverDue().sent()).hasSize(2);
    }

    @Test
    void aChannelThatTakesNothingIsLeftAloneForAPauseThatGrows() {
        post.unavailable = true;
        DigestRun digests = digests();
        digests.run(DAILY, List.of(ADA), WINDOW);

        List<Integer> tries = new ArrayList<>();
        for (int minute = 0; minute < 120; minute++) {
            now = now.plus(Duration.ofMinutes(1));
            digests.deliverDue();
            tries.add(post.tries);
        }

        assertThat(tries.subList(0, 8)).containsExactly(2, 2, 3, 3, 3, 3, 4, 4);
        assertThat(tries.getLast()).isEqualTo(8);
        post.unavailable = false;
        now = WINDOW;
        assertThat(digests.deliverDue().sent())
                .as("a clock that went back holds nothing up")
                .hasSize(1);
        assertThat(state.mailHistory().newest(new MailFilter(null, null, Status.SENT), 0, 10))
                .hasSize(1);
    }

    @Test
    void aMailWhoseAnswerWasLostIsSentOnceMoreAndIsKnownAsUnknown() {
        post.answers.put("ada@example.org", new Channel.Answer.Unknown("no answer"));
        digests().run(DAILY, List.of(ADA), WINDOW);

        assertThat(state.mailHistory().newest(new MailFilter("daily", "ada@example.org", null), 0, 10))
                .singleElement()
                .satisfies(mail -> {
                    assertThat(mail.status()).isEqualTo(Status.UNKNOWN);
                    assertThat(mail.nextAttemptAt()).isEqualTo(WINDOW.plus(Duration.ofMinutes(5)));
                    assertThat(mail.reply()).isEqualTo("no answer");
                });
        for (int day = 0; day < 5; day++) {
            now = now.plus(Duration.ofDays(1));
            digests().deliverDue();
        }
        assertThat(post.tries).as("two copies are enough").isEqualTo(2);
        assertThat(state.mailHistory().count(Status.UNKNOWN, WINDOW)).isEqualTo(1);
        post.answers.clear();
        digests().run(DAILY, List.of(ADA), now);
        assertThat(post.tries)
                .as("what may have arrived is not sent in another mail")
                .isEqualTo(2);
    }

    @Test
    void whatACrashCutOffIsKnownAsUnknownUntilAServerTookIt() {
        post.dieAfterTaking = true;
        assertThatThrownBy(() -> digests().run(DAILY, List.of(ADA), WINDOW)).isInstanceOf(Death.class);
        reopen();

        digests().deliverDue();

        assertThat(state.mailHistory().newest(MailFilter.ALL, 0, 10))
                .singleElement()
                .satisfies(mail -> {
                    assertThat(mail.status()).isEqualTo(Status.SENT);
                    assertThat(mail.unknownAt()).as("perhaps twice").isEqualTo(WINDOW);
                });
    }

    @Test
    void whatAServerRefusedForGoodSuspendsTheAddressAndComesWithTheFirstMailAfterwards() {
        post.answers.put("ada@example.org", new Channel.Answer.Rejected("550 5.1.1 nobody", Because.NO_MAILBOX));
        digests().run(DAILY, List.of(ADA), WINDOW);

        assertThat(state.suppressions().of("ada@example.org", "other"))
                .hasValueSatisfying(suspended -> assertThat(suspended.reason()).isEqualTo("550 5.1.1 nobody"));
        post.answers.clear();
        assertThat(digests().run(DAILY, List.of(ADA), NEXT_WINDOW).suppressed()).hasSize(1);
        assertThat(post.taken).isEmpty();

        state.suppressions().lift("ada@example.org", Suppression.ALL);
        digests().run(DAILY, List.of(ADA), NEXT_WINDOW.plusSeconds(1));
        assertThat(post.taken).singleElement().asString().contains("First");
    }

    @Test
    void whatAServerRefusedForItsWordsIsNotSentAgainAndSuspendsNobody() {
        post.answers.put("ada@example.org", new Channel.Answer.Rejected("554 spam", Because.MESSAGE));
        digests().run(DAILY, List.of(ADA), WINDOW);
        post.answers.clear();

        DigestReport next = digests().run(DAILY, List.of(ADA), NEXT_WINDOW);

        assertThat(next.withoutNews()).containsExactly("ada@example.org");
        assertThat(state.suppressions().all()).isEmpty();
    }

    @Test
    void handsEachMailOverOnceInARoundWhateverTheClockDoes() {
        List<Subscriber> readers = new ArrayList<>();
        for (int i = 0; i < 150; i++) {
            String address = "reader" + i + "@example.org";
            readers.add(new Subscriber(address, Set.of("daily")));
            post.answers.put(address, new Channel.Answer.Postponed("451 later"));
        }
        post.onDelivery = () -> now = now.plus(Duration.ofHours(1));

        digests().run(DAILY, readers, WINDOW);

        assertThat(post.tries).isEqualTo(150);
        now = WINDOW;
        post.onDelivery = () -> now = now.minus(Duration.ofHours(1));
        now = WINDOW.plus(Duration.ofMinutes(5));
        digests().deliverDue();
        assertThat(post.tries).isEqualTo(300);
    }

    private DigestRun digests() {
        Registry registry = new Registry(List.of(), List.of(), List.of());
        return new DigestRun(
                new DigestEditor(search, registry),
                new MailComposer(registry, MailSettings.DEFAULTS, (address, id, name) -> "token"),
                state.deliveries(),
                state.suppressions(),
                post,
                clock);
    }

    private void reopen() {
        state.close();
        state = StateStore.open(folder.resolve("state.db"));
    }

    private void add(InventedArticle invented) {
        index.add(invented.tagged());
        index.refresh();
    }

    private static Digest digest(String id) {
        return digest(id, Digest.WhenEmpty.SKIP);
    }

    private static Digest digest(String id, Digest.WhenEmpty whenEmpty) {
        return new Digest(
                id,
                "Digest " + id,
                LocalTime.of(7, 30),
                Set.of(DayOfWeek.values()),
                ZoneOffset.UTC,
                List.of(new Digest.SavedSearch("Chips", "chip")),
                List.of(),
                List.of(),
                Digest.USUAL_REACH,
                whenEmpty);
    }

    /** The end of the process. */
    private static final class Death extends Error {
        private static final long serialVersionUID = 1;
    }

    /** A channel that keeps what it takes. */
    private static final class Post implements Channel {
        private final List<String> taken = new ArrayList<>();
        private final Map<String, Set<String>> ids = new HashMap<>();
        private final Map<String, Answer> answers = new HashMap<>();
        private boolean unavailable;
        private boolean dieAfterTaking;
        private int dieAt;
        private int tries;
        private Runnable onDelivery = () -> {};

        @Override
        public Answer deliver(String messageId, String recipient, byte[] message) {
            tries++;
            onDelivery.run();
            if (dieAt > 0 && tries == dieAt) {
                throw new Death();
            }
            if (unavailable) {
                return new Answer.Unavailable("connection refused");
            }
            Answer answer = answers.getOrDefault(recipient, new Answer.Accepted("250 queued"));
            if (answer instanceof Answer.Accepted) {
                taken.add(new String(message, UTF_8));
                ids.computeIfAbsent(recipient, key -> new HashSet<>()).add(messageId);
                if (dieAfterTaking) {
                    dieAfterTaking = false;
                    throw new Death();
                }
            }
            return answer;
        }

        Set<String> idsOf(String recipient) {
            return ids.getOrDefault(recipient, Set.of());
        }

        void forget() {
            taken.clear();
            tries = 0;
        }

        @Override
        public String description() {
            return "the test's post";
        }
    }
}
