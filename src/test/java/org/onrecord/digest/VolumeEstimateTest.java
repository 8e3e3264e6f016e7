package org.onrecord.digest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.onrecord.index.InventedArticle.article;

import java.nio.file.Path;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
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
import org.onrecord.article.IssueId;
import org.onrecord.article.Position;
import org.onrecord.index.LuceneIndex;
import org.onrecord.search.Listing;
import org.onrecord.search.LuceneSearch;
import org.onrecord.search.QueryException;

class VolumeEstimateTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-30T07:00:00Z"), ZoneOffset.UTC);

    @TempDir
    private Path folder;

    private LuceneIndex index;
    private LuceneSearch search;

    @BeforeEach
    void open() {
        index = LuceneIndex.open(folder.resolve("articles"));
        search = new LuceneSearch(index.readers(), CLOCK, name -> Optional.empty());
        for (int i = 0; i < 9; i++) {
            index.add(article("new" + i)
                    .on("2026-03-1" + i)
                    .text("Chip number " + i + " of a kind of its own, said Mira Voss on day " + i + ".")
                    .says("Mira Voss", "mira-voss", Act.SUPPORT, "Chip number", "chip-sales", Position.FOR)
                    .tagged());
        }
        index.add(article("old").on("2026-03-01").text("A chip.").tagged());
        index.refresh();
    }

    @AfterEach
    void close() {
        search.close();
        index.close();
    }

    @Test
    void countsWhatASearchFoundInFourWeeks() {
        VolumeEstimate estimate = VolumeEstimate.of("chip", Listing.ARTICLES, search, CLOCK);

        assertThat(estimate).isEqualTo(new VolumeEstimate(9));
        assertThat(estimate.inWords()).isEqualTo("about 2 items a week, over the past 4 weeks");
        assertThat(estimate.perDay()).isBetween(0.3, 0.4);
    }

    @Test
    void alternativesOfAQueryDoNotEscapeTheFourWeeks() {
        assertThat(VolumeEstimate.of("chip OR rain", Listing.ARTICLES, search, CLOCK))
                .isEqualTo(new VolumeEstimate(9));
        assertThat(VolumeEstimate.of("", Listing.STATEMENTS, search, CLOCK)).isEqualTo(new VolumeEstimate(9));
        assertThatThrownBy(() -> VolumeEstimate.of("chip) OR (rain", Listing.ARTICLES, search, CLOCK))
                .isInstanceOf(QueryException.class);
    }

    @Test
    void aStatementThatTwoPartsOfADigestFindCountsOnce() {
        Digest digest = digest(
                List.of(
                        new Digest.SavedSearch("One", "number"),
                        new Digest.SavedSearch("Two", "chip"),
                        new Digest.SavedSearch("Broken", "\"no end")),
                List.of(new ActorId("mira-voss")));

        assertThat(VolumeEstimate.of(digest, search, CLOCK)).isEqualTo(new VolumeEstimate(18));
    }

    @Test
    void saysWhenThereIsLittle() {
        assertThat(new VolumeEstimate(0).inWords()).isEqualTo("nothing in the past 4 weeks");
        assertThat(new VolumeEstimate(1).inWords()).isEqualTo("1 item in the past 4 weeks");
        assertThat(new VolumeEstimate(4_800).inWords()).isEqualTo("about 1,200 items a week, over the past 4 weeks");
    }

    private static Digest digest(List<Digest.SavedSearch> searches, List<ActorId> actors) {
        return new Digest(
                "daily",
                "Daily",
                LocalTime.of(7, 30),
                Set.of(DayOfWeek.values()),
                ZoneId.of("UTC"),
                searches,
                actors,
                List.of(new IssueId("chip-sales")),
                Digest.USUAL_REACH);
    }
}
