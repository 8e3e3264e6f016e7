package org.onrecord.config;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;

/**
 * Turns the text of one YAML file into nodes that know their places. Knows nothing of what the file should hold.
 *
 * <p>It works on the parser's events and not on a generic tree, because that keeps every place and takes half the time
 * of a cold start. Anchors, several documents in a file and keys that are no plain text are answered with a problem:
 * nothing in our files needs them.
 */
final class YamlReader {
    private static final int LARGEST = 16 * 1024 * 1024;
    private static final int DEEPEST = 64;

    private final Path file;
    private final Problems problems;
    private final Iterator<Event> events;

    private YamlReader(Path file, String text, Problems problems) {
        this.file = file;
        this.problems = problems;
        LoadSettings settings =
                LoadSettings.builder().setCodePointLimit(LARGEST).build();
        this.events = new Parse(settings).parseString(text).iterator();
    }

    /** The root of the file; null when the file holds nothing, or is no YAML and that has been added to the problems. */
    static @Nullable YamlNode read(Path file, String text, Problems problems) {
        try {
            return new YamlReader(file, text, problems).document();
        } catch (MarkedYamlEngineException e) {
            Mark mark = e.getProblemMark().or(e::getContextMark).orElse(null);
            problems.add(new Problem(
                    file, line(mark), column(mark), "", "not valid YAML: " + e.getProblem() + advice(e.getProblem())));
        } catch (ReaderException e) {
            Place place = Place.at(text, text.offsetByCodePoints(0, e.getPosition()));
            String found = String.format("U+%04X", e.getCodePoint());
            problems.add(new Problem(
                    file, place.line(), place.column(), "", "the character " + found + " is not allowed in YAML"));
        } catch (TooDeep e) {
            problems.add(new Problem(file, e.line, e.column, "", "nested more than " + DEEPEST + " levels deep"));
        }
        return null;
    }

    private @Nullable YamlNode document() {
        YamlNode root = null;
        while (events.hasNext()) {
            Event event = events.next();
            switch (event.getEventId()) {
                case StreamStart, StreamEnd, DocumentEnd, Comment -> {}
                case DocumentStart -> {
                    if (root != null) {
                        problems.add(at(event, "", "a second document starts here; one file holds one"));
                        return root;
                    }
                }
                case Alias, Scalar, SequenceStart, SequenceEnd, MappingStart, MappingEnd -> root = node(event, "", 0);
            }
        }
        return root instanceof YamlNode.Scalar scalar && scalar.kind() == YamlNode.Kind.NOTHING ? null : root;
    }

    private YamlNode node(Event event, String path, int depth) {
        int line = line(event.getStartMark().orElse(null));
        int column = column(event.getStartMark().orElse(null));
        if (depth > DEEPEST) {
            throw new TooDeep(line, column);
        }
        return switch (event.getEventId()) {
            case Scalar -> scalar((ScalarEvent) event, line, column);
            case SequenceStart -> sequence(path, depth, line, column);
            case MappingStart -> mapping(path, depth, line, column);
            case Alias -> {
                String name = ((AliasEvent) event).getAlias().getValue();
                problems.add(new Problem(
                        file, line, column, path, "found *" + name + "; write the value out, references are not read"));
                yield new YamlNode.Scalar("", YamlNode.Kind.NOTHING, line, column);
            }
            case StreamStart, StreamEnd, DocumentStart, DocumentEnd, SequenceEnd, MappingEnd, Comment ->
                throw new IllegalStateException("no value starts with " + event);
        };
    }

    private static YamlNode.Scalar scalar(ScalarEvent event, int line, int column) {
        boolean plain = event.getScalarStyle() == ScalarStyle.PLAIN;
        String text = event.getValue();
        return new YamlNode.Scalar(text, plain ? YamlNode.Kind.ofPlain(text) : YamlNode.Kind.TEXT, line, column);
    }

    private YamlNode sequence(String path, int depth, int line, int column) {
        List<YamlNode> items = new ArrayList<>();
        Event event = events.next();
        while (event.getEventId() != Event.ID.SequenceEnd) {
            items.add(node(event, path + "[" + items.size() + "]", depth + 1));
            event = events.next();
        }
        return new YamlNode.Sequence(items, line, column);
    }

    private YamlNode mapping(String path, int depth, int line, int column) {
        Map<String, YamlNode.Entry> entries = new LinkedHashMap<>();
        Event event = events.next();
        while (event.getEventId() != Event.ID.MappingEnd) {
            YamlNode key = node(event, path, depth + 1);
            String name = key instanceof YamlNode.Scalar scalar ? scalar.text() : "";
            String valuePath = path.isEmpty() ? name : path + "." + name;
            YamlNode value = node(events.next(), valuePath, depth + 1);
            event = events.next();
            if (!(key instanceof YamlNode.Scalar scalar)) {
                problems.add(new Problem(
                        file, key.line(), key.column(), path, "found " + key.shown() + " where a key should stand"));
                continue;
            }
            YamlNode.Entry earlier = entries.putIfAbsent(name, new YamlNode.Entry(scalar, value));
            if (earlier != null) {
                problems.add(new Problem(
                        file,
                        key.line(),
                        key.column(),
                        valuePath,
                        "the key \"" + name + "\" stands here a second time; the first is in line "
                                + earlier.key().line()));
            }
        }
        return new YamlNode.Mapping(entries, line, column);
    }

    private Problem at(Event event, String path, String message) {
        Mark mark = event.getStartMark().orElse(null);
        return new Problem(file, line(mark), column(mark), path, message);
    }

    private static int line(@Nullable Mark mark) {
        return mark == null ? 0 : mark.getLine() + 1;
    }

    private static int column(@Nullable Mark mark) {
        return mark == null ? 0 : mark.getColumn() + 1;
    }

    private static String advice(String problem) {
        return Optional.of(problem)
                .filter(text -> text.contains("mapping values are not allowed"))
                .map(
                        text ->
                                " (put a text that holds \": \" in quotes, and check that the line is indented as the ones above)")
                .orElse("");
    }

    private static final class TooDeep extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final int line;
        private final int column;

        private TooDeep(int line, int column) {
            this.line = line;
            this.column = column;
        }
    }
}
