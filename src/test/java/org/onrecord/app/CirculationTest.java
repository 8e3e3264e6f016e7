package org.onrecord.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onrecord.digest.Digest;
import org.onrecord.index.LuceneIndex;
import org.onrecord.state.StateStore;
import org.onrecord.state.SubscriptionRow;
import org.onrecord.state.Suppression;
import org.onrecord.subscription.Choice;
import org.onrecord.subscription.ChoiceJson;

/** The commands about digests and alerts, of the configuration and of readers who subscribed by themselves. */
class CirculationTest {
    private static final Instant NOW = Instant.parse("2026-03-10T12:00:00Z");

    @TempDir
    private Path folder;

    private Home home;
    private Cli cli;

    @BeforeEach
    void open() throws IOException {
        home = SmallHome.at(folder, URI.create("http://127.0.0.1:1/feed.xml"));
        Files.writeString(home.config().resolve("digests.yaml"), """
                digests:
                  - {id: daily, name: Daily, schedule: "daily at 07:30", zone: UTC, actors: [ada-lindqvist]}
                alerts:
                  - {id: ada, name: Ada speaks, query: 'said-by:ada-lindqvist'}
                subscribers:
                  - {email: reader@example.org, digests: [daily], alerts: [ada]}
                """);
        cli = new Cli(home);
        LuceneIndex.open(home.articles()).close();
        try (StateStore state = StateStore.open(home.state())) {
            confirmed(state, "bo@example.org", Choice.Kind.DIGEST);
            confirmed(state, "cy@example.org", Choice.Kind.ALERT);
            state.subscriptions()
                    .ask(
                            "never@example.org",
                            ChoiceJson.write(choice(Choice.Kind.DIGEST)).toString(),
                            NOW);
            state.suppressions()
                    .add(new Suppression(
                            "cy@example.org",
                            "subscription-2",
                            Suppression.Kind.PAUSED,
                            "it brought 200 articles within a day, and 50 at most are wanted",
                            NOW));
        }
    }

    @Test
    void theListsSayWhoGetsWhatAndWhereThatIsWritten() {
        assertThat(cli.run("digest", "list").out())
                .contains("daily  Daily, 1 subscriber, next ")
                .contains("subscription-1  Mine, for bo@example.org by /subscribe, next ")
                .doesNotContain("never@example.org");
        assertThat(cli.run("digest", "list", "--json").out())
                .contains("\"from\":\"config/digests.yaml\"", "\"from\":\"/subscribe\"", "[\"bo@example.org\"]");
        assertThat(cli.run("alert", "list").out())
                .contains("ada  Ada speaks, 1 subscriber, ")
                .contains("subscription-2  Mine, for cy@example.org by /subscribe, ")
                .contains(
                        "cy@example.org gets nothing: paused 2026-03-10, because it brought 200 articles within a day")
                .contains("onrecord digest resubscribe cy@example.org subscription-2");
        assertThat(cli.run("alert", "list", "--json").out()).contains("\"from\":\"/subscribe\"", "\"kind\":\"paused\"");
    }

    @Test
    void whatAReaderAskedForIsPreviewedTestedAndSentByItsId() {
        Cli.Result preview = cli.run("digest", "preview", "subscription-1");
        assertThat(preview.exit()).isZero();
        assertThat(preview.err()).contains("nothing is new");
        assertThat(preview.out()).contains("To: bo@example.org");
        assertThat(cli.run("digest", "send", "subscription-1", "--dry-run").out())
                .isEqualTo("nothing new for bo@example.org" + System.lineSeparator());
        assertThat(cli.run("alert", "test", "subscription-2").err()).contains("no article answers chips");
        assertThat(cli.run("alert", "test", "none").err()).contains("known are: ada, subscription-2");
        assertThat(cli.run("digest", "preview", "none").err()).contains("no digest is called none");
    }

    private static void confirmed(StateStore state, String address, Choice.Kind kind) {
        SubscriptionRow row = state.subscriptions()
                .ask(address, ChoiceJson.write(choice(kind)).toString(), NOW);
        state.subscriptions().confirm(row.number(), NOW);
    }

    private static Choice choice(Choice.Kind kind) {
        return new Choice(
                kind,
                "Mine",
                List.of(new Digest.SavedSearch("chips", "chips")),
                List.of(),
                List.of(),
                Set.of(DayOfWeek.MONDAY),
                LocalTime.of(7, 30),
                ZoneOffset.UTC,
                Digest.WhenEmpty.SKIP,
                null);
    }
}
