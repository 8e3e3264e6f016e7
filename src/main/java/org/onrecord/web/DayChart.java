package org.onrecord.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.onrecord.search.CalendarStep;
import org.onrecord.search.OverTime;

/**
 * The number of answers over time as bars, each a click that narrows to its time.
 *
 * @param bars oldest first, without gaps
 * @param width of the picture, in its own units
 * @param height of the picture
 * @param from the first day, for people
 * @param to the last day, for people
 * @param summary what the picture shows, in words
 * @param everything the page without any narrowing by time
 * @param range the page for a range of days, {@value #ANY_DAYS} in their place
 * @param narrowed whether the query is narrowed by time already
 */
record DayChart(
        List<Bar> bars,
        int width,
        int height,
        String from,
        String to,
        String summary,
        String everything,
        String range,
        boolean narrowed) {
    /** Stands in {@link #range} for days that the reader chooses on the picture. */
    static final String ANY_DAYS = "0001-01-01..9999-12-31";

    private static final int WIDTH = 900;
    private static final int HEIGHT = 56;
    /** More bars than that cannot be told apart. */
    private static final int MOST_BARS = 200;

    /** One bar; {@code x} and {@code width} in tenths of a unit would be finer than any screen. */
    record Bar(int x, int y, int width, int height, LocalDate first, LocalDate last, String label, String href) {}

    DayChart {
        bars = List.copyOf(bars);
    }

    /** @param one what is counted: "article"; empty when there is nothing to draw, or so many years that bars are too thin */
    static Optional<DayChart> of(OverTime overTime, Question question, String one) {
        List<OverTime.Span> spans = overTime.spans();
        boolean drawable = !spans.isEmpty()
                && spans.size() <= MOST_BARS
                && spans.getLast().from().getYear() - spans.getFirst().from().getYear() <= MOST_BARS;
        return drawable ? Optional.of(drawn(overTime, question, one)) : Optional.empty();
    }

    private static DayChart drawn(OverTime overTime, Question question, String one) {
        CalendarStep step = overTime.step();
        List<OverTime.Span> spans = overTime.spans();
        OverTime.Span peak = spans.stream()
                .max(Comparator.comparingLong(OverTime.Span::count))
                .orElseThrow();
        int pitch = Math.max(2, Math.min(60, WIDTH / spans.size()));
        List<Bar> bars = new ArrayList<>();
        for (OverTime.Span span : spans) {
            int height = span.count() == 0 ? 1 : (int) Math.max(3, span.count() * HEIGHT / peak.count());
            bars.add(new Bar(
                    bars.size() * pitch,
                    HEIGHT - height,
                    pitch - 1,
                    height,
                    span.from(),
                    span.to(),
                    Labels.step(step, span.from()) + ": " + Labels.count(span.count(), one),
                    question.asking(new QueryText(span.query())).href()));
        }
        String from = Labels.day(spans.getFirst().from());
        String to = Labels.day(spans.getLast().to());
        return new DayChart(
                bars,
                pitch * spans.size(),
                HEIGHT,
                from,
                to,
                "From " + from + " to " + to + "; most in " + Labels.step(step, peak.from()) + ": "
                        + Labels.count(peak.count(), one),
                question.asking(new QueryText(overTime.everything())).href(),
                question.asking(new QueryText(overTime.everything()).with("date:" + ANY_DAYS))
                        .href(),
                !new QueryText(overTime.everything()).equals(question.query()));
    }
}
