package org.onrecord.digest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a digest of a week of invented news says. */
class DigestNewsTest {
    private static final String PAGE = "https://onrecord.example.org";

    @TempDir
    private Path folder;

    private Letter letter;
    private Document html;

    @BeforeEach
    void write() {
        letter = InventedNews.letter(folder, PAGE);
        html = Jsoup.parse(letter.html());
    }

    @Test
    void sumsItUpInNumbers() {
        assertThat(letter.subject()).isEqualTo("8 new: Accelerator exports, daily (Mar 10)");
        assertThat(html.text())
                .contains("1 change of position, 1 first position, 1 policy event, 1 figure that articles disagree on,"
                        + " 2 statements by 1 speaker and ");
        assertThat(OneLine.of(letter.text()))
                .contains(
                        "1 change of position, 1 first position, 1 policy event, 1 figure that articles disagree on,");
    }

    @Test
    void saysFirstWhatChanged() {
        assertThat(html.select("h2").eachText())
                .containsExactly(
                        "What changed",
                        "Policy events",
                        "Figures that disagree",
                        "Statements Selling accelerators abroad",
                        "Statements Mira Voss",
                        "Stories Licences and rules",
                        "Stories Q40 shipments");
    }

    @Test
    void aChangeOfSideHasBothPassagesWithTheirDaysAndEvidence() {
        assertThat(letter.text()).contains("""
                * Tom Arlo changes sides - against: Selling accelerators abroad
                  Before, 11 December 2025: for
                  > Senator Tom Arlo said that selling accelerators to allies keeps
                  > laboratories at home busy.
                  Arlo backs sales to allies (Northwire, 11 December 2025)
                  https://northwire.example/2025/12/11/arlo-before
                  Evidence: https://onrecord.example.org/article/arlo-before#s27-89
                  Now, 9 March 2026: against
                  > Senator Tom Arlo asked the office to stop every sale of accelerators
                  > abroad until somebody counts where they end up.
                """);
        assertThat(html.select(".item:has(.half)").getFirst().select(".half").eachText())
                .hasSize(2);
        assertThat(letter.text()).contains("* Dana Okafor is on record for the first time - for: ");
    }

    @Test
    void anEventThatTwoArticlesReportIsOneWithItsDocument() {
        assertThat(OneLine.of(letter.text()))
                .contains("* Licence granted 6 March 2026 Trade Office")
                .containsOnlyOnce("* Licence granted")
                .contains("document 2026-04417, RIN 0694-XX01, effective 2026-03-16, comments close 2026-04-15")
                .contains("also reported by ");
    }

    @Test
    void figuresThatDisagreeStandTogether() {
        assertThat(letter.text())
                .contains("* Q40 production in 2026\n  600,000 units\n")
                .contains("  1.6 million units\n");
    }

    @Test
    void aStatementThatCannotStandAloneHasTheSentencesAroundIt() {
        assertThat(OneLine.of(letter.text()).replace("> ", ""))
                .as("it begins with But, and its source may be shown")
                .contains("The company builds in two countries. But Mira Voss said that");
        assertThat(letter.text())
                .as("of a source whose articles may not be shown")
                .contains("> Minister Dana Okafor said she wants accelerators sold abroad under\n");
    }

    @Test
    void copiesOfOneTextAreOneStoryWithItsSources() {
        assertThat(letter.text().split("\\* First Q40 racks leave harbour", -1)).hasSize(2);
        assertThat(OneLine.of(letter.text()))
                .contains("3 articles in 3 sources, 3 copies of one text: ")
                .contains("Northwire", "The Daily Ledger", "Capital Post");
    }

    @Test
    void saysWhatWasSearchedWithoutNews() {
        assertThat(letter.text()).contains("Searched, and nothing new: Quantum computers.");
    }

    @Test
    void showsHowMuchThereWasInPicturesAndInWords() {
        assertThat(html.select("[role=img]").eachAttr("aria-label"))
                .first()
                .asString()
                .startsWith("Selling accelerators abroad: for and against, 12 weeks: 7 for, 1 against;");
        assertThat(letter.text())
                .contains("  for\n")
                .contains("  against\n")
                .contains("Articles that the searches find");
    }

    @Test
    void everyItemLeadsToItsEvidenceAndItsSource() {
        for (var item : html.select(".item")) {
            List<String> links = item.select("a").eachAttr("href");
            assertThat(links).as(item.text()).anyMatch(link -> link.startsWith(PAGE + "/"));
            assertThat(links).as(item.text()).anyMatch(link -> link.contains(".example/"));
        }
    }

    @Test
    void theTextIsReadableInSeventyTwoColumns() {
        assertThat(letter.text().lines())
                .allSatisfy(line -> assertThat(line.contains("https://") || Wrapping.columns(line) <= 72)
                        .as(line)
                        .isTrue());
    }
}
