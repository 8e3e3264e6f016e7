package org.onrecord.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnnotationFilesTest {
    private static final String GOOD = """
            {"id": "a", "text": "Orrin paid.", "entities": [{"start": 0, "end": 5, "text": "Orrin", "type": "ORG"}]}
            """;

    @TempDir
    private Path folder;

    private Path file(String lines) throws IOException {
        return Files.writeString(folder.resolve("gold.jsonl"), lines);
    }

    private Gold gold(String lines) throws IOException {
        return Gold.read(List.of(file(lines)));
    }

    @Test
    void readsAnArticleToTagAndWhatShouldBeFoundInIt() throws IOException {
        Gold gold = gold("\n" + GOOD);

        assertThat(gold.texts()).singleElement().satisfies(text -> {
            assertThat(text.article().text()).isEqualTo("Orrin paid.");
            assertThat(text.annotations().entities()).hasSize(1);
        });
        assertThat(gold.repeated()).isEmpty();
    }

    @Test
    void ofAnArticleThatStandsTwiceTheLastCounts() throws IOException {
        Gold gold = gold(GOOD + "{\"id\": \"a\", \"text\": \"Another.\"}\n");

        assertThat(gold.texts())
                .singleElement()
                .satisfies(text -> assertThat(text.article().text()).isEqualTo("Another."));
        assertThat(gold.repeated()).containsExactly("a");
    }

    @Test
    void saysThatAFileIsMissing() {
        assertThatThrownBy(() -> Gold.read(List.of(folder.resolve("nowhere.jsonl"))))
                .isInstanceOf(EvalException.class)
                .hasMessage("there is no file " + folder.resolve("nowhere.jsonl"));
    }

    @Test
    void namesEveryLineThatIsWrongAndWhatIsWrongInIt() {
        assertThatThrownBy(() -> gold("""
                        not JSON
                        [1]
                        {"text": "Orrin paid."}
                        {"id": "b"}
                        {"id": "c", "text": "Orrin paid.", "entities": [{"start": 6, "end": 10, "text": "Orrin", "type": "ORG"}]}
                        {"id": "d", "text": "Orrin paid.", "entities": [{"start": 6, "end": 99, "type": "ORG"}, {"start": 0, "end": 5}]}
                        {"id": "e", "text": "Orrin paid.", "statements": [{"speaker": {"start": 0, "end": 5}}]}
                        {"id": "f", "text": "Orrin paid.", "published": "last week or so"}
                        {"id": "g", "text": "Orrin paid.", "claims": [{"start": 0, "end": 5, "value": "five"}]}
                        {"id": "h", "text": "Orrin paid.", "events": {}}
                        """))
                .isInstanceOf(EvalException.class)
                .hasMessageContaining("11 problems; nothing was scored:")
                .hasMessageContaining("gold.jsonl:1: no JSON")
                .hasMessageContaining("gold.jsonl:2: each line is a JSON object")
                .hasMessageContaining("gold.jsonl:3: \"id\" is missing")
                .hasMessageContaining("gold.jsonl:4: b: \"text\" is missing")
                .hasMessageContaining(
                        "gold.jsonl:5: c: entities[0]: from 6 to 10 the text has \"paid\", not \"Orrin\", "
                                + "which starts at 0")
                .hasMessageContaining("gold.jsonl:6: d: entities[0]: 6 to 99 is no piece of the text, which has 11")
                .hasMessageContaining("gold.jsonl:6: d: entities[1].type is missing")
                .hasMessageContaining("gold.jsonl:7: e: statements[0].content: start and end are needed")
                .hasMessageContaining("gold.jsonl:8: f: \"published\" is no day")
                .hasMessageContaining("gold.jsonl:9: g: claims[0].value: a plain number is needed")
                .hasMessageContaining("gold.jsonl:10: h: events: a list is needed");
    }

    @Test
    void knowsWhichArticlesHaveNoPredictionAndWhichPredictionsNobodyAskedFor() throws IOException {
        Gold gold = gold(GOOD + GOOD.replace("\"a\"", "\"b\""));
        Path found = Files.writeString(
                folder.resolve("found.jsonl"),
                GOOD + GOOD.replace("\"a\"", "\"z\"").replace("Orrin", "Other"));

        Predictions predictions = Predictions.read(found, gold);
        Scorer scorer = new Scorer().add(gold, predictions);

        assertThat(predictions.missing(gold)).containsExactly("b");
        assertThat(predictions.unasked()).containsExactly("z");
        assertThat(scorer.figure("entity")).isEqualTo(new Count(1, 2, 1));
    }

    @Test
    void refusesPredictionsThatDoNotStandInTheAnnotatedText() throws IOException {
        Gold gold = gold(GOOD);
        Path otherText = Files.writeString(folder.resolve("other.jsonl"), "{\"id\": \"a\", \"text\": \"Orrin sold.\"}");
        Path outside = Files.writeString(
                folder.resolve("outside.jsonl"),
                "{\"id\": \"a\", \"entities\": [{\"start\": 4, \"end\": 40, \"type\": \"ORG\"}]}");

        assertThatThrownBy(() -> Predictions.read(otherText, gold))
                .hasMessageContaining("other.jsonl:1: a: it was tagged in another text");
        assertThatThrownBy(() -> Predictions.read(outside, gold))
                .hasMessageContaining("outside.jsonl:1: a: entities[0]: 4 to 40 is no piece of the text");
    }
}
