package org.onrecord.web;

import java.time.DayOfWeek;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.onrecord.article.Issue;
import org.onrecord.digest.Digest.SavedSearch;
import org.onrecord.digest.Digest.WhenEmpty;
import org.onrecord.subscription.Choice;

/**
 * The fields of a choice as they were filled in.
 *
 * @param offers what there is to choose from
 * @param fields the values of each field
 */
record ChoiceForm(Offers offers, Map<String, List<String>> fields) {
    private static final Set<DayOfWeek> WEEKDAYS = EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
    private static final List<String> ZONES = ZoneId.getAvailableZoneIds().stream()
            .filter(zone -> zone.matches("(Africa|America|Asia|Atlantic|Australia|Europe|Indian|Pacific)/.*")
                    || zone.equals("UTC"))
            .sorted()
            .toList();

    /**
     * What there is to choose from.
     *
     * @param saved the names of the saved searches at the moment
     */
    record Offers(Supplier<List<String>> saved, List<Issue> issues) {
        Offers {
            issues = List.copyOf(issues);
        }
    }

    /** A box to tick. */
    record Box(String name, String value, String label, boolean ticked) {}

    ChoiceForm {
        fields = Map.copyOf(fields);
    }

    /** As it is before somebody fills it in, but for a query. */
    static ChoiceForm empty(Offers offers, String query) {
        Map<String, List<String>> fields = new HashMap<>();
        fields.put("days", WEEKDAYS.stream().map(ChoiceForm::value).toList());
        fields.put("at", List.of("07:30"));
        fields.put("queries", List.of(query));
        return new ChoiceForm(offers, fields);
    }

    static ChoiceForm of(Offers offers, Map<String, List<String>> fields) {
        return new ChoiceForm(offers, fields);
    }

    /** As a choice that was made before says. */
    static ChoiceForm of(Offers offers, Choice choice) {
        Map<String, List<String>> fields = new HashMap<>();
        fields.put("kind", List.of(choice.kind().name().toLowerCase(Locale.ROOT)));
        fields.put("name", List.of(choice.name()));
        List<String> saved = offers.saved().get();
        fields.put(
                "saved",
                choice.searches().stream()
                        .filter(search -> isSaved(search, saved))
                        .map(SavedSearch::name)
                        .toList());
        fields.put(
                "queries",
                List.of(choice.searches().stream()
                        .filter(search -> !isSaved(search, saved))
                        .map(SavedSearch::query)
                        .collect(Collectors.joining("\n"))));
        fields.put(
                "actors", List.of(choice.actors().stream().map(Object::toString).collect(Collectors.joining("\n"))));
        fields.put("issues", choice.issues().stream().map(Object::toString).toList());
        fields.put("days", choice.days().stream().map(ChoiceForm::value).toList());
        fields.put("at", List.of(choice.at().toString()));
        fields.put("zone", List.of(choice.zone().getId()));
        fields.put("when_empty", List.of(choice.whenEmpty() == WhenEmpty.NOTE ? "note" : ""));
        fields.put("quiet", List.of(choice.quiet() == null ? "" : choice.quiet().inWords()));
        return new ChoiceForm(offers, fields);
    }

    private static boolean isSaved(SavedSearch search, List<String> saved) {
        return saved.contains(search.name()) && search.query().equals("search:\"" + search.name() + "\"");
    }

    String email() {
        return text("email");
    }

    /** The value of a field with one value; empty when there is none. */
    String text(String field) {
        return Posted.last(fields, field);
    }

    boolean isAlert() {
        return text("kind").equals("alert");
    }

    boolean tellsOfNothing() {
        return text("when_empty").equals("note");
    }

    String zone() {
        return text("zone").isEmpty() ? "UTC" : text("zone");
    }

    List<String> zones() {
        return ZONES;
    }

    List<Box> saved() {
        return offers.saved().get().stream()
                .map(name -> box("saved", name, name))
                .toList();
    }

    List<Box> issues() {
        return offers.issues().stream()
                .map(issue -> box("issues", issue.id().value(), issue.name()))
                .toList();
    }

    List<Box> days() {
        return Arrays.stream(DayOfWeek.values())
                .map(day -> box("days", value(day), day.getDisplayName(TextStyle.FULL, Locale.ENGLISH)))
                .toList();
    }

    private Box box(String name, String value, String label) {
        return new Box(name, value, label, fields.getOrDefault(name, List.of()).contains(value));
    }

    private static String value(DayOfWeek day) {
        return day.name().toLowerCase(Locale.ROOT);
    }
}
