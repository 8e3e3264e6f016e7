package org.onrecord.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onrecord.bench.Machine;
import org.onrecord.bench.Memory;
import org.onrecord.bench.Round;
import org.onrecord.bench.Turns;
import org.onrecord.json.Json;
import tools.jackson.databind.JsonNode;

class BenchCommandTest {
    @TempDir
    private Path folder;

    private Cli cli = new Cli(new Home(Path.of(".")));

    @BeforeEach
    void makeAHome() throws IOException {
        cli = new Cli(SmallHome.at(folder, URI.create("http://127.0.0.1:9/feed.xml")));
    }

    @Test
    void withoutANameItListsTheBenchmarks() {
        Cli.Result bench = cli.run("bench");

        assertThat(bench.exit()).isZero();
        assertThat(bench.out())
                .isEqualTo("tag  Tagging, against the same models called bare in a loop.\n"
                        + "extract  Extraction, against bare parsing of the same pages.\n"
                        + "search  Searching 100,000 invented articles, against Lucene alone on the same index.\n"
                        + "alerts  Comparing each article with 10,000 saved searches, against lucene-monitor alone.\n"
                        + "digest  A digest to 1,000 subscribers, against the mail library that sends the same mails"
                        + " ready-made.\n");
    }

    @Test
    void measuresSearchAgainstLuceneOnTheSameQuestions() {
        Cli.Result bench = cli.run("bench", "search", "--articles", "1000", "--seconds", "2", "--json");

        assertThat(bench.exit()).isZero();
        List<JsonNode> lines = bench.out().lines().map(Json.MAPPER::readTree).toList();
        assertThat(lines).hasSize(12).allSatisfy(line -> {
            assertThat(line.path("different").asInt()).as("numbers found").isZero();
            assertThat(line.path("ratio_p99").asDouble()).isPositive();
            assertThat(line.path("cpu_p99_ms").asDouble()).isPositive();
        });
        assertThat(lines.getLast().path("articles").asInt()).isEqualTo(1_000);
    }

    @Test
    void measuresStandingQueriesAgainstLuceneMonitorOnTheSameSearches() {
        Cli.Result bench = cli.run("bench", "alerts", "--searches", "200", "--seconds", "0", "--json");

        assertThat(bench.exit()).isZero();
        JsonNode json = Json.MAPPER.readTree(bench.out());
        assertThat(json.path("different").asInt()).as("matches that differ").isZero();
        assertThat(json.path("cost").asDouble()).isPositive();
        assertThat(json.path("share_of_tagging").asDouble()).isPositive();
    }

    @Test
    void measuresADigestAgainstTheMailLibraryWithTheSameMails() {
        Cli.Result bench =
                cli.run("bench", "digest", "--subscribers", "20", "--articles", "300", "--rounds", "1", "--json");

        assertThat(bench.exit()).isZero();
        JsonNode json = Json.MAPPER.readTree(bench.out());
        assertThat(json.path("bytes_per_mail").asInt()).isGreaterThan(10_000);
        assertThat(json.path("ratio").asDouble()).isPositive();
        assertThat(json.path("seconds").asDouble())
                .isGreaterThanOrEqualTo(json.path("sending_seconds").asDouble());
    }

    @Test
    void measuresExtractionAgainstParsing(@TempDir Path folder) throws IOException {
        Files.writeString(
                folder.resolve("page.html"), "<h1>A headline of a page</h1>" + "<p>Some text of it.</p>".repeat(500));
        Path manifest = Files.writeString(folder.resolve("pages.jsonl"), "{\"file\": \"page.html\"}\n");

        Cli.Result bench = cli.run("bench", "extract", "--pages", manifest.toString(), "--seconds", "0", "--json");

        assertThat(bench.exit()).isZero();
        JsonNode json = Json.MAPPER.readTree(bench.out());
        assertThat(json.path("cost").asDouble()).isPositive();
        assertThat(json.path("pages").asInt()).isEqualTo(1);
    }

    @Test
    void measuresTaggingOnTwoTinyArticles() throws IOException {
        Path articles = Files.writeString(folder.resolve("articles.jsonl"), """
                {"id": "one", "text": "Ada Lindqvist of Orrin said the rule was a mistake. The ministry did not answer."}
                {"id": "two", "text": "Orrin lost $400 million in May, the chipmaker said on Tuesday."}
                """);

        Cli.Result bench = cli.run("bench", "tag", "--articles", articles.toString(), "--seconds", "0", "--json");

        assertThat(bench.err()).isEmpty();
        JsonNode json = Json.MAPPER.readTree(bench.out());
        assertThat(json.path("benchmark").asString()).isEqualTo("tag");
        for (String figure : List.of(
                "articles_per_cpu_second",
                "words_per_cpu_second",
                "cpu_ms_per_600_words",
                "bare_words_per_cpu_second",
                "ratio",
                "load_ms",
                "cores")) {
            assertThat(json.path(figure).asDouble(0)).as(figure).isPositive();
        }
        assertThat(json.path("rounds").asInt()).isEqualTo(5);
        assertThat(json.path("articles").asInt()).isEqualTo(2);
        assertThat(json.path("seed").asInt()).isEqualTo(1);
        assertThat(json.path("jvm").asString()).isNotBlank();
        assertThat(json.path("ratio_95").path(0).asDouble())
                .isLessThanOrEqualTo(json.path("ratio").asDouble())
                .isPositive();
    }

    @Test
    void theLinesForPeopleSayTheSame() {
        TagSpeed speed = new TagSpeed(
                2,
                Collections.nCopies(5, new Round(20, 12_000, 1.2, 0.6)),
                new Turns.WarmUp(4, true),
                Duration.ofMillis(1_250),
                Optional.of(new Memory(204_800, 204_800)),
                Optional.of(new Memory(307_200, 409_600)),
                new Machine(2, "OpenJDK 25", 1.5, "abc1234"),
                1);
        StringWriter out = new StringWriter();

        speed.print(new PrintWriter(out), false);

        assertThat(out).hasToString("""
                one thread, CPU time         tagging   bare models
                articles a second               16.7          33.3
                words a second                10,000        20,000
                ms for 600 words                60.0          30.0
                ratio                          0.500   95 % interval 0.500 to 0.500; 1 is as fast as the bare models
                measured                medians of 5 rounds of about 10000 words; 2 articles, seed 1
                warm-up                 4 rounds, the last three within 3 %
                load                    1.25 s for registry, models and word lists
                resident memory         200 MiB when loaded, 300 MiB at the end, 400 MiB at most
                machine                 2 cores, OpenJDK 25, load 1.50, commit abc1234
                """);
    }

    @Test
    void saysWhatIsWrongWithTheArticles() throws IOException {
        Path empty = Files.writeString(folder.resolve("empty.jsonl"), "\n");

        Cli.Result missing = cli.run("bench", "tag", "--articles", "nowhere.jsonl");
        Cli.Result nothing = cli.run("bench", "tag", "--articles", empty.toString());

        assertThat(missing.exit()).isEqualTo(1);
        assertThat(missing.err()).contains("onrecord: there is no file nowhere.jsonl");
        assertThat(nothing.exit()).isEqualTo(1);
        assertThat(nothing.err()).contains("there is no article with text in");
    }
}
