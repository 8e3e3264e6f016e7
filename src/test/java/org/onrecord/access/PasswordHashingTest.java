package org.onrecord.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PasswordHashingTest {
    private final PasswordHashing hashing = new PasswordHashing(new PasswordHashing.Cost(64, 1, 1));

    @Test
    void aHashIsOfItsPasswordAlone() {
        String hash = hashing.hash("correct horse battery");

        assertThat(hash).startsWith("$argon2id$v=19$m=64,t=1,p=1$").doesNotContain("horse");
        assertThat(hashing.matches("correct horse battery", hash)).isTrue();
        assertThat(hashing.matches("correct horse batterz", hash)).isFalse();
        assertThat(hashing.matches("", hash)).isFalse();
        assertThat(hashing.hash("correct horse battery")).isNotEqualTo(hash);
    }

    /** Made by the reference implementation: {@code echo -n password | argon2 somesalt -id -t 2 -k 65536 -p 1 -e}. */
    @Test
    void readsWhatOtherProgramsWrite() {
        String reference = "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";

        assertThat(hashing.matches("password", reference)).isTrue();
        assertThat(hashing.matches("Password", reference)).isFalse();
    }

    @Test
    void whatShipsCostsAtLeastWhatOwaspNames() {
        assertThat(new PasswordHashing(PasswordHashing.Cost.USUAL).hash("x"))
                .startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
    }

    @Test
    void theSameLettersWrittenOtherwiseAreTheSamePassword() {
        String composed = hashing.hash("caf\u00e9 at noon");

        assertThat(hashing.matches("cafe\u0301 at noon", composed)).isTrue();
    }

    @Test
    void knowsAHashOfAnotherCost() {
        assertThat(hashing.isOutdated(hashing.hash("x"))).isFalse();
        assertThat(hashing.isOutdated(new PasswordHashing(new PasswordHashing.Cost(32, 1, 1)).hash("x")))
                .isTrue();
    }
}
