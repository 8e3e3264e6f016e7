package org.onrecord.web;

import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Takes pictures of pages for the documentation, such as {@code docs/images/search.png}.
 *
 * <p>As a program: {@code PageShots FOLDER [BASE]} shoots the pages at BASE, or those of {@link Newsstand}, in light and
 * dark and at the width of a telephone.
 */
final class PageShots {
    private PageShots() {}

    /** One picture of one page as wide as a laptop shows it. */
    static void shoot(Chromium chromium, URI page, ColorScheme colours, Path png) throws IOException {
        shoot(chromium, page, 1280, 860, colours, false, png);
    }

    private static void shoot(
            Chromium chromium, URI page, int width, int height, ColorScheme colours, boolean whole, Path png)
            throws IOException {
        Files.createDirectories(png.toAbsolutePath().getParent());
        try (WatchedPage watched = chromium.page(width, height, colours)) {
            watched.page().navigate(page.toString());
            watched.page().waitForLoadState();
            watched.shoot(png, whole);
        }
    }

    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        try (Chromium chromium = Chromium.start(Chromium.find().orElseThrow());
                WebServer server = args.length > 1 ? null : Newsstand.open()) {
            URI base = server == null ? URI.create(args[1]) : server.uri();
            Map<String, String> pages = Map.of(
                    "search", "/?q=chips",
                    "statements", "/?q=stance:against&show=statements",
                    "wrong", "/?q=%22export+controls",
                    "article", "/article/01-kestrel-licences-wire",
                    "sources", "/sources",
                    "actor", "/actor/dale-okerlund",
                    "issue", "/issue/ai-chip-exports",
                    "events", "/events",
                    "figures", "/figures",
                    "tag", "/tag");
            for (Map.Entry<String, String> page : pages.entrySet()) {
                URI uri = base.resolve(page.getValue());
                Path png = folder.resolve(page.getKey() + ".png");
                shoot(chromium, uri, ColorScheme.LIGHT, png);
                shoot(chromium, uri, ColorScheme.DARK, folder.resolve(page.getKey() + "-dark.png"));
                shoot(chromium, uri, 390, 844, ColorScheme.LIGHT, true, folder.resolve(page.getKey() + "-phone.png"));
            }
        }
    }
}
