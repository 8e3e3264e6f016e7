package org.onrecord.digest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.onrecord.index.InventedArticle.article;

import java.nio.file.Path;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
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
import org.onrecord.article.Position;
import org.onrecord.digest.DigestIssue.Section;
import org.onrecord.index.InventedArticle;
import org.onrecord.index.LuceneIndex;
import org.onrecord.search.LuceneSearch;
import org.onrecord.search.SearchRequest;
import org.onrecord.state.Delivery;
import org.onrecord.state.StateStore;

class DigestEditorTest {
    private static final Instant WINDOW = Instant.parse("2026-03-10T11:30:00Z");
    private static final Subscriber ADA = new Subscriber("ada@example.org", Set.of("daily"));

    @TempDir
    private Path folder;

    private LuceneIndex index;
    private LuceneSearch search;
    private StateStore state;
    private DigestEditor editor;

    @BeforeEach
    void open() {
        index = LuceneIndex.open(folder.resolve("articles"));
        search = new LuceneSearch(index.readers(), Clock.fixed(WINDOW, ZoneOffset.UTC), name -> Optional.empty());
        state = StateStore.open(folder.resolve("state.db"));
        editor = new DigestEditor(search, InventedIssue.REGISTRY);
    }

    @AfterEach
    void close() {
        search.close();
        index.close();
        state.close();
    }

    @Test
    void hasASectionForEachIssueActorAndSearchWithNews() {
        add(article("a")
                .title("Voss praises sales")
                .on("2026-03-09")
                .text("Mira Voss praised the sale of chips abroad. The office granted a licence.")
                .says("Mira Voss", "mira-voss", Act.SUPPORT, "the sale of chips abroad", "chip-sales", Position.FOR)
                .event(EventType.LICENCE_GRANTED, "granted", null));
        add(article("b")
                .title("Voss on weather")
                .on("2026-03-08")
                .text("Mira Voss expects rain.")
                .says("Mira Voss", "mira-voss", Act.ASSERT, "rain"));

        DigestIssue issue = edit(digest(List.of(search("Licences", "event:licence-granted"), search("Tom", "arlo"))));

        assertThat(issue.sections())
                .extracting(Section::heading)
                .containsExactly("Positions", "Policy events", "Mira Voss");
        assertThat(issue.sections().get(0).items()).singleElement().isInstanceOf(DigestItem.NewPosition.class);
        assertThat(issue.sections().get(1).items()).singleElement().isInstanceOf(DigestItem.NewEvent.class);
        assertThat(issue.sections().get(2).items())
                .as("the statement that shows a new position does not stand under the actor again")
                .singleElement()
                .satisfies(item -> assertThat(item.article().title()).isEqualTo("Voss on weather"));
        assertThat(issue.keys())
                .as("the story of an article that is shown above does not stand once more, nor come later")
                .contains("article:a");
        assertThat(issue.size()).isEqualTo(3);
        assertThat(issue.quiet()).as("what was searched without news").containsExactly("Tom");
    }

    @Test
    void theFirstDigestReachesBackSevenDays() {
        add(article("old").on("2026-03-02").text("A chip of old."));
        add(article("week").on("2026-03-03").text("A chip of week."));
        add(article("undated").undated("2026-03-09T00:00:00Z").text("A chip of undated."));
        add(article("undated-old").undated("2026-02-01T00:00:00Z").text("A chip of undated-old."));

        DigestIssue issue = edit(digest(List.of(search("Chips", "chip"))));

        assertThat(articles(issue)).containsExactly("undated", "week");
    }

    @Test
    void theFirstDigestReachesBackAsFarAsTheDigestSays() {
        add(article("ancient").on("1926-03-20").text("A chip of ancient."));
        add(article("old").on("2026-02-08").text("A chip of old."));
        add(article("older").on("2026-02-07").text("A chip of older."));
        List<Digest.SavedSearch> chips = List.of(search("Chips", "chip"));

        assertThat(articles(edit(digest(chips, Duration.ofDays(30))))).containsExactly("old");
        assertThat(articles(edit(digest(chips, Duration.ofDays(36_525))))).containsExactly("old", "older", "ancient");
    }

    @Test
    void theReachOfADigestDoesNotCountAfterTheFirstMail() {
        add(article("a").on("2026-03-02").seen("2026-03-02T10:00:00Z").text("A chip of a."));
        add(article("b").on("2026-02-20").seen("2026-02-20T10:00:00Z").text("A chip of b."));
        mailed(Instant.parse("2026-03-05T11:30:00Z"));

        assertThat(articles(edit(digest(List.of(search("Chips", "chip")), Duration.ofDays(365)))))
                .containsExactly("a");
    }

    @Test
    void alternativesInAQueryDoNotEscapeTheReach() {
        add(article("old").on("2025-03-02").text("A chip of old."));

        assertThat(edit(digest(List.of(search("Chips", "chip OR rain")))).isEmpty())
                .isTrue();
        assertThat(edit(digest(List.of(search("All", "")))).isEmpty()).isTrue();
    }

    @Test
    void laterDigestsReachBackSevenDaysFromTheLastMail() {
        add(article("a").on("2026-03-02").seen("2026-03-02T10:00:00Z").text("A chip of a."));
        add(article("b").on("2026-02-20").seen("2026-02-20T10:00:00Z").text("A chip of b."));
        mailed(Instant.parse("2026-03-05T11:30:00Z"));

        assertThat(articles(edit(digest(List.of(search("Chips", "chip")))))).containsExactly("a");
    }

    @Test
    void whatIsFoundLongAfterItWasPublishedComesWithTheNextMail() {
        add(article("late").on("2025-11-02").seen("2026-03-09T18:00:00Z").text("A chip of late."));
        add(article("there-before")
                .on("2025-11-02")
                .seen("2026-03-09T08:00:00Z")
                .text("A chip of there-before."));
        mailed(Instant.parse("2026-03-09T11:30:00Z"));

        assertThat(articles(edit(digest(List.of(search("Chips", "chip"))))))
                .as("what was there at the first mail was too old for it")
                .containsExactly("late");
    }

    @Test
    void whatWasFoundLateAndDidNotFitIntoAMailStaysNew() {
        add(article("late").on("2025-11-02").seen("2026-03-08T18:00:00Z").text("A chip of late."));
        mailed(Instant.parse("2026-02-01T11:30:00Z"));
        mailed(Instant.parse("2026-03-09T11:30:00Z"));

        assertThat(articles(edit(digest(List.of(search("Chips", "chip")))))).containsExactly("late");
    }

    @Test
    void leavesOutWhatTheSubscriberHas() {
        add(article("a").on("2026-03-08").text("A chip of a."));
        add(article("b").on("2026-03-09").text("A chip of b."));
        mailed(Instant.parse("2026-03-09T11:30:00Z"), "article:a");

        assertThat(articles(edit(digest(List.of(search("Chips", "chip")))))).containsExactly("b");
    }

    @Test
    void whatOverflowsStaysNewForTheNextMail() {
        for (int i = 0; i < DigestEdition.LISTED + 5; i++) {
            add(article("a" + i).on("2026-03-09").text("A chip, number " + i + "."));
        }
        Digest digest = digest(List.of(search("Chips", "chip"), search("Numbers", "number")));

        DigestIssue first = edit(digest);
        mailed(WINDOW, first.keys().toArray(String[]::new));
        DigestIssue second = edit(digest);

        assertThat(first.sections().getFirst().items()).hasSize(DigestEdition.LISTED);
        assertThat(first.sections().getFirst().more()).isEqualTo(5);
        assertThat(search.stories(SearchRequest.of(first.sections().getFirst().moreQuery()))
                        .total())
                .as("what the link to the rest shows")
                .isEqualTo(DigestEdition.LISTED + 5);
        assertThat(first.sections().get(1).items())
                .as("another section has room for them")
                .hasSize(5);
        assertThat(first.keys()).doesNotHaveDuplicates();
        assertThat(second.isEmpty()).isTrue();
    }

    @Test
    void aMailHasRoomForSomethingOfEverySection() {
        List<Digest.SavedSearch> searches = new ArrayList<>();
        for (String word : List.of("amber", "beryl", "coral", "denim", "ebony", "flint", "gravel", "hazel")) {
            searches.add(search(word, word));
            for (int i = 0; i < 30; i++) {
                add(article(word + i).on("2026-03-09").text("Of " + word + " there are " + (7919 * i) + " kinds."));
            }
        }

        DigestIssue issue = edit(digest(searches));

        assertThat(issue.size()).isLessThanOrEqualTo(DigestEdition.LONGEST);
        assertThat(issue.sections()).hasSize(8).allSatisfy(section -> {
            assertThat(section.items()).hasSizeGreaterThanOrEqualTo(5);
            assertThat(section.items().size() + section.more()).isEqualTo(30);
        });
    }

    @Test
    void aQuoteThatSeveralOutletsCarryIsOneItem() {
        String quote = "“Nobody plans a fab on a licence that ends in ninety days”";
        for (String outlet : List.of("wire", "ledger", "post")) {
            add(article(outlet)
                    .on("2026-03-09")
                    .text("In " + outlet + " Mira Voss said: " + quote + ". Asked again she said “No comment”.")
                    .says("Mira Voss", "mira-voss", Act.ASSERT, quote)
                    .says("Mira Voss", "mira-voss", Act.ASSERT, "“No comment”"));
        }

        DigestIssue issue = edit(digest(List.of()));

        assertThat(issue.size())
                .as("the quote once, the short words with each article")
                .isEqualTo(4);
    }

    @Test
    void anEditedArticleDoesNotSendItsStatementsAgain() {
        add(article("a")
                .on("2026-03-09")
                .text("Mira Voss expects rain.")
                .says("Mira Voss", "mira-voss", Act.ASSERT, "rain"));
        DigestIssue before = edit(digest(List.of()));
        add(article("a")
                .on("2026-03-09")
                .text("Correction: on Monday. Mira Voss expects rain.")
                .says("Mira Voss", "mira-voss", Act.ASSERT, "rain"));

        assertThat(edit(digest(List.of())).keys()).isEqualTo(before.keys());
    }

    @Test
    void aSearchThatCannotBeAnsweredKeepsNothingElseBack() {
        add(article("a").on("2026-03-09").text("A chip was shown."));

        DigestIssue issue = edit(digest(List.of(search("Gone", "search:\"no longer there\""), search("Good", "chip"))));

        assertThat(articles(issue)).containsExactly("a");
        assertThat(issue.troubles())
                .singleElement()
                .asString()
                .contains("the search \"Gone\" of the digest daily cannot be answered");
        assertThat(new MailWords(InventedIssue.REGISTRY, MailSettings.DEFAULTS, SourceBook.EMPTY)
                        .view(issue, null)
                        .missing())
                .contains("Missing here: the search \"Gone\"");
    }

    @Test
    void saysWhichSearchIsWrongAndWhatWouldWork() {
        assertThatThrownBy(() -> edit(digest(List.of(search("Good", "chip"), search("Broken", "\"no end")))))
                .isInstanceOf(DigestException.class)
                .hasMessageStartingWith("the search \"Broken\" of the digest daily cannot be answered: at character ")
                .hasMessageContaining("write instead:");
    }

    @Test
    void aStrayBracketDoesNotOpenTheReach() {
        assertThatThrownBy(() -> edit(digest(List.of(search("Sly", "chip) OR (rain")))))
                .isInstanceOf(DigestException.class);
    }

    private DigestIssue edit(Digest digest) {
        return editor.edit(digest, ADA, WINDOW, state.deliveries());
    }

    private void mailed(Instant window, String... items) {
        state.deliveries()
                .add(
                        new Delivery("id-" + window, "daily", ADA.address(), window, new byte[0], 0),
                        List.of(items),
                        window);
    }

    private static List<String> articles(DigestIssue issue) {
        return issue.sections().stream()
                .flatMap(section -> section.items().stream())
                .map(item -> item.article().id().value())
                .toList();
    }

    private static Digest.SavedSearch search(String name, String query) {
        return new Digest.SavedSearch(name, query);
    }

    private static Digest digest(List<Digest.SavedSearch> searches) {
        return digest(searches, Digest.USUAL_REACH);
    }

    private static Digest digest(List<Digest.SavedSearch> searches, Duration reach) {
        return new Digest(
                "daily",
                "Daily",
                LocalTime.of(7, 30),
                Set.of(DayOfWeek.values()),
                ZoneId.of("America/New_York"),
                searches,
                List.of(new ActorId("mira-voss")),
                List.of(new IssueId("chip-sales")),
                reach);
    }

    private void add(InventedArticle invented) {
        index.add(invented.tagged());
        index.refresh();
    }
}
