package org.onrecord.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onrecord.article.Article;
import org.onrecord.article.ArticleId;
import org.onrecord.article.Published;
import org.onrecord.article.SourceId;
import org.onrecord.article.TaggedArticle;
import org.onrecord.index.ActorNames;
import org.onrecord.index.LuceneIndex;
import org.onrecord.search.KnownNames;
import org.onrecord.search.LuceneSearch;
import org.onrecord.search.SavedQueries;
import org.onrecord.search.StandingQueries;
import org.onrecord.state.Capture;
import org.onrecord.state.Hints;
import org.onrecord.state.StateStore;

/** New articles over a real index and state store, which are closed at bad moments and opened again. */
class WatchTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T09:30:00Z"), ZoneOffset.UTC);

    @TempDir
    private Path folder;

    private final WaitingFor waiting = new WaitingFor();
    private StateStore state;
    private LuceneIndex index;
    private LuceneSearch search;
    private Watch watch;

    @BeforeEach
    void open() {
        open(false);
    }

    private void open(boolean anew) {
        state = StateStore.open(folder.resolve("state.db"));
        Path articles = folder.resolve("articles");
        index = anew ? LuceneIndex.recreate(articles, ActorNames.NONE) : LuceneIndex.open(articles);
        search = new LuceneSearch(index.readers(), CLOCK, SavedQueries.NONE);
        watch = new Watch(
                new StandingQueries(index::documents, index::frequency, CLOCK, SavedQueries.NONE, KnownNames.NONE),
                List.of(waiting),
                search::article,
                state,
                CLOCK);
    }

    @AfterEach
    void close() {
        watch.close();
        search.close();
        index.close();
        state.close();
    }

    @Test
    void allWhoWaitForTheSameAreToldOfAnArticleOnce() {
        wait("ada", "kestrel");
        wait("bo", "kestrel");
        wait("cy", "weather");

        index(1, "one", "Kestrel ships chips");
        index(2, "two", "Rain");
        index(3, "one", "Kestrel ships more chips");

        assertThat(untold("ada")).containsExactly("one");
        assertThat(untold("bo")).containsExactly("one");
        assertThat(untold("cy")).isEmpty();
    }

    @Test
    void aCorrectionIsToldOnlyWhereTheEarlierTextDidNotMatch() {
        index(1, "one", "Kestrel ships chips");
        wait("ada", "kestrel");
        wait("bo", "recalled");

        index(2, "one", "Kestrel ships chips; many were recalled");

        assertThat(untold("ada")).isEmpty();
        assertThat(untold("bo")).containsExactly("one");
    }

    @Test
    void whatIsIndexedAgainIsToldToNobodyAgain() {
        index(1, "one", "Kestrel ships chips");
        wait("ada", "kestrel");
        close();
        open(true);

        index(1, "one", "Kestrel ships chips");
        index(2, "two", "More of Kestrel");

        assertThat(untold("ada")).containsExactly("two");
    }

    @Test
    void whatWasPassedOverIsToldWhenItIsIndexedAtLast() {
        wait("ada", "kestrel");
        captured("one");
        state.passedOver().add(1, "there is not enough memory for it", CLOCK.instant());
        index(2, "two", "Rain");

        index(1, "one", "Kestrel ships chips");

        assertThat(untold("ada")).containsExactly("one");
    }

    @Test
    void aCrashBeforeMatchesAreWrittenLosesNothing() {
        wait("ada", "kestrel");
        watch.begin();
        add(1, "one", "Kestrel ships chips");
        close(); // which commits the article, but not how far captures were dealt with
        open();

        assertThat(index.highestCapture()).isZero();
        index(1, "one", "Kestrel ships chips");

        assertThat(untold("ada")).containsExactly("one");
    }

    @Test
    void aCrashBetweenMatchingAndIndexingTellsNothingTwice() {
        wait("ada", "kestrel");
        watch.begin();
        add(1, "one", "Kestrel ships chips");
        watch.write(1);
        state.matches().told("ada", List.of(new ArticleId("one")), CLOCK.instant());
        close();
        open();

        index(1, "one", "Kestrel ships chips");

        assertThat(untold("ada")).isEmpty();
        assertThat(state.matches().comparedUpTo()).isEqualTo(1);
    }

    @Test
    void whoWaitsInVainLearnsIt() {
        wait("ada", "(kestrel");

        index(1, "one", "Kestrel ships chips");

        assertThat(waiting.inVain).singleElement().asString().startsWith("ada: ");
    }

    private void captured(String id) {
        URI uri = URI.create("https://wire.example/" + id);
        state.captures()
                .record(new Capture(
                        0,
                        new SourceId("wire"),
                        uri,
                        uri,
                        "a.warc.gz",
                        0,
                        1,
                        CLOCK.instant(),
                        "ab".repeat(32),
                        Hints.NONE));
    }

    private void wait(String watcher, String query) {
        waiting.watchers.add(new Watcher(watcher, query));
    }

    private List<String> untold(String watcher) {
        return state.matches().untold(watcher, 100).stream()
                .map(match -> match.article().value())
                .toList();
    }

    private void index(long capture, String id, String title) {
        watch.begin();
        add(capture, id, title);
        watch.write(capture);
        index.refresh();
        index.commit(capture);
    }

    private void add(long capture, String id, String title) {
        Article article = new Article(
                new ArticleId(id),
                null,
                null,
                title,
                List.of(),
                Published.on(LocalDate.of(2026, 11, 24)),
                CLOCK.instant(),
                "en",
                title + ", says the text.",
                capture);
        TaggedArticle tagged = new TaggedArticle(article, List.of(), List.of(), List.of(), List.of());
        List<Watcher> found = watch.compare(tagged);
        index.add(tagged);
        watch.keep(article.id(), found);
    }
}
