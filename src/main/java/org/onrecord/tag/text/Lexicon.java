package org.onrecord.tag.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A word list that ships with the program, divided into sections.
 *
 * <p>The form: {@code [section]} opens a section; every other line holds entries divided by {@code ;}, an entry may have
 * values after {@code =}; {@code #} starts a comment. Words keep their capitals.
 */
public final class Lexicon {
    /** Where the tagger\'s own files lie in the program. */
    public static final String FOLDER = "/org/onrecord/tag/";

    private final String name;
    private final Map<String, Map<String, String>> sections;

    private Lexicon(String name, Map<String, Map<String, String>> sections) {
        this.name = name;
        this.sections = sections;
    }

    /** Reads the list with this name beside the classes. */
    public static Lexicon named(String name) {
        String file = FOLDER + name + ".txt";
        try (InputStream stream = Lexicon.class.getResourceAsStream(file)) {
            if (stream == null) {
                throw new IllegalStateException("the word list " + file + " is missing from the program's jar");
            }
            return read(
                    name,
                    new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))
                            .lines()
                            .toList());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the word list " + file, e);
        }
    }

    static Lexicon read(String name, List<String> lines) {
        Map<String, Map<String, String>> sections = new LinkedHashMap<>();
        Map<String, String> section = sections.computeIfAbsent("", key -> new LinkedHashMap<>());
        for (String line : lines) {
            int comment = line.indexOf('#');
            String plain = (comment >= 0 ? line.substring(0, comment) : line).strip();
            if (plain.startsWith("[") && plain.endsWith("]")) {
                section =
                        sections.computeIfAbsent(plain.substring(1, plain.length() - 1), key -> new LinkedHashMap<>());
                continue;
            }
            for (String entry : plain.split(";")) {
                int equals = entry.indexOf('=');
                String key = (equals >= 0 ? entry.substring(0, equals) : entry).strip();
                if (!key.isEmpty()) {
                    section.put(key, equals >= 0 ? entry.substring(equals + 1).strip() : "");
                }
            }
        }
        return new Lexicon(name, sections);
    }

    /** The entries of a section; throws when the list has no such section. */
    public Set<String> section(String section) {
        return new LinkedHashSet<>(values(section).keySet());
    }

    /** The entries of a section with their values; throws when the list has no such section. */
    public Map<String, String> values(String section) {
        Map<String, String> entries = sections.get(section);
        if (entries == null) {
            throw new IllegalStateException("the word list " + name + " has no section [" + section + "]");
        }
        return entries;
    }

    /** The names of all sections. */
    List<String> sections() {
        return new ArrayList<>(sections.keySet());
    }
}
