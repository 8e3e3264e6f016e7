package org.onrecord.extract;

import java.util.Optional;
import java.util.function.BiConsumer;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** JSON as pages write it: raw line breaks in strings, commas too many, comments, odd escapes; never deeper than 64. */
final class LenientJson {
    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder().maxNestingDepth(64).build())
                    .build())
            .enable(
                    JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS,
                    JsonReadFeature.ALLOW_TRAILING_COMMA,
                    JsonReadFeature.ALLOW_MISSING_VALUES,
                    JsonReadFeature.ALLOW_JAVA_COMMENTS,
                    JsonReadFeature.ALLOW_SINGLE_QUOTES,
                    JsonReadFeature.ALLOW_UNQUOTED_PROPERTY_NAMES,
                    JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER,
                    JsonReadFeature.ALLOW_LEADING_ZEROS_FOR_NUMBERS,
                    JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private LenientJson() {}

    /** The tree; empty when even a lenient reading finds none. */
    static Optional<JsonNode> read(String text) {
        try {
            JsonNode tree = MAPPER.readTree(text);
            return tree == null || tree.isMissingNode() ? Optional.empty() : Optional.of(tree);
        } catch (JacksonException e) {
            // not JSON in any reading: the same as none, every caller has other places to look
            return Optional.empty();
        }
    }

    /**
     * Reads an object that holds a long list, without holding the list: hands on its members one by one as they are read.
     *
     * @param list the key of the list
     * @param members takes each member, and what was read of the rest of the object by then
     * @return the rest of the object, as far as it could be read; empty when it is none
     */
    static Optional<ObjectNode> read(String text, String list, BiConsumer<JsonNode, ObjectNode> members) {
        ObjectNode rest = MAPPER.createObjectNode();
        try (JsonParser parser = MAPPER.createParser(text)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return Optional.empty();
            }
            for (String name = parser.nextName(); name != null; name = parser.nextName()) {
                if (parser.nextToken() == JsonToken.START_ARRAY && name.equals(list)) {
                    while (parser.nextToken() != JsonToken.END_ARRAY) {
                        members.accept(parser.readValueAsTree(), rest);
                    }
                } else {
                    rest.set(name, parser.<JsonNode>readValueAsTree());
                }
            }
        } catch (JacksonException e) {
            // cut off or broken from here on: what came before is whole
        }
        return Optional.of(rest);
    }
}
