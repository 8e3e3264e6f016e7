package org.onrecord.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onrecord.SharedMaterial;
import org.onrecord.job.IntakeListener;
import org.onrecord.job.IntakeReport;
import org.onrecord.job.RoundReport;
import org.onrecord.json.Json;
import org.onrecord.search.SearchRequest;
import tools.jackson.databind.JsonNode;

/** Takes in real pages from a server on loopback, through a feed, and looks for their words. Prints what it measured. */
class RealPagesTest {
    private static final Path PAGES = SharedMaterial.at("pages");
    private static final Set<String> SETS = Set.of("scrapinghub", "fundus_eval", "fundus");

    /** Eight plain words of a text, which a search for a phrase can be made of. */
    private static final Pattern EIGHT_WORDS =
            Pattern.compile("(?<![\\p{L}\\p{N}'’-])(?:[A-Za-z]{2,} ){7}[A-Za-z]{2,}(?![\\p{L}\\p{N}'’-])");

    @TempDir
    private Path folder;

    private record RealPage(String path, @Nullable String phrase) {}

    @Test
    void everyRealPageIsTakenInAndItsWordsAreFound() throws IOException {
        assumeTrue(
                Files.exists(PAGES.resolve("manifest.jsonl")),
                "skipped: the collection of real pages is not beside the project (../shared/pages)");
        try (PageServer server = new PageServer()) {
            List<RealPage> pages = publish(server);
            Home home = SmallHome.at(folder, server.uri("/feed.xml"));
            try (Application application = Application.open(home, Clock.systemUTC())) {
                IntakeReport report = application
                        .intake()
                        .run(application.settings().sources().enabled(), IntakeListener.NONE);

                RoundReport round = report.rounds().getFirst();
                long asked =
                        pages.stream().filter(page -> page.phrase() != null).count();
                long found = pages.stream()
                        .filter(page -> page.phrase() != null && isFound(application, page.phrase()))
                        .count();
                System.out.println("RealPagesTest: " + pages.size() + " pages, " + round.captured() + " captured, "
                        + round.failed().size() + " failed, "
                        + report.indexing().indexed() + " indexed, "
                        + report.indexing().withoutText().size() + " without text, "
                        + report.indexing().failed().size() + " not indexed, " + found + " of " + asked
                        + " phrases found, " + round.took().toMillis() + " ms");
                System.out.println("RealPagesTest: "
                        + SpaceUsed.of(home).forArticles(report.indexing().indexed()));
                assertThat(round.failed()).isEmpty();
                assertThat(round.captured()).isEqualTo(pages.size());
                assertThat(report.indexing().failed()).isEmpty();
                assertThat(found).isGreaterThan(asked * 9 / 10);
            }
        }
    }

    /** Whether an article with exactly these words is found, at whatever address the page gave as its own. */
    private static boolean isFound(Application application, String phrase) {
        return application
                        .search()
                        .articles(SearchRequest.of('"' + phrase + '"'))
                        .total()
                > 0;
    }

    private static List<RealPage> publish(PageServer server) throws IOException {
        List<RealPage> pages = new ArrayList<>();
        StringBuilder items = new StringBuilder();
        for (String line : Files.readAllLines(PAGES.resolve("manifest.jsonl"))) {
            JsonNode page = Json.MAPPER.readTree(line);
            if (!SETS.contains(page.path("source_set").asString(""))) {
                continue;
            }
            String path = "/p/" + pages.size() + ".html";
            server.put(
                    path, "text/html", unzipped(PAGES.resolve(page.path("file").asString())));
            items.append("<item><link>").append(server.uri(path)).append("</link></item>");
            pages.add(new RealPage(path, phrase(page.path("text").asString(""))));
        }
        server.put("/feed.xml", "application/rss+xml", "<rss version=\"2.0\"><channel>" + items + "</channel></rss>");
        return pages;
    }

    private static @Nullable String phrase(String text) {
        Matcher words = EIGHT_WORDS.matcher(text);
        return words.find(text.length() / 2) || words.find(0) ? words.group() : null;
    }

    private static byte[] unzipped(Path file) throws IOException {
        try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(Files.readAllBytes(file)))) {
            return gzip.readAllBytes();
        }
    }
}
