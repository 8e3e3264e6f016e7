package org.onrecord.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Base64;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.InflaterInputStream;
import org.junit.jupiter.api.Test;
import org.onrecord.SharedMaterial;
import org.onrecord.fetch.FetchOutcome.Fetched;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Plays the scripts of hostile web servers that lie beside the project, if they do. */
class OriginScriptsTest {
    private static final Path SCRIPTS = SharedMaterial.at("hostile/http/origin-scripts.jsonl");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Those whose first answer is a page, for all that this package can see. */
    private static final Set<String> PAGES = Set.of(
            "http-length-too-short",
            "http-length-and-chunked",
            "http-gzip-lie",
            "http-gzip-unlabelled",
            "http-200-error-page",
            "http-etag-304",
            "http-etag-lie-same-tag-new-body",
            "http-etag-new-tag-same-body",
            "http-etag-odd",
            "http-etag-crlf",
            "http-last-modified-future",
            "http-always-304",
            "http-type-image",
            "http-type-missing",
            "http-disposition-path");

    @Test
    void takesPagesFromThoseThatSendOneAndSurvivesTheOthers() throws Exception {
        assumeTrue(Files.exists(SCRIPTS), "the scripts " + SCRIPTS + " are not here");
        Set<String> pages = new TreeSet<>();
        Set<String> slow = new TreeSet<>();
        for (String line : Files.readAllLines(SCRIPTS)) {
            JsonNode script = JSON.readTree(line);
            if (script.path("id").asString().startsWith("http-robots-")) {
                continue; // meant for robots.txt: see RobotsTest
            }
            AtomicInteger turn = new AtomicInteger();
            FakeServer.Reply reply = out -> {
                JsonNode turns = script.path("turns");
                play(turns.get(Math.min(turn.getAndIncrement(), turns.size() - 1)), out);
            };
            try (FakeServer server = FakeServer.answering(reply);
                    HttpFetcher fetcher = new HttpFetcher(settings(), Clock.systemUTC())) {
                Instant start = Instant.now();
                FetchOutcome outcome = fetcher.fetch(FetchRequest.of(server.uri("/feed")));
                if (Duration.between(start, Instant.now()).compareTo(Duration.ofSeconds(12)) > 0) {
                    slow.add(script.path("id").asString());
                }
                if (outcome instanceof Fetched) {
                    pages.add(script.path("id").asString());
                }
                assertThat(server.paths()).hasSizeLessThanOrEqualTo(10);
            }
        }
        assertThat(pages).isEqualTo(new TreeSet<>(PAGES));
        assertThat(slow).isEmpty();
    }

    private static FetchSettings settings() {
        FetchSettings usual = TestSettings.LOCAL;
        return new FetchSettings(
                null,
                usual.delay(),
                usual.longestWait(),
                usual.connectTimeout(),
                Duration.ofSeconds(4),
                usual.longestRetryAfter(),
                usual.maxBody(),
                usual.maxExpandedBody(),
                usual.maxHeaders(),
                usual.maxRequests(),
                usual.robotsMaxAge(),
                usual.maxRobots(),
                usual.allowed());
    }

    private static void play(JsonNode steps, OutputStream out) throws IOException, InterruptedException {
        for (JsonNode step : steps) {
            if (step.has("send")) {
                out.write(filledIn(text(step.path("send"))).getBytes(UTF_8));
            } else if (step.has("send_b64")) {
                out.write(Base64.getDecoder().decode(text(step.path("send_b64"))));
            } else if (step.has("repeat") || step.has("repeat_b64")) {
                byte[] part = step.has("repeat")
                        ? text(step.path("repeat")).getBytes(UTF_8)
                        : Base64.getDecoder().decode(text(step.path("repeat_b64")));
                for (int i = 0; i < step.path("times").asInt(); i++) {
                    out.write(part);
                    Thread.sleep(step.path("delay_ms").asInt(0));
                }
            } else if (step.has("gzip_of")) {
                try (OutputStream gzip = new GZIPOutputStream(new Unclosed(out))) {
                    fill(step.path("gzip_of"), gzip);
                }
            } else if (step.has("deflate_of")) {
                try (OutputStream deflate = new DeflaterOutputStream(new Unclosed(out))) {
                    fill(step.path("deflate_of"), deflate);
                }
            } else if (step.has("gzip_of_gzip_of")) {
                try (OutputStream gzip = new GZIPOutputStream(new GZIPOutputStream(new Unclosed(out)))) {
                    fill(step.path("gzip_of_gzip_of"), gzip);
                }
            } else if (step.has("gzip_of_prefix_then")) {
                JsonNode content = step.path("gzip_of_prefix_then");
                try (OutputStream gzip = new GZIPOutputStream(new Unclosed(out))) {
                    gzip.write(text(content.path("prefix")).getBytes(UTF_8));
                    fill(content, gzip);
                }
            } else if (step.has("hold_ms")) {
                Thread.sleep(step.path("hold_ms").asInt());
            } else if (step.has("close") || step.has("reset")) {
                return;
            } else {
                throw new IllegalArgumentException("not a step: " + step);
            }
        }
    }

    private static void fill(JsonNode content, OutputStream out) throws IOException {
        byte[] block = new byte[8192];
        Arrays.fill(block, (byte) content.path("byte").asInt());
        for (long left = content.path("times").asLong(); left > 0; left -= block.length) {
            out.write(block, 0, (int) Math.min(left, block.length));
        }
    }

    private static String text(JsonNode node) throws IOException {
        if (!node.has("zlib_b64")) {
            return node.asString();
        }
        byte[] packed = Base64.getDecoder().decode(node.path("zlib_b64").asString());
        return new String(new InflaterInputStream(new ByteArrayInputStream(packed)).readAllBytes(), UTF_8);
    }

    private static String filledIn(String text) {
        return text.replace(
                "{http_date_plus_300s}",
                DateTimeFormatter.RFC_1123_DATE_TIME.format(
                        Instant.now().plusSeconds(300).atOffset(ZoneOffset.UTC)));
    }

    private static final class Unclosed extends FilterOutputStream {
        private Unclosed(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
