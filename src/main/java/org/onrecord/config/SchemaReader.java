package org.onrecord.config;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a JSON Schema file into a {@link Schema}. A keyword that is not understood here is refused, so that the program
 * never checks less than the editors that use the same file.
 */
final class SchemaReader {
    private static final Set<String> KEYWORDS = Set.of(
            "$schema",
            "$id",
            "$comment",
            "$defs",
            "$ref",
            "title",
            "description",
            "examples",
            "default",
            "type",
            "enum",
            "const",
            "pattern",
            "minimum",
            "maximum",
            "properties",
            "required",
            "additionalProperties",
            "items",
            "minItems",
            "uniqueItems",
            "anyOf");

    /** What may stand beside a reference, because it says nothing about what is allowed. */
    private static final Set<String> NOTES = Set.of("$ref", "$comment", "description", "examples", "default");

    private final String name;
    private final Map<String, YamlNode.Mapping> definitions = new LinkedHashMap<>();
    private final Map<String, Schema> readDefinitions = new LinkedHashMap<>();

    private SchemaReader(String name) {
        this.name = name;
    }

    /** Reads {@code schema/<name>} of the configuration that ships with the program. */
    static Schema read(String name) {
        try (InputStream in = SchemaReader.class.getResourceAsStream("defaults/schema/" + name)) {
            if (in == null) {
                throw new IllegalArgumentException("no schema ships under the name " + name);
            }
            return parse(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the schema " + name, e);
        }
    }

    /** Every JSON text is a YAML text, so one parser serves for both and the JSON library need not be loaded. */
    static Schema parse(String name, String json) {
        Problems problems = new Problems();
        YamlNode root = YamlReader.read(Path.of(name), json, problems);
        if (!problems.isEmpty() || !(root instanceof YamlNode.Mapping mapping)) {
            throw new IllegalArgumentException("not a schema: " + name + " " + problems.list());
        }
        SchemaReader reader = new SchemaReader(name);
        if (mapping.value("$defs") instanceof YamlNode.Mapping definitions) {
            definitions.entries().forEach((key, entry) -> reader.definitions.put(key, reader.group(entry.value())));
        }
        return reader.schema(mapping);
    }

    private Schema schema(YamlNode node) {
        YamlNode.Mapping json = group(node);
        json.entries().values().forEach(entry -> {
            if (!KEYWORDS.contains(entry.key().text())) {
                throw broken(entry.key(), "the keyword " + entry.key().shown() + " is not understood");
            }
        });
        String reference = text(json, "$ref");
        if (reference != null) {
            if (!NOTES.containsAll(json.entries().keySet())) {
                throw broken(json, "only notes may stand beside a reference");
            }
            return definition(reference, json);
        }
        Map<String, Schema> keys = keys(json);
        YamlNode others = json.value("additionalProperties");
        if (keys != null && others == null) {
            throw broken(json, "properties without additionalProperties; unknown keys are errors everywhere");
        }
        boolean closed = others instanceof YamlNode.Scalar;
        String pattern = text(json, "pattern");
        String leastItems = text(json, "minItems");
        YamlNode items = json.value("items");
        return new Schema(
                text(json, "title"),
                types(json),
                words(json),
                pattern == null ? null : Pattern.compile(pattern),
                new Schema.Range(number(json, "minimum"), number(json, "maximum")),
                keys,
                new LinkedHashSet<>(texts(json, "required")),
                others == null || closed ? null : schema(others),
                items == null ? null : schema(items),
                leastItems == null ? 0 : Integer.parseInt(leastItems),
                "true".equals(text(json, "uniqueItems")),
                items(json, "anyOf").stream().map(this::schema).toList());
    }

    private Schema definition(String reference, YamlNode.Mapping place) {
        String definition = reference.replaceFirst("^#/\\$defs/", "");
        Schema known = readDefinitions.get(definition);
        if (known != null) {
            return known;
        }
        YamlNode.Mapping json = definitions.get(definition);
        if (json == null) {
            throw broken(place, "nothing is defined as " + reference);
        }
        Schema read = schema(json);
        readDefinitions.put(definition, read);
        return read;
    }

    private @Nullable Map<String, Schema> keys(YamlNode.Mapping json) {
        if (!(json.value("properties") instanceof YamlNode.Mapping properties)) {
            return null;
        }
        Map<String, Schema> keys = new LinkedHashMap<>();
        properties.entries().forEach((key, entry) -> keys.put(key, schema(entry.value())));
        return Collections.unmodifiableMap(keys);
    }

    private Set<Schema.Type> types(YamlNode.Mapping json) {
        Set<Schema.Type> types = EnumSet.noneOf(Schema.Type.class);
        for (String type : texts(json, "type")) {
            types.add(Schema.Type.valueOf(type.toUpperCase(Locale.ROOT)));
        }
        return types;
    }

    private List<String> words(YamlNode.Mapping json) {
        return json.value("const") == null ? texts(json, "enum") : texts(json, "const");
    }

    private @Nullable BigDecimal number(YamlNode.Mapping json, String key) {
        String text = text(json, key);
        return text == null ? null : new BigDecimal(text);
    }

    /** The texts of a list, or the one text that stands in its place. */
    private List<String> texts(YamlNode.Mapping json, String key) {
        String single = text(json, key);
        return single != null
                ? List.of(single)
                : items(json, key).stream().map(this::scalar).toList();
    }

    private static List<YamlNode> items(YamlNode.Mapping json, String key) {
        return json.value(key) instanceof YamlNode.Sequence list ? list.items() : List.of();
    }

    private static @Nullable String text(YamlNode.Mapping json, String key) {
        return json.value(key) instanceof YamlNode.Scalar scalar ? scalar.text() : null;
    }

    private String scalar(YamlNode node) {
        if (node instanceof YamlNode.Scalar scalar) {
            return scalar.text();
        }
        throw broken(node, "found " + node.shown() + " in place of a text");
    }

    private YamlNode.Mapping group(YamlNode node) {
        if (node instanceof YamlNode.Mapping mapping) {
            return mapping;
        }
        throw broken(node, "found " + node.shown() + " in place of a schema");
    }

    private IllegalArgumentException broken(YamlNode node, String message) {
        return new IllegalArgumentException(
                "the schema " + name + " is broken in line " + node.line() + ": " + message);
    }
}
