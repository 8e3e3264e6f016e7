package org.onrecord.web;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Takes a picture of every page in light and dark and at the width of a telephone, in {@code target/pictures}. With
 * {@code -Dpictures=write} those that the documentation shows take the place of its old ones in {@code docs/images}, of every page two small ones.
 */
class PagePicturesTest {
    private static final Path PICTURES = Path.of("target", "pictures");
    private static final Path SHOWN = Path.of("docs", "images");
    private static final boolean WRITE = "write".equals(System.getProperty("pictures"));

    private static final List<String> OF_THE_DOCUMENTATION = List.of(
            "search.png",
            "search-dark.png",
            "issue.png",
            "issue-dark.png",
            "issue-phone.png",
            "actor.png",
            "article.png",
            "article-dark.png",
            "figures.png",
            "subscribe.png",
            "subscribe-dark.png");

    @Test
    void everyPageIsShotInLightAndDarkAndOnATelephone() throws IOException {
        Chromium chromium = Chromium.shared();
        Files.createDirectories(PICTURES);
        try (WebServer server = Newsstand.open()) {
            shoot(chromium.page(1280, 860, ColorScheme.LIGHT), server, "");
            shoot(chromium.page(1280, 860, ColorScheme.DARK), server, "-dark");
            shoot(chromium.page(390, 844, ColorScheme.LIGHT), server, "-phone");
        }

        String catalogue = Files.readString(Path.of("docs", "pages.md"));
        for (String page : Newsstand.PAGES.keySet()) {
            for (String picture : List.of(page + ".jpg", page + "-dark.jpg")) {
                assertThat(catalogue).contains("images/pages/" + picture);
                if (WRITE) {
                    Files.createDirectories(SHOWN.resolve("pages"));
                    Files.copy(
                            PICTURES.resolve(picture),
                            SHOWN.resolve("pages").resolve(picture),
                            StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
        for (String picture : OF_THE_DOCUMENTATION) {
            assertThat(PICTURES.resolve(picture)).isNotEmptyFile();
            if (WRITE) {
                Files.copy(PICTURES.resolve(picture), SHOWN.resolve(picture), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private static void shoot(WatchedPage watched, WebServer server, String ending) {
        try (watched) {
            for (Map.Entry<String, String> page : Newsstand.PAGES.entrySet()) {
                watched.page()
                        .navigate(requireNonNull(server.uri().resolve(page.getValue()))
                                .toString());
                watched.shoot(PICTURES.resolve(page.getKey() + ending + ".png"), false);
                watched.shootSmall(PICTURES.resolve(page.getKey() + ending + ".jpg"));
            }
        }
    }
}
