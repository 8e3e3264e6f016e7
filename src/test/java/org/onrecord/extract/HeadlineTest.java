package org.onrecord.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Which of the titles that a page gives its article is the headline. */
class HeadlineTest {
    private static final String SAID_FOR_MACHINES = "Chip rule 2026: what the bureau decided";
    private static final String SEEN = "Bureau keeps its rule on chips, for now";

    @Test
    void takesTheHeadlineThatReadersSeeWhereLinkedDataOnlyRepeatsTheTitleElement() {
        String page = linkedData(SAID_FOR_MACHINES) + title(SAID_FOR_MACHINES) + "<h1>" + SEEN + "</h1><p>Text.</p>";

        assertThat(headline(page)).isEqualTo(SEEN);
    }

    @Test
    void aHeadingAtTheEndOfTheCrumbsIsNotTheHeadline() {
        String page = linkedData(SAID_FOR_MACHINES)
                + title(SAID_FOR_MACHINES)
                + "<meta property='og:title' content='" + SEEN + "'>"
                + "<nav><a href=/policy>Policy</a><h1>" + SAID_FOR_MACHINES + "</h1></nav>"
                + "<h2><span>Export rules</span> <span>" + SEEN + "</span></h2><p>Text.</p>";

        assertThat(headline(page)).isEqualTo(SEEN);
    }

    @Test
    void believesLinkedDataWhereItSaysMoreThanTheTitleElement() {
        String page =
                linkedData("Bureau keeps its rule on chips") + title("Rule stays") + "<h1>The bureau decides</h1>";

        assertThat(headline(page)).isEqualTo("Bureau keeps its rule on chips");
    }

    @Test
    void believesLinkedDataWhereAHeadingSaysItInNearlyTheSameWords() {
        String page = linkedData("Bureau keeps its old rule on chips")
                + title("Bureau keeps its old rule on chips")
                + "<h1>Bureau keeps its rule on chips</h1>";

        assertThat(headline(page)).isEqualTo("Bureau keeps its old rule on chips");
    }

    @Test
    void aHeadingThatRepeatsATitleInFullGoesBeforeOneThatIsAPartOfIt() {
        String page = title("Bureau keeps its rule l RIVER WORLD")
                + "<meta property='og:title' content='Bureau keeps its rule'>"
                + "<h1>RIVER WORLD</h1><h1>Bureau keeps its rule</h1><p>Text.</p>";

        assertThat(headline(page)).isEqualTo("Bureau keeps its rule");
    }

    @Test
    void aShortPartOfTheTitleIsNotTheHeadline() {
        String page = title("The licensing checklist: a planning guide for exporters")
                + "<h1>First steps</h1><h1>Planning</h1><p>Text.</p>";

        assertThat(headline(page)).isEqualTo("The licensing checklist: a planning guide for exporters");
    }

    @Test
    void marksBetweenTheWordsThatAHeadingLacksComeFromTheTitle() {
        String page = title("Export rules: bureau keeps its list")
                + "<h1><span>Export rules</span> <span>bureau keeps its list</span></h1><p>Text.</p>";

        assertThat(headline(page)).isEqualTo("Export rules: bureau keeps its list");
    }

    @Test
    void aHeadingInCapitalsIsSpelledAsTheTitle() {
        String page = title("Bureau keeps its list") + "<h1>BUREAU KEEPS ITS LIST</h1><p>Text.</p>";

        assertThat(headline(page)).isEqualTo("Bureau keeps its list");
    }

    @Test
    void theSitesNameGoesAlsoWhenTheHostIsMadeOfItsInitials() {
        String page = title("An easy list for exporters | Farland Office of Free Trade") + "<p>Text.</p>";

        assertThat(headline(page, "https://www.foft.example/list")).contains("Farland");
        assertThat(headline(page, "https://www.fooft.example/list")).isEqualTo("An easy list for exporters");
    }

    @Test
    void theNameOfAChinesePaperNeedsNoSpaceBeforeIt() {
        assertThat(headline(title("芯片出口规则保持不变-河流网"))).isEqualTo("芯片出口规则保持不变");
        assertThat(headline(title("半導体の輸出規則は変わらず | 川新聞"))).isEqualTo("半導体の輸出規則は変わらず");
    }

    @Test
    void anApplicationThatIsNamedAfterTheArticleIsNotTheSite() {
        String headline = "Bureau keeps its list - exporters are \"glad and relieved\"";
        String page = title(headline) + "<meta name=application-name content='" + headline + "'><h1>" + headline
                + "</h1><p>Text.</p>";

        assertThat(headline(page)).isEqualTo(headline);
    }

    private static String linkedData(String headline) {
        return "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"" + headline
                + "\"}</script>";
    }

    private static String title(String title) {
        return "<title>" + title + "</title>";
    }

    private static String headline(String page) {
        return headline(page, "https://news.example/a");
    }

    private static String headline(String page, String uri) {
        return new ArticleExtractor()
                .extract(page.getBytes(StandardCharsets.UTF_8), "text/html; charset=utf-8", URI.create(uri))
                .title();
    }
}
