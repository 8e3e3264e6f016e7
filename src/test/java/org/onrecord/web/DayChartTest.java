package org.onrecord.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.onrecord.search.Facet;
import org.onrecord.search.Facet.Count;
import org.onrecord.web.Question.Show;

class DayChartTest {
    private static final Question ALL = new Question("/", new QueryText(""), Show.ARTICLES, null, 1);

    @Test
    void drawsADayWithoutArticlesAsAGap() {
        DayChart chart = chart(new Count("2026-03-04", 8), new Count("2026-03-02", 4));

        assertThat(chart.bars()).extracting(DayChart.Bar::height).containsExactly(28, 1, 56);
        assertThat(chart.bars()).extracting(DayChart.Bar::label).contains("3 Mar 2026: 0 articles");
        assertThat(chart.bars().getFirst().href()).isEqualTo("/?q=date%3A2026-03-02");
    }

    @Test
    void countsByTheWeekWhenDaysWouldNotFit() {
        DayChart chart = chart(new Count("2026-01-01", 1), new Count("2026-04-30", 2));

        assertThat(chart.bars()).hasSize(18);
        assertThat(chart.bars().getFirst().label()).isEqualTo("the week of 29 Dec 2025: 1 article");
        assertThat(chart.bars().getFirst().href()).isEqualTo("/?q=date%3A2025-12-29..2026-01-04");
    }

    @Test
    void countsByTheYearOverALifetime() {
        DayChart chart = chart(new Count("1950-06-01", 1), new Count("2026-04-30", 2));

        assertThat(chart.bars()).hasSize(77);
        assertThat(chart.bars().getLast().href()).isEqualTo("/?q=date%3A2026");
    }

    @Test
    void aYearThatCannotBeMeantDrawsNothing() {
        assertThat(DayChart.of(new Facet("date", List.of(new Count("0001-01-01", 1), new Count("2026-01-01", 1))), ALL))
                .isEmpty();
    }

    @Test
    void leavesOutWhatIsNoDay() {
        assertThat(DayChart.of(new Facet("date", List.of(new Count("undated", 3))), ALL))
                .isEmpty();
    }

    private static DayChart chart(Count... counts) {
        return DayChart.of(new Facet("date", List.of(counts)), ALL).orElseThrow();
    }
}
