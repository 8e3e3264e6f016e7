package org.onrecord.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.onrecord.SharedMaterial;
import tools.jackson.databind.JsonNode;

class TextDecoderTest {
    @Test
    void readsLatin1AsTheWebDoes() {
        byte[] bytes = "“oui” €5".getBytes(Charset.forName("windows-1252"));

        assertThat(TextDecoder.decode(bytes, "text/html; charset=ISO-8859-1")).isEqualTo("“oui” €5");
    }

    @Test
    void aByteOrderMarkWinsOverTheHeader() {
        byte[] bytes = "\uFEFFда".getBytes(StandardCharsets.UTF_16LE);

        assertThat(TextDecoder.decode(bytes, "text/html; charset=utf-8")).isEqualTo("да");
    }

    @Test
    void bytesThatProveToBeUtf8AreUtf8WhateverTheLabel() {
        byte[] bytes = "<meta charset=latin1>Café – 15 €".getBytes(StandardCharsets.UTF_8);

        assertThat(TextDecoder.decode(bytes, null)).endsWith("Café – 15 €");
    }

    @Test
    void theHeaderWinsOverTheDeclaration() {
        byte[] bytes = "<meta charset=koi8-r>国务院".getBytes(Charset.forName("GB18030"));

        assertThat(TextDecoder.decode(bytes, "text/html; charset=\"gbk\"")).endsWith("国务院");
    }

    @Test
    void guessesJapaneseWithoutALabel() {
        byte[] bytes = "国会が法案を可決したと発表しました。".getBytes(Charset.forName("Shift_JIS"));

        assertThat(TextDecoder.decode(bytes, "text/html")).isEqualTo("国会が法案を可決したと発表しました。");
    }

    @Test
    void aCutCharacterDoesNotSpoilTheRest() {
        byte[] whole = "Bücher über Chips und Züge: ä ö ü ß é è ê à â ç ñ õ ø å æ œ ž š č ř €"
                .getBytes(StandardCharsets.UTF_8);

        assertThat(TextDecoder.decode(Arrays.copyOf(whole, whole.length - 1), null))
                .startsWith("Bücher über")
                .endsWith("\uFFFD");
    }

    @Test
    void readsTheTitlesOfPagesInManyCharsets() throws IOException {
        Path manifest = SharedMaterial.file("hostile/manifest.jsonl");

        for (JsonNode row : Predictions.lines(manifest)) {
            String title = row.path("want").path("title").asString("");
            if (row.path("file").asString("").startsWith("charset/") && !title.isEmpty()) {
                byte[] bytes = Files.readAllBytes(
                        manifest.resolveSibling(row.path("file").asString()));

                ExtractedArticle article = new ArticleExtractor()
                        .extract(bytes, row.path("http_content_type").asString(), null);

                assertThat(article.title()).as(row.path("file").asString()).isEqualTo(title);
            }
        }
    }
}
