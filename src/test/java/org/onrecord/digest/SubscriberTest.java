package org.onrecord.digest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SubscriberTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ada",
                "@example.org",
                "ada@",
                "ada@example.org,eve@example.net",
                "ada@example.org\r\nRCPT TO:<eve@example.net>",
                "ada@example.org>\r\nDATA\r\n.\r\n",
                "ada@example.org\0@example.net",
                "\"a b\"@example.org",
                "ada@[127.0.0.1]",
                ".ada@example.org",
                "ada..b@example.org",
                "ada@example..org",
                "ada@-example.org",
                "üser@example.org",
                "a\u760a@example.org",
                "a\u760d\u760aBcc@example.org",
                "Ada <ada@example.org>",
            })
    void refusesWhatIsNotOneAddress(String text) {
        assertThatThrownBy(() -> new Subscriber(text, Set.of("daily")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("allowed is a mail address such as name@example.org")
                .message()
                .doesNotContain("\n", "\r");
    }

    @Test
    void refusesPartsThatAreTooLong() {
        assertThatThrownBy(() -> new Subscriber("a".repeat(65) + "@example.org", Set.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Subscriber("ada@" + "d".repeat(64) + ".example", Set.of()))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Subscriber("ada@" + "dddddddd.".repeat(30) + "example", Set.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ada@example.org", "-oX@example.org", "ada.b+news@mail.example.org", "onrecord@localhost"})
    void takesUsualAddressesAsTheyAre(String text) {
        assertThat(new Subscriber(text, Set.of()).address()).isEqualTo(text);
    }

    @Test
    void keepsTheDomainInOneFormSoThatOneMailboxIsOneSubscriber() {
        assertThat(new Subscriber("Ada@Example.ORG", Set.of()).address()).isEqualTo("Ada@example.org");
        assertThat(new Subscriber("ada@bücher.example", Set.of()).address()).isEqualTo("ada@xn--bcher-kva.example");
    }
}
