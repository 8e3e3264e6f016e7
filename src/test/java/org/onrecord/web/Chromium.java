package org.onrecord.web;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A headless Chromium of this machine. Nothing is ever downloaded. */
final class Chromium implements AutoCloseable {
    private static @Nullable Chromium shared;

    private final Playwright playwright;
    private final Browser browser;

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    /** The browser: what {@code ONRECORD_CHROMIUM} names, else {@code chromium} or {@code chromium-browser} on the path. */
    static Optional<Path> find() {
        Stream<Path> named =
                Stream.ofNullable(System.getenv("ONRECORD_CHROMIUM")).map(Path::of);
        Stream<Path> onPath = Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
                .flatMap(folder -> Stream.of("chromium", "chromium-browser")
                        .map(name -> Path.of(folder).resolve(name)));
        return Stream.concat(named, onPath).filter(Files::isExecutable).findFirst();
    }

    /** The browser that all tests of a run share, since it starts slowly; aborts the test when there is none. */
    static synchronized Chromium shared() {
        Optional<Path> executable = find();
        assumeTrue(executable.isPresent(), "no chromium on the path and none named by ONRECORD_CHROMIUM");
        if (shared == null) {
            shared = start(executable.orElseThrow());
        }
        return shared;
    }

    static Chromium start(Path executable) {
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Browser browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(executable)
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync",
                                "--no-first-run")));
        return new Chromium(playwright, browser);
    }

    /** A page in a fresh profile that records what goes wrong on it. */
    WatchedPage page(int width, int height, ColorScheme colours) {
        return WatchedPage.in(browser.newContext(
                new Browser.NewContextOptions().setViewportSize(width, height).setColorScheme(colours)));
    }

    /** A page in which scripts are off. */
    WatchedPage pageWithoutScript() {
        return WatchedPage.in(browser.newContext(new Browser.NewContextOptions().setJavaScriptEnabled(false)));
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
