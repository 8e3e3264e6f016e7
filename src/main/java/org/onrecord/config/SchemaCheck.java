package org.onrecord.config;

import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Compares the nodes of one file with a {@link Schema}, adds every difference to the problems, and remembers which
 * nodes had any, so that nobody reads those or complains about them again.
 */
final class SchemaCheck {
    private final Path file;
    private final Problems problems;
    private final Set<YamlNode> unsound = Collections.newSetFromMap(new IdentityHashMap<>());

    SchemaCheck(Path file, Problems problems) {
        this.file = file;
        this.problems = problems;
    }

    /** Nodes that have a problem themselves or somewhere inside; compared by identity. Grows with each check. */
    Set<YamlNode> unsound() {
        return unsound;
    }

    /** Whether the node and all inside it is as the schema says. */
    boolean check(YamlNode node, Schema schema, String path) {
        boolean sound = schema.anyOf().isEmpty() ? checkForm(node, schema, path) : checkForms(node, schema, path);
        if (!sound) {
            unsound.add(node);
        }
        return sound;
    }

    /** Picks the form that the writer had in mind, so that the problems speak of that one only. */
    private boolean checkForms(YamlNode node, Schema schema, String path) {
        List<Schema> fitting = schema.anyOf().stream()
                .filter(form -> form.takes(Schema.Type.of(node)))
                .toList();
        if (fitting.isEmpty()) {
            return report(node, path, found(node, schema));
        }
        Optional<String> tellingKey = schema.tellingKey();
        if (fitting.size() == 1 || tellingKey.isEmpty() || !(node instanceof YamlNode.Mapping group)) {
            return check(node, fitting.getFirst(), path);
        }
        String key = tellingKey.get();
        List<String> words = fitting.stream()
                .flatMap(form -> keyOf(form, key).words().stream())
                .distinct()
                .toList();
        YamlNode value = group.value(key);
        if (value == null) {
            return report(node, path, "the key \"" + key + "\" is missing; allowed are " + String.join(", ", words));
        }
        return fitting.stream()
                .filter(form -> value instanceof YamlNode.Scalar scalar
                        && keyOf(form, key).words().contains(scalar.text()))
                .findFirst()
                .map(form -> check(node, form, path))
                .orElseGet(() -> {
                    unsound.add(value);
                    return report(value, inside(path, key), found(value, "allowed are " + String.join(", ", words)));
                });
    }

    private boolean checkForm(YamlNode node, Schema schema, String path) {
        if (!schema.takes(Schema.Type.of(node))) {
            return report(node, path, found(node, schema));
        }
        return switch (node) {
            case YamlNode.Scalar scalar -> checkScalar(scalar, schema, path);
            case YamlNode.Sequence list -> checkItems(list, schema, path);
            case YamlNode.Mapping group -> checkKeys(group, schema, path);
        };
    }

    private boolean checkScalar(YamlNode.Scalar scalar, Schema schema, String path) {
        boolean allowed = switch (scalar.kind()) {
            case TEXT ->
                (schema.words().isEmpty() || schema.words().contains(scalar.text()))
                        && (schema.pattern() == null
                                || schema.pattern().matcher(scalar.text()).find());
            case INTEGER, NUMBER ->
                Numbers.parse(scalar.text()).filter(schema.range()::contains).isPresent();
            case BOOLEAN, NOTHING -> true;
        };
        return allowed || report(scalar, path, found(scalar, schema));
    }

    private boolean checkItems(YamlNode.Sequence list, Schema schema, String path) {
        boolean sound = true;
        if (list.items().size() < schema.leastItems()) {
            sound = report(list, path, found(list, schema) + " with at least " + schema.leastItems() + " of them");
        }
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < list.items().size(); i++) {
            YamlNode item = list.items().get(i);
            String itemPath = path + "[" + i + "]";
            if (schema.items() != null) {
                sound &= check(item, schema.items(), itemPath);
            }
            if (schema.distinct() && item instanceof YamlNode.Scalar scalar && !seen.add(scalar.text())) {
                sound = report(item, itemPath, scalar.shown() + " stands in this list a second time");
            }
        }
        return sound;
    }

    private boolean checkKeys(YamlNode.Mapping group, Schema schema, String path) {
        boolean sound = true;
        Map<String, Schema> keys = schema.keys() == null ? Map.of() : schema.keys();
        for (String key : schema.required()) {
            if (!group.entries().containsKey(key)) {
                sound = report(
                        group,
                        path,
                        "the key \"" + key + "\" is missing; required are " + String.join(", ", schema.required()));
            }
        }
        for (YamlNode.Entry entry : group.entries().values()) {
            String key = entry.key().text();
            Schema value = keys.getOrDefault(key, schema.otherKeys());
            if (value != null) {
                sound &= check(entry.value(), value, inside(path, key));
            } else if (schema.keys() != null) {
                sound = report(entry.key(), path, unknown(key, keys.keySet()));
            }
        }
        return sound;
    }

    private static String unknown(String key, Set<String> allowed) {
        return "unknown key \"" + key + "\""
                + Spelling.nearest(key, allowed)
                        .map(word -> "; did you mean \"" + word + "\"?")
                        .orElse(";")
                + " allowed are " + String.join(", ", allowed);
    }

    private static String found(YamlNode node, Schema schema) {
        boolean wouldBeText = node instanceof YamlNode.Scalar scalar
                && scalar.kind() != YamlNode.Kind.NOTHING
                && scalar.kind() != YamlNode.Kind.TEXT
                && schema.takes(Schema.Type.STRING)
                && !schema.takes(Schema.Type.of(node));
        return found(node, schema.allowed() + (wouldBeText ? "; put it in quotes to have it read as text" : ""));
    }

    private static String found(YamlNode node, String allowed) {
        return "found " + node.shown() + "; " + allowed;
    }

    private static Schema keyOf(Schema form, String key) {
        return Optional.ofNullable(form.keys()).map(keys -> keys.get(key)).orElseThrow();
    }

    private static String inside(String path, String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    private boolean report(YamlNode node, String path, String message) {
        problems.add(new Problem(file, node.line(), node.column(), path, message));
        return false;
    }
}
