package org.onrecord.app;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.onrecord.json.Json;
import org.onrecord.state.HomeLock;
import org.onrecord.state.StateStore;
import picocli.CommandLine;
import tools.jackson.databind.JsonNode;

class CommandsTest {
    @TempDir
    private Path folder;

    private PageServer server;
    private Home home;
    private Cli cli;

    @BeforeEach
    void serveTwoArticles() throws IOException {
        server = new PageServer();
        server.put(
                "/one.html", "text/html; charset=utf-8", page("Orrin meets the ministry", "Orrin makes the OR-40C."));
        server.put("/two.html", "text/html; charset=utf-8", page("A quiet week", "Nothing else happened in town."));
        server.put("/feed.xml", "application/rss+xml", """
                <rss version="2.0"><channel><title>Feed</title>
                <item><title>One</title><link>%s</link></item>
                <item><title>Two</title><link>%s</link></item>
                <item><title>Gone</title><link>%s</link></item>
                </channel></rss>""".formatted(
                        server.uri("/one.html"), server.uri("/two.html"), server.uri("/gone.html")));
        home = SmallHome.at(folder, server.uri("/feed.xml"));
        cli = new Cli(home);
    }

    @AfterEach
    void stopServing() {
        server.close();
    }

    private static String page(String title, String paragraph) {
        return """
                <html lang="en"><head><title>%1$s</title></head><body><article><h1>%1$s</h1>
                <p>Ada Lindqvist, chief executive of Orrin, said on Tuesday that the new export rule was a mistake.</p>
                <p>%2$s The chipmaker had asked for a licence a week before, and has got no answer to this day.</p>
                </article></body></html>""".formatted(title, paragraph);
    }

    @Test
    void whatWasFetchedIsFoundAndCounted() {
        Cli.Result fetch = cli.run("fetch");
        Cli.Result search = cli.run("search", "OR-40C");
        Cli.Result statements = cli.run("search", "--statements", "--json", "said-by:ada-lindqvist");
        Cli.Result health = cli.run("source", "health");

        assertThat(fetch.exit()).isZero();
        assertThat(fetch.out())
                .contains("feed: 3 links, 3 new; 2 captured, 0 unchanged, 0 refused, 1 failed")
                .contains("gone.html: status 404; again after")
                .contains("2 articles written");
        assertThat(search.out())
                .contains(
                        "1 article",
                        "Orrin meets the ministry",
                        server.uri("/one.html").toString());
        List<JsonNode> lines =
                statements.out().lines().map(Json.MAPPER::readTree).toList();
        assertThat(lines).hasSize(2).allSatisfy(line -> {
            assertThat(line.path("actor").asString()).isEqualTo("ada-lindqvist");
            assertThat(line.path("content").asString()).contains("the new export rule was a mistake");
        });
        assertThat(health.out()).contains("2 articles", "1 pending");
    }

    @Test
    void aSavedSearchStandsInOtherQueriesUntilItIsDeleted() {
        cli.run("fetch");

        assertThat(cli.run("searches", "list").out()).contains("no searches are saved");
        assertThat(cli.run("searches", "save", "Ada speaks", "said-by:ada-lindqvist")
                        .out())
                .contains("search:\"Ada speaks\"");
        assertThat(cli.run("searches", "list", "--json").out())
                .contains("\"name\":\"Ada speaks\",\"query\":\"said-by:ada-lindqvist\"");
        assertThat(cli.run("search", "search:\"ada speaks\" OR-40C").out()).startsWith("1 article");

        Cli.Result wrong = cli.run("searches", "save", "Ada speaks", "said-by:ada search:\"Ada speaks\"");
        assertThat(wrong.exit()).isEqualTo(2);
        assertThat(wrong.err()).contains("refers to itself: Ada speaks → Ada speaks", "this would work: said-by:ada");

        cli.run("searches", "rename", "Ada speaks", "Ada");
        assertThat(cli.run("search", "search:Ada").out()).startsWith("2 articles");
        cli.run("searches", "delete", "Ada");
        assertThat(cli.run("search", "search:Ada").err()).contains("there is no saved search named \"Ada\"");
    }

    @Test
    void aCorrectionIsObeyedAtOnceAndByEveryLaterRunUntilItIsTakenBack() {
        cli.run("fetch");
        String page = server.uri("/one.html").toString();
        assertThat(cli.run("correct", "show", page).out()).contains("Ada Lindqvist (ada-lindqvist)");

        Cli.Result made = cli.run(
                "correct", "statement", page, "the new export rule", "--speaker", "orrin", "--act", "criticize");
        assertThat(made.out()).startsWith("correction 1: the new export rule was a mistake");
        assertThat(cli.run("search", "--statements", "--json", "said-by:orrin act:criticize")
                        .out())
                .contains("\"corrected\":true");

        cli.run("reindex");
        assertThat(cli.run("search", "--statements", "said-by:orrin act:criticize")
                        .out())
                .startsWith("1 statement");
        assertThat(cli.run("correct", "list").out())
                .contains("said by orrin, act: criticize", "the new export rule was a mistake");
        assertThat(cli.run("correct", "undo", "first").err()).contains("a whole number is wanted, not first");
        assertThat(cli.run("correct", "list", "--json").out()).contains("\"speaker\":\"orrin\",\"act\":\"criticize\"");

        Cli.Result wrong = cli.run("correct", "statement", page, "the new export rule", "--act", "shout");
        assertThat(wrong.exit()).isEqualTo(1);
        assertThat(wrong.err()).contains("write one of assert, announce");

        assertThat(cli.run("correct", "undo", "1").out()).contains("taken back");
        assertThat(cli.run("correct", "undo", "1").exit()).isEqualTo(1);
        assertThat(cli.run("search", "--statements", "said-by:orrin act:criticize")
                        .out())
                .startsWith("0 statements");
    }

    @Test
    void besideARunningServerACorrectionIsWrittenDownForIt() {
        cli.run("fetch");
        String page = server.uri("/one.html").toString();

        try (HomeLock running = HomeLock.acquire(home.index())) {
            Cli.Result made = cli.run("correct", "statement", page, "the new export rule", "--act", "warn");

            assertThat(made.exit()).isZero();
            assertThat(made.err()).contains("the running server shows it");
            assertThat(cli.run("search", "--statements", "act:warn").out()).startsWith("0 statements");
        }
        try (Application server = Application.open(home, Clock.systemUTC())) {
            server.showCorrections();
        }
        assertThat(cli.run("search", "--statements", "act:warn").out()).startsWith("1 statement");
    }

    @Test
    void exportsEverythingAndListsStories() {
        cli.run("fetch");

        assertThat(cli.run("export").out().lines()).hasSize(2).allMatch(line -> line.startsWith("{\"id\":"));
        assertThat(cli.run("export", "--format", "csv", "--statements", "meets").out())
                .startsWith("article,url,title,published,speaker,actor,")
                .contains("\"Orrin meets the ministry\"")
                .endsWith("\r\n");
        assertThat(cli.run("export", "act:wran").exit()).isEqualTo(2);
        assertThat(cli.run("export", "--statements", "--events").exit()).isEqualTo(2);
        assertThat(cli.run("stories").out())
                .startsWith("1 story")
                .contains("2 articles in 1 source, 2 copies of one text");
    }

    @Test
    void saysWhyNothingWasFound() {
        cli.run("fetch");

        assertThat(cli.run("search", "Orin ministry").out())
                .startsWith("0 articles")
                .contains("did you mean orrin?", "nothing has Orin");
        Cli.Result json = cli.run("search", "--json", "Orin ministry");
        assertThat(json.out()).isEmpty();
        assertThat(json.err()).contains("did you mean orrin?");
    }

    @Test
    void aSecondFetchTakesNothingTwice() {
        cli.run("fetch");

        Cli.Result again = cli.run("fetch");

        assertThat(again.out()).contains("3 links, 0 new; 0 captured").contains("0 articles written");
        assertThat(cli.run("search").out()).startsWith("2 articles");
    }

    @Test
    void reindexBringsTheSameArticlesBackWithoutFetching() {
        cli.run("fetch");
        server.close();

        Cli.Result reindex = cli.run("reindex");

        assertThat(reindex.out()).contains("2 articles written");
        assertThat(cli.run("search", "OR-40C").out()).contains("Orrin meets the ministry");
    }

    @Test
    void aStatementThatIsSavedIsFoundAsItsActors() throws IOException {
        Path words = Files.writeString(folder.resolve("words.txt"), "The ban on sales to China must be lifted.");

        Cli.Result tag =
                cli.run("tag", "--actor", "ada-lindqvist", "--published", "2026-11-20", "--save", words.toString());
        Cli.Result search = cli.run("search", "--statements", "--json", "said-by:ada-lindqvist");

        assertThat(tag.err()).contains("saved as article");
        JsonNode found = Json.MAPPER.readTree(search.out());
        assertThat(found.path("content").asString()).contains("The ban on sales to China must be lifted.");
        assertThat(found.path("published").asString()).isEqualTo("2026-11-20");
    }

    @Test
    void aWrongQueryIsAnsweredWithThePlaceTheReasonAndARepairedQuery() {
        cli.run("fetch");

        Cli.Result wrong = cli.run("search", "\"open quote");

        assertThat(wrong.exit()).isEqualTo(2);
        assertThat(wrong.err()).contains("wrong at character 1").contains("this would work: ");
    }

    @Test
    void aWrongValueOfAnOptionIsAnsweredInItsOwnWords() {
        Cli.Result day = cli.run("issue", "--on", "2025-02-29", "ai-chip-exports");
        Cli.Result scope = cli.run("token", "create", "reader", "--scope", "write");

        assertThat(day.exit()).isEqualTo(2);
        assertThat(day.err()).contains("a day of the calendar such as 2026-03-01 is wanted, not 2025-02-29");
        assertThat(scope.exit()).isEqualTo(2);
        assertThat(scope.err()).contains("no scope is called \"write\"; there are read, tag, metrics, admin");
    }

    @Test
    void aComparisonThatHasNothingToCompareSaysSo() {
        cli.run("fetch");

        assertThat(cli.run("figures", "--compare", "nosuchword").out())
                .startsWith("none of the 0 figures read is of a quantity that another article gives too");
    }

    @Test
    void aHomeThatAnotherProcessHasIsLeftAloneButCanBeRead() {
        cli.run("fetch");
        try (HomeLock lock = HomeLock.acquire(home.index())) {
            Cli.Result fetch = cli.run("fetch");
            Cli.Result search = cli.run("search", "OR-40C");

            assertThat(lock).isNotNull();
            assertThat(fetch.exit()).isEqualTo(1);
            assertThat(fetch.err()).contains("another OnRecord");
            assertThat(search.exit()).isZero();
            assertThat(search.out()).contains("1 article");
        }
    }

    @Test
    void everyProblemOfTheConfigurationIsListedWithItsPlace() throws IOException {
        Files.writeString(home.config().resolve("sources.yaml"), """
                sources:
                  - {id: a, name: A, kind: fed, rights: text}
                  - {id: b, name: B, kind: feed, url: "https://b.example/", evry: 15m, rights: text}
                """);
        Files.writeString(home.config().resolve("onrecord.yaml"), "web: {port: 700000}\n");

        Cli.Result check = cli.run("config", "check");

        assertThat(check.exit()).isEqualTo(1);
        assertThat(check.out())
                .contains("sources.yaml:2:")
                .contains("found \"fed\"; allowed are feed, ")
                .contains("sources.yaml:3:")
                .contains("unknown key \"evry\"; did you mean \"every\"?")
                .contains("onrecord.yaml:1:")
                .contains("found 700000; allowed is");
    }

    @Test
    void theDigestPreviewIsAMailWithTheNewStatement() {
        cli.run("fetch");

        Cli.Result preview = cli.run("digest", "preview", "daily");

        assertThat(preview.exit()).isZero();
        assertThat(preview.out()).contains("Subject: ", "List-Id: ", "multipart/alternative");
    }

    @Test
    void theListOfDigestsSaysHowMuchTheyBring() {
        assertThat(cli.run("digest", "list").out()).contains("daily  ").doesNotContain("weeks");
        cli.run("fetch");

        assertThat(cli.run("digest", "list").out()).contains(" weeks");
        assertThat(cli.run("digest", "list", "--json").out()).contains("\"items_per_week\":");
    }

    @Test
    void theDigestPreviewIsTextAndAPageTooAndIsNotRecorded() throws IOException {
        cli.run("fetch");
        Path page = home.config().resolve("digest.html");

        Cli.Result text = cli.run("digest", "preview", "daily", "--text");
        Cli.Result html = cli.run("digest", "preview", "daily", "--html", page.toString());

        assertThat(text.exit()).isZero();
        assertThat(text.out()).contains(" new: ").doesNotContain("List-Id", "<p");
        assertThat(html.out()).isEqualTo("written to " + page + System.lineSeparator());
        assertThat(page).content().startsWith("<!DOCTYPE html>");
        assertThat(cli.run("digest", "preview", "daily", "--text").out()).isEqualTo(text.out());
    }

    @Test
    void anAlertIsComparedAsArticlesComeInAndShownBeforeItIsSent() throws IOException {
        Files.writeString(home.config().resolve("digests.yaml"), """
                alerts:
                  - {id: ada, name: Ada speaks, query: 'said-by:ada-lindqvist'}
                  - {id: none, name: Nobody, query: 'said-by:nobody'}
                subscribers:
                  - {email: reader@example.org, alerts: [ada, none]}
                """);
        cli.run("fetch");

        try (StateStore state = StateStore.openReadOnly(home.state())) {
            assertThat(state.matches().untold("alert:ada:reader@example.org", 10))
                    .isNotEmpty();
            assertThat(state.matches().untold("alert:none:reader@example.org", 10))
                    .isEmpty();
        }
        assertThat(cli.run("alert", "list").out())
                .containsPattern("ada  Ada speaks, 1 subscriber, .*4 weeks")
                .contains("none  Nobody, 1 subscriber, nothing in the past 4 weeks");
        assertThat(cli.run("alert", "list", "--json").out())
                .contains("\"id\":\"ada\"", "\"refused\":null", "\"subscribers\":[\"reader@example.org\"]");
        Cli.Result test = cli.run("alert", "test", "ada");
        assertThat(test.exit()).isZero();
        assertThat(test.out()).contains("1 new: Ada speaks", "said-by:ada-lindqvist");
        assertThat(cli.run("alert", "test", "other").err()).contains("there is no alert other; known are: ada, none");
    }

    @Test
    void whoUnsubscribesAtTheCommandLineIsListedAndGetsNothingUntilItIsUndone() {
        cli.run("fetch");

        assertThat(cli.run("digest", "unsubscribe", "reader@Example.org", "daily")
                        .exit())
                .isZero();

        assertThat(cli.run("digest", "list").out())
                .contains("1 subscriber, next ", " 07:30 UTC", "reader@example.org gets nothing: unsubscribed ");
        assertThat(cli.run("digest", "list", "--json").out())
                .contains("\"zone\":\"UTC\"", "\"suppressed\":[{\"address\":\"reader@example.org\"");
        assertThat(cli.run("digest", "send", "daily").out()).contains("reader@example.org gets nothing");
        assertThat(cli.run("digest", "resubscribe", "reader@example.org").exit())
                .isZero();
        assertThat(cli.run("digest", "send", "daily", "--dry-run").out())
                .startsWith("would send to reader@example.org: ")
                .isEqualTo(cli.run("digest", "send", "daily", "--dry-run").out());
        assertThat(cli.run("digest", "send", "daily").out()).contains("sent to reader@example.org");
        assertThat(cli.run("digest", "send", "daily", "--dry-run").out()).startsWith("nothing new for ");
        assertThat(cli.run("digest", "history", "daily", "--to", "reader@example.org")
                        .out())
                .containsPattern("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\dZ  daily  reader@example.org  sent: written to ");
        assertThat(cli.run("digest", "history", "--json").out())
                .contains("\"status\":\"sent\"", "\"attempts\":1", "\"unknown\":null");
        assertThat(cli.run("digest", "history", "--status", "unknown").err()).contains("no such mails");
        assertThat(cli.run("digest", "history", "--status", "lost").exit()).isEqualTo(2);
        Cli.Result again = cli.run("digest", "resubscribe", "reader@example.org");
        assertThat(again.exit()).isEqualTo(1);
        assertThat(again.err()).contains("`onrecord digest list` shows who is");
        assertThat(cli.run("digest", "unsubscribe", "no address").exit()).isEqualTo(1);
    }

    @Test
    void theDoctorFindsADamagedArchive() throws IOException {
        cli.run("fetch");
        assertThat(cli.run("doctor").exit()).isZero();
        try (Stream<Path> files = Files.list(home.archive())) {
            Path warc = files.findFirst().orElseThrow();
            byte[] bytes = Files.readAllBytes(warc);
            bytes[bytes.length - 40] ^= 0x55;
            Files.write(warc, bytes);
        }

        Cli.Result doctor = cli.run("doctor");

        assertThat(doctor.exit()).isEqualTo(1);
        assertThat(doctor.out()).contains("! archive").contains("1 damaged");
    }

    @Test
    void aCommandWithoutAnIndexSaysWhatToDo() {
        Cli.Result search = cli.run("search", "anything");

        assertThat(search.exit()).isEqualTo(1);
        assertThat(search.err()).contains("onrecord fetch");
    }

    @ParameterizedTest
    @MethodSource("commands")
    void theHelpOfEveryCommandShowsAnExample(List<String> command) {
        CommandLine line = Main.commandLine();
        for (String word : command) {
            line = requireNonNull(line.getSubcommands().get(word), word);
        }

        assertThat(line.getUsageMessage()).contains("Example").contains("onrecord " + String.join(" ", command));
    }

    static Stream<List<String>> commands() {
        return Main.commandLine().getSubcommands().entrySet().stream()
                .flatMap(command -> Stream.concat(
                        Stream.of(List.of(command.getKey())),
                        command.getValue().getSubcommands().keySet().stream()
                                .map(inner -> List.of(command.getKey(), inner))));
    }
}
