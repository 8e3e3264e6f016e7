package org.onrecord.digest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.onrecord.index.InventedArticle.article;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onrecord.article.Act;
import org.onrecord.article.ActorId;
import org.onrecord.article.IssueId;
import org.onrecord.article.Position;
import org.onrecord.index.LuceneIndex;
import org.onrecord.search.LuceneSearch;
import org.onrecord.state.StateStore;

/** Many subscribers of one digest: the index is asked once, and each mail costs little. */
class DigestSpeedTest {
    private static final Instant WINDOW = Instant.parse("2026-03-10T11:30:00Z");
    private static final int SUBSCRIBERS = 1_000;
    /** Time of the processor, since other work on the machine must not fail a test. */
    private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();

    @TempDir
    private Path folder;

    @Test
    void aThousandMailsOfFiftyItemsAreComposedInAFractionOfTheMinuteThatTheirSendingMayTake() {
        try (LuceneIndex index = LuceneIndex.open(folder.resolve("articles"));
                LuceneSearch search = new LuceneSearch(
                        index.readers(), Clock.fixed(WINDOW, ZoneOffset.UTC), name -> Optional.empty());
                StateStore state = StateStore.open(folder.resolve("state.db"))) {
            for (int i = 0; i < 30; i++) {
                String said = "that " + (i * 7919) + " of " + (i * 104729) + " accelerators sold abroad in year " + i
                        + " were as many as " + (i * 1299709) + " before";
                index.add(article("a" + i)
                        .url("https://ledger.example/a" + i)
                        .source("ledger-" + i % 5)
                        .on("2026-03-0" + (i % 6 + 4))
                        .title("Headline number " + i + " of a day with much news")
                        .text("Before " + (i * 15485863) + " stood a sentence. Mira Voss said " + said
                                + ". After it came number " + i + ".")
                        .says("Mira Voss", "mira-voss", Act.SUPPORT, said, "chip-sales", Position.FOR)
                        .tagged());
            }
            for (int i = 0; i < 40; i++) {
                index.add(article("b" + i)
                        .url("https://wire.example/b" + i)
                        .source("wire-" + i % 5)
                        .on("2026-03-0" + (i % 6 + 4))
                        .title("Story number " + i + " of the same days")
                        .text("This sentence tells of " + (i * 32452843) + " things that happened " + (i * 86028121)
                                + " times, and this one of " + (i * 179424673) + " others.")
                        .tagged());
            }
            index.refresh();
            DigestEdition edition = new DigestEditor(search, InventedIssue.REGISTRY).edition(digest(), WINDOW);
            MailComposer composer =
                    new MailComposer(InventedIssue.REGISTRY, MailSettings.DEFAULTS, (address, digest, name) -> "t");
            assertThat(issue(edition, state, 0).size()).isGreaterThanOrEqualTo(50);
            composer.compose(issue(edition, state, 0));

            long start = CPU.getCurrentThreadCpuTime();
            long bytes = 0;
            for (int i = 0; i < SUBSCRIBERS; i++) {
                bytes += composer.compose(issue(edition, state, i)).length;
            }
            Duration taken = Duration.ofNanos(CPU.getCurrentThreadCpuTime() - start);

            System.getLogger("speed").log(System.Logger.Level.INFO, "{0} bytes in {1} of the processor", bytes, taken);
            assertThat(taken).isLessThan(Duration.ofSeconds(20));
            assertThat(composer.letter(issue(edition, state, 0)).html().length())
                    .as("beyond 102 kB some mail programs cut a mail")
                    .isLessThan(100_000);
        }
    }

    private static DigestIssue issue(DigestEdition edition, StateStore state, int number) {
        return edition.issueFor(
                new Subscriber("reader" + number + "@example.org", Set.of("daily")), state.deliveries());
    }

    private static Digest digest() {
        return new Digest(
                "daily",
                "Daily",
                LocalTime.of(7, 30),
                Set.of(DayOfWeek.values()),
                ZoneOffset.UTC,
                List.of(new Digest.SavedSearch("All", "sentence")),
                List.of(new ActorId("mira-voss")),
                List.of(new IssueId("chip-sales")),
                Digest.USUAL_REACH);
    }
}
