package org.onrecord.encoder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The network must see texts cut as in its training. {@code src/train/encoder/cut.py} writes the cuts to compare with. */
class SameCutsAsInTrainingTest {
    private static final WordPieces PIECES = new WordPieces(Encoder.lines("vocabulary.txt"));

    @TestFactory
    List<DynamicTest> cutsOddTextsAlike() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        try (InputStream stream = SameCutsAsInTrainingTest.class.getResourceAsStream("cut.jsonl")) {
            for (String line : new String(stream.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                JsonNode expected = JsonMapper.shared().readTree(line);
                String text = expected.get("text").asString();
                tests.add(DynamicTest.dynamicTest(text.substring(0, 20), () -> check(text, expected)));
            }
        }
        assertThat(tests).hasSizeGreaterThan(5);
        return tests;
    }

    private static void check(String text, JsonNode expected) {
        Words words = Words.of(text, 1_000);
        List<String> cut = new ArrayList<>();
        List<Integer> forms = new ArrayList<>();
        List<Integer> opens = new ArrayList<>();
        List<List<Integer>> pieces = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            cut.add(words.word(i));
            forms.add(words.formOf(i));
            if (i > 0 && words.opensSentence(i)) {
                opens.add(i);
            }
            pieces.add(Arrays.stream(PIECES.of(words.word(i))).boxed().toList());
        }

        assertThat(cut)
                .isEqualTo(expected.get("words")
                        .valueStream()
                        .map(JsonNode::asString)
                        .toList());
        assertThat(forms).isEqualTo(numbers(expected.get("forms")));
        assertThat(pieces)
                .isEqualTo(expected.get("pieces")
                        .valueStream()
                        .map(SameCutsAsInTrainingTest::numbers)
                        .toList());
        assertThat(opens).isEqualTo(numbers(expected.get("opens")));
    }

    private static List<Integer> numbers(JsonNode list) {
        return list.valueStream().map(JsonNode::asInt).toList();
    }
}
