package org.onrecord.registry;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.Actor;
import org.onrecord.article.Alias;

/** Writes actors in the form of {@code actors.yaml}; what is written reads back equal. */
final class ActorsYaml {
    /** Texts that YAML takes as they stand, wherever they stand; the rest goes into quotes. */
    private static final Pattern PLAIN = Pattern.compile("[\\p{L}](?:[\\p{L}\\p{N}.'’() -]*[\\p{L}\\p{N}.'’)])?");

    private static final Pattern RESERVED = Pattern.compile("(?i)null|true|false|yes|no|on|off");

    private ActorsYaml() {}

    static String write(List<Actor> actors) {
        StringBuilder yaml = new StringBuilder("actors:\n");
        for (Actor actor : actors) {
            yaml.append("  - id: ").append(actor.id()).append('\n');
            line(yaml, "name", quoted(actor.name()));
            line(yaml, "kind", actor.kind().label());
            line(yaml, "role", actor.role() == null ? null : quoted(actor.role()));
            line(yaml, "affiliation", actor.affiliation());
            line(yaml, "country", actor.country());
            line(yaml, "gender", actor.gender() == null ? null : label(actor.gender()));
            line(
                    yaml,
                    "descriptions",
                    list(actor.descriptions().stream().map(ActorsYaml::quoted).toList()));
            line(
                    yaml,
                    "aliases",
                    list(actor.aliases().stream().map(ActorsYaml::alias).toList()));
        }
        return yaml.toString();
    }

    private static void line(StringBuilder yaml, String key, @Nullable Object value) {
        if (value != null) {
            yaml.append("    ").append(key).append(": ").append(value).append('\n');
        }
    }

    private static @Nullable String list(List<String> items) {
        return items.isEmpty() ? null : items.stream().collect(joining(", ", "[", "]"));
    }

    private static String alias(Alias alias) {
        if (alias.use() == Alias.Use.ALWAYS) {
            return quoted(alias.text());
        }
        String context = list(alias.context().stream().map(ActorsYaml::quoted).toList());
        return "{text: " + quoted(alias.text()) + ", when: " + label(alias.use())
                + (context == null ? "" : ", context: " + context) + "}";
    }

    private static String label(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String quoted(String text) {
        boolean plain = PLAIN.matcher(text).matches() && !RESERVED.matcher(text).matches();
        return plain ? text : '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
