package org.onrecord.search;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.onrecord.search.Condition.AllOf;
import org.onrecord.search.Condition.AnyOf;
import org.onrecord.search.Condition.Days;
import org.onrecord.search.Condition.Everything;
import org.onrecord.search.Condition.Not;
import org.onrecord.search.Condition.Text;
import org.onrecord.search.QueryShape.Part;

/** Makes narrower and wider queries of a query, its own words kept as they are. */
final class Narrowing {
    private final QueryShape shape;

    Narrowing(QueryShape shape) {
        this.shape = shape;
    }

    /** The query narrowed to a value; alternatives of it, when one of several that exclude each other is chosen already. */
    String with(FacetField field, String value) {
        Optional<Part> chosen = field.hasOneValue() ? chosenPart(field) : Optional.empty();
        if (chosen.isEmpty()) {
            return and(kept(part -> true), QueryTerm.of(field.label(), value));
        }
        List<String> values = new ArrayList<>(values(chosen.get().condition(), field));
        values.add(value);
        return replaced(chosen.get(), field.label() + ":(" + alternatives(values) + ")");
    }

    /** The query without a value that is chosen. */
    String without(FacetField field, String value) {
        for (Part part : shape.parts()) {
            List<String> values = new ArrayList<>(values(part.condition(), field));
            if (values.remove(value)) {
                return switch (values.size()) {
                    case 0 -> kept(other -> other != part);
                    case 1 -> replaced(part, QueryTerm.of(field.label(), values.getFirst()));
                    default -> replaced(part, field.label() + ":(" + alternatives(values) + ")");
                };
            }
        }
        return shape.query();
    }

    boolean isChosen(FacetField field, String value) {
        return shape.parts().stream()
                .anyMatch(part -> values(part.condition(), field).contains(value));
    }

    /** What would be asked for without the chosen values of a field; empty when none is chosen or they do not exclude others. */
    Optional<Condition> aside(FacetField field) {
        if (!field.hasOneValue() || chosenPart(field).isEmpty()) {
            return Optional.empty();
        }
        Part chosen = chosenPart(field).get();
        List<Condition> others = new ArrayList<>();
        for (Part part : shape.parts()) {
            if (part != chosen) {
                others.addAll(part.condition() instanceof AllOf all ? all.parts() : List.of(part.condition()));
            }
        }
        return Optional.of(
                switch (others.size()) {
                    case 0 -> new Everything();
                    case 1 -> others.getFirst();
                    default -> new AllOf(others);
                });
    }

    /** The query for the days from one to another in place of the days that it names; never for more days than those. */
    String during(LocalDate from, LocalDate to) {
        LocalDate first = from;
        LocalDate last = to;
        for (Part part : shape.parts()) {
            if (part.condition() instanceof Days days) {
                first = later(first, days.from());
                last = days.before() != null && days.before().isBefore(last.plusDays(1))
                        ? days.before().minusDays(1)
                        : last;
            }
        }
        return and(undated(), QueryTerm.of("date", dateValue(first, last)));
    }

    boolean isDated(LocalDate from, LocalDate to) {
        return shape.parts().stream().anyMatch(part -> part.condition().equals(new Days(from, to.plusDays(1))));
    }

    /** The query without one of its parts. */
    String but(Part part) {
        return kept(other -> other != part);
    }

    /** The query for all days. */
    String undated() {
        return kept(part -> !(part.condition() instanceof Days));
    }

    private static String dateValue(LocalDate from, LocalDate to) {
        if (from.equals(to)) {
            return from.toString();
        }
        if (from.getDayOfYear() == 1 && to.equals(from.plusYears(1).minusDays(1))) {
            return from.toString().substring(0, 4);
        }
        if (from.getDayOfMonth() == 1 && to.equals(from.plusMonths(1).minusDays(1))) {
            return from.toString().substring(0, 7);
        }
        return from + ".." + to;
    }

    private static LocalDate later(LocalDate day, @Nullable LocalDate other) {
        return other != null && other.isAfter(day) ? other : day;
    }

    private interface Wanted {
        boolean is(Part part);
    }

    /** The text of the query without the parts that are not wanted. */
    private String kept(Wanted wanted) {
        StringBuilder kept = new StringBuilder();
        StringBuilder joint = new StringBuilder();
        List<Part> left = new ArrayList<>();
        int end = 0;
        for (Part part : shape.parts()) {
            joint.append(shape.query(), end, part.start());
            end = part.end();
            if (wanted.is(part) && !(part.condition() instanceof Everything)) {
                kept.append(left.isEmpty() ? "" : once(joint)).append(shape.query(), part.start(), part.end());
                joint.setLength(0);
                left.add(part);
            }
        }
        if (left.size() == shape.parts().size()) {
            return shape.query().strip();
        }
        boolean negative = !left.isEmpty() && left.stream().allMatch(part -> part.condition() instanceof Not);
        return negative ? "* " + kept : kept.toString();
    }

    /** What stands between two parts that come together: of several ANDs, one is left. */
    private static String once(StringBuilder joint) {
        return joint.indexOf("AND") < 0 ? joint.toString() : " AND ";
    }

    private String and(String query, String term) {
        if (query.isEmpty()) {
            return term;
        }
        // AND binds closer than OR, so a term would narrow only the last alternative.
        return (shape.alternatives() ? "(" + query + ")" : query) + " " + term;
    }

    private String replaced(Part part, String text) {
        return new StringBuilder(shape.query())
                .replace(part.start(), part.end(), text)
                .toString()
                .strip();
    }

    private Optional<Part> chosenPart(FacetField field) {
        return shape.parts().stream()
                .filter(part -> !values(part.condition(), field).isEmpty())
                .findFirst();
    }

    /** The values of the field that a condition asks for, each of them an alternative; none when it asks for anything else. */
    private static List<String> values(Condition condition, FacetField field) {
        if (condition instanceof AnyOf any) {
            List<String> values = new ArrayList<>();
            for (Condition part : any.parts()) {
                List<String> some = values(part, field);
                if (some.isEmpty()) {
                    return List.of();
                }
                values.addAll(some);
            }
            return values;
        }
        if (field == FacetField.STANCE) {
            return condition instanceof AllOf all && isStanceOnIssue(all)
                    ? List.of(text(all.parts().getFirst()) + ":"
                            + text(all.parts().getLast()))
                    : List.of();
        }
        return condition instanceof Text text && field.covers(text.field()) ? List.of(text.text()) : List.of();
    }

    private static String text(Condition condition) {
        return ((Text) condition).text();
    }

    private static boolean isStanceOnIssue(AllOf all) {
        return all.parts().size() == 2
                && all.parts().getFirst() instanceof Text side
                && side.field() == QueryField.STANCE
                && all.parts().getLast() instanceof Text issue
                && issue.field() == QueryField.ABOUT;
    }

    private static String alternatives(List<String> values) {
        return String.join(" OR ", values.stream().map(QueryTerm::alternative).toList());
    }
}
