package org.onrecord.web;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.onrecord.article.Position;
import org.onrecord.article.Published;
import org.onrecord.search.StatementHit;

/**
 * Statements on one issue over time as dots: those for it above the line, those against it below.
 *
 * @param dots oldest first
 * @param middle the height of the line
 * @param height of the picture; its width is {@link #WIDTH}
 * @param from the day of the first statement, for people
 * @param to the day of the last
 * @param summary what the picture shows, in words
 */
record StanceChart(List<Dot> dots, int middle, int height, String from, String to, String summary) {
    static final int WIDTH = 640;
    private static final int RADIUS = 5;
    private static final int PITCH = 2 * RADIUS + 2;
    private static final int HIGHEST_PILE = 12;

    /** One statement; {@code side} is {@code for} or {@code against}. */
    record Dot(int x, int y, String side, String label, String href) {}

    private record Dated(LocalDate day, StatementHit hit) {}

    StanceChart {
        dots = List.copyOf(dots);
    }

    int width() {
        return WIDTH;
    }

    int radius() {
        return RADIUS;
    }

    /** The picture of the dated statements that take a side; empty when there are none. */
    static Optional<StanceChart> of(List<StatementHit> hits, Labels labels) {
        List<Dated> dated = new ArrayList<>();
        for (StatementHit hit : hits) {
            Published published = hit.article().published();
            if (published != null && hit.statement().stand().position() != Position.NONE) {
                dated.add(new Dated(published.day(), hit));
            }
        }
        dated.sort(Comparator.comparing(Dated::day));
        return dated.isEmpty() ? Optional.empty() : Optional.of(drawn(dated, labels));
    }

    private static StanceChart drawn(List<Dated> dated, Labels labels) {
        LocalDate first = dated.getFirst().day();
        LocalDate last = dated.getLast().day();
        long days = ChronoUnit.DAYS.between(first, last);
        Map<Integer, Integer> above = new HashMap<>();
        Map<Integer, Integer> below = new HashMap<>();
        List<Dot> places = new ArrayList<>();
        for (Dated one : dated) {
            int columns = WIDTH / PITCH;
            int column =
                    days == 0 ? columns / 2 : (int) (ChronoUnit.DAYS.between(first, one.day()) * (columns - 1) / days);
            boolean isFor = one.hit().statement().stand().position() == Position.FOR;
            int pile = Math.min(HIGHEST_PILE, (isFor ? above : below).merge(column, 1, Integer::sum));
            places.add(new Dot(
                    column * PITCH + PITCH / 2,
                    isFor ? -pile : pile,
                    isFor ? "for" : "against",
                    Labels.day(one.day()) + ": "
                            + StatementCard.summary(one.hit().statement(), labels),
                    Links.place(
                            one.hit().article().id(),
                            's',
                            one.hit().statement().content().span())));
        }
        int up = Math.max(2, highest(above)) * PITCH + 10;
        int down = Math.max(2, highest(below)) * PITCH + 10;
        List<Dot> dots = places.stream()
                .map(dot -> new Dot(dot.x(), up + dot.y() * PITCH, dot.side(), dot.label(), dot.href()))
                .toList();
        long supporting = dots.stream().filter(dot -> dot.side().equals("for")).count();
        return new StanceChart(
                dots,
                up,
                up + down,
                Labels.day(first),
                Labels.day(last),
                "Over time: " + supporting + " for, " + (dots.size() - supporting) + " against, from "
                        + Labels.day(first) + " to " + Labels.day(last));
    }

    private static int highest(Map<Integer, Integer> piles) {
        int highest = piles.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        return Math.min(HIGHEST_PILE, highest);
    }
}
