package org.onrecord.digest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.onrecord.config.ConfigFile;
import org.onrecord.config.Problem;
import org.onrecord.config.Problems;

class MailSettingsTest {
    private final Problems problems = new Problems();

    @Test
    void writesFilesWhenNothingIsConfigured() {
        MailSettings settings = read("web: {port: 7171}", null);

        assertThat(settings).isEqualTo(MailSettings.DEFAULTS);
        assertThat(settings.host()).isNull();
        assertThat(settings.from()).isEqualTo("onrecord@localhost");
        assertThat(settings.port()).isEqualTo(587);
        assertThat(settings.security()).isEqualTo(MailSettings.Security.STARTTLS);
        assertThat(settings.timeout()).as("RFC 5321 asks for ten minutes").isEqualTo(Duration.ofMinutes(10));
    }

    @Test
    void readsEveryKey() {
        MailSettings settings = read("""
                mail:
                  from: news@example.org
                  webAddress: https://onrecord.example.org/here
                  unsubscribeTo: leave@example.org
                  smtp:
                    host: smtp.example.org
                    port: 465
                    security: tls
                    username: news
                    timeout: 90s
                    connections: 3
                    mailsPerConnection: 20
                    perMinute: 30
                """, "pass phrase");

        assertThat(problems.list()).isEmpty();
        assertThat(settings)
                .isEqualTo(new MailSettings(
                        "news@example.org",
                        "smtp.example.org",
                        465,
                        MailSettings.Security.TLS,
                        "news",
                        "pass phrase",
                        Duration.ofSeconds(90),
                        "https://onrecord.example.org/here",
                        "leave@example.org",
                        new SendRate(3, 20, 30),
                        null));
    }

    @Test
    void aServerOnThisMachineGetsMailsAsFastAsItTakesThem() {
        assertThat(read("mail: {smtp: {host: 127.0.0.1, security: none}}", null).rate())
                .isEqualTo(new SendRate(4, 100, 0));
        assertThat(read("mail: {smtp: {host: smtp.example.org}}", null).rate()).isEqualTo(new SendRate(2, 100, 300));
    }

    @Test
    void aUserNeedsAPasswordFromTheEnvironment() {
        read("mail:\n  smtp:\n    host: smtp.example.org\n    username: news\n", null);

        assertThat(problems.list()).singleElement().satisfies(problem -> {
            assertThat(problem.line()).isEqualTo(4);
            assertThat(problem.message()).contains("ONRECORD_SMTP_PASSWORD");
        });
    }

    @Test
    void aPasswordDoesNotTravelInTheClear() {
        read("mail: {smtp: {host: smtp.example.org, security: none, username: news}}", "pass phrase");

        assertThat(problems.list())
                .extracting(Problem::message)
                .containsExactly(
                        "a password does not travel in the clear; set security to starttls or tls, or leave the username out");
    }

    @Test
    void aWebAddressEndsWithoutASlash() {
        assertThatThrownBy(() -> new MailSettings(
                        "news@example.org",
                        null,
                        587,
                        MailSettings.Security.STARTTLS,
                        null,
                        null,
                        Duration.ofMinutes(10),
                        "https://onrecord.example.org/"))
                .hasMessageContaining("https://onrecord.example.org");
    }

    @Test
    void neverShowsThePassword() {
        MailSettings settings = read("mail: {smtp: {host: smtp.example.org, username: news}}", "pass phrase");

        assertThat(settings.toString()).contains("news").doesNotContain("pass phrase");
    }

    private MailSettings read(String yaml, @Nullable String password) {
        return MailSettings.read(
                ConfigFile.parse(Path.of("onrecord.yaml"), yaml, "onrecord.schema.json", problems)
                        .section("mail"),
                password,
                Path.of("."));
    }
}
