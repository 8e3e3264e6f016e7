package org.onrecord.web;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onrecord.digest.InventedNews;

/**
 * Opens the page part of a digest mail in a browser: takes its picture in light, in dark and at the width of a telephone, and
 * looks at what it asks for. With {@code -Dpictures=write} the pictures go into {@code docs/images}.
 */
class MailPicturesTest {
    private static final Path PICTURES = Path.of("target", "pictures");
    private static final Path SHOWN = Path.of("docs", "images");
    private static final List<String> NAMES = List.of("mail.png", "mail-dark.png", "mail-phone.png");

    /** A mail is shown within a page of the mail program, which has the landmarks. */
    private static final String VIOLATIONS = """
        async () => {
          const found = await axe.run(document, {rules: {'region': {enabled: false}, 'landmark-one-main': {enabled: false}}});
          return found.violations.flatMap((rule) =>
            rule.nodes.map((node) => `${rule.id}: ${node.html.slice(0, 120)} (${node.failureSummary})`));
        }\
        """;

    @TempDir
    private static Path folder;

    private static String mail = "";

    @BeforeAll
    static void write() throws IOException {
        Path page = folder.resolve("mail.html");
        Files.writeString(
                page,
                InventedNews.letter(folder, "https://onrecord.example.org").html());
        mail = page.toUri().toString();
    }

    @Test
    void isShotInLightAndDarkAndOnATelephone() throws IOException {
        Chromium chromium = Chromium.shared();
        Files.createDirectories(PICTURES);
        shoot(chromium.page(760, 1180, ColorScheme.LIGHT), "mail.png");
        shoot(chromium.page(760, 1180, ColorScheme.DARK), "mail-dark.png");
        shoot(chromium.page(390, 844, ColorScheme.LIGHT), "mail-phone.png");

        for (String picture : NAMES) {
            assertThat(PICTURES.resolve(picture)).isNotEmptyFile();
            if ("write".equals(System.getProperty("pictures"))) {
                Files.copy(PICTURES.resolve(picture), SHOWN.resolve(picture), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    @Test
    void openingItAsksNobodyForAnything() {
        try (WatchedPage watched = Chromium.shared().page(760, 1180, ColorScheme.LIGHT)) {
            watched.page().navigate(mail);
            watched.page().waitForTimeout(500);

            assertThat(watched.requests()).containsExactly(mail);
            assertThat(watched.troubles()).isEmpty();
        }
    }

    @Test
    void fitsATelephoneWithoutScrollingSideways() {
        try (WatchedPage watched = Chromium.shared().page(360, 740, ColorScheme.LIGHT)) {
            watched.page().navigate(mail);

            assertThat((Object) watched.page().evaluate("document.documentElement.scrollWidth"))
                    .isEqualTo(360);
        }
    }

    @Test
    void axeFindsNothing() throws IOException {
        for (ColorScheme colours : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            try (WatchedPage watched = Chromium.shared().page(760, 1180, colours)) {
                watched.page().navigate(mail);
                watched.page().evaluate(axe());
                assertThat((List<?>) watched.page().evaluate(VIOLATIONS))
                        .as(colours.name())
                        .isEmpty();
            }
        }
    }

    private static void shoot(WatchedPage watched, String name) {
        try (watched) {
            watched.page().navigate(mail);
            watched.shoot(PICTURES.resolve(name), true);
        }
    }

    private static String axe() throws IOException {
        try (InputStream script = MailPicturesTest.class.getResourceAsStream("/axe.min.js")) {
            return new String(requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
