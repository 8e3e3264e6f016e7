package org.onrecord.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onrecord.archive.Archive;
import org.onrecord.article.SourceId;
import org.onrecord.fetch.Page;
import org.onrecord.job.SourceCondition.Verdict;
import org.onrecord.source.Source;
import org.onrecord.state.FoundLink;
import org.onrecord.state.Hints;
import org.onrecord.state.SourceState;
import org.onrecord.state.StateStore;

class SourceCheckupTest {
    private static final Instant NOW = Instant.parse("2026-03-31T12:00:00Z");
    private static final SourceId ID = new SourceId("news");
    private static final Source SOURCE = new Source.FeedSource(
            new Source.About(ID, "News", Duration.ofHours(1), Source.Rights.TEXT, null),
            URI.create("https://news.example/feed"));
    private static final String PROSE =
            "<p>" + "The bureau said that the rule on advanced chips takes effect next month. ".repeat(12) + "</p>";

    @TempDir
    private Path folder;

    private StateStore state;
    private Archive archive;

    @BeforeEach
    void open() {
        state = StateStore.open(folder.resolve("state.db"));
        archive = Archive.open(folder.resolve("archive"), state.captures(), Clock.systemUTC());
    }

    @AfterEach
    void close() {
        archive.close();
        state.close();
    }

    @Test
    void aSourceThatBringsArticlesIsGood() {
        answered();
        for (int day = 1; day <= 8; day++) {
            capture(day, "Story " + day, PROSE.replace("next month", "in " + day + " days"));
        }

        SourceCondition condition = look();

        assertThat(condition.findings()).isEmpty();
        assertThat(condition.verdict()).isEqualTo(Verdict.GOOD);
        assertThat(condition.perWeek()).isEqualTo(2);
        assertThat(condition.nextDueAt()).isEqualTo(NOW.plusSeconds(3600));
    }

    @Test
    void tellsSilenceByWhatWasUsualBefore() {
        answered();
        for (int day = 20; day < 30; day++) {
            capture(day, "Story " + day, PROSE.replace("next month", "in " + day + " days"));
        }

        assertThat(look().findings())
                .containsExactly("silent for 20 days, where something came every 24 hours before; is it still the right"
                        + " address?");
        assertThat(look().verdict()).isEqualTo(Verdict.LOOK);
    }

    @Test
    void tellsErrorPagesEmptyPagesAndShortTexts() {
        answered();
        capture(1, "404 - Page not found", "<p>The page that you look for is not here any more, sorry for that.</p>");
        capture(2, "Gallery", "<img src=a.jpg>");
        for (int day = 3; day <= 6; day++) {
            capture(
                    day,
                    "Story " + day,
                    "<p>Only a teaser of the story of day " + day + " is here, no more than that.</p>");
        }

        assertThat(look().findings())
                .anySatisfy(finding -> assertThat(finding).startsWith("1 of the newest 6 pages look like error pages"))
                .anySatisfy(finding -> assertThat(finding).startsWith("1 of the newest 6 pages have no text"))
                .anySatisfy(finding -> assertThat(finding).startsWith("4 of the newest 6 pages have less than 400"));
    }

    @Test
    void tellsANoticeThatStandsInPlaceOfEveryArticle() {
        answered();
        for (int day = 1; day <= 4; day++) {
            capture(day, "Welcome", PROSE);
        }

        assertThat(look().findings())
                .singleElement()
                .asString()
                .startsWith("4 of the newest 4 pages have one and the same");
    }

    @Test
    void tellsWhyASourceFailsAndWhyLinksAreRefused() {
        SourceState once = SourceState.never(ID, NOW).fetched(null, null, "ok", NOW.minus(Duration.ofDays(3)), NOW);
        state.sourceStates()
                .save(once.failed("status 503", NOW, NOW.plusSeconds(60)).failed("status 503", NOW, NOW));
        link(1);
        state.links().refused(uri(1), "robots.txt of news.example forbids it", NOW);

        SourceCondition condition = look();

        assertThat(condition.verdict()).isEqualTo(Verdict.FAILING);
        assertThat(condition.findings())
                .satisfiesExactly(
                        finding -> assertThat(finding)
                                .isEqualTo("failed 2 times in a row (status 503); it answered well last 3 days ago"),
                        finding -> assertThat(finding)
                                .startsWith(
                                        "1 link refused: robots.txt of news.example forbids it; the rules are looked up"
                                                + " again from 20"));
    }

    @Test
    void aSourceThatWasNeverAskedIsNew() {
        assertThat(look().verdict()).isEqualTo(Verdict.NEW);
    }

    private SourceCondition look() {
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        return new SourceCheckup(state, archive, clock).look(List.of(SOURCE)).getFirst();
    }

    private void answered() {
        state.sourceStates()
                .save(SourceState.never(ID, NOW).fetched(null, null, "1 links, 0 new", NOW, NOW.plusSeconds(3600)));
    }

    private void link(int day) {
        state.links().add(ID, List.of(new FoundLink(uri(day), Hints.NONE)), Set.of(ID), NOW);
    }

    private void capture(int daysAgo, String title, String body) {
        link(daysAgo);
        String html = "<html><head><title>" + title + "</title></head><body><article><h1>" + title + "</h1>" + body
                + "</article></body></html>";
        Page page = new Page(
                uri(daysAgo),
                uri(daysAgo),
                200,
                Map.of("Content-Type", List.of("text/html")),
                html.getBytes(StandardCharsets.UTF_8),
                NOW.minus(Duration.ofDays(daysAgo)));
        archive.store(page, ID, Hints.NONE);
    }

    private static URI uri(int day) {
        return URI.create("https://news.example/" + day);
    }
}
