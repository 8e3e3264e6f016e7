package org.onrecord.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A reader's walk through the pages in a real browser, in which nothing may go wrong on the side. */
class WebWalkTest {
    /** Text with a contrast below 4.5 to 1 (WCAG 2.2, 1.4.3 AA), measured as its section 3 defines it. */
    private static final String FAINT_WORDS = """
            () => {
              const canvas = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
              const pixel = (colours) => {
                canvas.clearRect(0, 0, 1, 1);
                for (const colour of colours) { canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1); }
                return canvas.getImageData(0, 0, 1, 1).data;
              };
              const luminance = ([r, g, b]) => [r, g, b]
                .map((v) => v / 255)
                .map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4))
                .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
              const faint = [];
              for (const element of document.body.querySelectorAll("*")) {
                const words = [...element.childNodes].some((n) => n.nodeType === 3 && n.data.trim());
                if (!words || !element.checkVisibility() || element.closest(".hidden, dialog")) continue;
                const grounds = [];
                for (let e = element; e; e = e.parentElement) grounds.unshift(getComputedStyle(e).backgroundColor);
                const ground = luminance(pixel(grounds));
                const ink = luminance(pixel([...grounds, getComputedStyle(element).color]));
                const contrast = (Math.max(ground, ink) + 0.05) / (Math.min(ground, ink) + 0.05);
                if (contrast < 4.5) faint.push(element.className + " " + element.textContent.slice(0, 30) + " " + contrast);
              }
              return faint;
            }""";

    private static @Nullable Chromium chromium;
    private static @Nullable WebServer server;

    private @Nullable WatchedPage watched;

    @BeforeAll
    static void open() {
        Optional<Path> executable = Chromium.find();
        assumeTrue(executable.isPresent(), "no chromium on the path and none named by ONRECORD_CHROMIUM");
        chromium = Chromium.start(executable.orElseThrow());
        server = Newsstand.open();
    }

    @AfterAll
    static void close() {
        if (chromium != null) {
            chromium.close();
        }
        if (server != null) {
            server.close();
        }
    }

    @BeforeEach
    void newPage() {
        watched = chromium().page(1280, 860, ColorScheme.LIGHT);
    }

    @AfterEach
    void nothingWentWrongOnTheSide() {
        WatchedPage page = watched();
        page.close();
        assertThat(page.troubles()).isEmpty();
        assertThat(page.requests()).isNotEmpty().allMatch(request -> request.startsWith("http://127.0.0.1:"));
    }

    @Test
    void searchesNarrowsAndOpensAnArticleAtTheEvidence() {
        Page page = at("/");

        page.locator("#q").fill("Kestrel");
        page.locator("#q").press("Enter");
        page.waitForURL("**/?q=Kestrel");
        assertThat(page.locator(".summary")).hasText("4 articles");

        page.locator(".facets a", new Page.LocatorOptions().setHasText("Northwire"))
                .click();
        page.waitForURL("**/?q=Kestrel+source%3Anorthwire");
        assertThat(page.locator("#q")).hasValue("Kestrel source:northwire");

        page.locator(".choice a", new Page.LocatorOptions().setHasText("Statements"))
                .click();
        page.waitForURL("**show=statements");
        page.locator(".statement blockquote a").first().click();
        page.waitForURL("**/article/**#s*");
        assertThat(page.locator(".text mark:target")).isVisible();

        page.goBack();
        assertThat(page.locator("#q")).hasValue("Kestrel source:northwire");
        assertThat(page.locator(".statement").first()).isVisible();
    }

    @Test
    void aStatementLightsUpItsPlaceInTheText() {
        Page page = at("/article/01-kestrel-licences-wire");
        Locator entry = page.locator(".found .result").first();

        entry.hover();
        assertThat(page.locator(".text mark.lit")).hasCount(1);

        entry.locator("a.main").click();
        assertThat(page.locator(".text mark:target")).hasCount(1);
        assertThat(page.locator(".text mark:target")).isInViewport();
    }

    @Test
    void marksCanBeSwitchedOff() {
        Page page = at("/article/01-kestrel-licences-wire");
        Locator said = page.locator(".text .said").first();
        String marked = background(said);

        page.locator(".show-said").uncheck();

        assertThat(background(said)).isEqualTo("rgba(0, 0, 0, 0)").isNotEqualTo(marked);
    }

    @Test
    void keysLeadToTheBoxThroughTheAnswersAndToTheHelp() {
        Page page = at("/?q=Kestrel");

        page.keyboard().press("/");
        assertThat(page.locator("#q")).isFocused();
        page.keyboard().press("Escape");
        page.keyboard().press("j");
        page.keyboard().press("j");
        assertThat(page.locator(".result .main").nth(1)).isFocused();
        page.keyboard().press("k");
        assertThat(page.locator(".result .main").first()).isFocused();

        page.keyboard().press("?");
        assertThat(page.locator("#keys")).isVisible();
        page.keyboard().press("Escape");
        assertThat(page.locator("#keys")).isHidden();

        page.keyboard().press("Enter");
        page.waitForURL("**/article/**");
    }

    @Test
    void theFirstStopOfTheTabKeySkipsToTheContent() {
        Page page = at("/actors");

        page.keyboard().press("Tab");
        assertThat(page.locator(".skip")).isFocused();
        page.keyboard().press("Enter");
        assertThat(page.locator("main")).isFocused();
    }

    @Test
    void anActorsPictureLeadsToTheStatement() {
        Page page = at("/actor/dale-okerlund");

        page.locator(".stances circle.for").click();

        page.waitForURL("**/article/change-of-mind#s55-80");
    }

    @Test
    void aTextIsTaggedAtOnce() {
        Page page = at("/tag");

        page.locator("#text").fill("\"It rains,\" said Ada Pell. <img src=x onerror=alert(1)>");
        page.locator(".tagbox button").click();

        assertThat(page.locator(".text mark.said")).hasText("\"It rains,\"");
        assertThat(page.locator(".found .speaker")).hasText("Ada Pell");
        assertThat(page.locator("#text")).hasValue("\"It rains,\" said Ada Pell. <img src=x onerror=alert(1)>");
    }

    @Test
    void everyPageFitsATelephone() {
        watched().close();
        watched = chromium().page(360, 740, ColorScheme.DARK);
        for (String path : new String[] {
            "/",
            "/?q=Kestrel&show=statements",
            "/article/01-kestrel-licences-wire",
            "/actors",
            "/actor/dale-okerlund",
            "/issues",
            "/issue/ai-chip-exports",
            "/events",
            "/figures",
            "/tag",
            "/sources"
        }) {
            Page page = at(path);
            assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
                    .as(path)
                    .isLessThanOrEqualTo(360);
        }
    }

    @Test
    void noHostileTextRunsInABrowser() throws IOException {
        List<String> payloads = new ArrayList<>(HostileWebTest.PAYLOADS);
        payloads.addAll(HostileWebTest.kit());
        String all = String.join(" ", payloads);

        try (WebServer hostile = WebServer.start(WebSettings.defaults().withPort(0), HostileWebTest.parts(all))) {
            for (String view : HostileWebTest.VIEWS) {
                watched().page().navigate(hostile.uri().resolve(view).toString());
                watched().page().mouse().move(400, 400);
                assertThat(watched().page().locator("h1").first()).isAttached();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void everyWordStandsOutFromItsGround(ColorScheme colours) {
        watched().close();
        watched = chromium().page(1280, 860, colours);
        for (String path : List.of(
                "/?q=Kestrel",
                "/?q=Kestrel&show=statements",
                "/article/01-kestrel-licences-wire",
                "/article/22-think-tank-study",
                "/actors",
                "/actor/dale-okerlund",
                "/issue/ai-chip-exports",
                "/events",
                "/figures",
                "/tag",
                "/sources")) {
            assertThat((List<?>) at(path).evaluate(FAINT_WORDS)).as(path).isEmpty();
        }
    }

    @Test
    void everythingWorksWithoutScripts(@TempDir Path folder) throws Exception {
        watched().close();
        watched = chromium().pageWithoutScript();
        Page page = at("/");

        page.locator("#q").fill("Kestrel");
        page.locator(".ask button").click();
        page.waitForURL("**/?q=Kestrel");
        page.locator(".result .main").first().click();
        page.locator(".found a.main").first().click();
        assertThat(page.locator(".text mark:target")).hasCount(1);

        page.navigate(base() + "tag");
        page.locator("#text").fill("\"It rains,\" said Ada Pell.");
        page.locator(".tagbox button").click();
        assertThat(page.locator(".found .speaker")).hasText("Ada Pell");

        Path png = folder.resolve("tagged.png");
        watched().shoot(png, true);
        assertThat(Files.size(png)).isPositive();
    }

    private static String background(Locator element) {
        return (String) element.evaluate("e => getComputedStyle(e).backgroundColor");
    }

    private Page at(String path) {
        Page page = watched().page();
        page.navigate(base().substring(0, base().length() - 1) + path);
        return page;
    }

    private static String base() {
        return requireNonNull(server).uri().toString();
    }

    private static Chromium chromium() {
        return requireNonNull(chromium);
    }

    private WatchedPage watched() {
        return requireNonNull(watched);
    }
}
