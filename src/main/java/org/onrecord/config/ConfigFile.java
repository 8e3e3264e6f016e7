package org.onrecord.config;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads one YAML file of the configuration and checks it against its JSON Schema.
 *
 * <p>Everything that is wrong goes to the {@link Problems} with its place; what is right can be read from the returned
 * {@link Section} all the same. Nothing is kept between two reads.
 */
public final class ConfigFile {
    private ConfigFile() {}

    /**
     * Reads a file that must exist.
     *
     * @param schema the name of a file in {@code config/schema/}
     */
    public static Section read(Path file, String schema, Problems problems) {
        if (!Files.exists(file)) {
            problems.add(file, "there is no such file; copy the one that ships with OnRecord");
            return empty(file, problems);
        }
        return readIfPresent(file, schema, problems);
    }

    /** Reads a file that may be missing, which is the same as an empty one. */
    public static Section readIfPresent(Path file, String schema, Problems problems) {
        String text = Files.exists(file) ? text(file, problems) : null;
        return text == null ? empty(file, problems) : parse(file, text, schema, problems);
    }

    /** The same for a text that stands in no file of its own; the path is only named in the problems. */
    public static Section parse(Path file, String text, String schema, Problems problems) {
        Problems ofYaml = new Problems();
        YamlNode root = YamlReader.read(file, text, ofYaml);
        ofYaml.list().forEach(problems::add);
        if (root == null) {
            if (!ofYaml.isEmpty()) {
                return empty(file, problems);
            }
            root = new YamlNode.Mapping(Map.of(), 1, 1);
        }
        SchemaCheck check = new SchemaCheck(file, problems);
        check.check(root, SchemaReader.read(schema), "");
        YamlNode.Mapping group = root instanceof YamlNode.Mapping mapping ? mapping : null;
        return new Section(new Section.Reading(file, problems, check.unsound()), group, "");
    }

    /**
     * Reads a YAML file of somebody else, for which we have no schema.
     *
     * @return the file as the only value of a group, under the key {@code file}
     */
    public static Section readForeign(Path file, Problems problems) {
        if (!Files.exists(file)) {
            problems.add(file, "there is no such file");
            return empty(file, problems);
        }
        String text = text(file, problems);
        YamlNode root = text == null ? null : YamlReader.read(file, text, problems);
        if (root == null) {
            return empty(file, problems);
        }
        YamlNode.Scalar key = new YamlNode.Scalar("file", YamlNode.Kind.TEXT, 1, 1);
        YamlNode.Mapping group = new YamlNode.Mapping(Map.of("file", new YamlNode.Entry(key, root)), 1, 1);
        return new Section(new Section.Reading(file, problems, Set.of()), group, "");
    }

    private static @Nullable String text(Path file, Problems problems) {
        try {
            byte[] bytes = Files.readAllBytes(file);
            try {
                String text = StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(bytes))
                        .toString();
                return text.startsWith("\uFEFF") ? text.substring(1) : text;
            } catch (CharacterCodingException e) {
                problems.add(placeOfBadByte(file, bytes));
            }
        } catch (IOException e) {
            problems.add(file, "cannot be read: " + e);
        }
        return null;
    }

    private static Problem placeOfBadByte(Path file, byte[] bytes) {
        // Malformed bytes become U+FFFD, which hardly anybody writes by hand: the first one is the place.
        String text = new String(bytes, StandardCharsets.UTF_8);
        Place place = Place.at(text, text.indexOf('\uFFFD'));
        return new Problem(file, place.line(), place.column(), "", "not UTF-8; save the file as UTF-8 in the editor");
    }

    private static Section empty(Path file, Problems problems) {
        return new Section(new Section.Reading(file, problems, Set.of()), null, "");
    }
}
