package org.onrecord.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A reader's walk through the pages in a real browser, in which nothing may go wrong on the side. */
class WebWalkTest {
    private static @Nullable Chromium chromium;
    private static @Nullable WebServer server;

    private @Nullable WatchedPage watched;

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
    void anIssueIsReadAtAPastDayAndStatementByStatement() {
        Page page = at("/issue/ai-chip-exports");
        assertThat(page.locator(".tally strong")).hasText("now");

        page.locator("#on").fill("2025-01-01");
        page.locator(".asof button").click();
        page.waitForURL("**/issue/ai-chip-exports?on=2025-01-01");
        assertThat(page.locator(".tally strong")).hasText("on 1 Jan 2025");
        assertThat(page.locator(".matrix .main")).hasCount(1);
        assertThat(page.locator(".asof input[type=range]")).isVisible();

        page.locator("a[rel=next]").click();
        page.waitForURL("**on=202*");
        page.locator(".asof a", new Page.LocatorOptions().setHasText("now")).click();
        page.locator(".change blockquote a").first().click();
        page.waitForURL("**/article/change-of-mind#s55-80");
        assertThat(page.locator(".text mark:target")).isInViewport();
        assertThat(page.locator(".found .here .why dl")).isVisible();
    }

    @Test
    void aSearchIsSavedAskedAgainRenamedAndForgotten() {
        Page page = at("/?q=Kestrel&show=statements");

        page.locator(".save summary").click();
        page.locator("#save-name").fill("Kestrel licences");
        page.locator(".save button").click();
        page.waitForURL("**/searches");
        assertThat(page.locator(".searches .main")).hasText("Kestrel licences");
        assertThat(page.locator(".searches .count")).hasText("4 articles");

        page.locator(".rename input[name=new]").fill("Kestrel");
        page.locator(".rename button").first().click();
        assertThat(page.locator(".searches .main")).hasText("Kestrel");
        page.locator(".searches .main").click();
        page.waitForURL("**/?q=Kestrel");

        String feed =
                requireNonNull(page.locator("a[href^='/search.atom']").first().getAttribute("href"));
        assertThat(page.request().get(base() + feed.substring(1)).text()).contains("<entry>");

        page.navigate(base() + "searches");
        page.locator(".rename button[name=delete]").click();
        assertThat(page.locator(".searches .result")).hasCount(0);
    }

    @Test
    void aDragOverTheBarsAsksForTheirDays() {
        Page page = at("/?q=Kestrel");
        List<Locator> bars = page.locator(".days a").all();
        assertThat(bars).hasSizeGreaterThan(2);
        BoundingBox first = requireNonNull(bars.getFirst().boundingBox());
        BoundingBox last = requireNonNull(bars.getLast().boundingBox());

        page.mouse().move(first.x + first.width / 2, first.y + 20);
        page.mouse().down();
        page.mouse().move(last.x + last.width / 2, last.y + 20, new Mouse.MoveOptions().setSteps(8));
        page.mouse().up();

        page.waitForURL("**/?q=Kestrel+date%3A*");
        assertThat(page.locator(".summary")).hasText("4 articles");
        assertThat(page.locator(".days figcaption a")).hasText("All times");
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
        page.locator(".tagbox button").first().click();

        assertThat(page.locator(".text mark.said")).hasText("\"It rains,\"");
        assertThat(page.locator(".found .speaker")).hasText("Ada Pell");
        assertThat(page.locator("#text")).hasValue("\"It rains,\" said Ada Pell. <img src=x onerror=alert(1)>");
    }

    @Test
    void everyPageFitsATelephone() {
        watched().close();
        watched = chromium().page(360, 740, ColorScheme.DARK);
        for (String path : Newsstand.PAGES.values()) {
            if (path.equals(Newsstand.PAGES.get("wrong"))) {
                continue; // The browser notes its status on the console.
            }
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
        page.locator(".tagbox button").first().click();
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
