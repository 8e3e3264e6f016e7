package org.onrecord.digest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.onrecord.index.InventedArticle.article;

import java.nio.file.Path;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onrecord.article.Act;
import org.onrecord.article.ActorId;
import org.onrecord.article.EventType;
import org.onrecord.article.IssueId;
import org.onrecord.article.Measure;
import org.onrecord.article.Position;
import org.onrecord.index.InventedArticle;
import org.onrecord.index.LuceneIndex;
import org.onrecord.search.LuceneSearch;
import org.onrecord.state.Delivery;
import org.onrecord.state.StateStore;

/** Nobody gets an item twice, whatever becomes of it after the mail. */
class OnceForEverTest {
    private static final Instant FIRST = Instant.parse("2026-03-10T11:30:00Z");
    private static final String QUOTE = "“Nobody plans a fab on a licence that ends after ninety days of waiting”";
    private static final String TEXT = "On Monday Mira Voss said: " + QUOTE
            + ". The Trade Office granted a licence for 12,000 accelerators to the company. It makes 600,000 Q40.";

    @TempDir
    private Path folder;

    private LuceneIndex index;
    private LuceneSearch search;
    private StateStore state;
    private int mails;

    @BeforeEach
    void open() {
        index = LuceneIndex.open(folder.resolve("articles"));
        state = StateStore.open(folder.resolve("state.db"));
        search = new LuceneSearch(index.readers(), Clock.fixed(FIRST, ZoneOffset.UTC), name -> Optional.empty());
        add(everything("a", TEXT, QUOTE, "granted"));
        add(article("other")
                .on("2026-03-08")
                .text("The company makes 900,000 Q40 this year.")
                .figure("900,000 Q40", "Q40", Measure.PRODUCTION, "900000", "units", "2026"));
    }

    @AfterEach
    void close() {
        search.close();
        index.close();
        state.close();
    }

    @Test
    void theSameIndexTellsNothingTwice() {
        DigestIssue first = mail("daily");

        assertThat(first.sections())
                .extracting(DigestIssue.Section::kind)
                .containsExactly(DigestIssue.Kind.POSITIONS, DigestIssue.Kind.EVENTS, DigestIssue.Kind.FIGURES);
        assertThat(told(mail("daily"))).isEmpty();
    }

    @Test
    void anotherDigestDoesNotTellItAgain() {
        mail("daily");

        assertThat(told(mail("weekly"))).isEmpty();
    }

    @Test
    void aRestartTellsNothingAgain() {
        mail("daily");
        state.close();
        state = StateStore.open(folder.resolve("state.db"));

        assertThat(told(mail("daily"))).isEmpty();
    }

    @Test
    void anIndexMadeAnewTellsNothingAgain() throws Exception {
        mail("daily");
        search.close();
        index.close();
        index = LuceneIndex.open(folder.resolve("anew"));
        search = new LuceneSearch(index.readers(), Clock.fixed(FIRST, ZoneOffset.UTC), name -> Optional.empty());
        add(article("other")
                .on("2026-03-08")
                .text("The company makes 900,000 Q40 this year.")
                .figure("900,000 Q40", "Q40", Measure.PRODUCTION, "900000", "units", "2026"));
        add(everything("a", TEXT, QUOTE, "granted"));

        assertThat(told(mail("daily"))).isEmpty();
    }

    @Test
    void aCorrectedWordMakesNoNewItem() {
        mail("daily");

        String corrected = QUOTE.replace("licence that ends", "license that expires");
        add(everything("a", "Correction: it was Monday. " + TEXT.replace(QUOTE, corrected), corrected, "granted"));

        assertThat(told(mail("daily"))).isEmpty();
    }

    @Test
    void whatACorrectionAddsIsNew() {
        mail("daily");

        add(everything(
                        "a",
                        TEXT + " Later Mira Voss added that rain is expected in the whole valley.",
                        QUOTE,
                        "granted")
                .says("Mira Voss", "mira-voss", Act.ASSERT, "that rain is expected in the whole valley"));

        assertThat(told(mail("daily"))).containsExactly("that rain is expected in the whole valley");
    }

    @Test
    void aTaggerThatReadsOtherBoundsAndWordsFindsNothingNew() {
        mail("daily");

        add(everything("a", TEXT, QUOTE.substring(1, QUOTE.length() - 1), "licence"));
        assertThat(told(mail("daily"))).as("without the quotation marks").isEmpty();
        add(everything("a", TEXT, QUOTE.substring(0, QUOTE.indexOf(" of waiting")), "a licence"));
        assertThat(told(mail("daily"))).as("cut short").isEmpty();
        add(everything("a", TEXT, "said: " + QUOTE, "granted a licence"));
        assertThat(told(mail("daily"))).as("begun too early").isEmpty();
    }

    @Test
    void copiesThatComeLaterAreTheSameStoryStatementAndEvent() {
        mail("daily");

        add(everything("copy", TEXT, QUOTE, "granted").source("other-wire").on("2026-03-10"));

        assertThat(told(mail("daily"))).isEmpty();
    }

    @Test
    void anotherOutletsReportOfTheSameEventIsNoNews() {
        mail("daily");

        add(article("b")
                .on("2026-03-10")
                .text("Officials have granted the firm what it asked for.")
                .event(EventType.LICENCE_GRANTED, "granted", "2026-03-09", "trade-office"));

        assertThat(mail("daily").sections())
                .extracting(DigestIssue.Section::kind)
                .doesNotContain(DigestIssue.Kind.EVENTS);
    }

    @Test
    void aSideIsToldAgainOnlyWhenItChanges() {
        mail("daily");
        add(side("for-again", "2026-03-10", "the sale of chips to everybody is what this country needs", Position.FOR));
        assertThat(positions(mail("daily"))).as("the same side").isEmpty();

        add(side(
                "against",
                "2026-03-11",
                "selling chips abroad has to stop before the summer begins",
                Position.AGAINST));
        assertThat(positions(mail("daily"))).containsExactly(Position.AGAINST);

        add(side("surer", "2026-03-12", "no chip may leave this country as long as nobody counts", Position.AGAINST));
        assertThat(positions(mail("daily")))
                .as("another proof of the same side")
                .isEmpty();

        add(side("back", "2026-03-13", "after all the sale of chips abroad may go on as before", Position.FOR));
        assertThat(positions(mail("daily"))).containsExactly(Position.FOR);
        assertThat(positions(mail("daily"))).isEmpty();
    }

    @Test
    void anotherValueMakesAnotherDisagreement() {
        mail("daily");

        add(article("third")
                .on("2026-03-10")
                .text("By one count the company makes 2,000,000 Q40.")
                .figure("2,000,000 Q40", "Q40", Measure.PRODUCTION, "2000000", "units", "2026"));

        assertThat(mail("daily").sections())
                .extracting(DigestIssue.Section::kind)
                .contains(DigestIssue.Kind.FIGURES);
    }

    /** An article with a finding of every kind. */
    private static InventedArticle everything(String id, String text, String content, String trigger) {
        return article(id)
                .on("2026-03-09")
                .title("Voss speaks")
                .text(text)
                .says("Mira Voss", "mira-voss", Act.SUPPORT, content, "chip-sales", Position.FOR)
                .event(EventType.LICENCE_GRANTED, trigger, "2026-03-09", "trade-office")
                .figure("600,000 Q40", "Q40", Measure.PRODUCTION, "600000", "units", "2026");
    }

    private static InventedArticle side(String id, String day, String content, Position position) {
        return article(id)
                .on(day)
                .text("In " + id + " Mira Voss said " + content + ".")
                .says("Mira Voss", "mira-voss", Act.SUPPORT, content, "chip-sales", position);
    }

    private static List<String> told(DigestIssue issue) {
        return issue.sections().stream()
                .flatMap(section -> section.items().stream())
                .map(OnceForEverTest::words)
                .toList();
    }

    private static String words(DigestItem item) {
        return item instanceof DigestItem.NewStatement statement
                ? statement.hit().statement().content().text()
                : item.toString();
    }

    private static List<Position> positions(DigestIssue issue) {
        return issue.sections().stream()
                .flatMap(section -> section.items().stream())
                .filter(DigestItem.NewPosition.class::isInstance)
                .map(item -> ((DigestItem.NewPosition) item).side())
                .toList();
    }

    /** The next day's mail, recorded as sent. */
    private DigestIssue mail(String id) {
        Instant window = FIRST.plus(Duration.ofDays(mails++));
        Subscriber ada = new Subscriber("ada@example.org", Set.of("daily", "weekly"));
        DigestIssue issue =
                new DigestEditor(search, InventedIssue.REGISTRY).edit(digest(id), ada, window, state.deliveries());
        state.deliveries()
                .add(new Delivery("id-" + mails, id, ada.address(), window, new byte[0], 0), issue.keys(), window);
        return issue;
    }

    private static Digest digest(String id) {
        return new Digest(
                id,
                "Digest " + id,
                LocalTime.of(7, 30),
                Set.of(DayOfWeek.values()),
                ZoneOffset.UTC,
                List.of(new Digest.SavedSearch("Licences", "licence OR license OR licences OR q40 OR officials")),
                List.of(new ActorId("mira-voss")),
                List.of(new IssueId("chip-sales")),
                Digest.USUAL_REACH);
    }

    private void add(InventedArticle invented) {
        index.add(invented.tagged());
        index.refresh();
    }
}
