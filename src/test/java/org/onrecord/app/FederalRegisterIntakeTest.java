package org.onrecord.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A document of the Federal Register from the API's list to the search, on a server of our own. */
class FederalRegisterIntakeTest {
    @Test
    void aDocumentIsFoundByItsFactsAndByItsWholeText(@TempDir Path folder) throws IOException {
        try (PageServer server = new PageServer()) {
            server.put("/api/v1/documents.json", "application/json", """
                    {"count": 1, "total_pages": 1, "results": [{"document_number": "2026-00190", "title": "Chips; Controls",
                     "publication_date": "2026-01-09", "type": "Rule", "agencies": []}]}""");
            server.put("/api/v1/documents/2026-00190.json", "application/json", """
                    {"document_number": "2026-00190", "title": "Chips; Controls", "type": "Rule", "agencies": [],
                     "publication_date": "2026-01-09", "effective_on": "2026-02-01", "regulation_id_numbers": ["0694-AA00"],
                     "html_url": "https://fr.example/documents/2026-00190", "raw_text_url": "%s"}""".formatted(
                            server.uri("/documents/full_text/text/2026/01/09/2026-00190.txt")));
            server.put(
                    "/documents/full_text/text/2026/01/09/2026-00190.txt",
                    "text/html",
                    "<html><body><pre>SUMMARY: Licences are needed for the OR-40C.</pre></body></html>");
            Home home = SmallHome.at(folder, server.uri("/feed.xml"));
            Files.writeString(home.config().resolve("sources.yaml"), """
                    sources:
                      - {id: bis, name: BIS, kind: federal-register, url: "%s", agencies: [a-bureau], every: 1h, rights: text}
                    """.formatted(server.uri("/api/v1")));
            Cli cli = new Cli(home);

            Cli.Result fetch = cli.run("fetch");
            Cli.Result byText = cli.run("search", "--json", "OR-40C");
            Cli.Result byRin = cli.run("search", "\"0694-AA00\"");

            assertThat(fetch.out()).contains("bis: 1 links, 1 new; 1 captured").contains("1 article written");
            assertThat(byText.out()).contains("https://fr.example/documents/2026-00190", "2026-01-09");
            assertThat(byRin.out()).contains("1 article");
        }
    }
}
