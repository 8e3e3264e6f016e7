package org.onrecord.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onrecord.SharedMaterial;
import org.onrecord.fetch.Page;
import org.onrecord.json.Json;
import tools.jackson.databind.JsonNode;

class SavedWarcTest {
    private static final int LARGEST_BODY = 1_000_000;

    @TempDir
    private Path folder;

    private final List<Page> pages = new ArrayList<>();
    private final List<String> troubles = new ArrayList<>();

    @Test
    void takesThePagesOfAPlainAndOfACompressedFile() throws IOException {
        String warc = response("https://news.example/a", "text/html; charset=utf-8", "<p>One.</p>")
                + response("https://news.example/a.png", "image/png", "PNG")
                + record(
                        "request",
                        "https://news.example/a",
                        "application/http; msgtype=request",
                        "GET / HTTP/1.1\r\n\r\n")
                + record("conversion", "http://news.example/b", "text/plain", "Two.");

        read(write("plain.warc", warc.getBytes(StandardCharsets.UTF_8)));
        read(write("gzip.warc.gz", gzip(warc.getBytes(StandardCharsets.UTF_8))));

        assertThat(troubles).isEmpty();
        assertThat(pages)
                .extracting(page -> page.uri() + " " + new String(page.body(), StandardCharsets.UTF_8))
                .containsExactly(
                        "https://news.example/a <p>One.</p>",
                        "http://news.example/b Two.",
                        "https://news.example/a <p>One.</p>",
                        "http://news.example/b Two.");
        assertThat(pages.getFirst().fetchedAt()).isEqualTo("2026-03-03T10:00:00Z");
        assertThat(pages.getFirst().header("content-type")).contains("text/html; charset=utf-8");
    }

    @Test
    void leavesOutAPageThatIsTooLongAndTakesTheNext() throws IOException {
        String warc = response("https://news.example/long", "text/html", "x".repeat(LARGEST_BODY + 1))
                + response("https://news.example/short", "text/html", "<p>Short.</p>");

        read(write("long.warc", warc.getBytes(StandardCharsets.UTF_8)));

        assertThat(pages).extracting(page -> page.uri().getPath()).containsExactly("/short");
        assertThat(troubles).singleElement().asString().contains("record 1: ", "a page of more than 1000000 bytes");
    }

    @Test
    void takesWhatStandsBeforeTheDamage() throws IOException {
        byte[] warc = (response("https://news.example/a", "text/html", "<p>One.</p>")
                        + response("https://news.example/b", "text/html", "<p>Two.</p>"))
                .getBytes(StandardCharsets.UTF_8);

        read(write("cut.warc", java.util.Arrays.copyOf(warc, warc.length - 20)));

        assertThat(pages).extracting(page -> page.uri().getPath()).contains("/a");
        assertThat(troubles).isNotEmpty();
    }

    @Test
    void stopsInAFileThatExpandsWithoutEnd() throws IOException {
        Path bomb = folder.resolve("bomb.warc.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(bomb))) {
            String body = "0".repeat(500_000);
            byte[] record =
                    response("https://news.example/x", "text/html", body).getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < 600; i++) {
                out.write(record);
            }
        }

        new SavedWarc(bomb, LARGEST_BODY, page -> {}, troubles::add).read(() -> false);

        assertThat(troubles).singleElement().asString().contains("expands to more than 100 times its size");
    }

    @Test
    void readsTheSavedFilesOfOthers() throws IOException {
        Path manifest = SharedMaterial.file("warc/manifest.jsonl");
        Map<String, Integer> found = new HashMap<>();
        Map<String, Integer> missing = new HashMap<>();
        for (String line : Files.readAllLines(manifest)) {
            JsonNode row = Json.MAPPER.readTree(line);
            pages.clear();
            String file = row.path("file").asString();
            int records = read(manifest.resolveSibling(file));
            found.put(file, pages.size());
            int want = row.path("records").asInt();
            if (records < want && !row.path("note").asString("").matches("damaged.*|ends inside a record")) {
                missing.put(file, want - records);
            }
        }

        assertThat(missing).isEmpty();
        assertThat(found.get("test.warc.gz")).isEqualTo(3);
        assertThat(found.get("example-iana.org-chunked.warc")).isEqualTo(1);
        assertThat(found.get("example-wget-bad-target-uri.warc.gz")).isEqualTo(1);
    }

    @Test
    void answersEveryHostileFile() throws IOException {
        Path manifest = SharedMaterial.file("hostile/manifest.jsonl");
        for (String line : Files.readAllLines(manifest)) {
            JsonNode row = Json.MAPPER.readTree(line);
            String file = row.path("file").asString();
            if (file.startsWith("archive/")) {
                troubles.clear();
                int records = read(manifest.resolveSibling(file));
                JsonNode want = row.path("want");
                assertThat(records)
                        .as(file + troubles)
                        .isGreaterThanOrEqualTo(Math.max(
                                want.path("records").asInt(0),
                                want.path("records_at_least").asInt(0)));
                assertThat(records > 0 || !troubles.isEmpty()).as(file).isTrue();
            }
        }
    }

    private int read(Path file) {
        return new SavedWarc(file, LARGEST_BODY, pages::add, troubles::add).read(() -> false);
    }

    private Path write(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }

    private static String response(String uri, String type, String body) {
        String http =
                "HTTP/1.1 200 OK\r\nContent-Type: " + type + "\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
        return record("response", uri, "application/http; msgtype=response", http);
    }

    private static String record(String kind, String uri, String type, String block) {
        return "WARC/1.0\r\nWARC-Type: " + kind + "\r\nWARC-Record-ID: <urn:uuid:"
                + new java.util.UUID(1, block.length())
                + ">\r\nWARC-Date: 2026-03-03T10:00:00Z\r\nWARC-Target-URI: " + uri + "\r\nContent-Type: " + type
                + "\r\nContent-Length: " + block.length() + "\r\n\r\n" + block + "\r\n\r\n";
    }
}
