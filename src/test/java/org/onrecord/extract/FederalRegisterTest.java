package org.onrecord.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.onrecord.SharedMaterial;
import org.onrecord.article.Published;
import org.onrecord.fetch.Page;

class FederalRegisterTest {
    private static final String RULE = """
            {"document_number": "2026-00190", "type": "Rule", "title": "Advanced Chips; Controls", "action": "Final rule.",
             "agencies": [{"raw_name": "DEPARTMENT", "name": "Example Department"}, {"raw_name": "A BUREAU"}],
             "publication_date": "2026-01-09", "effective_on": "2026-02-01", "comments_close_on": null,
             "dates": "This rule is effective February 1, 2026.", "regulation_id_numbers": ["0694-AA00"],
             "docket_ids": ["Docket No. 260101-0001"], "citation": "91 FR 1064", "correction_of": null,
             "abstract": "The Bureau amends its rules.", "html_url": "https://fr.example/documents/2026/01/09/2026-00190/x",
             "raw_text_url": "https://fr.example/documents/full_text/text/2026/01/09/2026-00190.txt"}""";

    @Test
    void aDocumentIsAnArticleThatStartsWithItsFacts() {
        FederalRegisterDocument document =
                FederalRegisterDocument.read(page(RULE)).orElseThrow();

        ExtractedArticle article = document.article(null);

        assertThat(document.effectiveOn()).isEqualTo(LocalDate.of(2026, 2, 1));
        assertThat(document.commentsCloseOn()).isNull();
        assertThat(document.rins()).containsExactly("0694-AA00");
        assertThat(article.title()).isEqualTo("Advanced Chips; Controls");
        assertThat(article.published()).isEqualTo(Published.on(LocalDate.of(2026, 1, 9)));
        assertThat(article.canonical()).hasToString("https://fr.example/documents/2026/01/09/2026-00190/x");
        assertThat(article.text()).isEqualTo("""
                Rule of the A BUREAU: Federal Register document 2026-00190, 91 FR 1064. RIN 0694-AA00. Docket No. 260101-0001. Effective on 2026-02-01.
                The Bureau amends its rules.
                Dates: This rule is effective February 1, 2026.""");
    }

    @Test
    void joinsThePrintedLinesOfItsTextToParagraphs() {
        FederalRegisterDocument document =
                FederalRegisterDocument.read(page(RULE)).orElseThrow();

        ExtractedArticle article = document.article(page("""
                <html><head><title>t</title></head><body><pre>
                [Rules and Regulations]

                SUMMARY: The Bureau amends
                its rules.
                    A new paragraph goes
                [[Page 1065]]
                on here.
                </pre></body></html>"""));

        assertThat(article.text().lines().skip(1))
                .containsExactly(
                        "[Rules and Regulations]",
                        "SUMMARY: The Bureau amends its rules.",
                        "A new paragraph goes on here.");
    }

    @Test
    void takesNoOtherPageForADocumentOrItsText() {
        assertThat(FederalRegisterDocument.read(page("{\"title\": \"x\"}"))).isEmpty();
        assertThat(FederalRegisterDocument.read(page("<html>"))).isEmpty();
        assertThat(FederalRegisterDocument.isText(page("<html><body><form>Request Access</form></body></html>")))
                .isFalse();
    }

    @Test
    void readsSavedAnswers() throws IOException {
        FederalRegisterList bis = FederalRegisterList.read(saved("documents-bis-2026-10.json"));
        FederalRegisterList rules = FederalRegisterList.read(saved("documents-2024-01-rules.json"));
        FederalRegisterDocument notice =
                FederalRegisterDocument.read(saved("document-2024-00190.json")).orElseThrow();

        assertThat(bis.documents()).hasSize(7).allSatisfy(document -> {
            assertThat(document.agencies()).contains("industry-and-security-bureau");
            assertThat(document.day()).isAfter(LocalDate.of(2026, 8, 1));
        });
        assertThat(bis.documents())
                .extracting(FederalRegisterList.Listed::number)
                .anyMatch(n -> n.startsWith("C1-"));
        assertThat(rules.pages()).isEqualTo(2);
        assertThat(notice.agencies()).containsExactly("Commerce Department", "Industry and Security Bureau");
        assertThat(notice.article(null).text())
                .startsWith("Notice of the Industry and Security Bureau: Federal Register document 2024-00190");
    }

    private static Page saved(String name) throws IOException {
        byte[] body = Files.readAllBytes(SharedMaterial.file("federalregister/" + name));
        return new Page(URI.create("https://fr.example/"), URI.create("https://fr.example/"), 200, Map.of(), body, NOW);
    }

    private static final Instant NOW = Instant.parse("2026-01-09T12:00:00Z");

    private static Page page(String body) {
        URI at = URI.create("https://fr.example/x");
        Map<String, List<String>> headers = Map.of();
        return new Page(at, at, 200, headers, body.getBytes(StandardCharsets.UTF_8), NOW);
    }
}
