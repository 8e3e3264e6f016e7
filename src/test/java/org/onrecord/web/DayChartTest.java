package org.onrecord.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.onrecord.search.OverTime;
import org.onrecord.web.Question.Show;

class DayChartTest {
    private static final Question ALL = new Question("/", new QueryText(""), Show.ARTICLES, null, 1);

    @Test
    void drawsADayWithoutArticlesAsAGap() {
        DayChart chart = chart(Map.of("2026-03-04", 8L, "2026-03-02", 4L)).orElseThrow();

        assertThat(chart.bars()).extracting(DayChart.Bar::height).containsExactly(28, 1, 56);
        assertThat(chart.bars()).extracting(DayChart.Bar::label).contains("3 Mar 2026: 0 articles");
        assertThat(chart.bars().getFirst().href()).isEqualTo("/?q=date%3A2026-03-02");
    }

    @Test
    void namesTheWeek() {
        DayChart chart = chart(Map.of("2026-01-01", 1L, "2026-04-30", 2L)).orElseThrow();

        assertThat(chart.bars()).hasSize(18);
        assertThat(chart.bars().getFirst().label()).isEqualTo("the week of 29 Dec 2025: 1 article");
    }

    @Test
    void aRangeOfDaysNarrowsAllAlternatives() {
        TreeMap<LocalDate, Long> days = new TreeMap<>(Map.of(LocalDate.of(2026, 3, 2), 4L));
        OverTime overTime = OverTime.of(days, (from, to) -> "", "H20 OR H200");

        DayChart chart = DayChart.of(overTime, ALL, "article").orElseThrow();

        assertThat(chart.range()).isEqualTo("/?q=%28H20+OR+H200%29+date%3A" + DayChart.ANY_DAYS);
    }

    @Test
    void aYearThatCannotBeMeantDrawsNothing() {
        assertThat(chart(Map.of("0001-01-01", 1L, "2026-01-01", 1L))).isEmpty();
        assertThat(chart(Map.of())).isEmpty();
    }

    private static Optional<DayChart> chart(Map<String, Long> counts) {
        TreeMap<LocalDate, Long> days = new TreeMap<>();
        counts.forEach((day, count) -> days.put(LocalDate.parse(day), count));
        return DayChart.of(OverTime.of(days, (from, to) -> "date:" + from, ""), ALL, "article");
    }
}
