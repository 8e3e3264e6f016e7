package org.onrecord.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.onrecord.search.Facet;

/**
 * The number of articles over time as bars: of days while they fit, else of weeks, months or years.
 *
 * @param bars oldest first, without gaps
 * @param width of the picture, in its own units
 * @param height of the picture
 * @param from the first day, for people
 * @param to the last day, for people
 * @param summary what the picture shows, in words
 */
record DayChart(List<Bar> bars, int width, int height, String from, String to, String summary) {
    private static final int WIDTH = 600;
    private static final int HEIGHT = 56;
    private static final int MOST_BARS = 62;

    /** One bar; {@code x} and {@code width} in tenths of a unit would be finer than any screen. */
    record Bar(int x, int y, int width, int height, String label, String href) {}

    DayChart {
        bars = List.copyOf(bars);
    }

    /** The chart of a facet of days; empty when it has none, or so many years that bars could not be told apart. */
    static Optional<DayChart> of(Facet days, Question question) {
        TreeMap<LocalDate, Long> articles = new TreeMap<>();
        for (Facet.Count count : days.counts()) {
            day(count.value()).ifPresent(day -> articles.merge(day, count.articles(), Long::sum));
        }
        if (articles.isEmpty() || ChronoUnit.YEARS.between(articles.firstKey(), articles.lastKey()) > 200) {
            return Optional.empty();
        }
        return Optional.of(drawn(articles, question));
    }

    /** A value that says "undated" has no place on an axis of time. */
    private static Optional<LocalDate> day(String value) {
        try {
            return Optional.of(LocalDate.parse(value));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static DayChart drawn(TreeMap<LocalDate, Long> articles, Question question) {
        CalendarStep step = CalendarStep.fitting(articles.firstKey(), articles.lastKey(), MOST_BARS);
        TreeMap<LocalDate, Long> sums = new TreeMap<>();
        articles.forEach((day, count) -> sums.merge(step.start(day), count, Long::sum));
        List<LocalDate> starts = step.starts(articles.firstKey(), articles.lastKey());
        long most = sums.values().stream().mapToLong(Long::longValue).max().orElse(1);
        int pitch = Math.max(2, Math.min(24, WIDTH / starts.size()));
        List<Bar> bars = new ArrayList<>();
        for (int i = 0; i < starts.size(); i++) {
            LocalDate start = starts.get(i);
            long count = sums.getOrDefault(start, 0L);
            int height = count == 0 ? 1 : (int) Math.max(3, count * HEIGHT / most);
            bars.add(new Bar(
                    i * pitch,
                    HEIGHT - height,
                    pitch - 1,
                    height,
                    step.label(start) + ": " + Labels.count(count, "article"),
                    question.asking(question.query().with(step.term(start))).href()));
        }
        Map.Entry<LocalDate, Long> peak =
                sums.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow();
        return new DayChart(
                bars,
                pitch * starts.size(),
                HEIGHT,
                Labels.day(articles.firstKey()),
                Labels.day(articles.lastKey()),
                "Articles over time, from " + Labels.day(articles.firstKey()) + " to "
                        + Labels.day(articles.lastKey()) + "; most in " + step.label(peak.getKey()) + ": "
                        + peak.getValue());
    }
}
