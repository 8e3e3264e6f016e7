package org.onrecord.eval;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.Span;
import org.onrecord.eval.Annotations.Claim;
import org.onrecord.eval.Annotations.Entity;
import org.onrecord.eval.Annotations.Event;
import org.onrecord.eval.Annotations.Speaker;
import org.onrecord.eval.Annotations.Stand;
import org.onrecord.eval.Annotations.Statement;
import tools.jackson.databind.JsonNode;

/**
 * Reads annotations out of their JSON form, and notes each finding that does not stand in the text where it says. A
 * finding with a problem is left out.
 */
final class AnnotationReader {
    private static final int SHOWN = 60;
    private static final Set<String> SIDES = Set.of("for", "against");

    private final String text;
    private final List<String> problems;

    /**
     * Reads annotations of one text.
     *
     * @param text what all offsets point into
     * @param problems where each problem is added, with its place in the object
     */
    AnnotationReader(String text, List<String> problems) {
        this.text = text;
        this.problems = problems;
    }

    Annotations read(String id, JsonNode json) {
        return new Annotations(
                id,
                text,
                all(json, "entities", this::entity),
                all(json, "statements", this::statement),
                all(json, "events", this::event),
                all(json, "claims", this::claim));
    }

    private interface Reader<T> {
        @Nullable
        T read(String place, JsonNode json);
    }

    private <T> List<T> all(JsonNode article, String field, Reader<T> reader) {
        List<T> read = new ArrayList<>();
        JsonNode list = article.path(field);
        if (!list.isArray() && !isAbsent(list)) {
            problems.add(field + ": a list is needed");
        }
        for (int i = 0; i < list.size(); i++) {
            T one = reader.read(field + "[" + i + "]", list.path(i));
            if (one != null) {
                read.add(one);
            }
        }
        return read;
    }

    private @Nullable Entity entity(String place, JsonNode json) {
        Span span = span(place, json);
        String type = needed(place, json, "type");
        return span == null || type == null ? null : new Entity(span, type, word(json, "actor"));
    }

    private @Nullable Statement statement(String place, JsonNode json) {
        Span content = span(place + ".content", json.path("content"));
        JsonNode speaker = json.path("speaker");
        Span named = isAbsent(speaker) ? null : span(place + ".speaker", speaker);
        if (!isAbsent(json.path("cue"))) {
            span(place + ".cue", json.path("cue"));
        }
        return content == null
                ? null
                : new Statement(
                        named == null ? null : new Speaker(named, word(speaker, "actor")),
                        content,
                        word(json, "act"),
                        stand(json));
    }

    private static @Nullable Stand stand(JsonNode json) {
        String position = word(json, "position");
        return position != null && SIDES.contains(position) ? new Stand(word(json, "issue"), position) : null;
    }

    private @Nullable Event event(String place, JsonNode json) {
        String type = needed(place, json, "type");
        Span trigger = span(place + ".trigger", json.path("trigger"));
        Set<String> actors = new HashSet<>();
        json.path("actors").forEach(actor -> actors.add(actor.asString("")));
        return type == null || trigger == null ? null : new Event(type, trigger, actors);
    }

    private @Nullable Claim claim(String place, JsonNode json) {
        Span span = span(place, json);
        List<Double> values = new ArrayList<>();
        JsonNode value = json.path("value");
        if (value.isArray()) {
            value.forEach(one -> values.add(number(place, one)));
        } else {
            values.add(number(place, value));
        }
        return span == null ? null : new Claim(span, values, word(json, "unit"));
    }

    private double number(String place, JsonNode value) {
        if (value.isNumber()) {
            return value.doubleValue();
        }
        if (!value.isNull()) {
            problems.add(place + ".value: a plain number is needed, or two for a range");
        }
        return Double.NaN;
    }

    private @Nullable Span span(String place, JsonNode json) {
        JsonNode start = json.path("start");
        JsonNode end = json.path("end");
        if (!start.isInt() || !end.isInt()) {
            problems.add(place + ": start and end are needed, as whole numbers");
            return null;
        }
        int from = start.intValue();
        int to = end.intValue();
        if (from < 0 || to <= from || to > text.length()) {
            problems.add(place + ": " + from + " to " + to + " is no piece of the text, which has " + text.length()
                    + " characters (UTF-16 units)");
            return null;
        }
        String words = text.substring(from, to);
        JsonNode said = json.path("text");
        if (said.isString() && !said.asString().equals(words)) {
            problems.add(place + ": from " + from + " to " + to + " the text has \"" + shown(words) + "\", not \""
                    + shown(said.asString()) + "\"" + whereElse(said.asString(), from));
            return null;
        }
        return new Span(from, to);
    }

    /** The place nearest to the one that was given, as a hint. */
    private String whereElse(String words, int from) {
        int before = text.lastIndexOf(words, from);
        int after = text.indexOf(words, from);
        int nearest = before < 0 || (after >= 0 && after - from < from - before) ? after : before;
        return nearest < 0 ? "" : ", which starts at " + nearest;
    }

    private @Nullable String needed(String place, JsonNode json, String field) {
        String word = word(json, field);
        if (word == null) {
            problems.add(place + "." + field + " is missing");
        }
        return word;
    }

    /** A word; null when it is missing, null, or empty. */
    private static @Nullable String word(JsonNode json, String field) {
        JsonNode value = json.path(field);
        return value.isString() && !value.asString().isEmpty() ? value.asString() : null;
    }

    private static boolean isAbsent(JsonNode json) {
        return json.isMissingNode() || json.isNull();
    }

    private static String shown(String words) {
        return words.length() <= SHOWN ? words : words.substring(0, SHOWN) + "…";
    }
}
