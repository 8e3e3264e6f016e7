package org.onrecord.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onrecord.SharedMaterial;
import org.onrecord.config.Problems;
import org.onrecord.json.Json;
import org.onrecord.json.TaggedArticleJson;
import org.onrecord.registry.Registry;
import org.onrecord.tag.OpenNlpTagger;
import org.onrecord.tag.TagSettings;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Our figures are those of the script that everybody's output is scored with. */
class SameFiguresAsTheScriptTest {
    private static final Path SCRIPT = SharedMaterial.at("eval/score_tags.py");
    private static final Path GOLD = SharedMaterial.at("gold/dev-a.jsonl");

    @TempDir
    private Path folder;

    private Gold gold = new Gold(List.of(), Set.of());

    @BeforeEach
    void skipWithoutTheScript() throws IOException, InterruptedException {
        assumeTrue(Files.exists(SCRIPT), "skipped: " + SCRIPT + " is not on this machine");
        assumeTrue(Files.exists(GOLD), "skipped: " + GOLD + " is not on this machine");
        assumeTrue(hasPython(), "skipped: there is no python3 on this machine");
        gold = Gold.read(List.of(GOLD));
    }

    private static boolean hasPython() throws InterruptedException {
        try {
            return new ProcessBuilder("python3", "--version")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private String script(Path predictions, String... options) throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(List.of("python3", SCRIPT.toString(), GOLD.toString(), predictions.toString()));
        command.addAll(List.of(options));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put("PYTHONIOENCODING", "utf-8");
        Process python = builder.start();
        String out = new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(python.waitFor()).isZero();
        return out;
    }

    /** The figures in the script's form. */
    private static JsonNode figures(Scorer scorer) {
        ObjectNode json = Json.MAPPER.createObjectNode();
        scorer.figures()
                .forEach((name, count) -> json.putObject(name)
                        .put("p", Count.percent(count.precision()).doubleValue())
                        .put("r", Count.percent(count.recall()).doubleValue())
                        .put("f1", Count.percent(count.f1()).doubleValue())
                        .put("gold", count.gold())
                        .put("predicted", count.found()));
        return json;
    }

    private void assertSame(Path predictions) throws IOException, InterruptedException {
        Scorer scorer = new Scorer().add(gold, Predictions.read(predictions, gold));

        assertThat(figures(scorer)).isEqualTo(Json.MAPPER.readTree(script(predictions, "--json")));
        assertThat(scorer.misses().stream().map(SameFiguresAsTheScriptTest::line))
                .containsExactlyElementsOf(errors(script(predictions, "--errors", "100000")));
    }

    /** The errors that the script lists, each up to its first line feed; of missed statements only that they are. */
    private List<String> errors(String out) {
        return out.lines()
                .filter(line -> gold.texts().stream()
                        .anyMatch(text -> line.startsWith(text.annotations().id() + " | ")))
                .map(line -> line.replaceFirst("(statement missed) .*", "$1"))
                .toList();
    }

    /** An error as the script would list it. */
    private static String line(Miss miss) {
        String start = miss.article() + " | " + miss.kind().label();
        return switch (miss.kind()) {
            case ENTITY_MISSED, ENTITY_INVENTED ->
                (start + " | " + miss.what() + " | " + miss.detail())
                        .lines()
                        .findFirst()
                        .orElseThrow();
            case STATEMENT_MISSED -> start;
            case LEDGER_MISSED, LEDGER_INVENTED ->
                start + " | ('" + miss.what().replace(", ", "', '").replace("'no issue'", "None") + "') | ";
        };
    }

    @Test
    void onWhatTheTaggerFinds() throws IOException, InterruptedException {
        OpenNlpTagger tagger =
                OpenNlpTagger.load(Registry.read(Path.of("config"), new Problems()), TagSettings.defaults());
        List<String> lines = new ArrayList<>();
        gold.texts()
                .forEach(text -> lines.add(
                        TaggedArticleJson.write(tagger.tag(text.article())).toString()));
        Path found = Files.write(folder.resolve("found.jsonl"), lines);

        assertSame(found);
        assertThat(figures(new Scorer().add(gold, Predictions.by(tagger::tag, gold))))
                .isEqualTo(figures(new Scorer().add(gold, Predictions.read(found, gold))));
    }

    @Test
    void onAnnotationsThatWereDamagedAtRandom() throws IOException, InterruptedException {
        for (int seed = 1; seed <= 5; seed++) {
            Random random = new Random(seed);
            List<String> lines = new ArrayList<>();
            for (String line : Files.readAllLines(GOLD)) {
                if (random.nextInt(8) > 0) {
                    lines.add(damaged((ObjectNode) Json.MAPPER.readTree(line), random));
                }
            }

            assertSame(Files.write(folder.resolve("damaged-" + seed + ".jsonl"), lines));
        }
    }

    private static String damaged(ObjectNode article, Random random) {
        int length = article.path("text").asString().length();
        for (String list : List.of("entities", "statements", "events", "claims")) {
            ArrayNode kept = Json.MAPPER.createArrayNode();
            for (JsonNode one : article.path(list)) {
                for (int copies = random.nextInt(10) == 0 ? random.nextInt(3) : 1; copies > 0; copies--) {
                    kept.add(damaged((ObjectNode) one.deepCopy(), length, random));
                }
            }
            article.set(list, kept);
        }
        return article.toString();
    }

    private static ObjectNode damaged(ObjectNode one, int length, Random random) {
        for (ObjectNode place : places(one)) {
            if (random.nextInt(4) == 0) {
                int start = Math.clamp(place.path("start").asInt() + random.nextInt(61) - 30, 0, length - 1);
                int end = Math.clamp(place.path("end").asInt() + random.nextInt(61) - 30, start + 1, length);
                place.put("start", start).put("end", end).remove("text");
            }
            if (place.has("actor") && random.nextInt(8) == 0) {
                place.put("actor", random.nextBoolean() ? null : "somebody-else");
            }
        }
        swap(one, "type", random, "ORG", "ban");
        swap(one, "act", random, "assert", "deny");
        swap(one, "position", random, "for", "none");
        swap(one, "unit", random, "USD", "percent");
        if (one.path("value").isNumber() && random.nextInt(3) == 0) {
            one.put("value", one.path("value").doubleValue() * (0.99 + 0.02 * random.nextDouble()));
        }
        if (one.path("actors").size() > 1 && random.nextInt(3) == 0) {
            ((ArrayNode) one.path("actors")).remove(0);
        }
        if (one.has("speaker") && random.nextInt(10) == 0) {
            one.putNull("speaker");
        }
        return one;
    }

    private static List<ObjectNode> places(ObjectNode one) {
        List<ObjectNode> places = new ArrayList<>();
        if (one.has("start")) {
            places.add(one);
        }
        for (String part : List.of("speaker", "content", "trigger")) {
            if (one.path(part) instanceof ObjectNode place) {
                places.add(place);
            }
        }
        return places;
    }

    private static void swap(ObjectNode one, String field, Random random, String first, String second) {
        if (one.has(field) && random.nextInt(6) == 0) {
            one.put(field, random.nextBoolean() ? first : second);
        }
    }
}
