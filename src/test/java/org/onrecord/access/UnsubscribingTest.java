package org.onrecord.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onrecord.access.Unsubscribing.Subscription;
import org.onrecord.state.StateStore;
import org.onrecord.state.Suppression.Kind;

class UnsubscribingTest {
    private static final Subscription ADA = new Subscription("ada@example.org", "daily", "Chips, daily");

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
    void theTokenOfAMailStopsThatDigestForThatReaderAlone() {
        Subscription read = access.unsubscribing().read(token(ADA)).orElseThrow();
        access.unsubscribing().leave(read, "by the link in a mail");

        assertThat(read).isEqualTo(ADA);
        assertThat(access.unsubscribing().hasLeft(ADA)).isTrue();
        assertThat(state.suppressions().of("ada@example.org", "daily"))
                .hasValueSatisfying(
                        suppression -> assertThat(suppression.kind()).isEqualTo(Kind.UNSUBSCRIBED));
        assertThat(state.suppressions().of("ada@example.org", "weekly")).isEmpty();
        assertThat(state.suppressions().of("bo@example.org", "daily")).isEmpty();
    }

    @Test
    void theSameTokenBringsTheReaderBack() {
        access.unsubscribing().leave(ADA, "by the link in a mail");
        access.unsubscribing().leave(ADA, "once more");

        access.unsubscribing().comeBack(ADA);

        assertThat(access.unsubscribing().hasLeft(ADA)).isFalse();
        assertThat(state.suppressions().all()).isEmpty();
    }

    @Test
    void aTokenHoldsAfterARestartAndInNoOtherHome() {
        String token = token(ADA);

        assertThat(new Access(state, clock).unsubscribing().read(token)).contains(ADA);
        try (StateStore elsewhere = StateStore.open(folder.resolve("elsewhere.db"))) {
            assertThat(new Access(elsewhere, clock).unsubscribing().read(token)).isEmpty();
        }
        assertThat(access.unsubscribing().read(Unsubscribing.token(SignedLinks.forPreviews(), ADA)))
                .isEmpty();
    }

    @Test
    void noWordOfATokenCanBeExchanged() {
        String token = token(ADA);
        String seal = token.substring(token.indexOf('.'));
        String other = token(new Subscription("bo@example.org", "daily", "Chips, daily"));

        assertThat(access.unsubscribing().read(other.substring(0, other.indexOf('.')) + seal))
                .isEmpty();
        assertThat(access.unsubscribing()
                        .read(access.signedLinks().token("confirm", List.of(ADA.address(), ADA.digest(), ADA.name()))))
                .as("a token for something else")
                .isEmpty();
        for (String wrong : List.of("", ".", token + "A", token.substring(1), "%%%" + seal, "x".repeat(100_000))) {
            assertThat(access.unsubscribing().read(wrong)).as(wrong).isEmpty();
        }
    }

    @Test
    void aMillionGuessesOpenNothing() {
        String token = token(ADA);
        String words = token.substring(0, token.indexOf('.') + 1);
        Random random = new Random(20261127);
        byte[] guess = new byte[20];
        Set<String> hits = new HashSet<>();

        for (int i = 0; i < 1_000_000; i++) {
            random.nextBytes(guess);
            String guessed = words + Base64.getUrlEncoder().withoutPadding().encodeToString(guess);
            access.unsubscribing().read(guessed).ifPresent(hit -> hits.add(guessed));
        }

        assertThat(hits).isEmpty();
        assertThat(access.unsubscribing().read(token)).as("the right one").contains(ADA);
    }

    @Test
    void aSignedWordIsOneLine() {
        assertThatThrownBy(() -> access.signedLinks().token("x", List.of("one\ntwo")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private String token(Subscription subscription) {
        return Unsubscribing.token(access.signedLinks(), subscription);
    }
}
