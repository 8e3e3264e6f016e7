package org.onrecord.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.onrecord.index.InventedArticle.article;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.zip.InflaterInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onrecord.SharedMaterial;
import org.onrecord.json.Json;
import tools.jackson.databind.JsonNode;

/** Queries meant to kill: each is answered or refused within the time, and with a reason. */
class HostileQueriesTest {
    private static final Path QUERIES = SharedMaterial.at("hostile/queries/lucene-queries.jsonl");
    /** A second for each of the two questions asked. */
    private static final Duration LIMIT = Duration.ofSeconds(2);

    /** What both may take together, even if nothing of it could be given back meanwhile. */
    private static final long MEMORY_LIMIT = 256L << 20;

    private static final int ARTICLES = 10_000;

    private static final int COLD_QUESTIONS = 20;

    @TempDir
    Path folder;

    @Test
    void everyQueryIsAnsweredOrRefusedInTime() throws IOException {
        assumeTrue(Files.exists(QUERIES), "no hostile queries beside the project");
        try (SearchTestIndex newsroom = new SearchTestIndex(folder)) {
            fill(newsroom);
            for (int i = 0; i < COLD_QUESTIONS; i++) {
                newsroom.ids("warm up");
            }

            List<String> lines = Files.readAllLines(QUERIES);
            assertThat(lines).hasSizeGreaterThan(50);
            for (String line : lines) {
                JsonNode row = Json.MAPPER.readTree(line);
                long allocated = allocated();
                long start = System.nanoTime();
                String outcome = outcome(newsroom, row.get("q"));
                Duration taken = Duration.ofNanos(System.nanoTime() - start);
                String id = row.get("id").asString();
                assertThat(taken).as(id).isLessThan(LIMIT);
                assertThat(allocated() - allocated).as("bytes for " + id).isLessThan(MEMORY_LIMIT);
                String expected = row.get("expect").asString();
                if (expected.startsWith("refused") && !expected.contains(" or ")) {
                    assertThat(outcome).as(id).startsWith("refused");
                }
                // One-letter prefixes are refused with a reason here, whoever expects an answer.
                if (expected.startsWith("answered") && !expected.contains(" or ") && !id.equals("q-wildcard-many")) {
                    assertThat(outcome).as(id).startsWith("answered");
                }
            }
        }
    }

    /** Bytes that this thread, the only one that searches, has taken so far. */
    private static long allocated() {
        return ((com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }

    private static String outcome(SearchTestIndex newsroom, JsonNode q) throws IOException {
        try {
            SearchRequest request = SearchRequest.of(text(q.has("q") ? q.get("q") : q));
            if (q.has("offset")) {
                request = request.page(q.get("offset").asInt(), q.path("size").asInt(10));
            }
            if (q.has("sort")) {
                request =
                        request.sorted(SearchRequest.Sort.valueOf(q.get("sort").asString()));
            }
            if (q.has("facets")) {
                request = request.withFacets();
            }
            return "answered " + newsroom.search.articles(request).total() + " "
                    + newsroom.search.statements(request).total();
        } catch (QueryException refused) {
            if (refused.repaired().isPresent()) {
                newsroom.search.check(refused.repaired().get());
            }
            return "refused: " + refused.getMessage();
        } catch (IllegalArgumentException refused) {
            return "refused: " + refused.getMessage();
        }
    }

    private static String text(JsonNode q) throws IOException {
        if (q.isString()) {
            return q.asString();
        }
        byte[] packed = Base64.getDecoder().decode(q.get("zlib_b64").asString());
        try (InflaterInputStream unpacked = new InflaterInputStream(new ByteArrayInputStream(packed))) {
            return new String(unpacked.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static void fill(SearchTestIndex newsroom) {
        Random random = new Random(7);
        for (int i = 0; i < ARTICLES; i++) {
            StringBuilder text = new StringBuilder();
            for (int word = 0; word < 60; word++) {
                text.append(Integer.toString(random.nextInt(36 * 36 * 36), 36)).append(' ');
            }
            newsroom.index.add(article("a" + i).text(text.toString()).tagged());
        }
        newsroom.index.refresh();
    }
}
