package org.onrecord.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.Position;
import org.onrecord.search.ArticleSearch;
import org.onrecord.search.CalendarStep;
import org.onrecord.search.SideTaken;
import org.onrecord.search.Stance;
import org.onrecord.search.Strength.Grade;

/**
 * Who stands where on an issue: a row for each actor, a column for each time, in each cell how many statements took which
 * side then.
 *
 * @param periods the times, oldest first
 * @param groups those for it, those against it, and those of whom the evidence is too weak to say
 */
record StanceMatrix(List<String> periods, List<Group> groups) {
    private static final int MOST_PERIODS = 12;
    private static final List<String> SIDES = List.of("for", "against", "unclear");
    private static final Comparator<Stance> MOST_STATEMENTS_FIRST = Comparator.comparingInt(
                    (Stance stance) -> stance.taken().size())
            .reversed()
            .thenComparing(Stance::actor);

    /** How many actors of a group a page lists unless asked for all. */
    static final int USUAL_ROWS = 20;

    /** Actors on one side. {@code side} is {@code for}, {@code against} or {@code unclear}. */
    record Group(String side, String label, int actors, List<Row> rows) {
        Group {
            rows = List.copyOf(rows);
        }

        boolean isCut() {
            return rows.size() < actors;
        }
    }

    /** An actor, with the newest statement that takes its side. */
    record Row(
            ActorLink actor,
            String side,
            String position,
            String since,
            StrengthLine strength,
            List<Cell> cells,
            StatementLine newest) {
        Row {
            cells = List.copyOf(cells);
        }
    }

    /** What an actor said in one time; {@code side} is {@code both} when it took both. Without {@code href} nothing. */
    record Cell(
            String side,
            String text,
            String label,
            @Nullable String href) {
        private static final Cell EMPTY = new Cell("", "", "", null);
    }

    StanceMatrix {
        periods = List.copyOf(periods);
        groups = List.copyOf(groups);
    }

    /** The matrix of the stances on one issue; {@code all}: also of actors beyond the usual number. */
    static StanceMatrix of(List<Stance> stances, boolean all, ArticleSearch search, Labels labels) {
        List<LocalDate> days = stances.stream()
                .flatMap(stance -> stance.taken().stream())
                .filter(SideTaken::dated)
                .map(SideTaken::day)
                .sorted()
                .toList();
        CalendarStep step = days.isEmpty()
                ? CalendarStep.YEAR
                : CalendarStep.fitting(days.getFirst(), days.getLast(), MOST_PERIODS);
        List<LocalDate> starts = days.isEmpty() ? List.of() : step.starts(days.getFirst(), days.getLast());
        Map<String, List<Stance>> sides =
                stances.stream().sorted(MOST_STATEMENTS_FIRST).collect(Collectors.groupingBy(StanceMatrix::side));
        List<Group> groups = new ArrayList<>();
        for (String side : SIDES) {
            List<Stance> members = sides.getOrDefault(side, List.of());
            List<Stance> shown =
                    members.stream().limit(all ? Integer.MAX_VALUE : USUAL_ROWS).toList();
            StatementLines lines =
                    new StatementLines(shown.stream().map(Stance::newest).toList(), search, labels);
            groups.add(new Group(
                    side,
                    label(side),
                    members.size(),
                    shown.stream()
                            .flatMap(
                                    stance -> lines
                                            .line(stance.newest())
                                            .map(newest -> row(stance, newest, step, starts, labels))
                                            .stream())
                            .toList()));
        }
        return new StanceMatrix(
                starts.stream().map(start -> Labels.step(step, start)).toList(), groups);
    }

    /** {@code for}, {@code against}, or {@code unclear} when the evidence is too weak to say. */
    static String side(Stance stance) {
        return stance.strength().grade() == Grade.UNCLEAR
                ? Grade.UNCLEAR.label()
                : stance.position().label();
    }

    private static String label(String side) {
        return switch (side) {
            case "for" -> Labels.position(Position.FOR);
            case "against" -> Labels.position(Position.AGAINST);
            default -> "◆ unclear";
        };
    }

    private static Row row(
            Stance stance, StatementLine newest, CalendarStep step, List<LocalDate> starts, Labels labels) {
        Map<LocalDate, List<SideTaken>> byStart = stance.taken().stream()
                .filter(SideTaken::dated)
                .collect(Collectors.groupingBy(taken -> step.start(taken.day())));
        return new Row(
                ActorLink.of(stance.actor(), labels),
                side(stance),
                Labels.position(stance.position()),
                stance.since() == null ? "" : "since " + Labels.day(stance.since()),
                StrengthLine.of(stance.strength()),
                starts.stream()
                        .map(start -> cell(stance, byStart.getOrDefault(start, List.of()), step, start))
                        .toList(),
                newest);
    }

    private static Cell cell(Stance stance, List<SideTaken> taken, CalendarStep step, LocalDate start) {
        if (taken.isEmpty()) {
            return Cell.EMPTY;
        }
        long supporting =
                taken.stream().filter(one -> one.side() == Position.FOR).count();
        long opposing = taken.size() - supporting;
        SideTaken only = taken.getFirst();
        String side = opposing == 0 ? "for" : supporting == 0 ? "against" : "both";
        return new Cell(
                side,
                (supporting == 0 ? "" : "▲" + supporting) + (opposing == 0 ? "" : "▼" + opposing),
                Labels.step(step, start) + ": " + supporting + " for, " + opposing + " against",
                taken.size() == 1
                        ? Links.place(only.article(), 's', only.place())
                        : Links.statements(new QueryText(
                                QueryText.term("said-by", stance.actor().value()) + " "
                                        + QueryText.term("issue", stance.issue().value()) + " " + step.term(start))));
    }
}
