package org.onrecord.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.onrecord.index.InventedArticle.article;
import static org.onrecord.search.SearchTestIndex.marked;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What counts as the same word. */
class AnalysisTest {
    @TempDir
    Path folder;

    private SearchTestIndex newsroom;

    @BeforeEach
    void open() {
        newsroom = new SearchTestIndex(folder);
    }

    @AfterEach
    void close() {
        newsroom.close();
    }

    @ParameterizedTest
    @CsvSource({
        "H200, the new H200 chip",
        "h200, Two H200s were sold",
        "H200s, one H200",
        "H200, the H-200",
        "H200, the H 200 chip",
        "H-200, the H200",
        "h-200, the H200",
        "mid-2025, by mid-2025",
        "H 200, the H200",
        "h 200, two H200s",
        "h200, racks of H-200s",
        "H 200, an H-200",
        "200, an H-200",
        "'\"the H200\"', the H-200 chip",
        "'\"H200 chip\"', the H-200 chip",
        "MI-308X, AMD's MI308X",
        "G7, the G-7 summit",
        "RTX 5090, the RTX5090 card",
        "910C, the Ascend 910C",
        "Ascend-910C, the Ascend 910C",
        "Ascend 910C, the Ascend-910C",
        "Ascend910C, the Ascend 910C",
        "910C, the Ascend910C",
        "GB200, racks of GB200s",
        "MI308X, AMD's MI308X",
        "CloudMatrix 384, a CloudMatrix 384 rack",
        "CloudMatrix384, a CloudMatrix 384 rack",
        "'\"CloudMatrix 384\"', a CloudMatrix384 rack",
        "A.I., the AI boom",
        "AI, the A.I. boom",
        "ai chip, AI-chip rules",
        "AI-chip, an AI chip",
        "DeepSeek-R1, the DeepSeek R1 model",
        "U.S., the US has",
        "US, the U.S. has",
        "us, the U.S. has",
        "u.s., the US has",
        "U.S.-China, the U.S.-China talks",
        "U.K., the UK government",
        "USA, the U.S.A. has",
        "nvidia, Nvidia's chips",
        "nvidia, Nvidia’s chips",
        "nvidia, NVIDIA",
        "licence, new licenses",
        "licensing, a licence",
        "ban, it banned them",
        "senator, several senators",
        "policy, these policies",
        "café, the cafe",
        "Munchen, in München",
        "'\"600,000\"', about 600000 units",
        "600000, '600,000 units'",
        "semicond*, semiconductors",
        "出口, 美国芯片出口管制",
        "芯片出口, 美国芯片出口管制",
        "禁, 出口禁令",
        "半导体, 半導體出口",
        "半導體, 半导体出口",
        "ＡＩ, AI rules",
        "H20芯片, 英伟达H20芯片获准出口",
        "英伟达 H20, 英伟达H20芯片获准出口",
        "芯片 H20, 向中国出口H20芯片",
        "chips 芯片, AI chips（AI芯片）",
        "'\"出口管制\"', 美国芯片出口管制"
    })
    void finds(String query, String text) {
        newsroom.add(article("it").text(text));

        assertThat(newsroom.ids(query)).containsExactly("it");
    }

    @ParameterizedTest
    @CsvSource({
        "US, they told us so",
        "us, they told us so",
        "H20, the H200",
        "H200, the H20",
        "policy, the police",
        "'\"chip exports\"', chips exported",
        "'\"chip exports\"', exports of chip",
        "IT, they liked them",
        "口出, 美国芯片出口管制",
        "10C, the 910C",
        "H200, in h 200 ways",
        "A100, a 100 percent tariff",
        "A100, A 100 percent tariff",
        "'\"H20 芯\"', 芯片H20"
    })
    void doesNotFind(String query, String text) {
        newsroom.add(article("it").text(text));

        assertThat(newsroom.ids(query)).isEmpty();
    }

    @Test
    void findsThePronounInAPhraseOnly() {
        newsroom.add(article("it").text("He told us so."));

        assertThat(newsroom.ids("\"told us so\"")).containsExactly("it");
        assertThat(newsroom.ids("\"told US so\"")).isEmpty();
    }

    @Test
    void marksWhatTheTextSaysHoweverItWasAskedFor() {
        newsroom.add(article("it").text("Racks of Ascend910C, H200s and U.S. licences: 美国芯片出口管制."));

        Snippet passage = newsroom.search
                .articles(SearchRequest.of("910c H200 us license 芯片"))
                .hits()
                .getFirst()
                .passage();

        assertThat(marked(passage)).containsExactly("910C", "H200s", "U.S.", "licences", "芯片");
    }
}
