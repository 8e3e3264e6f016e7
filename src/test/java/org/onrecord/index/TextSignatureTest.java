package org.onrecord.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TextSignatureTest {
    @Test
    void estimatesTheShareOfRunsInCommon() {
        // 400 words, of which the last 100 differ: 296 of about 500 runs in common
        List<String> words = words(1, 400);
        List<String> other = new ArrayList<>(words.subList(0, 300));
        other.addAll(words(2, 100));

        assertThat(signature(words).likeness(signature(other))).isBetween(0.4, 0.8);
        assertThat(signature(words).likeness(signature(words(3, 400)))).isLessThan(0.1);
    }

    @Test
    void copiesWithAFewChangedWordsShareABandAndCountAsTheSameStory() {
        for (int seed = 0; seed < 200; seed++) {
            List<String> words = words(seed, 300);
            List<String> copy = new ArrayList<>(words);
            copy.set(50, "changed");
            copy.set(200, "changed");
            copy.addAll(0, List.of("by", "our", "own", "staff"));

            TextSignature one = signature(words);
            TextSignature two = signature(copy);

            assertThat(one.sameText(one.likeness(two))).as("seed %d", seed).isTrue();
            assertThat(one.bands()).as("seed %d", seed).containsAnyElementsOf(two.bands());
        }
    }

    @Test
    void ignoresCaseAndPunctuation() {
        assertThat(TextSignature.of("Chips, again: BANNED!").orElseThrow().name())
                .isEqualTo(TextSignature.of("chips again banned").orElseThrow().name());
    }

    @Test
    void readsBackFromItsBytes() {
        TextSignature signature = signature(words(5, 50));

        assertThat(TextSignature.ofBytes(signature.bytes(), 0, signature.bytes().length)
                        .name())
                .isEqualTo(signature.name());
    }

    @Test
    void aTextWithoutWordsHasNone() {
        assertThat(TextSignature.of(" … ")).isEmpty();
    }

    private static TextSignature signature(List<String> words) {
        return TextSignature.of(String.join(" ", words)).orElseThrow();
    }

    private static List<String> words(long seed, int count) {
        Random random = new Random(seed);
        List<String> words = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            words.add(Integer.toString(random.nextInt(1_000_000), 36));
        }
        return words;
    }
}
