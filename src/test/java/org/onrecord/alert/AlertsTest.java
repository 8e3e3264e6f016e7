package org.onrecord.alert;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.onrecord.index.InventedArticle.article;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onrecord.article.Act;
import org.onrecord.article.Position;
import org.onrecord.article.TaggedArticle;
import org.onrecord.digest.Alert;
import org.onrecord.digest.DigestEditor;
import org.onrecord.digest.MailComposer;
import org.onrecord.digest.MailSettings;
import org.onrecord.digest.QuietHours;
import org.onrecord.digest.SmtpChannel;
import org.onrecord.digest.Subscriber;
import org.onrecord.index.InventedArticle;
import org.onrecord.index.LuceneIndex;
import org.onrecord.job.DigestRun;
import org.onrecord.registry.Registry;
import org.onrecord.search.KnownNames;
import org.onrecord.search.LuceneSearch;
import org.onrecord.search.SavedQueries;
import org.onrecord.search.StandingQueries;
import org.onrecord.state.Delivery;
import org.onrecord.state.StateStore;
import org.onrecord.state.Suppression;
import org.onrecord.watch.Watch;
import org.onrecord.watch.Watcher;

/** From an article that comes in to the mail at a real SMTP server. */
class AlertsTest {
    private static final Registry REGISTRY = new Registry(List.of(), List.of(), List.of());
    private static final String ADA = "ada@example.org";

    @TempDir
    private Path folder;

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private final List<AlertReader> readers = new ArrayList<>();
    private Instant now = Instant.parse("2026-03-10T12:00:00Z");
    private final InstantSource time = () -> now;
    private final Clock clock = time.withZone(ZoneOffset.UTC);
    private LuceneIndex index;
    private LuceneSearch search;
    private StateStore state;
    private Alerts alerts;
    private DigestRun sending;
    private Watch watch;
    private long captured;

    @BeforeEach
    void open() {
        server.start();
        index = LuceneIndex.open(folder.resolve("articles"));
        search = new LuceneSearch(index.readers(), clock, SavedQueries.NONE);
        state = StateStore.open(folder.resolve("state.db"));
        MailSettings mail = new MailSettings(
                "record@example.org",
                "127.0.0.1",
                server.getSmtp().getPort(),
                MailSettings.Security.NONE,
                null,
                null,
                Duration.ofSeconds(5),
                "https://record.example");
        MailComposer composer = new MailComposer(REGISTRY, mail, (address, id, name) -> "token");
        alerts = new Alerts(() -> readers, search, composer, state, clock);
        sending = new DigestRun(
                new DigestEditor(search, REGISTRY),
                composer,
                state.deliveries(),
                state.suppressions(),
                new SmtpChannel(mail),
                clock);
        watch = new Watch(
                new StandingQueries(index::documents, index::frequency, clock, SavedQueries.NONE, KnownNames.NONE),
                List.of(alerts),
                search::article,
                state,
                clock);
    }

    @AfterEach
    void close() {
        watch.close();
        search.close();
        index.close();
        state.close();
        server.stop();
    }

    @Test
    void anArticleIsMailedOnceWithThePassageThatMatches() throws Exception {
        reads("entity-list", "\"entity list\"", null);
        comesIn(article("a")
                .title("Bureau acts")
                .text("It rained. The bureau put Quillon on the Entity List. It rained on."));
        comesIn(article("b").title("Weather").text("It rained."));

        pass(Duration.ofMinutes(10));
        pass(Duration.ofDays(2));

        MimeMessage mail = only();
        assertThat(mail.getSubject()).contains("1 new").contains("Alert entity-list");
        assertThat(mail.getHeader("List-Id")).containsExactly("<entity-list.onrecord.example.org>");
        assertThat(mail.getHeader("List-Unsubscribe")[0]).contains("https://record.example/unsubscribe/token");
        assertThat(mail.getHeader("List-Unsubscribe-Post")).containsExactly("List-Unsubscribe=One-Click");
        assertThat(text(mail)).contains("\"entity list\"").contains("The bureau put Quillon on the Entity List.");
        assertThat(html(mail)).contains("<mark").contains(">Entity List</mark>");
    }

    @Test
    void aBurstAboutOneStoryIsOneMail() throws Exception {
        reads("kestrel", "kestrel", null);
        for (String id : List.of("a", "b", "c", "d")) {
            comesIn(article(id)
                    .source("wire-" + id)
                    .title("Kestrel recalls chips")
                    .text("Kestrel recalled all of the"
                            + " chips that it had sold in the past year after reports of fires in three of its largest data"
                            + " centres, the company said on Monday."));
            pass(Duration.ofMinutes(2));
        }
        comesIn(article("e").title("Kestrel hires").text("Kestrel hired a hundred people for a plant."));
        assertThat(server.getReceivedMessages()).isEmpty();

        pass(Duration.ofMinutes(3));

        assertThat(text(only()))
                .contains("Kestrel recalls chips")
                .contains("Kestrel hires")
                .containsPattern("4 (articles|copies) of one");
    }

    @Test
    void whatASearchSaysOfAStatementMustHoldForOne() throws Exception {
        reads("against", "said-by:mira-voss stance:against:chip-sales", null);
        comesIn(article("a")
                .title("Hearing")
                .text(
                        "Mira Voss told senators that sales keep Quillon ahead. Tom Arlo called the sales a gift to rivals.")
                .says("Mira Voss", "mira-voss", Act.SUPPORT, "sales keep Quillon ahead", "chip-sales", Position.FOR)
                .says(
                        "Tom Arlo",
                        "tom-arlo",
                        Act.CRITICIZE,
                        "the sales a gift to rivals",
                        "chip-sales",
                        Position.AGAINST));
        comesIn(article("b")
                .title("Reversal")
                .text("It rained. Mira Voss now wants the sales stopped.")
                .says("Mira Voss", "mira-voss", Act.URGE, "the sales stopped", "chip-sales", Position.AGAINST));

        pass(Duration.ofMinutes(10));

        assertThat(text(only()))
                .contains("Reversal")
                .contains("Mira Voss now wants the sales stopped.")
                .doesNotContain("Hearing");
    }

    @Test
    void quietHoursHoldMailsBackUntilTheyAreOver() throws Exception {
        now = Instant.parse("2026-03-10T21:30:00Z");
        reads("kestrel", "kestrel", QuietHours.parse("22:00-07:00", ZoneId.of("Europe/Berlin")));
        comesIn(article("a").title("Kestrel at night").text("Kestrel ships chips."));

        pass(Duration.ofHours(8));
        assertThat(server.getReceivedMessages()).isEmpty();
        pass(Duration.ofMinutes(30));

        assertThat(text(only())).contains("Kestrel at night");
    }

    @Test
    void aHopelessAlertIsRefusedWithTheEstimate() {
        Alert modest = new Alert("kestrel", "Kestrel", "kestrel", 2);
        for (int i = 0; i < 28 * 3; i++) {
            index.add(article("a" + i)
                    .on("2026-03-0" + (1 + i % 9))
                    .title("Kestrel " + i)
                    .text("Kestrel number " + i)
                    .tagged());
        }
        index.refresh();
        readers.add(new AlertReader(modest, new Subscriber(ADA, Set.of(), Set.of("kestrel"), null)));

        assertThat(alerts.all()).isEmpty();
        assertThat(new Hopeless(search, clock).refusal(modest))
                .hasValueSatisfying(reason ->
                        assertThat(reason).contains("about 3 articles a day").contains("narrow"));
        assertThat(new Hopeless(search, clock).refusal(new Alert("kestrel", "Kestrel", "kestrel", 3)))
                .isEmpty();
    }

    @Test
    void aCrashBetweenOutboxAndRecordMailsNothingTwice() {
        reads("kestrel", "kestrel", null);
        comesIn(article("a").title("Kestrel").text("Kestrel ships chips."));
        state.deliveries()
                .add(
                        new Delivery("id@example.org", "kestrel", ADA, now, "Subject: x\r\n\r\n".getBytes(UTF_8), 0),
                        List.of("alert:kestrel:a"),
                        now);

        pass(Duration.ofMinutes(10));
        pass(Duration.ofMinutes(10));

        assertThat(server.getReceivedMessages()).hasSize(1);
        assertThat(state.matches().untold("alert:kestrel:" + ADA, 10)).isEmpty();
    }

    @Test
    void whatDidNotArriveIsBroughtBackAndWhatDidIsNot() throws Exception {
        reads("kestrel", "kestrel", null);
        comesIn(article("a").title("Kestrel").text("Kestrel ships chips."));
        now = now.plus(Duration.ofMinutes(10));
        alerts.write();
        Delivery mail = state.deliveries().due(now, 10).getFirst();
        state.deliveries().rejected(mail.messageId(), "550 mailbox full", true, now);
        assertThat(state.matches().untold("alert:kestrel:" + ADA, 10)).isEmpty();

        assertThat(alerts.bringBack()).isEqualTo(1);
        pass(Duration.ofMinutes(10));
        assertThat(text(only())).contains("Kestrel");
        assertThat(alerts.bringBack()).isZero();
    }

    @Test
    void whoUnsubscribedGetsNothing() {
        reads("kestrel", "kestrel", null);
        state.suppressions()
                .add(new Suppression(ADA, "kestrel", Suppression.Kind.UNSUBSCRIBED, "by the link in a mail", now));
        comesIn(article("a").title("Kestrel").text("Kestrel ships chips."));

        pass(Duration.ofMinutes(10));

        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void anAlertThatBringsFarTooMuchSaysSoOnceAndIsPausedUntilSomebodyWantsIt() throws Exception {
        readers.add(new AlertReader(
                new Alert("kestrel", "Alert kestrel", "kestrel", 10),
                new Subscriber(ADA, Set.of(), Set.of("kestrel"), null)));
        for (int i = 0; i < 40; i++) {
            String number = "n" + i;
            String words =
                    IntStream.range(0, 20).mapToObj(k -> number + "w" + k).collect(Collectors.joining(" "));
            comesIn(article(number).title("Kestrel " + number).text("Kestrel ships " + words + "."));
        }

        pass(Duration.ofMinutes(10));
        comesIn(article("later").title("Kestrel again").text("Kestrel ships chips."));
        pass(Duration.ofHours(1));

        MimeMessage mail = only();
        assertThat(mail.getSubject()).contains("25 new: Paused: Alert kestrel");
        assertThat(text(mail).replaceAll("\\s+", " "))
                .contains("15 more")
                .contains("https://record.example/?show=stories&sort=date&q=kestrel")
                .contains("it brought 40 articles within a day, and 10 at most are wanted");
        assertThat(state.suppressions().all())
                .singleElement()
                .satisfies(
                        paused -> assertThat(paused.inWords()).startsWith("paused 2026-03-10, because it brought 40"));
        assertThat(alerts.all()).isEmpty();

        state.suppressions().lift(ADA, "kestrel");
        assertThat(alerts.bringBack()).isZero();
        comesIn(article("new").title("Kestrel at last").text("Kestrel ships more chips."));
        pass(Duration.ofMinutes(10));
        assertThat(server.getReceivedMessages()).hasSize(2);
        assertThat(text(server.getReceivedMessages()[1]))
                .contains("Kestrel at last")
                .doesNotContain("Kestrel n3");
    }

    private void reads(String id, String query, @Nullable QuietHours quiet) {
        readers.add(new AlertReader(
                new Alert(id, "Alert " + id, query, 50), new Subscriber(ADA, Set.of(), Set.of(id), quiet)));
    }

    private void comesIn(InventedArticle invented) {
        captured++;
        TaggedArticle tagged = invented.on("2026-03-10").captured(captured).tagged();
        watch.begin();
        List<Watcher> waiting = watch.compare(tagged);
        index.add(tagged);
        watch.keep(tagged.article().id(), waiting);
        watch.write(captured);
        index.commit(captured);
        index.refresh();
    }

    private void pass(Duration duration) {
        now = now.plus(duration);
        alerts.write();
        sending.deliverDue();
    }

    private MimeMessage only() {
        assertThat(server.getReceivedMessages()).hasSize(1);
        return server.getReceivedMessages()[0];
    }

    private static String text(MimeMessage mail) throws Exception {
        return part(mail, 0);
    }

    private static String html(MimeMessage mail) throws Exception {
        return part(mail, 1);
    }

    private static String part(MimeMessage mail, int number) throws Exception {
        return String.valueOf(
                ((MimeMultipart) mail.getContent()).getBodyPart(number).getContent());
    }
}
