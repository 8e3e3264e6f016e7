package org.onrecord.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WebSettingsTest {
    @Test
    void theDefaultsKeepThePageOnThisMachine() {
        WebSettings settings = WebSettings.defaults();

        assertThat(settings.host()).isEqualTo("127.0.0.1");
        assertThat(settings.port()).isEqualTo(7171);
        assertThat(settings.names()).isEmpty();
        assertThat(settings.beyondLoopback()).isFalse();
        assertThat(settings.bodyLimit()).isEqualTo(2_097_152);
        assertThat(settings.stopWithin()).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void everyValueCanBeSet() {
        WebSettings settings =
                new WebSettings("0.0.0.0", 80, Set.of("News.Example"), true, 4_096, Duration.ofSeconds(1));

        assertThat(settings.host()).isEqualTo("0.0.0.0");
        assertThat(settings.port()).isEqualTo(80);
        assertThat(settings.names()).containsExactly("news.example");
        assertThat(settings.beyondLoopback()).isTrue();
        assertThat(settings.bodyLimit()).isEqualTo(4_096);
        assertThat(settings.stopWithin()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void otherMachinesAreLetInOnlyOnPurpose() {
        assertThatThrownBy(() -> new WebSettings("0.0.0.0", 80, Set.of(), false, 4_096, Duration.ZERO))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("web.beyondLoopback");
    }

    @Test
    void refusesAPortThatDoesNotExist() {
        assertThatThrownBy(() -> WebSettings.defaults().withPort(70_000)).hasMessageContaining("not 70000");
    }
}
