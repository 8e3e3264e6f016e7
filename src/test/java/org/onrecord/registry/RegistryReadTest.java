package org.onrecord.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onrecord.article.Actor;
import org.onrecord.article.ActorId;
import org.onrecord.article.ActorKind;
import org.onrecord.article.Alias;
import org.onrecord.article.EntityType;
import org.onrecord.article.IssueId;
import org.onrecord.article.Topic;
import org.onrecord.config.Problem;
import org.onrecord.config.Problems;

class RegistryReadTest {
    private static final String ISSUES = """
            issues:
              - id: tea
                name: Tea
                proposition: Tea should be free.
                subjects: [tea]
                loosening: [pour]
                away: [coffee only]
            """;

    @TempDir
    Path folder;

    private final Problems problems = new Problems();

    @BeforeEach
    void writeIssues() throws IOException {
        Files.writeString(folder.resolve("issues.yaml"), ISSUES);
    }

    @Test
    void readsActorsWithEveryFormOfAlias() throws IOException {
        Registry registry = read("""
                actors:
                  - {id: acme, name: Acme, kind: company}
                  - {id: utopia, name: Utopia, kind: place}
                  - id: ada-example
                    name: Ada Example
                    kind: person
                    role: chief executive
                    affiliation: acme
                    country: utopia
                    gender: female
                    descriptions: [chief executive]
                    aliases:
                      - {text: Example, when: after-full-name}
                      - A. Example
                      - {text: Ada, when: with-context, context: [Acme, anvil]}
                """);

        assertThat(problems.list()).isEmpty();
        assertThat(registry.actor(new ActorId("ada-example")))
                .contains(new Actor(
                        new ActorId("ada-example"),
                        "Ada Example",
                        ActorKind.PERSON,
                        "chief executive",
                        new ActorId("acme"),
                        new ActorId("utopia"),
                        Actor.Gender.FEMALE,
                        List.of("chief executive"),
                        List.of(
                                Alias.always("A. Example"),
                                new Alias("Example", Alias.Use.AFTER_FULL_NAME, List.of()),
                                new Alias("Ada", Alias.Use.WITH_CONTEXT, List.of("Acme", "anvil")))));
    }

    @Test
    void readsTopicsAndIssues() throws IOException {
        Registry registry = read("""
                actors:
                  - {id: acme, name: Acme, kind: company}
                topics:
                  - {id: anvil-2, name: Anvil 2, type: product, owner: acme, aliases: [A2]}
                """);

        assertThat(registry.topics())
                .containsExactly(new Topic(
                        "anvil-2", "Anvil 2", EntityType.PRODUCT, new ActorId("acme"), List.of(Alias.always("A2"))));
        assertThat(registry.issue(new IssueId("tea")).orElseThrow().away()).containsExactly("coffee only");
        assertThat(registry.issue(new IssueId("tea")).orElseThrow().tightening())
                .isEmpty();
    }

    @Test
    void prefersTheActorOfActorsYamlToTheOneOfCongressYaml() throws IOException {
        Files.writeString(folder.resolve("congress.yaml"), """
                actors:
                  - {id: ada-example, name: Ada Q. Example, kind: person, role: senator}
                  - {id: bob-example, name: Bob Example, kind: person, role: senator}
                """);

        Registry registry = read("actors:\n  - {id: ada-example, name: Ada Example, kind: person, role: chair}\n");

        assertThat(problems.list()).isEmpty();
        assertThat(registry.actors()).extracting(Actor::name).containsExactly("Ada Example", "Bob Example");
    }

    @Test
    void reportsAnIdThatIsTaken() throws IOException {
        read("""
                actors:
                  - {id: acme, name: Acme, kind: company}
                  - {id: acme, name: Acme Two, kind: company}
                """);

        assertThat(messages()).containsExactly("3:10 actors[1].id: the id acme is taken by line 2");
    }

    @Test
    void reportsActorsThatNobodyDefines() throws IOException {
        read("""
                actors:
                  - {id: ada, name: Ada, kind: person, affiliation: acme, country: utopia}
                topics:
                  - {id: anvil, name: Anvil, type: product, owner: acme}
                """);

        assertThat(messages())
                .containsExactly(
                        "2:53 actors[0].affiliation: found \"acme\"; no actor has this id in actors.yaml or congress.yaml",
                        "2:68 actors[0].country: found \"utopia\"; no actor has this id in actors.yaml or congress.yaml",
                        "4:52 topics[0].owner: found \"acme\"; no actor has this id in actors.yaml or congress.yaml");
    }

    @Test
    void reportsNoMissingActorWhenTheActorOnlyHasProblemsOfItsOwn() throws IOException {
        read("""
                actors:
                  - {id: acme, name: Acme, kind: firm}
                  - {id: ada, name: Ada, kind: person, affiliation: acme}
                """);

        assertThat(messages()).singleElement().asString().startsWith("2:34 actors[0].kind: found \"firm\"");
    }

    @Test
    void reportsANameThatAlwaysCountsForTwoActors() throws IOException {
        read("""
                actors:
                  - {id: acme, name: Acme, kind: company, aliases: [Anvil Works]}
                  - {id: anvil-works, name: Anvil Works, kind: company}
                  - {id: ada, name: Ada, kind: person, aliases: [{text: Acme, when: after-full-name}]}
                """);

        assertThat(messages())
                .containsExactly("3:5 actors[1]: the name \"Anvil Works\" also belongs to acme (line 2);"
                        + " say in one of them when it counts");
    }

    @Test
    void letsACapitalShareItsNameWithItsCountryOnly() throws IOException {
        read("""
                actors:
                  - {id: utopia, name: Utopia, kind: place, aliases: [Amaurot]}
                  - {id: amaurot, name: Amaurot, kind: place, country: utopia}
                  - {id: arcadia, name: Arcadia, kind: place, aliases: [Amaurot]}
                """);

        assertThat(messages())
                .singleElement()
                .asString()
                .startsWith("4:5 actors[2]: the name \"Amaurot\" also belongs");
    }

    @Test
    void letsACapitalShareItsNameWithAUnionOfCountries() throws IOException {
        read("""
                actors:
                  - {id: amaurot, name: Amaurot, kind: place, country: utopian-union}
                  - {id: utopian-union, name: Utopian Union, kind: organisation, aliases: [Amaurot]}
                """);

        assertThat(messages()).isEmpty();
    }

    @Test
    void hashesWhatCountsAndNotHowItIsWritten() throws IOException {
        String block = read("actors:\n  - id: acme # a maker of anvils\n    name: Acme\n    kind: company\n")
                .digest();
        String flow =
                read("actors: [{kind: company, id: acme, name: \"Acme\"}]\n").digest();
        String other = read("actors: [{kind: company, id: acme, name: Acme, aliases: [Ac]}]\n")
                .digest();

        assertThat(block).isEqualTo(flow).isNotEqualTo(other).hasSize(64);
    }

    @Test
    void readsTheShippedFilesWithoutProblems() {
        assumeTrue(Files.exists(Path.of("config/actors.yaml")), "config/actors.yaml is not there");

        Registry registry = Registry.read(Path.of("config"), problems);

        assertThat(problems.list()).isEmpty();
        assertThat(registry.issues()).hasSize(2);
    }

    private Registry read(String actors) throws IOException {
        Files.writeString(folder.resolve("actors.yaml"), actors);
        return Registry.read(folder, problems);
    }

    private List<String> messages() {
        return problems.list().stream()
                .map((Problem problem) ->
                        problem.line() + ":" + problem.column() + " " + problem.key() + ": " + problem.message())
                .toList();
    }
}
