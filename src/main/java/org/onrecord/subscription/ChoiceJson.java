package org.onrecord.subscription;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.ActorId;
import org.onrecord.article.IssueId;
import org.onrecord.digest.Digest;
import org.onrecord.digest.Digest.SavedSearch;
import org.onrecord.digest.QuietHours;
import org.onrecord.json.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A choice as JSON: {@code kind name searches [{name, query}] actors issues days at zone when_empty quiet}; the form in which it
 * is kept and in which the API gives it.
 */
public final class ChoiceJson {
    private ChoiceJson() {}

    public static ObjectNode write(Choice choice) {
        ObjectNode json = Json.MAPPER.createObjectNode();
        json.put("kind", choice.kind().name().toLowerCase(Locale.ROOT));
        json.put("name", choice.name());
        ArrayNode searches = json.putArray("searches");
        choice.searches()
                .forEach(search ->
                        searches.addObject().put("name", search.name()).put("query", search.query()));
        ArrayNode actors = json.putArray("actors");
        choice.actors().forEach(actor -> actors.add(actor.value()));
        ArrayNode issues = json.putArray("issues");
        choice.issues().forEach(issue -> issues.add(issue.value()));
        ArrayNode days = json.putArray("days");
        choice.days().stream().sorted().forEach(day -> days.add(day.name().toLowerCase(Locale.ROOT)));
        json.put("at", choice.at().toString());
        json.put("zone", choice.zone().getId());
        json.put("when_empty", choice.whenEmpty().name().toLowerCase(Locale.ROOT));
        json.put("quiet", choice.quiet() == null ? null : choice.quiet().inWords());
        return json;
    }

    /** Reads what {@link #write} wrote. */
    static Choice read(String text) {
        JsonNode json = Json.MAPPER.readTree(text);
        ZoneId zone = ZoneId.of(json.path("zone").asString());
        @Nullable
        String quiet = json.path("quiet").isString() ? json.path("quiet").asString() : null;
        return new Choice(
                Choice.Kind.valueOf(json.path("kind").asString().toUpperCase(Locale.ROOT)),
                json.path("name").asString(),
                each(
                        json.path("searches"),
                        search -> new SavedSearch(
                                search.path("name").asString(),
                                search.path("query").asString())),
                each(json.path("actors"), actor -> new ActorId(actor.asString())),
                each(json.path("issues"), issue -> new IssueId(issue.asString())),
                each(json.path("days"), day -> DayOfWeek.valueOf(day.asString().toUpperCase(Locale.ROOT))).stream()
                        .collect(Collectors.toSet()),
                LocalTime.parse(json.path("at").asString()),
                zone,
                Digest.WhenEmpty.valueOf(json.path("when_empty").asString().toUpperCase(Locale.ROOT)),
                quiet == null ? null : QuietHours.parse(quiet, zone));
    }

    private static <T> List<T> each(JsonNode array, Function<JsonNode, T> reading) {
        List<T> all = new ArrayList<>();
        array.forEach(one -> all.add(reading.apply(one)));
        return all;
    }
}
