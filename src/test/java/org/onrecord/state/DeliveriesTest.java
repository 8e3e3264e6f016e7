package org.onrecord.state;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeliveriesTest {
    private static final Instant NOON = Instant.parse("2026-03-10T12:00:00Z");

    @TempDir
    private Path folder;

    private StateStore store;
    private Deliveries deliveries;

    @BeforeEach
    void open() {
        store = StateStore.open(folder.resolve("state.db"));
        deliveries = store.deliveries();
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void aMailIsDueFromTheMomentItIsInTheOutboxUntilAServerHasTakenIt() {
        deliveries.add(mail("id-1", "ada@example.org", NOON), List.of("statement:1"), NOON);

        assertThat(deliveries.due(NOON.minusMillis(1), 10)).isEmpty();
        assertThat(deliveries.due(NOON, 10)).singleElement().satisfies(due -> {
            assertThat(due.messageId()).isEqualTo("id-1");
            assertThat(new String(due.message(), UTF_8)).isEqualTo("words of id-1");
        });
        deliveries.accepted("id-1", "250 queued", NOON);
        assertThat(deliveries.due(NOON.plus(Duration.ofDays(100)), 10)).isEmpty();
        assertThat(deliveries.pending()).isZero();
        assertThat(deliveries.has("ada@example.org", "statement:1")).isTrue();
    }

    @Test
    void anItemIsKnownToItsSubscriberOnly() {
        deliveries.add(mail("id-1", "ada@example.org", NOON), List.of("statement:1"), NOON);

        assertThat(deliveries.has("ada@example.org", "statement:1")).isTrue();
        assertThat(deliveries.has("ada@example.org", "statement:2")).isFalse();
        assertThat(deliveries.has("bo@example.org", "statement:1")).isFalse();
    }

    @Test
    void thereIsOneMailForADigestAWindowAndASubscriber() {
        assertThat(deliveries.add(mail("id-1", "ada@example.org", NOON), List.of("statement:1"), NOON))
                .isTrue();

        assertThat(deliveries.add(mail("id-2", "ada@example.org", NOON), List.of("statement:2"), NOON))
                .isFalse();

        assertThat(deliveries.has("ada@example.org", "statement:2"))
                .as("the items of a mail that is not sent stay unknown")
                .isFalse();
        assertThat(deliveries.due(NOON, 10)).extracting(Delivery::messageId).containsExactly("id-1");
    }

    @Test
    void aMailWithAnItemThatTheSubscriberHasIsRefusedAsAWhole() {
        deliveries.add(mail("id-1", "ada@example.org", NOON), List.of("statement:1"), NOON);

        Delivery later = mail("id-2", "ada@example.org", NOON.plusSeconds(60));
        assertThatThrownBy(() -> deliveries.add(later, List.of("statement:2", "statement:1"), NOON))
                .isInstanceOf(StateException.class);

        assertThat(deliveries.due(NOON, 10)).hasSize(1);
        assertThat(deliveries.has("ada@example.org", "statement:2")).isFalse();
    }

    @Test
    void aPostponedMailIsTriedAgainAfterGrowingPausesAndGivenUpAfterTwoDays() {
        deliveries.add(mail("id-1", "ada@example.org", NOON), List.of(), NOON);
        List<Duration> pauses = new ArrayList<>();
        Instant now = NOON;

        while (deliveries.postponed("id-1", "451 later", now)) {
            Instant before = now;
            while (deliveries.due(now, 1).isEmpty()) {
                now = now.plus(Duration.ofMinutes(1));
            }
            pauses.add(Duration.between(before, now));
        }

        assertThat(pauses)
                .startsWith(
                        Duration.ofMinutes(5),
                        Duration.ofMinutes(15),
                        Duration.ofMinutes(45),
                        Duration.ofMinutes(135),
                        Duration.ofHours(6),
                        Duration.ofHours(6))
                .hasSize(11);
        assertThat(Duration.between(NOON, now)).isBetween(Duration.ofHours(44), Duration.ofHours(48));
        assertThat(deliveries.pending()).isZero();
        assertThat(deliveries.due(now.plus(Duration.ofDays(100)), 10)).isEmpty();
    }

    @Test
    void aRejectedMailIsNotTriedAgain() {
        deliveries.add(mail("id-1", "ada@example.org", NOON), List.of(), NOON);
        deliveries.add(mail("id-2", "bo@example.org", NOON), List.of(), NOON);

        deliveries.rejected("id-1", "550 no such user", true, NOON);

        assertThat(deliveries.due(NOON.plus(Duration.ofDays(100)), 10))
                .extracting(Delivery::messageId)
                .containsExactly("id-2");
    }

    @Test
    void anAnswerThatComesLateDoesNotWakeASentMail() {
        deliveries.add(mail("id-1", "ada@example.org", NOON), List.of(), NOON);
        deliveries.accepted("id-1", "250 queued", NOON);

        deliveries.postponed("id-1", "451 later", NOON);

        assertThat(deliveries.pending()).isZero();
    }

    @Test
    void remembersTheLastRunAlsoWhenAnEarlierOneIsDoneAgain() {
        assertThat(deliveries.lastRun("daily")).isEmpty();

        deliveries.ran("daily", NOON);
        deliveries.ran("daily", NOON.minus(Duration.ofDays(1)));

        assertThat(deliveries.lastRun("daily")).contains(NOON);
        assertThat(deliveries.lastRun("weekly")).isEmpty();
    }

    @Test
    void knowsTheLastMailOfEachSubscriberAndDigest() {
        deliveries.add(mail("id-1", "ada@example.org", NOON), List.of(), NOON);
        deliveries.add(mail("id-2", "ada@example.org", NOON.plusSeconds(60)), List.of(), NOON);

        assertThat(deliveries.lastWindow("daily", "ada@example.org")).contains(NOON.plusSeconds(60));
        assertThat(deliveries.lastWindow("weekly", "ada@example.org")).isEmpty();
        assertThat(deliveries.lastWindow("daily", "bo@example.org")).isEmpty();
        assertThat(deliveries.hasMail("daily", "ada@example.org", NOON)).isTrue();
        assertThat(deliveries.hasMail("daily", "ada@example.org", NOON.plusSeconds(1)))
                .isFalse();
    }

    @Test
    void theOutboxSurvivesTheProcess() {
        deliveries.add(mail("id-1", "ada@example.org", NOON), List.of("statement:1"), NOON);
        store.close();

        store = StateStore.open(folder.resolve("state.db"));

        assertThat(store.deliveries().due(NOON, 10))
                .extracting(Delivery::messageId)
                .containsExactly("id-1");
        assertThat(store.deliveries().has("ada@example.org", "statement:1")).isTrue();
    }

    private static Delivery mail(String id, String subscriber, Instant window) {
        return new Delivery(id, "daily", subscriber, window, ("words of " + id).getBytes(UTF_8), 0);
    }
}
