package org.onrecord.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onrecord.json.Json;
import tools.jackson.databind.JsonNode;

class EvalCommandTest {
    private static final String TEXT =
            "Ada Lindqvist, chief executive of Orrin, said on Tuesday that the rule was a mistake.";

    @TempDir
    private Path folder;

    private Cli cli = new Cli(new Home(Path.of(".")));
    private Path gold = Path.of("gold.jsonl");

    @BeforeEach
    void annotateAnArticle() throws IOException {
        cli = new Cli(SmallHome.at(folder, URI.create("http://127.0.0.1:9/feed.xml")));
        gold = Files.writeString(folder.resolve("gold.jsonl"), """
                {"id": "one", "title": "A rule", "published": "2026-11-20", "text": "%s", "entities": [\
                {"start": 0, "end": 13, "text": "Ada Lindqvist", "type": "PERSON", "actor": "ada-lindqvist"}, \
                {"start": 34, "end": 39, "text": "Orrin", "type": "ORG", "actor": "orrin"}, \
                {"start": 62, "end": 70, "text": "the rule", "type": "POLICY", "actor": null}], \
                "statements": [{"speaker": {"start": 0, "end": 13, "text": "Ada Lindqvist", "actor": "ada-lindqvist"}, \
                "cue": {"start": 41, "end": 45, "text": "said"}, "content": {"start": 57, "end": 84}, \
                "quote": "indirect", "act": "criticize", "issue": null, "position": "none"}], "events": [], "claims": []}
                """.formatted(TEXT));
    }

    @Test
    void tagsTheArticlesAndPrintsATableOfFigures() {
        Cli.Result eval = cli.run("eval", gold.toString());

        assertThat(eval.err()).isEmpty();
        assertThat(eval.exit()).isZero();
        assertThat(eval.out().lines().toList())
                .startsWith("figure                P      R     F1   gold  found")
                .contains(
                        "attributed        100.0  100.0  100.0      1      1",
                        "entity            100.0   66.7   80.0      3      2",
                        "entity.POLICY       0.0    0.0    0.0      1      0",
                        "link              100.0  100.0  100.0      2      2");
    }

    @Test
    void listsTheFirstErrorsByArticle() {
        Cli.Result eval = cli.run("eval", "--errors", "5", gold.toString());

        assertThat(eval.out()).contains("\none\n  entity missed     the rule  [POLICY]\n");
    }

    @Test
    void asJsonItPrintsTheFiguresInOneLineAndALineForEachError() {
        Cli.Result eval = cli.run("eval", "--json", "--errors", "1", gold.toString());

        List<JsonNode> lines = eval.out().lines().map(Json.MAPPER::readTree).toList();
        assertThat(lines).hasSize(2);
        assertThat(lines.getFirst().path("entity"))
                .hasToString("{\"p\":100.0,\"r\":66.7,\"f1\":80.0,\"gold\":3,\"predicted\":2}");
        assertThat(lines.getLast())
                .hasToString(
                        "{\"id\":\"one\",\"error\":\"entity missed\",\"what\":\"the rule\",\"detail\":\"POLICY\"}");
    }

    @Test
    void whatTagWroteIsScoredAsIfItWereTaggedNow() throws IOException {
        Path found = Files.writeString(
                folder.resolve("found.jsonl"),
                cli.run("tag", "--jsonl", gold.toString()).out());

        Cli.Result eval = cli.run("eval", "--predictions", found.toString(), gold.toString());

        assertThat(eval.err()).isEmpty();
        assertThat(eval.out()).isEqualTo(cli.run("eval", gold.toString()).out());
    }

    @Test
    void saysWhichArticlesHaveNoPredictionAndWhichWereNotAskedFor() throws IOException {
        Path found = Files.writeString(folder.resolve("found.jsonl"), "{\"id\": \"two\"}\n");

        Cli.Result eval = cli.run("eval", "--predictions", found.toString(), gold.toString(), gold.toString());

        assertThat(eval.exit()).isZero();
        assertThat(eval.err())
                .contains("onrecord: 1 article annotated more than once, of which the last counts: one")
                .contains("onrecord: 1 article without prediction, scored as if nothing was found: one")
                .contains("onrecord: 1 article predicted but not annotated, which do not count: two");
        assertThat(eval.out()).contains("entity              0.0    0.0    0.0      3      0");
    }

    @Test
    void saysWhatIsWrongWithAFile() throws IOException {
        Path broken = Files.writeString(folder.resolve("broken.jsonl"), "{\"id\": \"one\"\n");

        Cli.Result missing = cli.run("eval", folder.resolve("nowhere.jsonl").toString());
        Cli.Result noJson = cli.run("eval", broken.toString());
        Cli.Result nothing = cli.run("eval");

        assertThat(missing.exit()).isEqualTo(1);
        assertThat(missing.err()).contains("onrecord: there is no file " + folder.resolve("nowhere.jsonl"));
        assertThat(noJson.exit()).isEqualTo(1);
        assertThat(noJson.err()).contains("broken.jsonl:1: no JSON");
        assertThat(nothing.exit()).isEqualTo(2);
    }
}
