package org.onrecord.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onrecord.state.StateStore;

class AccessTest {
    private static final String PASSWORD = "four random words here";
    private static final String HOME = "192.0.2.7";

    @TempDir
    private Path folder;

    private final HandClock clock = new HandClock();
    private StateStore state;
    private Access access;

    @BeforeEach
    void open() {
        state = StateStore.open(folder.resolve("state.db"));
        access = new Access(state, clock, new PasswordHashing.Cost(64, 1, 1));
    }

    @AfterEach
    void close() {
        state.close();
    }

    @Test
    void nobodyCanLogInBeforeThereIsAPassword() {
        assertThat(access.logIns().arePossible()).isFalse();
        assertThat(access.logIns().logIn("admin", "", HOME)).isEqualTo(new LogIn.Wrong());

        access.logIns().setPassword("admin", PASSWORD);

        assertThat(access.logIns().arePossible()).isTrue();
        assertThat(access.logIns().caller(logIn())).contains(Caller.person("admin"));
        assertThat(access.logIns().logIn("Admin", PASSWORD, HOME)).isEqualTo(new LogIn.Wrong());
    }

    @Test
    void aPasswordIsNeitherShortNorEndless() {
        assertThatThrownBy(() -> access.logIns().setPassword("admin", "1234567"))
                .hasMessageContaining("8 to 1000");
        assertThatThrownBy(() -> access.logIns().setPassword("admin", "x".repeat(1_001)))
                .hasMessageContaining("not 1001");
    }

    @Test
    void aSessionEndsWhenItIsLeftAloneAndAtLastInAnyCase() {
        access.logIns().setPassword("admin", PASSWORD);
        String left = logIn();
        clock.pass(LogIns.LONGEST_IDLE);
        assertThat(access.logIns().caller(left)).isEmpty();

        String used = logIn();
        for (int day = 0; day < LogIns.LONGEST.toDays(); day++) {
            assertThat(access.logIns().caller(used)).as("day %s", day).isPresent();
            clock.pass(Duration.ofDays(1));
        }
        assertThat(access.logIns().caller(used)).isEmpty();
    }

    @Test
    void aSessionEndsAtLogOutAndWhenThePasswordChanges() {
        access.logIns().setPassword("admin", PASSWORD);
        String first = logIn();
        String second = logIn();

        access.logIns().logOut(first);
        assertThat(access.logIns().caller(first)).isEmpty();
        assertThat(access.logIns().caller(second)).isPresent();

        access.logIns().setPassword("admin", PASSWORD + "!");
        assertThat(access.logIns().caller(second)).isEmpty();
    }

    @Test
    void whoIsKnownMayGoOnWhileTheDiskTakesNoWrites() {
        access.logIns().setPassword("admin", PASSWORD);
        String session = logIn();
        String token =
                access.tokens().create("report", Set.of(Scope.READ), null).secret();
        clock.pass(Duration.ofHours(1));

        try (StateStore unwritable = StateStore.openReadOnly(folder.resolve("state.db"))) {
            Access same = new Access(unwritable, clock, new PasswordHashing.Cost(64, 1, 1));

            assertThat(same.logIns().caller(session)).contains(Caller.person("admin"));
            assertThat(same.tokens().caller(token)).isPresent();
        }
    }

    @Test
    void guessingGetsSlowerFromOneAddressAndNotFromOthers() {
        access.logIns().setPassword("admin", PASSWORD);
        for (int i = 0; i < 5; i++) {
            assertThat(access.logIns().logIn("admin", "wrong " + i, HOME)).isEqualTo(new LogIn.Wrong());
        }

        assertThat(access.logIns().logIn("admin", PASSWORD, HOME)).isEqualTo(new LogIn.TooOften(Duration.ofMinutes(1)));
        assertThat(access.logIns().logIn("admin", PASSWORD, "192.0.2.8")).isInstanceOf(LogIn.Done.class);
        clock.pass(Duration.ofMinutes(1));
        assertThat(access.logIns().logIn("admin", "wrong", HOME)).isEqualTo(new LogIn.Wrong());
        assertThat(access.logIns().logIn("admin", PASSWORD, HOME)).isEqualTo(new LogIn.TooOften(Duration.ofMinutes(2)));
        clock.pass(Duration.ofMinutes(2));
        assertThat(access.logIns().logIn("admin", PASSWORD, HOME)).isInstanceOf(LogIn.Done.class);
        assertThat(access.logIns().logIn("admin", "wrong", HOME)).isEqualTo(new LogIn.Wrong());
    }

    @Test
    void aHashOfAnOlderCostIsMadeAnewWithoutLoggingAnybodyOut() {
        new Access(state, clock, new PasswordHashing.Cost(32, 1, 1)).logIns().setPassword("admin", PASSWORD);
        String early = logIn();

        assertThat(state.accounts().find("admin").orElseThrow().passwordHash()).contains("m=64,");
        assertThat(access.logIns().caller(early)).isPresent();
        assertThat(access.logIns().caller(logIn())).isPresent();
    }

    @Test
    void aTokenOpensWhatItsScopesNameUntilItIsRevokedOrOver() {
        NewToken reading = access.tokens().create("report", Set.of(Scope.READ), null);
        NewToken brief = access.tokens().create("trial", Set.of(Scope.ADMIN), Duration.ofDays(1));

        assertThat(reading.secret()).matches("onr_[A-Za-z0-9_-]{43}");
        Caller caller = access.tokens().caller(reading.secret()).orElseThrow();
        assertThat(caller.name()).isEqualTo("report");
        assertThat(caller.may(Scope.READ)).isTrue();
        assertThat(caller.may(Scope.ADMIN)).isFalse();
        assertThat(access.tokens().caller(brief.secret()).orElseThrow().may(Scope.METRICS))
                .isTrue();

        clock.pass(Duration.ofDays(1));
        assertThat(access.tokens().caller(brief.secret())).isEmpty();
        assertThat(access.tokens().revoke(reading.token().number())).isTrue();
        assertThat(access.tokens().revoke(reading.token().number())).isFalse();
        assertThat(access.tokens().caller(reading.secret())).isEmpty();
        assertThat(access.tokens().caller("onr_" + "A".repeat(43))).isEmpty();
    }

    @Test
    void noSecretIsInTheStateStoreOrInWhatIsPrinted() throws Exception {
        access.logIns().setPassword("admin", PASSWORD);
        String session = logIn();
        NewToken token = access.tokens().create("report", Set.of(Scope.READ), null);
        access.tokens().caller(token.secret());
        state.copyTo(folder.resolve("copy.db"));

        String stored = Files.readString(folder.resolve("copy.db"), StandardCharsets.ISO_8859_1);

        assertThat(stored).contains("report").doesNotContain(PASSWORD, session, token.secret());
        assertThat(token.toString()).doesNotContain(token.secret());
        assertThat(state.accounts().find("admin").orElseThrow().toString()).doesNotContain("argon2");
    }

    @Test
    void theKeyOfAFeedOpensNoOtherAndOutlivesARestart() {
        String key = access.feedKeys().keyOf("H20");

        assertThat(key).matches("[A-Za-z0-9_-]{27}");
        assertThat(access.feedKeys().opens(key, "H20")).isTrue();
        assertThat(access.feedKeys().opens(key, "H200")).isFalse();
        assertThat(access.feedKeys().opens("", "H20")).isFalse();
        assertThat(new Access(state, clock).feedKeys().keyOf("H20")).isEqualTo(key);
    }

    @Test
    void whoAsksTooFastWaits() {
        Pace pace = new Pace(60, clock);

        for (int i = 0; i < 6; i++) {
            assertThat(pace.ask("a")).isZero();
        }
        assertThat(pace.ask("a")).isEqualTo(Duration.ofSeconds(1));
        assertThat(pace.ask("b")).isZero();
        clock.pass(Duration.ofSeconds(1));
        assertThat(pace.ask("a")).isZero();
        assertThat(pace.ask("a")).isPositive();
    }

    private String logIn() {
        return ((LogIn.Done) access.logIns().logIn("admin", PASSWORD, HOME)).secret();
    }
}
