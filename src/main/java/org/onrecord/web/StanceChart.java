package org.onrecord.web;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.ActorId;
import org.onrecord.article.Position;
import org.onrecord.search.CalendarStep;
import org.onrecord.search.SideTaken;
import org.onrecord.search.Stance;

/**
 * Statements on one issue over time: those for it above the line, those against it below. Each is a dot that leads to its
 * evidence; where they are too many to tell apart, bars of a time's statements lead to the list of these.
 *
 * @param dots oldest first; empty when bars are drawn
 * @param bars oldest first; empty when dots are drawn
 * @param ticks where years, quarters or months begin
 * @param now where the day lies whose end the page shows; null for none
 * @param middle the height of the line
 * @param height of the picture; its width is {@link #WIDTH}
 * @param from the day of the first statement, for people
 * @param to the day of the last
 * @param summary what the picture shows, in words
 */
record StanceChart(
        List<Dot> dots,
        List<Bar> bars,
        List<Tick> ticks,
        @Nullable Integer now,
        int middle,
        int height,
        String from,
        String to,
        String summary) {
    static final int WIDTH = 720;
    private static final int RADIUS = 5;
    private static final int PITCH = 2 * RADIUS + 2;
    private static final int COLUMNS = WIDTH / PITCH;
    private static final int HIGHEST_PILE = 10;
    private static final int MOST_TICKS = 9;
    /** A label needs so much room before the right edge. */
    private static final int TICK_WIDTH = 60;

    private static final int BAR_REACH = 90;

    /** One statement; {@code side} is {@code for} or {@code against}. */
    record Dot(int x, int y, String side, String label, String href) {}

    /** The statements of one side and time. */
    record Bar(int x, int y, int width, int height, String side, String label, String href) {}

    /** The beginning of a time. */
    record Tick(int x, String label) {}

    private record Dated(ActorId actor, SideTaken taken) {
        LocalDate day() {
            return taken.day();
        }

        boolean isFor() {
            return taken.side() == Position.FOR;
        }
    }

    /** Days to places from left to right. */
    private record Scale(LocalDate first, LocalDate last) {
        int column(LocalDate day) {
            long days = ChronoUnit.DAYS.between(first, last);
            return days == 0 ? COLUMNS / 2 : (int) (ChronoUnit.DAYS.between(first, day) * (COLUMNS - 1) / days);
        }

        int x(LocalDate day) {
            return Math.clamp(column(day), 0, COLUMNS - 1) * PITCH + PITCH / 2;
        }

        /** Where a day begins, with the last one ending at the right edge. */
        int edge(LocalDate day) {
            long days = ChronoUnit.DAYS.between(first, last) + 1;
            return (int) Math.clamp(ChronoUnit.DAYS.between(first, day) * WIDTH / days, 0, WIDTH);
        }
    }

    StanceChart {
        dots = List.copyOf(dots);
        bars = List.copyOf(bars);
        ticks = List.copyOf(ticks);
    }

    int width() {
        return WIDTH;
    }

    int radius() {
        return RADIUS;
    }

    /**
     * The picture of the dated statements; empty when there are none.
     *
     * @param query what finds them, to which a bar adds its time and side
     * @param on the day to mark; null for none
     */
    static Optional<StanceChart> of(List<Stance> stances, QueryText query, @Nullable LocalDate on, Labels labels) {
        List<Dated> dated = new ArrayList<>();
        for (Stance stance : stances) {
            stance.taken().stream()
                    .filter(SideTaken::dated)
                    .forEach(taken -> dated.add(new Dated(stance.actor(), taken)));
        }
        if (dated.isEmpty()) {
            return Optional.empty();
        }
        dated.sort(Comparator.comparing(Dated::day));
        Scale scale = new Scale(dated.getFirst().day(), dated.getLast().day());
        if (dated.size() > 2 * HIGHEST_PILE * COLUMNS) {
            return Optional.of(barred(dated, scale, query, on));
        }
        List<Dot> places = places(dated, scale, labels);
        int up = highest(places, -1);
        int down = highest(places, 1);
        return Optional.of(
                Math.max(up, down) > HIGHEST_PILE
                        ? barred(dated, scale, query, on)
                        : dotted(
                                places,
                                dated,
                                scale,
                                Math.max(2, up) * PITCH + 10,
                                Math.max(2, down) * PITCH + 22,
                                on));
    }

    private static StanceChart dotted(
            List<Dot> places, List<Dated> dated, Scale scale, int up, int down, @Nullable LocalDate on) {
        List<Dot> dots = places.stream()
                .map(dot -> new Dot(dot.x(), up + dot.y() * PITCH, dot.side(), dot.label(), dot.href()))
                .toList();
        return chart(dots, List.of(), dated, scale, up, up + down, on);
    }

    /** Dots whose height is counted from the line, in dots. */
    private static List<Dot> places(List<Dated> dated, Scale scale, Labels labels) {
        Map<Integer, Integer> above = new HashMap<>();
        Map<Integer, Integer> below = new HashMap<>();
        List<Dot> places = new ArrayList<>();
        for (Dated one : dated) {
            int pile = (one.isFor() ? above : below).merge(scale.column(one.day()), 1, Integer::sum);
            places.add(new Dot(
                    scale.x(one.day()),
                    one.isFor() ? -pile : pile,
                    one.isFor() ? "for" : "against",
                    Labels.day(one.day()) + ": " + labels.actor(one.actor()) + " "
                            + Labels.position(one.taken().side()) + ", "
                            + Math.round(100 * one.taken().chance())
                            + " % sure",
                    Links.place(one.taken().article(), 's', one.taken().place())));
        }
        return places;
    }

    private static StanceChart barred(List<Dated> dated, Scale scale, QueryText query, @Nullable LocalDate on) {
        CalendarStep step = CalendarStep.fitting(scale.first(), scale.last(), COLUMNS);
        Map<LocalDate, int[]> counts = new TreeMap<>();
        for (Dated one : dated) {
            counts.computeIfAbsent(step.start(one.day()), start -> new int[2])[one.isFor() ? 0 : 1]++;
        }
        int most = counts.values().stream()
                .mapToInt(sides -> Math.max(sides[0], sides[1]))
                .max()
                .orElse(1);
        List<Bar> bars = new ArrayList<>();
        counts.forEach((start, sides) -> {
            int x = scale.edge(start);
            int width = Math.max(2, scale.edge(step.next(start)) - x - 1);
            for (Position side : List.of(Position.FOR, Position.AGAINST)) {
                boolean isFor = side == Position.FOR;
                int count = sides[isFor ? 0 : 1];
                int height = Math.max(3, count * BAR_REACH / most);
                if (count > 0) {
                    QueryText narrowed =
                            query.with(QueryText.term("stance", side.label())).with(step.term(start));
                    bars.add(new Bar(
                            x,
                            isFor ? BAR_REACH + 10 - height : BAR_REACH + 10,
                            width,
                            height,
                            side.label(),
                            Labels.step(step, start) + ": " + Labels.count(count, "statement") + " " + side.label(),
                            Links.statements(narrowed)));
                }
            }
        });
        return chart(List.of(), bars, dated, scale, BAR_REACH + 10, 2 * BAR_REACH + 34, on);
    }

    private static StanceChart chart(
            List<Dot> dots,
            List<Bar> bars,
            List<Dated> dated,
            Scale scale,
            int middle,
            int height,
            @Nullable LocalDate on) {
        long supporting = dated.stream().filter(Dated::isFor).count();
        String from = Labels.day(scale.first());
        String to = Labels.day(scale.last());
        return new StanceChart(
                dots,
                bars,
                ticks(scale),
                on == null || on.isBefore(scale.first()) || on.isAfter(scale.last()) ? null : scale.x(on),
                middle,
                height,
                from,
                to,
                "Over time: " + supporting + " for, " + (dated.size() - supporting) + " against, from " + from + " to "
                        + to);
    }

    private static List<Tick> ticks(Scale scale) {
        CalendarStep step = CalendarStep.fitting(scale.first(), scale.last(), MOST_TICKS);
        return step.starts(scale.first(), scale.last()).stream()
                .filter(start -> start.isAfter(scale.first()) && scale.edge(start) < WIDTH - TICK_WIDTH)
                .map(start ->
                        new Tick(scale.edge(start), Labels.step(step, start).replace("the week of ", "")))
                .toList();
    }

    private static int highest(List<Dot> places, int direction) {
        return places.stream().mapToInt(dot -> direction * dot.y()).max().orElse(0);
    }
}
