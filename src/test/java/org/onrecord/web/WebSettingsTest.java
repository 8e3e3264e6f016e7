package org.onrecord.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.onrecord.config.AddressRange;

class WebSettingsTest {
    @Test
    void answersToItsOwnNamesAlone() {
        assertThat(WebSettings.defaults().answersTo("localhost")).isTrue();
        assertThat(WebSettings.defaults().answersTo("news.example.org")).isFalse();
        WebSettings named = new WebSettings(
                "127.0.0.1", 7171, Set.of("News.example.org"), ProxySettings.NONE, 600, 2_048, Duration.ZERO);
        assertThat(named.answersTo("news.example.org")).isTrue();
        assertThat(named.answersTo("other.example.org")).isFalse();
    }

    @Test
    void theDefaultsKeepThePageOnThisMachine() {
        WebSettings settings = WebSettings.defaults();

        assertThat(settings.host()).isEqualTo("127.0.0.1");
        assertThat(settings.port()).isEqualTo(7171);
        assertThat(settings.names()).isEmpty();
        assertThat(settings.proxy()).isEqualTo(ProxySettings.NONE);
        assertThat(settings.requestsPerMinute()).isEqualTo(600);
        assertThat(settings.bodyLimit()).isEqualTo(2_097_152);
        assertThat(settings.stopWithin()).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void everyValueCanBeSet() {
        ProxySettings proxy = new ProxySettings(List.of(new AddressRange("10.0.0.5/32")), "X-Forwarded-User");
        WebSettings settings =
                new WebSettings("0.0.0.0", 80, Set.of("News.Example"), proxy, 60, 4_096, Duration.ofSeconds(1));

        assertThat(settings.host()).isEqualTo("0.0.0.0");
        assertThat(settings.port()).isEqualTo(80);
        assertThat(settings.names()).containsExactly("news.example");
        assertThat(settings.proxy()).isEqualTo(proxy);
        assertThat(settings.requestsPerMinute()).isEqualTo(60);
        assertThat(settings.bodyLimit()).isEqualTo(4_096);
        assertThat(settings.stopWithin()).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void aNameFromNobodyKnowsWhereIsNotBelieved() {
        assertThatThrownBy(() -> new ProxySettings(List.of(), "X-Forwarded-User"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("web.proxy.networks");
    }

    @Test
    void refusesAPortThatDoesNotExist() {
        assertThatThrownBy(() -> WebSettings.defaults().withPort(70_000)).hasMessageContaining("not 70000");
    }
}
