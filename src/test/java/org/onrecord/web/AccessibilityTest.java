package org.onrecord.web;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Asks axe of every page, in light and dark, what keeps people from using it: all rules of WCAG 2.2 A and AA, and more. */
class AccessibilityTest {
    private static final String VIOLATIONS = """
        async () => {
          const found = await axe.run(document);
          return found.violations.flatMap((rule) =>
            rule.nodes.map((node) => `${rule.id}: ${node.html.slice(0, 120)} (${node.failureSummary})`));
        }\
        """;

    private static @Nullable Chromium chromium;
    private static @Nullable WebServer server;

    @BeforeAll
    static void open() {
        chromium = Chromium.shared();
        server = Newsstand.open();
    }

    @AfterAll
    static void close() {
        if (server != null) {
            server.close();
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void axeFindsNothing(ColorScheme colours) throws IOException {
        try (WatchedPage watched = requireNonNull(chromium).page(1280, 860, colours)) {
            for (Map.Entry<String, String> page : Newsstand.PAGES.entrySet()) {
                assertThat(violations(watched, requireNonNull(server).uri().resolve(page.getValue())))
                        .as(page.getKey())
                        .isEmpty();
            }
        }
    }

    /** What axe finds on the page at an address. */
    static List<?> violations(WatchedPage watched, URI address) throws IOException {
        watched.page().navigate(address.toString());
        return violations(watched);
    }

    /** What axe finds on the page that is shown. */
    static List<?> violations(WatchedPage watched) throws IOException {
        watched.page().evaluate(axe());
        return (List<?>) watched.page().evaluate(VIOLATIONS);
    }

    private static String axe() throws IOException {
        try (InputStream script = AccessibilityTest.class.getResourceAsStream("/axe.min.js")) {
            return new String(requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
