package org.onrecord.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.onrecord.SharedMaterial;
import tools.jackson.databind.JsonNode;

/**
 * The floors of extraction on annotated pages. They may rise, never fall.
 *
 * <p>The measure of the body is that of the scrapinghub benchmark: shingles of four words, precision and recall averaged over
 * pages; of the snippets, all that are wanted or not wanted count together. The full scorer ({@code eval/score_extract.py}) judges more.
 */
class ExtractionQualityTest {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_]+");
    private static final int SHINGLE = 4;

    @Test
    void extractsBodiesTitlesAndDatesAsWellAsItEverDid() throws IOException {
        Path manifest = SharedMaterial.file("pages/manifest.jsonl");

        Scores scrapinghub = new Scores();
        Scores fundusEval = new Scores();
        Scores fundus = new Scores();
        Scores wcxb = new Scores();
        Scores trafilatura = new Scores();
        for (JsonNode gold : Predictions.lines(manifest)) {
            switch (gold.path("source_set").asString("")) {
                case "scrapinghub" -> scrapinghub.add(gold, Predictions.ofPage(manifest, gold));
                case "fundus_eval" -> fundusEval.add(gold, Predictions.ofPage(manifest, gold));
                case "fundus" -> fundus.add(gold, Predictions.ofPage(manifest, gold));
                case "wcxb" -> wcxb.add(gold, Predictions.ofPage(manifest, gold));
                case "trafilatura" -> trafilatura.addSnippets(gold, Predictions.ofPage(manifest, gold));
                default -> {
                    // sets that judge something else
                }
            }
        }

        assertThat(scrapinghub.bodyF1()).isGreaterThanOrEqualTo(0.970);
        assertThat(fundusEval.bodyF1()).isGreaterThanOrEqualTo(0.980);
        assertThat(fundus.bodyF1()).isGreaterThanOrEqualTo(0.958);
        assertThat(Scores.mean(fundus.titles)).isGreaterThanOrEqualTo(0.84);
        assertThat(Scores.mean(fundus.days)).isGreaterThanOrEqualTo(0.975);
        assertThat(fundus.authorsF1()).isGreaterThanOrEqualTo(0.92);
        assertThat(wcxb.bodyF1()).isGreaterThanOrEqualTo(0.935);
        assertThat(trafilatura.snippetsF1()).isGreaterThanOrEqualTo(0.920);
    }

    /** Scores over the pages of a set. */
    private static final class Scores {
        private final List<Double> precisions = new ArrayList<>();
        private final List<Double> recalls = new ArrayList<>();
        private final List<Double> titles = new ArrayList<>();
        private final List<Double> days = new ArrayList<>();
        private int authorsFound;
        private int authorsWanted;
        private int authorsGiven;

        private int wantedFound;
        private int wantedMissing;
        private int unwantedFound;

        void addSnippets(JsonNode gold, JsonNode predicted) {
            String text = Prose.line(predicted.path("text").asString(""));
            for (JsonNode snippet : gold.path("with")) {
                boolean found = text.contains(Prose.line(snippet.asString()));
                wantedFound += found ? 1 : 0;
                wantedMissing += found ? 0 : 1;
            }
            for (JsonNode snippet : gold.path("without")) {
                unwantedFound += text.contains(Prose.line(snippet.asString())) ? 1 : 0;
            }
        }

        double snippetsF1() {
            return 2.0 * wantedFound / (2 * wantedFound + wantedMissing + unwantedFound);
        }

        void add(JsonNode gold, JsonNode predicted) {
            Map<List<String>, Integer> want = shingles(gold.path("text").asString(""));
            Map<List<String>, Integer> have = shingles(predicted.path("text").asString(""));
            double shared = 0;
            for (Map.Entry<List<String>, Integer> entry : want.entrySet()) {
                shared += Math.min(entry.getValue(), have.getOrDefault(entry.getKey(), 0));
            }
            if (!have.isEmpty()) {
                precisions.add(shared / count(have));
            }
            recalls.add(shared / count(want));
            if (!gold.path("title").asString("").isEmpty()) {
                titles.add(plain(gold, "title").equals(plain(predicted, "title")) ? 1.0 : 0.0);
            }
            if (!gold.path("published").asString("").isEmpty()) {
                String day = gold.path("published").asString().substring(0, 10);
                days.add(predicted.path("published").asString("").startsWith(day) ? 1.0 : 0.0);
            }
            addAuthors(gold.path("authors"), predicted.path("authors"));
        }

        private void addAuthors(JsonNode gold, JsonNode predicted) {
            Set<String> want = names(gold);
            Set<String> have = names(predicted);
            if (!want.isEmpty()) {
                authorsWanted += want.size();
                authorsGiven += have.size();
                want.retainAll(have);
                authorsFound += want.size();
            }
        }

        private static Set<String> names(JsonNode list) {
            Set<String> names = new HashSet<>();
            list.forEach(one -> {
                for (String name : one.asString("").split("[;,&|/]|\\b(?:and|und|et|y)\\b")) {
                    names.add(SiteName.bare(name));
                }
            });
            names.remove("");
            return names;
        }

        private static String plain(JsonNode node, String field) {
            return Normalizer.normalize(node.path(field).asString(""), Normalizer.Form.NFKC)
                    .replaceAll("[\u2018\u2019]", "'")
                    .replaceAll("[\u201C\u201D\u201E\u00AB\u00BB]", "\"")
                    .replaceAll("[\u2013\u2014\u2011]", "-")
                    .replaceAll("[\u00AD\u200B]", "")
                    .replaceAll("[\\s\u00A0]+", " ")
                    .strip();
        }

        private static Map<List<String>, Integer> shingles(String text) {
            List<String> words =
                    WORD.matcher(text).results().map(found -> found.group()).toList();
            Map<List<String>, Integer> counts = new HashMap<>();
            for (int i = 0; i == 0 || i + SHINGLE <= words.size(); i++) {
                List<String> shingle = words.subList(i, Math.min(words.size(), i + SHINGLE));
                if (!shingle.isEmpty()) {
                    counts.merge(shingle, 1, Integer::sum);
                }
            }
            return counts;
        }

        private static double count(Map<List<String>, Integer> counts) {
            return counts.values().stream().mapToInt(Integer::intValue).sum();
        }

        double bodyF1() {
            double precision = mean(precisions);
            double recall = mean(recalls);
            return 2 * precision * recall / (precision + recall);
        }

        double authorsF1() {
            return 2.0 * authorsFound / (authorsWanted + authorsGiven);
        }

        static double mean(List<Double> values) {
            return values.stream().mapToDouble(Double::doubleValue).average().orElse(0);
        }
    }
}
