package org.onrecord.config;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A piece of a YAML file and where it starts; lines and columns count from 1. */
sealed interface YamlNode {
    int line();

    int column();

    /**
     * A single value.
     *
     * @param text the value without its quotes
     * @param kind what YAML takes it for
     */
    record Scalar(String text, Kind kind, int line, int column) implements YamlNode {}

    /** A list. */
    record Sequence(List<YamlNode> items, int line, int column) implements YamlNode {
        public Sequence {
            items = List.copyOf(items);
        }
    }

    /** Keys with their values, in the order of the file. */
    record Mapping(Map<String, Entry> entries, int line, int column) implements YamlNode {
        public Mapping {
            entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
        }

        @Nullable
        YamlNode value(String key) {
            Entry entry = entries.get(key);
            return entry == null ? null : entry.value();
        }
    }

    /** A key with its place, and its value. */
    record Entry(Scalar key, YamlNode value) {}

    /** What a single value is, by the core schema of YAML 1.2. Everything in quotes is text. */
    enum Kind {
        TEXT,
        INTEGER,
        NUMBER,
        BOOLEAN,
        /** Nothing written, {@code ~} or {@code null}. */
        NOTHING;

        static Kind ofPlain(String text) {
            if (text.isEmpty()) {
                return NOTHING;
            }
            char first = text.charAt(0);
            if ("+-.0123456789".indexOf(first) >= 0) {
                return ofNumber(text);
            }
            return switch (text) {
                case "null", "Null", "NULL", "~" -> NOTHING;
                case "true", "True", "TRUE", "false", "False", "FALSE" -> BOOLEAN;
                default -> TEXT;
            };
        }

        private static Kind ofNumber(String text) {
            if (text.matches("[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+")) {
                return INTEGER;
            }
            return text.matches(
                            "[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?|[-+]?\\.(inf|Inf|INF)|\\.(nan|NaN|NAN)")
                    ? NUMBER
                    : TEXT;
        }
    }

    /** How a message shows what was found here; a user name and password in an address are left out. */
    default String shown() {
        return switch (this) {
            case Scalar scalar ->
                switch (scalar.kind()) {
                    case TEXT -> '"' + shortened(scalar.text()) + '"';
                    case INTEGER, NUMBER, BOOLEAN -> scalar.text();
                    case NOTHING -> "nothing";
                };
            case Sequence sequence -> sequence.items().isEmpty() ? "an empty list" : "a list";
            case Mapping mapping -> mapping.entries().isEmpty() ? "an empty group of keys" : "a group of keys";
        };
    }

    private static String shortened(String text) {
        String oneLine = text.replaceAll("\\p{Cntrl}", " ").replaceAll("(?<=://)[^\\s/]*@", "***@");
        return oneLine.length() <= 80 ? oneLine : oneLine.substring(0, 79) + "…";
    }
}
