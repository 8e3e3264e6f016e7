package org.onrecord.config;

import static java.util.stream.Collectors.joining;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What may stand at one place of a file: the part of JSON Schema (draft 2020-12) that our files use.
 *
 * @param title what is allowed, in words that can follow "allowed is"; null to have it derived from the rest
 * @param types the kinds of value; empty when any will do
 * @param words the only texts that are allowed ({@code enum} and {@code const}); empty when others are, too
 * @param pattern what a text must contain a match of
 * @param range the least and the largest number
 * @param keys the keys of a group, in the order of the schema; null when the node need not be a group
 * @param required the keys that must be there
 * @param otherKeys what any further key may hold; null when further keys are forbidden
 * @param items what the items of a list may be; null when anything
 * @param leastItems how many items a list has at least
 * @param distinct whether equal items are forbidden in a list
 * @param anyOf forms to choose from, told apart by their type or by a key with fixed words; empty when there is one
 */
record Schema(
        @Nullable String title,
        Set<Type> types,
        List<String> words,
        @Nullable Pattern pattern,
        Range range,
        @Nullable Map<String, Schema> keys,
        Set<String> required,
        @Nullable Schema otherKeys,
        @Nullable Schema items,
        int leastItems,
        boolean distinct,
        List<Schema> anyOf) {
    /** A kind of value, by its name in JSON Schema. */
    enum Type {
        STRING("text"),
        INTEGER("a whole number"),
        NUMBER("a number"),
        BOOLEAN("true or false"),
        ARRAY("a list"),
        OBJECT("a group of keys"),
        NULL("nothing");

        private final String shown;

        Type(String shown) {
            this.shown = shown;
        }

        static Type of(YamlNode node) {
            return switch (node) {
                case YamlNode.Sequence sequence -> ARRAY;
                case YamlNode.Mapping mapping -> OBJECT;
                case YamlNode.Scalar scalar ->
                    switch (scalar.kind()) {
                        case TEXT -> STRING;
                        case INTEGER -> INTEGER;
                        case NUMBER -> NUMBER;
                        case BOOLEAN -> BOOLEAN;
                        case NOTHING -> NULL;
                    };
            };
        }
    }

    /** The least and the largest number that is allowed; null for no bound. */
    record Range(@Nullable BigDecimal least, @Nullable BigDecimal largest) {
        boolean contains(BigDecimal number) {
            return (least == null || number.compareTo(least) >= 0)
                    && (largest == null || number.compareTo(largest) <= 0);
        }

        private String shown() {
            if (least == null) {
                return largest == null ? "" : " up to " + largest;
            }
            return largest == null ? " from " + least : " from " + least + " to " + largest;
        }
    }

    /** Whether a value of this type can stand here at all. */
    boolean takes(Type type) {
        return types.isEmpty() || types.contains(type) || (type == Type.INTEGER && types.contains(Type.NUMBER));
    }

    /** The key whose fixed words tell the group forms of {@link #anyOf()} apart. */
    Optional<String> tellingKey() {
        List<Map<String, Schema>> forms =
                anyOf.stream().map(Schema::keys).filter(Objects::nonNull).toList();
        return forms.stream()
                .limit(1)
                .flatMap(first -> first.keySet().stream())
                .filter(key -> forms.stream()
                        .allMatch(form -> Optional.ofNullable(form.get(key))
                                .filter(schema -> !schema.words().isEmpty())
                                .isPresent()))
                .findFirst();
    }

    /** What may stand here, in words: "allowed is a list", "allowed are feed, listing". */
    String allowed() {
        return (wordsOfAll().size() > 1 ? "allowed are " : "allowed is ") + allowedForms();
    }

    private String allowedForms() {
        if (title != null) {
            return title;
        }
        if (!anyOf.isEmpty()) {
            return anyOf.stream().map(Schema::allowedForms).distinct().collect(joining(" or "));
        }
        if (!words.isEmpty()) {
            return String.join(", ", words);
        }
        if (keys != null && otherKeys == null) {
            return "a group of the keys " + String.join(", ", keys.keySet());
        }
        return types.stream().map(type -> type.shown).collect(joining(" or ")) + range.shown();
    }

    private List<String> wordsOfAll() {
        if (title != null) {
            return List.of();
        }
        List<String> all = new ArrayList<>(words);
        anyOf.forEach(form -> all.addAll(form.words()));
        return all;
    }
}
