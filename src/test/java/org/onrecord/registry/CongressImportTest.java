package org.onrecord.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onrecord.SharedMaterial;
import org.onrecord.article.Actor;
import org.onrecord.article.ActorId;
import org.onrecord.article.ActorKind;
import org.onrecord.article.Alias;
import org.onrecord.config.Problems;

/** The people in the sample are invented; only its form is that of congress-legislators. */
class CongressImportTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 1);

    @TempDir
    Path folder;

    private final Problems problems = new Problems();

    @BeforeEach
    void writeSample() throws IOException {
        Files.writeString(folder.resolve("legislators-current.yaml"), """
                - id: {bioguide: P000001, wikipedia: Pépa Quill (politician)}
                  name: {first: Josefa, middle: R., last: Quill, nickname: Pépa, official_full: Josefa R. Quill}
                  bio: {gender: F}
                  terms:
                  - {type: rep, state: TX, start: '2019-01-03', end: '2021-01-03', party: Republican}
                  - {type: sen, state: MA, start: '2021-01-03', end: '2027-01-03', party: Democrat}
                  leadership_roles:
                  - {title: Senate Majority Whip, start: '2019-01-03', end: '2021-01-03'}
                  - {title: Senate Minority Leader, start: '2025-01-03'}
                - id: {bioguide: T000001}
                  name: {first: Thomas, last: Ash, suffix: Jr., official_full: 'Thomas Ash, Jr.'}
                  bio: {gender: M}
                  terms:
                  - {type: rep, state: OH, start: '2023-01-03', end: '2027-01-03', party: Republican}
                - id: {bioguide: T000002}
                  name: {first: Thomas, last: Ash, official_full: Thomas Ash}
                  bio: {gender: M}
                  terms:
                  - {type: rep, state: GU, start: '2023-01-03', end: '2027-01-03', party: Independent}
                """);
        Files.writeString(folder.resolve("committees-current.yaml"), """
                - {type: senate, name: 'Senate Committee on Banking, Housing, and Urban Affairs', thomas_id: SSBK}
                - {type: house, name: House Committee on the Judiciary, thomas_id: HSJU}
                """);
        Files.writeString(folder.resolve("committee-membership-current.yaml"), """
                SSBK:
                - {name: Josefa Quill, rank: 1, title: Ranking Member, bioguide: P000001}
                SSBK01:
                - {name: Josefa Quill, rank: 1, title: Chairman, bioguide: P000001}
                HSJU:
                - {name: Thomas Ash, rank: 1, title: Chairman, bioguide: T000001}
                - {name: Thomas Ash, rank: 2, bioguide: T000002}
                """);
        Files.writeString(folder.resolve("executive.yaml"), """
                - id: {bioguide: W000001}
                  name: {first: Old, last: Wig}
                  bio: {gender: M}
                  terms: [{type: prez, start: '1801-03-04', end: '1805-03-04', party: Federalist}]
                - id: {bioguide: F000001, wikipedia: Fay R. Moon}
                  name: {first: Fay, middle: R., last: Moon}
                  bio: {gender: F}
                  terms: [{type: viceprez, start: '2013-01-20', end: '2017-01-20', party: Democrat}]
                - id: {bioguide: N000001}
                  name: {first: Ned, last: Sun}
                  bio: {gender: M}
                  terms: [{type: prez, start: '2025-01-20', end: '2029-01-20', party: Democrat}]
                """);
    }

    @Test
    void namesAMemberAsThePressDoesAndKeepsTheOtherNames() {
        Actor quill = actor("pepa-quill");

        assertThat(quill.name()).isEqualTo("Pépa Quill");
        assertThat(quill.role()).isEqualTo("senator");
        assertThat(quill.affiliation()).isEqualTo(new ActorId("us-senate"));
        assertThat(quill.gender()).isEqualTo(Actor.Gender.FEMALE);
        assertThat(quill.aliases())
                .contains(
                        Alias.always("Josefa R. Quill"),
                        Alias.always("Josefa Quill"),
                        Alias.always("Pepa Quill"),
                        new Alias("Quill", Alias.Use.WITH_TITLE, List.of()))
                .doesNotContain(Alias.always("Pépa Quill"));
    }

    @Test
    void describesAMemberByStatePartyAndPostsOfToday() {
        assertThat(actor("pepa-quill").descriptions())
                .contains(
                        "senator",
                        "democrat",
                        "massachusetts democrat",
                        "senate minority leader",
                        "ranking member of the senate banking committee")
                .doesNotContain("senate majority whip", "republican", "chairman of the senate banking committee");
        assertThat(actor("thomas-ash").descriptions())
                .contains("congressman", "ohio republican", "chairman of the house judiciary committee");
    }

    @Test
    void tellsNamesakesApartByTheirState() {
        assertThat(actor("thomas-ash").name()).isEqualTo("Thomas Ash");
        assertThat(actor("thomas-ash-guam").name()).isEqualTo("Thomas Ash (Guam)");
        assertThat(actor("thomas-ash-guam").role()).isEqualTo("delegate");
        assertThat(actor("thomas-ash-guam").aliases()).doesNotContain(Alias.always("Thomas Ash"));
    }

    @Test
    void namesACommitteeAsThePressDoes() {
        Actor banking = actor("senate-banking-committee");

        assertThat(banking.name()).isEqualTo("Senate Banking Committee");
        assertThat(banking.kind()).isEqualTo(ActorKind.LEGISLATURE);
        assertThat(banking.aliases())
                .containsExactlyInAnyOrder(
                        Alias.always("Senate Committee on Banking, Housing, and Urban Affairs"),
                        Alias.always("Senate Banking, Housing, and Urban Affairs Committee"));
        assertThat(actors()).containsKey("house-judiciary-committee");
    }

    @Test
    void listsPresidentsSince2001AndKnowsWhoIsInOffice() {
        assertThat(actors()).doesNotContainKey("old-wig");
        assertThat(actor("fay-r-moon").role()).isEqualTo("former vice president");
        assertThat(actor("fay-r-moon").aliases()).contains(Alias.always("Fay Moon"));
        assertThat(actor("ned-sun").role()).isEqualTo("president");
        assertThat(actor("ned-sun").aliases()).contains(Alias.always("Sun"));
    }

    @Test
    void writesAFileThatReadsBackEqualAndIsFreeOfProblems() throws IOException {
        Files.writeString(folder.resolve("actors.yaml"), "actors: []\n");
        Files.writeString(folder.resolve("issues.yaml"), "issues: []\n");

        int written = new CongressImport(TODAY).run(folder, folder.resolve("congress.yaml"), problems);
        Registry registry = Registry.read(folder, problems);

        assertThat(problems.list()).isEmpty();
        assertThat(registry.actors()).hasSize(written).containsExactlyElementsOf(List.copyOf(actors().values()));
        assertThat(folder.resolve("congress.yaml")).content().contains("Made on 2026-11-01", "CC0");
    }

    @Test
    void writesNothingWhenAFileIsMissing() throws IOException {
        Files.delete(folder.resolve("executive.yaml"));

        int written = new CongressImport(TODAY).run(folder, folder.resolve("congress.yaml"), problems);

        assertThat(written).isZero();
        assertThat(folder.resolve("congress.yaml")).doesNotExist();
        assertThat(problems.list()).singleElement().asString().endsWith("executive.yaml: there is no such file");
    }

    @Test
    void importsTheWholeCongress() throws IOException {
        Path data = SharedMaterial.at("registry");
        assumeTrue(Files.exists(data.resolve("legislators-current.yaml")), "no data in " + data);

        Path target = folder.resolve("congress.yaml");
        int written = new CongressImport(TODAY).run(data, target, problems);
        Files.writeString(folder.resolve("actors.yaml"), "actors: []\n");
        Files.writeString(folder.resolve("issues.yaml"), "issues: []\n");
        Registry registry = Registry.read(folder, problems);

        assertThat(problems.list()).isEmpty();
        assertThat(written).isGreaterThan(580);
        assertThat(registry.actor(new ActorId("elizabeth-warren")).orElseThrow().descriptions())
                .contains("massachusetts democrat");
        assertThat(registry.actor(new ActorId("senate-banking-committee"))).isPresent();
    }

    private Actor actor(String id) {
        Actor actor = actors().get(id);
        if (actor == null) {
            throw new AssertionError("no actor " + id + " among " + actors().keySet());
        }
        return actor;
    }

    private Map<String, Actor> actors() {
        List<Actor> actors = new CongressImport(TODAY).actors(folder, problems);
        assertThat(problems.list()).isEmpty();
        return actors.stream()
                .collect(Collectors.toMap(
                        actor -> actor.id().value(), Function.identity(), (one, other) -> one, LinkedHashMap::new));
    }
}
