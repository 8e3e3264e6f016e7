package org.onrecord.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.onrecord.index.InventedArticle.article;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onrecord.article.Act;

/** A wrong query comes back with one that runs. */
class RepairTest {
    private static final List<String> SOUND = List.of(
            "said-by:mira-voss stance:for:chip-sales date:2026-01..2026-03",
            "(H20 OR H200) -\"export controls\"~10 title:(ban tariff)",
            "search:\"what Mira says\" AND site:north.example.org semicond*",
            "act:(urge OR warn) NOT source:north-daily event:licence-granted",
            "after:2026-01 before:2026-02 lang:zh 芯片出口 \"Ascend 910C\"",
            "tag:chips story:abc policy:\"Entity List\" about:chip-sales");
    private static final String STRANGE = "\"\"(()):~*-^/\\?OR AND 'é\u0000\ud83d\u202e9";

    @Test
    void everyRepairedQueryOfAMutatedOneRuns(@TempDir Path folder) {
        long seed = 20261127;
        Random random = new Random(seed);
        int wrong = 0;
        try (SearchTestIndex newsroom = new SearchTestIndex(folder)) {
            newsroom.add(article("a").text("Mira Voss urged it.").says("Mira Voss", "mira-voss", Act.URGE, "it"));
            for (int i = 0; i < 1_500; i++) {
                String query = mutated(SOUND.get(i % SOUND.size()), random);
                try {
                    newsroom.search.articles(SearchRequest.of(query));
                } catch (QueryException e) {
                    wrong++;
                    assertThat(e.position()).as("seed %d, %s", seed, query).isBetween(0, query.length());
                    assertThat(e.repaired()).as("seed %d, %s", seed, query).isPresent();
                    newsroom.search.articles(SearchRequest.of(e.repaired().get()));
                    newsroom.search.statements(SearchRequest.of(e.repaired().get()));
                }
            }
        }
        assertThat(wrong).isGreaterThan(500);
    }

    private static String mutated(String query, Random random) {
        StringBuilder text = new StringBuilder(query);
        for (int change = 1 + random.nextInt(4); change > 0; change--) {
            int at = random.nextInt(text.length());
            switch (random.nextInt(3)) {
                case 0 -> text.deleteCharAt(at);
                case 1 -> text.insert(at, STRANGE.charAt(random.nextInt(STRANGE.length())));
                default -> text.insert(at, text.substring(at, Math.min(text.length(), at + 1 + random.nextInt(9))));
            }
        }
        return text.toString();
    }
}
