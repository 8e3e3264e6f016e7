package org.onrecord.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShippedConfigTest {
    private static final Path CONFIG = Path.of("config");

    @ParameterizedTest
    @CsvSource({
        "onrecord.yaml, onrecord",
        "sources.yaml, sources",
        "actors.yaml, actors",
        "congress.yaml, actors",
        "issues.yaml, issues",
        "digests.yaml, digests"
    })
    void shipsFilesWithoutProblems(String name, String schema) {
        Path file = CONFIG.resolve(name);
        assumeTrue(Files.exists(file), file + " is not there");
        Problems problems = new Problems();

        ConfigFile.read(file, schema + ".schema.json", problems);

        assertThat(problems.list()).isEmpty();
    }

    /** Editors use a full validator: what ours accepts and refuses, that one has to accept and refuse as well. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "onrecord | web: {port: 7171, names: [a.example.org]}  | true",
                "onrecord | web: {port: 70000}                          | false",
                "onrecord | web: {prot: 7171}                           | false",
                "onrecord | mail: {smtp: {port: 25}}                    | false",
                "onrecord | fetch: {timeout: PT30S, pageSize: 4096}     | true",
                "onrecord | fetch: {timeout: soon}                      | false",
                "sources  | sources: [{id: a, name: A, kind: folder, folder: saved, every: 1h, rights: text}] | true",
                "sources  | sources: [{id: a, name: A, kind: folder, url: 'https://a', every: 1h, rights: text}] | false",
                "sources  | sources: [{id: a, name: A, kind: feed, url: ftp://a, every: 1h, rights: text}] | false",
                "sources  | sources: 3                                  | false",
                "actors   | actors: [{id: a, name: A, kind: person, aliases: [B, {text: C, when: with-title}]}] | true",
                "actors   | actors: [{id: a, name: A, kind: person, aliases: [{text: C, when: with-context}]}] | false",
                "actors   | actors: [{id: a, name: A, kind: person, aliases: [{text: C, when: with-title, context: [D]}]}] | false",
                "actors   | actors: [{id: a, name: A, kind: person, descriptions: [Senator]}] | false",
                "actors   | topics: [{id: a, name: A, type: product}]   | true",
                "issues   | issues: [{id: a, name: A, proposition: A is good., subjects: []}] | false",
                "issues   | issues: [{id: a, name: A, proposition: A is good., subjects: [a, a]}] | false",
                "digests  | digests: [{id: a, name: A, schedule: mondays at 24:00, zone: UTC}] | false",
                "digests  | {digests: [{id: a, name: A, schedule: mondays at 18:00, zone: UTC}], subscribers: null} | true"
            })
    void agreesWithAFullValidator(String schema, String yaml, boolean right) throws IOException {
        String json = Files.readString(CONFIG.resolve("schema").resolve(schema + ".schema.json"));
        Problems problems = new Problems();

        ConfigFile.parse(Path.of("x.yaml"), yaml, schema + ".schema.json", problems);
        boolean validator = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(json)
                .validate(yaml, InputFormat.YAML)
                .isEmpty();

        assertThat(problems.isEmpty()).isEqualTo(right);
        assertThat(validator).isEqualTo(right);
    }

    @Test
    void refusesASchemaThatItWouldCheckOnlyInPart() {
        assertThatThrownBy(() -> SchemaReader.parse("a.json", "{\"type\": \"string\", \"maxLength\": 3}"))
                .hasMessage("the schema a.json is broken in line 1: the keyword \"maxLength\" is not understood");
        assertThatThrownBy(() -> SchemaReader.parse("a.json", "{\"properties\": {}}"))
                .hasMessageContaining("unknown keys are errors everywhere");
    }

    @Test
    void refusesARuleBesideAReferenceBecauseItWouldNotBeChecked() {
        String schema = "{\"$ref\": \"#/$defs/a\", \"minItems\": 1, \"$defs\": {\"a\": {\"type\": \"array\"}}}";

        assertThatThrownBy(() -> SchemaReader.parse("a.json", schema))
                .hasMessageContaining("only notes may stand beside a reference");
    }

    @Test
    void namesEveryFileOfTheConfigFolder() throws IOException {
        try (Stream<Path> files = Files.walk(CONFIG)) {
            List<String> names = files.filter(Files::isRegularFile)
                    .map(file -> CONFIG.relativize(file).toString().replace('\\', '/'))
                    .toList();

            assertThat(ShippedConfig.files()).containsAll(names);
        }
    }

    @Test
    void fillsAHomeAndLeavesWhatIsThere(@TempDir Path home) throws IOException {
        assumeTrue(Files.exists(CONFIG.resolve("actors.yaml")), "config/actors.yaml is not there");
        Files.writeString(home.resolve("sources.yaml"), "sources: []\n");

        List<Path> written = ShippedConfig.copyMissingTo(home);

        assertThat(written).hasSize(ShippedConfig.files().size() - 1).doesNotContain(home.resolve("sources.yaml"));
        assertThat(home.resolve("sources.yaml")).hasContent("sources: []");
        assertThat(home.resolve("schema/sources.schema.json")).exists();
        assertThat(ShippedConfig.copyMissingTo(home)).isEmpty();
    }
}
