package org.onrecord.digest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onrecord.article.Actor;
import org.onrecord.article.ActorId;
import org.onrecord.article.ActorKind;
import org.onrecord.article.Issue;
import org.onrecord.article.IssueId;
import org.onrecord.config.Problem;
import org.onrecord.config.Problems;
import org.onrecord.registry.Registry;

class DigestCatalogTest {
    private static final Registry REGISTRY = new Registry(
            List.of(new Actor(
                    new ActorId("mira-voss"),
                    "Mira Voss",
                    ActorKind.PERSON,
                    null,
                    null,
                    null,
                    null,
                    List.of(),
                    List.of())),
            List.of(),
            List.of(new Issue(
                    new IssueId("chip-sales"),
                    "Chip sales",
                    "Chips should be sold.",
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of())));

    @TempDir
    private Path config;

    private final Problems problems = new Problems();

    @Test
    void readsDigestsAndSubscribers() throws IOException {
        DigestCatalog catalog = read("""
                digests:
                  - id: daily
                    name: Chips, daily
                    schedule: daily at 07:30
                    zone: America/New_York
                    reach: 30d
                    whenEmpty: note
                    issues: [chip-sales]
                    actors: [mira-voss]
                    searches:
                      - name: Licences
                        query: event:licence-granted
                      - saved: Chips for China
                  - id: weekly
                    name: Chips, weekly
                    schedule: mondays at 09:00
                    zone: Asia/Taipei
                    actors: [mira-voss]
                subscribers:
                  - email: ada@example.org
                    digests: [daily, weekly]
                """);

        assertThat(problems.list()).isEmpty();
        assertThat(catalog.find("daily"))
                .contains(new Digest(
                        "daily",
                        "Chips, daily",
                        LocalTime.of(7, 30),
                        Set.of(DayOfWeek.values()),
                        ZoneId.of("America/New_York"),
                        List.of(
                                new Digest.SavedSearch("Licences", "event:licence-granted"),
                                new Digest.SavedSearch("Chips for China", "search:\"Chips for China\"")),
                        List.of(new ActorId("mira-voss")),
                        List.of(new IssueId("chip-sales")),
                        Duration.ofDays(30),
                        Digest.WhenEmpty.NOTE));
        assertThat(catalog.digests()).extracting(Digest::id).containsExactly("daily", "weekly");
        Digest weekly = catalog.digests().getLast();
        assertThat(weekly.days()).containsExactly(DayOfWeek.MONDAY);
        assertThat(weekly.reach()).as("of a digest that names none").hasDays(7);
        assertThat(weekly.whenEmpty()).as("of a digest that says nothing").isEqualTo(Digest.WhenEmpty.SKIP);
        assertThat(catalog.subscribers()).containsExactly(new Subscriber("ada@example.org", Set.of("daily", "weekly")));
        assertThat(catalog.find("monthly")).isEmpty();
    }

    @Test
    void tellsEveryProblemWithItsPlace() throws IOException {
        read("""
                digests:
                  - id: daily
                    name: Daily
                    schedule: daily at 07:30
                    zone: America/New_Jork
                    actors: [mira-voss, nobody]
                    issues: [no-issue]
                  - id: daily
                    name: Again
                    schedule: daily at 07:30
                    zone: UTC
                    actors: [mira-voss]
                  - id: empty
                    name: Empty
                    schedule: daily at 07:30
                    zone: UTC
                  - id: late
                    name: Late
                    schedule: 7.30 pm
                    zone: UTC
                    actors: [mira-voss]
                    mood: fine
                subscribers:
                  - email: ada@example.org
                    digests: [weekly]
                  - email: ada@EXAMPLE.org
                    digests: [daily]
                  - email: a..b@example.org
                    digests: [daily]
                """);

        assertThat(problems.list())
                .extracting(problem -> problem.line() + ":" + problem.column() + " " + problem.key() + ": "
                        + problem.message().split(";")[0])
                .containsExactly(
                        "5:11 digests[0].zone: found \"America/New_Jork\"",
                        "6:25 digests[0].actors[1]: found \"nobody\"",
                        "7:14 digests[0].issues[0]: found \"no-issue\"",
                        "8:9 digests[1].id: another digest has the id daily",
                        "13:5 digests[2]: a digest has at least one search, actor or issue: empty",
                        "19:15 digests[3].schedule: found \"7.30 pm\"",
                        "22:5 digests[3]: unknown key \"mood\"",
                        "25:15 subscribers[0].digests[0]: found \"weekly\"",
                        "26:12 subscribers[1].email: another subscriber has the address ada@example.org",
                        "28:12 subscribers[2].email: found \"a..b@example.org\"");
    }

    @Test
    void readsAlertsAndWhoGetsThem() throws IOException {
        DigestCatalog catalog = read("""
                alerts:
                  - {id: entity-list, name: Entity List, query: '"entity list"'}
                  - {id: chips, saved: Chips for China, mostPerDay: 200}
                subscribers:
                  - {email: ada@example.org, alerts: [entity-list, chips], quiet: "22:00-07:00", zone: Europe/Berlin}
                """);

        assertThat(problems.list()).isEmpty();
        assertThat(catalog.alerts())
                .containsExactly(
                        new Alert("entity-list", "Entity List", "\"entity list\"", 50),
                        new Alert("chips", "Chips for China", "search:\"Chips for China\"", 200));
        assertThat(catalog.subscribers()).singleElement().satisfies(ada -> {
            assertThat(ada.alerts()).containsExactlyInAnyOrder("entity-list", "chips");
            assertThat(ada.digests()).isEmpty();
            assertThat(ada.quiet()).isEqualTo(QuietHours.parse("22:00-07:00", ZoneId.of("Europe/Berlin")));
        });
    }

    @Test
    void tellsWhatIsWrongWithAlerts() throws IOException {
        read("""
                alerts:
                  - {id: one, name: One, query: chips}
                  - {id: one, name: Again, query: chips, mostPerDay: 0}
                  - {id: two, name: Two}
                subscribers:
                  - {email: ada@example.org, alerts: [none]}
                  - {email: bo@example.org}
                  - {email: cy@example.org, alerts: [one], quiet: at night}
                """);

        assertThat(problems.list()).extracting(Problem::line).containsExactly(3, 4, 6, 7, 8);
    }

    @Test
    void isEmptyWithoutAFile() {
        DigestCatalog catalog = DigestCatalog.read(config, REGISTRY, problems);

        assertThat(catalog.digests()).isEmpty();
        assertThat(problems.list()).isEmpty();
    }

    @Test
    void theShippedFileIsClean() {
        Path shipped = Path.of("config");
        Registry registry = Registry.read(shipped, problems);

        DigestCatalog catalog = DigestCatalog.read(shipped, registry, problems);

        assertThat(problems.list()).isEmpty();
        assertThat(catalog.digests()).isNotEmpty();
    }

    @Test
    void readsEverySchedule() throws IOException {
        DigestCatalog catalog = read("""
                digests:
                  - {id: a, name: A, schedule: weekdays at 00:00, zone: UTC, actors: [mira-voss]}
                  - {id: b, name: B, schedule: sundays at 23:59, zone: UTC, actors: [mira-voss]}
                """);

        assertThat(problems.list()).isEmpty();
        assertThat(catalog.digests().getFirst().days())
                .containsExactlyInAnyOrder(
                        DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY, DayOfWeek.FRIDAY);
        assertThat(catalog.digests().getLast().days()).containsExactly(DayOfWeek.SUNDAY);
        assertThat(catalog.digests().getLast().at()).isEqualTo(LocalTime.of(23, 59));
    }

    @Test
    void aDigestReachesBackAHundredYearsAtMost() throws IOException {
        read("""
                digests:
                  - {id: a, name: A, schedule: daily at 07:30, zone: UTC, reach: 36525d, actors: [mira-voss]}
                  - {id: b, name: B, schedule: daily at 07:30, zone: UTC, reach: 36526d, actors: [mira-voss]}
                """);

        assertThat(problems.list()).singleElement().satisfies(problem -> {
            assertThat(problem.line()).isEqualTo(3);
            assertThat(problem.message()).isEqualTo("a digest reaches back up to 36525 days: b");
        });
    }

    @Test
    void aSubscriberMayHaveADomainInAnyScript() throws IOException {
        DigestCatalog catalog = read("""
                digests:
                  - {id: a, name: A, schedule: daily at 07:30, zone: UTC, actors: [mira-voss]}
                subscribers:
                  - {email: ada@münchen.example, digests: [a]}
                """);

        assertThat(problems.list()).isEmpty();
        assertThat(catalog.subscribers()).extracting(Subscriber::address).containsExactly("ada@xn--mnchen-3ya.example");
    }

    private DigestCatalog read(String yaml) throws IOException {
        Files.writeString(config.resolve("digests.yaml"), yaml);
        return DigestCatalog.read(config, REGISTRY, problems);
    }
}
