package org.onrecord.config;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A group of keys in a configuration file, read value by value.
 *
 * <p>What the schema found wrong has been reported already: such values count as missing here, and such groups are left
 * out of lists. What a reader finds wrong beyond that is reported at the place of the value, by the methods here or with
 * {@link #problem}. Methods with a fallback never throw; the others throw {@link ConfigException}, which {@link #each}
 * turns into a problem of that one group.
 */
public final class Section {
    private final Reading reading;
    private final YamlNode.@Nullable Mapping node;
    private final String path;

    /** The file that is being read. */
    record Reading(Path file, Problems problems, Set<YamlNode> unsound) {
        Problem problem(@Nullable YamlNode node, String path, String message) {
            return new Problem(file, node == null ? 0 : node.line(), node == null ? 0 : node.column(), path, message);
        }
    }

    Section(Reading reading, YamlNode.@Nullable Mapping node, String path) {
        this.reading = reading;
        this.node = node;
        this.path = path;
    }

    /** Whether the group stands in the file. */
    public boolean isPresent() {
        return node != null;
    }

    /** Whether the key has a value that can be read. */
    public boolean has(String key) {
        return usable(key) != null;
    }

    /** All keys in the order of the file. */
    public Set<String> keys() {
        return node == null ? Set.of() : node.entries().keySet();
    }

    /** The group under a key; one without any keys if there is none. */
    public Section section(String key) {
        return new Section(reading, usable(key) instanceof YamlNode.Mapping group ? group : null, inside(key));
    }

    /** The groups of the list under a key, except those with problems. */
    public List<Section> sections(String key) {
        return sectionsIn(usableEvenInPart(key), inside(key));
    }

    /** What a function makes of each group of a list; groups that it throws for become problems. */
    public <T> List<T> each(String key, Function<Section, T> function) {
        List<T> made = new ArrayList<>();
        for (Section section : sections(key)) {
            try {
                made.add(function.apply(section));
            } catch (ConfigException e) {
                e.problems().forEach(reading.problems()::add);
            } catch (IllegalArgumentException | DateTimeException e) {
                section.problem(reason(e));
            }
        }
        return made;
    }

    /** The text under one key in every group of a list, also of groups with problems: what a reference may name. */
    public List<String> textOfEach(String listKey, String key) {
        List<String> texts = new ArrayList<>();
        if (node != null && node.value(listKey) instanceof YamlNode.Sequence list) {
            for (YamlNode item : list.items()) {
                if (item instanceof YamlNode.Mapping group && group.value(key) instanceof YamlNode.Scalar scalar) {
                    texts.add(scalar.text());
                }
            }
        }
        return texts;
    }

    public String text(String key) {
        return required(key).text();
    }

    public String text(String key, String fallback) {
        return usable(key) instanceof YamlNode.Scalar scalar ? scalar.text() : fallback;
    }

    public @Nullable String textOrNull(String key) {
        return usable(key) instanceof YamlNode.Scalar scalar ? scalar.text() : null;
    }

    /** The texts of a list; none if the key is missing. */
    public List<String> texts(String key) {
        return values(key, text -> text);
    }

    /** What a function makes of each text of a list; texts for which it throws become problems. */
    public <T> List<T> values(String key, Function<String, T> function) {
        List<T> values = new ArrayList<>();
        if (usableEvenInPart(key) instanceof YamlNode.Sequence list) {
            for (int i = 0; i < list.items().size(); i++) {
                if (list.items().get(i) instanceof YamlNode.Scalar scalar
                        && !reading.unsound().contains(scalar)) {
                    try {
                        values.add(converted(scalar, inside(key) + "[" + i + "]", function));
                    } catch (ConfigException e) {
                        e.problems().forEach(reading.problems()::add);
                    }
                }
            }
        }
        return values;
    }

    public boolean flag(String key, boolean fallback) {
        return convert(key, Section::flagOf, fallback);
    }

    public int integer(String key, int least, int largest, int fallback) {
        return convert(key, text -> Math.toIntExact(wholeNumber(text, least, largest)), fallback);
    }

    public double decimal(String key, double least, double largest, double fallback) {
        return convert(key, text -> decimalOf(text, least, largest), fallback);
    }

    /** A size in bytes, written as {@code 2 MiB}, {@code 500 kB} or a plain number. */
    public long bytes(String key, long least, long largest, long fallback) {
        return convert(key, text -> SizeText.parse(text, least, largest), fallback);
    }

    /** A length of time, written as {@code 45s}, {@code 30m}, {@code 2h}, {@code 1d} or {@code PT30M}. */
    public Duration duration(String key) {
        return convert(key, DurationText::parse);
    }

    /** As {@link #duration(String)}. */
    public Duration duration(String key, Duration fallback) {
        return convert(key, DurationText::parse, fallback);
    }

    /** What a function makes of the text under a key; it may refuse by {@link IllegalArgumentException}. */
    public <T> T convert(String key, Function<String, T> function) {
        return converted(required(key), inside(key), function);
    }

    /** As {@link #convert(String, Function)}, with the fallback when the key is missing or its text is refused. */
    public <T> T convert(String key, Function<String, T> function, T fallback) {
        requireNonNull(function, "function");
        if (usable(key) instanceof YamlNode.Scalar scalar) {
            try {
                return converted(scalar, inside(key), function);
            } catch (ConfigException e) {
                e.problems().forEach(reading.problems()::add);
            }
        }
        return fallback;
    }

    /** Reports that something is wrong with the whole group. */
    public void problem(String message) {
        reading.problems().add(reading.problem(node, path, message));
    }

    /** Reports that something is wrong with the value under a key, or that it is missing. */
    public void problem(String key, String message) {
        YamlNode value = node == null ? null : node.value(key);
        reading.problems().add(reading.problem(value == null ? node : value, inside(key), message));
    }

    /** Where the group stands, for messages that point at it: {@code line 12}. */
    public String place() {
        return node == null ? reading.file().toString() : "line " + node.line();
    }

    private List<Section> sectionsIn(@Nullable YamlNode list, String listPath) {
        List<Section> sections = new ArrayList<>();
        if (list instanceof YamlNode.Sequence sequence) {
            for (int i = 0; i < sequence.items().size(); i++) {
                if (sequence.items().get(i) instanceof YamlNode.Mapping group
                        && !reading.unsound().contains(group)) {
                    sections.add(new Section(reading, group, listPath + "[" + i + "]"));
                }
            }
        }
        return sections;
    }

    private <T> T converted(YamlNode.Scalar scalar, String at, Function<String, T> function) {
        try {
            return function.apply(scalar.text());
        } catch (IllegalArgumentException | DateTimeException e) {
            String message = "found " + scalar.shown() + "; " + reason(e);
            throw new ConfigException(List.of(reading.problem(scalar, at, message)));
        }
    }

    private YamlNode.Scalar required(String key) {
        if (usable(key) instanceof YamlNode.Scalar scalar) {
            return scalar;
        }
        String message = "the key \"" + key + "\" is missing";
        throw new ConfigException(List.of(reading.problem(node, path, message)));
    }

    /** The value under a key unless it is missing, empty, or has a problem that was reported before. */
    private @Nullable YamlNode usable(String key) {
        YamlNode value = usableEvenInPart(key);
        boolean part = value instanceof YamlNode.Scalar && reading.unsound().contains(value);
        return part ? null : value;
    }

    private @Nullable YamlNode usableEvenInPart(String key) {
        YamlNode value = node == null ? null : node.value(key);
        boolean nothing = value instanceof YamlNode.Scalar scalar && scalar.kind() == YamlNode.Kind.NOTHING;
        return nothing ? null : value;
    }

    private String inside(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    private static boolean flagOf(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("allowed is true or false");
        };
    }

    private static long wholeNumber(String text, long least, long largest) {
        return Numbers.parse(text)
                .filter(number -> number.stripTrailingZeros().scale() <= 0)
                .filter(number -> number.doubleValue() >= least && number.doubleValue() <= largest)
                .orElseThrow(() ->
                        new IllegalArgumentException("allowed is a whole number from " + least + " to " + largest))
                .longValueExact();
    }

    private static double decimalOf(String text, double least, double largest) {
        return Numbers.parse(text)
                .map(Number::doubleValue)
                .filter(number -> number >= least && number <= largest)
                .orElseThrow(
                        () -> new IllegalArgumentException("allowed is a number from " + least + " to " + largest));
    }

    private static String reason(RuntimeException e) {
        String message = e.getMessage();
        return message == null ? "it cannot be read" : message;
    }
}
