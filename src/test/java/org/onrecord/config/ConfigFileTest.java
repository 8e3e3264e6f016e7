package org.onrecord.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigFileTest {
    private static final String SOURCE = """
            sources:
              - id: one
                name: One
                kind: feed
                url: https://example.org/feed
                every: 30m
                rights: text
            """;

    @Test
    void takesARightFileWithoutAnyProblem() {
        assertThat(problemsOf("sources.schema.json", SOURCE)).isEmpty();
    }

    @Test
    void saysWhatWasFoundAndWhatIsAllowedAtThePlaceOfTheValue() {
        assertThat(problemsOf("sources.schema.json", SOURCE.replace("30m", "soon")))
                .containsExactly(
                        "x.yaml:6:12: sources[0].every: found \"soon\"; allowed is a duration such as 30m, 2h or PT30M");
    }

    @Test
    void guessesWhichKeyWasMeant() {
        assertThat(problemsOf("sources.schema.json", SOURCE.replace("every:", "evry:")))
                .containsExactly(
                        "x.yaml:2:5: sources[0]: the key \"every\" is missing; required are id, name, kind, url, every, rights",
                        "x.yaml:6:5: sources[0]: unknown key \"evry\"; did you mean \"every\"?"
                                + " allowed are id, name, kind, url, zone, include, exclude, first, revisit, select, every, rights, disabled");
    }

    @Test
    void refusesAnUnknownKeyThatResemblesNothing() {
        assertThat(problemsOf("onrecord.schema.json", "speed: 3\n"))
                .containsExactly("x.yaml:1:1: unknown key \"speed\"; allowed are fetch, web, mail, jobs, tag");
    }

    @Test
    void speaksOfTheKindOfSourceThatWasMeantOnly() {
        String listing = SOURCE.replace("kind: feed", "kind: listing");

        assertThat(problemsOf("sources.schema.json", listing))
                .containsExactly("x.yaml:2:5: sources[0]: the key \"links\" is missing;"
                        + " required are id, name, kind, url, links, every, rights");
    }

    @Test
    void listsTheKindsWhenTheKindIsUnknownOrMissing() {
        assertThat(problemsOf("sources.schema.json", SOURCE.replace("kind: feed", "kind: fed")))
                .containsExactly(
                        "x.yaml:4:11: sources[0].kind: found \"fed\"; allowed are feed, sitemap, federal-register, listing, folder, warc");
        assertThat(problemsOf("sources.schema.json", SOURCE.replace("    kind: feed\n", "")))
                .containsExactly(
                        "x.yaml:2:5: sources[0]: the key \"kind\" is missing; allowed are feed, sitemap, federal-register, listing, folder, warc");
    }

    @Test
    void refusesWordsThatAreNotInTheList() {
        assertThat(problemsOf("sources.schema.json", SOURCE.replace("rights: text", "rights: all")))
                .containsExactly("x.yaml:7:13: sources[0].rights: found \"all\"; allowed are text, headline");
    }

    @Test
    void refusesNumbersOutsideTheirRange() {
        assertThat(problemsOf("onrecord.schema.json", "web:\n  port: 70000\n"))
                .containsExactly("x.yaml:2:9: web.port: found 70000; allowed is a whole number from 0 to 65535");
    }

    @Test
    void refusesTextInPlaceOfANumber() {
        assertThat(problemsOf("onrecord.schema.json", "web:\n  port: \"7171\"\n"))
                .containsExactly("x.yaml:2:9: web.port: found \"7171\"; allowed is a whole number from 0 to 65535");
    }

    @Test
    void asksForQuotesWhereANumberShouldBeText() {
        assertThat(problemsOf("sources.schema.json", SOURCE.replace("name: One", "name: 360")))
                .containsExactly("x.yaml:3:11: sources[0].name: found 360; allowed is a text that is not blank;"
                        + " put it in quotes to have it read as text");
    }

    @Test
    void refusesAValueWithNothingBehindItsKey() {
        assertThat(problemsOf("sources.schema.json", SOURCE.replace("name: One", "name:")))
                .containsExactly("x.yaml:3:10: sources[0].name: found nothing; allowed is a text that is not blank");
    }

    @Test
    void refusesAGroupWhereAListShouldBe() {
        assertThat(problemsOf("sources.schema.json", "sources:\n  id: one\n"))
                .containsExactly("x.yaml:2:3: sources: found a group of keys; allowed is a list or nothing");
    }

    @Test
    void refusesAFileThatIsNoGroupAtAll() {
        assertThat(problemsOf("sources.schema.json", "- one\n"))
                .singleElement()
                .asString()
                .startsWith("x.yaml:1:1: found a list; allowed is ");
    }

    @Test
    void findsAKeyThatStandsTwice() {
        assertThat(problemsOf("onrecord.schema.json", "web:\n  port: 1\n  host: localhost\n  port: 2\n"))
                .containsExactly(
                        "x.yaml:4:3: web.port: the key \"port\" stands here a second time; the first is in line 2");
    }

    @Test
    void findsAnItemThatStandsTwice() {
        String digest = """
                digests:
                  - {id: a, name: A, schedule: daily at 07:30, zone: UTC, issues: [x, y, x]}
                """;

        assertThat(problemsOf("digests.schema.json", digest))
                .containsExactly("x.yaml:2:74: digests[0].issues[2]: \"x\" stands in this list a second time");
    }

    @Test
    void refusesAScheduleWithoutATimeOfDay() {
        String digest = "digests:\n  - {id: a, name: A, schedule: daily, zone: UTC}\n";

        assertThat(problemsOf("digests.schema.json", digest))
                .singleElement()
                .asString()
                .startsWith("x.yaml:2:32: digests[0].schedule: found \"daily\"; allowed is a time such as");
    }

    @Test
    void collectsAllProblemsOfAFileInOrder() {
        String many = SOURCE.replace("id: one", "id: One")
                .replace("rights: text", "rights: all")
                .replace("every: 30m", "every: 0.5h");

        assertThat(problemsOf("sources.schema.json", many))
                .hasSize(3)
                .extracting(text -> text.split(" ")[0])
                .containsExactly("x.yaml:2:9:", "x.yaml:6:12:", "x.yaml:7:13:");
    }

    @Test
    void namesThePlaceWhereTheYamlBreaks() {
        assertThat(problemsOf("onrecord.schema.json", "web:\n  host: a: b\n"))
                .singleElement()
                .asString()
                .startsWith("x.yaml:2:10: not valid YAML: mapping values are not allowed here (put a text");
        assertThat(problemsOf("onrecord.schema.json", "web:\n\tport: 1\n"))
                .singleElement()
                .asString()
                .startsWith("x.yaml:2:1: not valid YAML: ")
                .contains("TAB");
    }

    @Test
    void refusesReferencesSecondDocumentsAndControlCharacters() {
        assertThat(problemsOf("onrecord.schema.json", "web: &a\n  port: 1\nmail: *a\n"))
                .contains("x.yaml:3:7: mail: found *a; write the value out, references are not read");
        assertThat(problemsOf("onrecord.schema.json", "web: {}\n---\nmail: {}\n"))
                .containsExactly("x.yaml:2:1: a second document starts here; one file holds one");
        assertThat(problemsOf("onrecord.schema.json", "web:\n  host: a\u0007b\n"))
                .containsExactly("x.yaml:2:10: the character U+0007 is not allowed in YAML");
    }

    @Test
    void refusesNestingWithoutEnd() {
        assertThat(problemsOf("onrecord.schema.json", "[".repeat(100) + "]".repeat(100)))
                .containsExactly("x.yaml:1:66: nested more than 64 levels deep");
    }

    @Test
    void takesAnEmptyFileForOneWithoutAnyKey() {
        assertThat(problemsOf("onrecord.schema.json", "# nothing but a comment\n"))
                .isEmpty();
        assertThat(problemsOf("sources.schema.json", ""))
                .containsExactly("x.yaml:1:1: the key \"sources\" is missing; required are sources");
    }

    @Test
    void saysThatAFileIsMissing(@TempDir Path folder) {
        Path file = folder.resolve("sources.yaml");
        Problems problems = new Problems();

        Section section = ConfigFile.read(file, "sources.schema.json", problems);

        assertThat(section.isPresent()).isFalse();
        assertThat(problems.list())
                .extracting(Problem::toString)
                .containsExactly(file + ": there is no such file; copy the one that ships with OnRecord");
    }

    @Test
    void findsTheFirstByteThatIsNoUtf8(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("onrecord.yaml");
        Files.write(file, "web:\n  host: caf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1));
        Problems problems = new Problems();

        ConfigFile.readIfPresent(file, "onrecord.schema.json", problems);

        assertThat(problems.list())
                .containsExactly(new Problem(file, 2, 12, "", "not UTF-8; save the file as UTF-8 in the editor"));
    }

    @Test
    void skipsTheMarkThatSomeEditorsPutFirst(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("onrecord.yaml");
        Files.writeString(file, "\uFEFFweb:\n  port: 7272\n");
        Problems problems = new Problems();

        Section section = ConfigFile.readIfPresent(file, "onrecord.schema.json", problems);

        assertThat(problems.list()).isEmpty();
        assertThat(section.section("web").integer("port", 0, 65535, 7171)).isEqualTo(7272);
    }

    private static List<String> problemsOf(String schema, String yaml) {
        Problems problems = new Problems();
        ConfigFile.parse(Path.of("x.yaml"), yaml, schema, problems);
        return problems.list().stream().map(Problem::toString).toList();
    }
}
