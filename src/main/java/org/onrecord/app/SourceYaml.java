package org.onrecord.app;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.onrecord.json.Json;

/** Entries for {@code sources.yaml}, ready to be pasted. */
final class SourceYaml {
    private static final int LONGEST_ID = 60;

    private SourceYaml() {}

    /** An entry of a kind that has an address; more keys stand before {@code every}. */
    static String entry(String id, String name, String kind, URI uri, Map<String, String> more) {
        Map<String, String> keys = new LinkedHashMap<>();
        keys.put("id", id);
        keys.put("name", quoted(name.isBlank() ? id : name));
        keys.put("kind", kind);
        if (!kind.equals("federal-register")) {
            keys.put("url", quoted(address(uri)));
        }
        keys.putAll(more);
        keys.put("every", "1h");
        keys.put("rights", isOfTheUnitedStates(uri) ? "text" : "headline");
        StringBuilder yaml = new StringBuilder();
        keys.forEach((key, value) -> yaml.append(yaml.isEmpty() ? "  - " : "    ")
                .append(key)
                .append(": ")
                .append(value)
                .append('\n'));
        return yaml.toString();
    }

    /** An address as {@code sources.yaml} takes it. */
    static String address(URI uri) {
        String text = uri.toString();
        int query = text.indexOf('?');
        return query < 0
                ? text
                : text.substring(0, query)
                        + text.substring(query).replace("[", "%5B").replace("]", "%5D");
    }

    /** A text in double quotes, as JSON and YAML both write it. */
    static String quoted(String text) {
        return Json.MAPPER.writeValueAsString(text);
    }

    /** An id out of a name, or of an address where the name gives none, that is none of those taken. */
    static String id(String name, URI uri, Set<String> taken) {
        String id = slug(name);
        if (id.length() < 3) {
            id = slug((uri.getHost() == null ? "source" : uri.getHost().replaceFirst("^www\\.", "")));
        }
        String free = id;
        for (int i = 2; taken.contains(free); i++) {
            free = id + "-" + i;
        }
        return free;
    }

    private static String slug(String text) {
        String words = text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        String cut = words.length() > LONGEST_ID ? words.substring(0, LONGEST_ID) : words;
        return cut.replaceAll("^-+|-+$", "");
    }

    /** Texts of the United States government are free. */
    private static boolean isOfTheUnitedStates(URI uri) {
        String host = uri.getHost();
        return host != null && (host.endsWith(".gov") || host.endsWith(".mil"));
    }
}
