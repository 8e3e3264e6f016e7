package org.onrecord.tag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.onrecord.SharedMaterial;
import org.onrecord.article.TaggedArticle;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Texts that nobody writes are answered too. The time limit here only tells a hang from an answer. */
class HostileTextTest {
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private static TaggedArticle tag(String text) {
        return assertTimeoutPreemptively(LONGEST, () -> TagFixture.TAGGER.tag(TagFixture.article(text)));
    }

    @Test
    void emptyAndBlankTextsHaveNoTags() {
        assertThat(tag("").mentions()).isEmpty();
        assertThat(tag(" \n\t ").statements()).isEmpty();
    }

    @Test
    void aMegabyteWithoutASpaceIsAnswered() {
        assertThat(tag("x".repeat(1_000_000)).statements()).isEmpty();
    }

    @Test
    void aMegabyteOfProseIsAnswered() {
        String text = "Senator Okerlund said that the licence was a mistake. ".repeat(18_000);

        assertThat(tag(text).mentions()).isNotEmpty();
    }

    @Test
    void capitalsOnlyAreAnswered() {
        assertThat(tag("SENATOR OKERLUND SAID THE LICENCE WAS A MISTAKE. ".repeat(50)))
                .isNotNull();
    }

    @Test
    void brokenUnicodeIsAnswered() {
        assertThat(tag("\ud83d Okerlund said \udc00 “no\u0000” and \ufffd left. \u202e\u2066"))
                .isNotNull();
    }

    @TestFactory
    List<DynamicTest> everyPathologicalTextIsAnswered() throws IOException {
        Path file = SharedMaterial.at("hostile/text/pathological.jsonl");
        assumeTrue(Files.exists(file), "skipped: ../shared/hostile is not on this machine");
        List<DynamicTest> tests = new ArrayList<>();
        JsonMapper mapper = JsonMapper.builder().build();
        for (String line : Files.readAllLines(file)) {
            JsonNode row = mapper.readTree(line);
            tests.add(DynamicTest.dynamicTest(
                    row.path("id").asString(),
                    () -> assertThat(tag(text(row.path("text")))).isNotNull()));
        }
        assertThat(tests).isNotEmpty();
        return tests;
    }

    private static String text(JsonNode text) throws DataFormatException {
        if (text.isString()) {
            return text.asString();
        }
        Inflater inflater = new Inflater();
        inflater.setInput(Base64.getDecoder().decode(text.path("zlib_b64").asString()));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] buffer = new byte[65_536];
        while (!inflater.finished()) {
            bytes.write(buffer, 0, inflater.inflate(buffer));
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
