package org.onrecord.tag.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onrecord.article.EntityType;
import org.onrecord.article.Mention;
import org.onrecord.tag.OpenNlpTagger;
import org.onrecord.tag.TagFixture;
import org.onrecord.tag.TagSettings;
import org.onrecord.tag.train.TrainModels.Kind;

class TrainModelsTest {
    @TempDir
    private Path folder;

    private Path articles = Path.of("articles.jsonl");
    private Path corpus = Path.of("corpus.conll");

    @BeforeEach
    void annotateAFewSentences() throws IOException {
        StringBuilder lines = new StringBuilder();
        int number = 0;
        for (String name : List.of("Orla Quist", "Tove Brandal", "Ilya Senn", "Petra Osk")) {
            for (String cue : List.of("urged", "told", "asked")) {
                String text = "On Monday " + name + " " + cue + " the ministry to lift the ban on chips.";
                int content = text.indexOf("to lift");
                lines.append("""
                        {"id": "a%d", "title": "", "published": "2026-11-20", "text": "%s", \
                        "entities": [{"start": 10, "end": %d, "type": "PERSON"}], \
                        "statements": [{"speaker": {"start": 10, "end": %d}, "content": {"start": %d, "end": %d}, \
                        "act": "%s", "issue": "ai-chip-exports", "position": "%s"}]}
                        """.formatted(
                                number++,
                                text,
                                10 + name.length(),
                                10 + name.length(),
                                content,
                                text.length() - 1,
                                cue.equals("told") ? "assert" : "urge",
                                cue.equals("asked") ? "none" : "for"));
            }
        }
        articles = Files.writeString(folder.resolve("articles.jsonl"), lines);
        corpus = Files.writeString(
                folder.resolve("corpus.conll"), "Orla\tB-PERSON\nQuist\tI-PERSON\nleft\tO\nBrandheim\tB-GPE\n.\tO\n\n");
    }

    private List<TrainModels.Trained> train(Path out) throws IOException {
        TrainModels.Data data = new TrainModels.Data(List.of(articles), List.of(corpus), List.of(articles));
        return new TrainModels(TagFixture.registry(), data, (what, done, all) -> {})
                .train(EnumSet.allOf(Kind.class), out);
    }

    @Test
    void writesTheSameBytesFromTheSameFiles() throws IOException {
        train(folder.resolve("first"));
        train(folder.resolve("second"));

        for (String file : List.of("names.bin", "acts.bin", "stands.bin", "names-card.md")) {
            assertThat(folder.resolve("second").resolve(file))
                    .hasSameBinaryContentAs(folder.resolve("first").resolve(file));
        }
    }

    @Test
    void saysOnTheCardWhatTheModelLearntFromAndHowGoodItIs() throws IOException {
        List<TrainModels.Trained> trained = train(folder);

        assertThat(trained).extracting(TrainModels.Trained::scores).allMatch(scores -> scores.size() == 1);
        assertThat(folder.resolve("names-card.md"))
                .content()
                .contains("OpenNLP 2.5.11: Algorithm PERCEPTRON")
                .contains("| corpus.conll | 1 sentences | `")
                .contains("| articles.jsonl | precision ");
    }

    @Test
    void aModelOfTheUsersTakesThePlaceOfTheShippedOne() throws IOException {
        train(folder);
        Files.delete(folder.resolve("acts.bin"));
        TagSettings settings = new TagSettings(TagSettings.EngineKind.MAXENT, 1, 1_000_000, 0.22);

        OpenNlpTagger shipped = OpenNlpTagger.load(TagFixture.registry(), settings);
        OpenNlpTagger own = OpenNlpTagger.load(TagFixture.registry(), settings, folder);

        assertThat(own.version()).isNotEqualTo(shipped.version());
        assertThat(own.tag(TagFixture.article("On Monday Rana Quist urged the ministry to lift the ban on chips."))
                        .mentions())
                .extracting(Mention::type)
                .contains(EntityType.PERSON);
    }

    @Test
    void refusesAModelThatIsNotOne() throws IOException {
        Files.writeString(folder.resolve("names.bin"), "a model, honestly");
        TagSettings settings = new TagSettings(TagSettings.EngineKind.MAXENT, 1, 1_000_000, 0.22);

        assertThatThrownBy(() -> OpenNlpTagger.load(TagFixture.registry(), settings, folder))
                .hasMessageContaining(folder.resolve("names.bin").toString())
                .hasMessageContaining("onrecord train");
    }

    @Test
    void namesTheLineOfACorpusThatIsWrong() throws IOException {
        Files.writeString(corpus, "Orla\tB-PERSON\nQuist I-PERSON\n");

        assertThatThrownBy(() -> train(folder)).hasMessageContaining("corpus.conll:2: not a token, a tab and a label");
    }
}
