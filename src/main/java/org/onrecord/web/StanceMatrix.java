package org.onrecord.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.Position;
import org.onrecord.article.Published;
import org.onrecord.search.Stance;
import org.onrecord.search.StatementHit;
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
    static StanceMatrix of(List<Stance> stances, boolean all, Labels labels) {
        List<LocalDate> days = stances.stream()
                .flatMap(stance -> stance.evidence().stream())
                .map(StanceMatrix::day)
                .filter(Objects::nonNull)
                .sorted()
                .toList();
        CalendarStep step = days.isEmpty()
                ? CalendarStep.YEAR
                : CalendarStep.fitting(days.getFirst(), days.getLast(), MOST_PERIODS);
        List<LocalDate> starts = days.isEmpty() ? List.of() : step.starts(days.getFirst(), days.getLast());
        List<Group> groups = new ArrayList<>();
        for (String side : List.of("for", "against", "unclear")) {
            List<Stance> members = stances.stream()
                    .filter(stance -> side(stance).equals(side))
                    .sorted(Comparator.comparingInt(
                                    (Stance stance) -> stance.evidence().size())
                            .reversed()
                            .thenComparing(Stance::actor))
                    .toList();
            groups.add(new Group(
                    side,
                    label(side),
                    members.size(),
                    members.stream()
                            .limit(all ? Integer.MAX_VALUE : USUAL_ROWS)
                            .map(stance -> row(stance, step, starts, labels))
                            .toList()));
        }
        return new StanceMatrix(starts.stream().map(step::label).toList(), groups);
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

    private static Row row(Stance stance, CalendarStep step, List<LocalDate> starts, Labels labels) {
        StatementHit newest = stance.evidence().stream()
                .filter(hit -> hit.statement().stand().position() == stance.position())
                .findFirst()
                .orElse(stance.evidence().getFirst());
        return new Row(
                ActorLink.of(stance.actor(), labels),
                side(stance),
                Labels.position(stance.position()),
                stance.since() == null ? "" : "since " + Labels.day(stance.since()),
                StrengthLine.of(stance.strength()),
                starts.stream().map(start -> cell(stance, step, start)).toList(),
                StatementLine.of(newest, labels));
    }

    private static Cell cell(Stance stance, CalendarStep step, LocalDate start) {
        List<StatementHit> hits = stance.evidence().stream()
                .filter(hit -> {
                    LocalDate day = day(hit);
                    return day != null && step.start(day).equals(start);
                })
                .toList();
        if (hits.isEmpty()) {
            return Cell.EMPTY;
        }
        long supporting = hits.stream()
                .filter(hit -> hit.statement().stand().position() == Position.FOR)
                .count();
        long opposing = hits.size() - supporting;
        StatementHit only = hits.getFirst();
        String side = opposing == 0 ? "for" : supporting == 0 ? "against" : "both";
        return new Cell(
                side,
                (supporting == 0 ? "" : "▲" + supporting) + (opposing == 0 ? "" : "▼" + opposing),
                step.label(start) + ": " + supporting + " for, " + opposing + " against",
                hits.size() == 1
                        ? Links.place(
                                only.article().id(),
                                's',
                                only.statement().content().span())
                        : Links.statements(new QueryText(
                                QueryText.term("said-by", stance.actor().value()) + " "
                                        + QueryText.term("issue", stance.issue().value()) + " " + step.term(start))));
    }

    private static @Nullable LocalDate day(StatementHit hit) {
        Published published = hit.article().published();
        return published == null ? null : published.day();
    }
}
