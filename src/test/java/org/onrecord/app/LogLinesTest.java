package org.onrecord.app;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.onrecord.HostileStrings;
import org.slf4j.Logger;

/** The log as config/logback.xml writes it, given words that pages and callers may have put into it. */
class LogLinesTest {
    private final PrintStream before = System.err;
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private final LoggerContext context = new LoggerContext();

    @BeforeEach
    void configure() throws Exception {
        System.setErr(new PrintStream(written, true, StandardCharsets.UTF_8));
        context.setMDCAdapter(new LogbackMDCAdapter());
        JoranConfigurator configurator = new JoranConfigurator();
        configurator.setContext(context);
        configurator.doConfigure(Path.of("config", "logback.xml").toFile());
        written.reset();
    }

    @AfterEach
    void restore() {
        context.stop();
        System.setErr(before);
    }

    @Test
    void oneEventIsOneLineWhateverItSays() {
        assertOneLineEach(List.of(
                "all is well\r\n2026-01-01T00:00:00.000Z ERROR o.onrecord.Fake - forged",
                "\u001b[31mred\u001b[0m \u0007",
                "a\u2028b\u2029c\u0085d",
                "x".repeat(100_000)));
    }

    @Test
    void oneEventIsOneLineForTheStringsOfTheKit() {
        assertOneLineEach(HostileStrings.ofKit("log"));
    }

    @Test
    void wordsThatRunBackwardsAreMadeVisibleAndPlaceholdersStayText() {
        assertThat(line("\u202egnp.exe")).doesNotContain("\u202e").contains("␤ gnp.exe");
        assertThat(line("${jndi:ldap://a.invalid/x} {} %s %n")).contains("${jndi:ldap://a.invalid/x} {} %s %n");
    }

    @Test
    void whatLooksLikeACredentialIsNotWritten() {
        assertThat(line("Authorization: Bearer abc.DEF-123"))
                .contains("Authorization: ***")
                .doesNotContain("abc.DEF");
        assertThat(line("authorization: basic dXNlcjpwdw==")).doesNotContain("dXNlcjpwdw");
        assertThat(line("token onr_0123456789abcdef was used")).contains("token *** was used");
        assertThat(line("secret whsec_a1B2+/=")).doesNotContain("a1B2");
        assertThat(line("asked https://ada:s3cret@news.example/feed")).contains("https://***@news.example/feed");
    }

    private void assertOneLineEach(List<String> values) {
        assertThat(values)
                .isNotEmpty()
                .allSatisfy(value ->
                        assertThat(line(value)).hasSizeLessThan(8_200).matches("[^\\p{Cntrl}\u2028\u2029]*\n"));
    }

    private String line(String words) {
        written.reset();
        Logger log = context.getLogger("org.onrecord.Some");
        log.atWarn()
                .addKeyValue("title", words)
                .setCause(new IllegalStateException(words))
                .log(words);
        return written.toString(StandardCharsets.UTF_8);
    }
}
