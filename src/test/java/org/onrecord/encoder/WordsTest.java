package org.onrecord.encoder;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WordsTest {
    private static List<String> words(String text) {
        Words words = Words.of(text, 100);
        List<String> found = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            found.add(words.word(i));
        }
        return found;
    }

    @Test
    void cutsAtSpacesAndAroundMarks() {
        assertThat(words("“We won't,” Orr said (twice)."))
                .containsExactly("“", "We", "won", "'", "t", ",", "”", "Orr", "said", "(", "twice", ")", ".");
    }

    @Test
    void keepsNumbersWithLettersAndCutsIdeographsOneByOne() {
        assertThat(words("K80 华为 $5bn")).containsExactly("K80", "华", "为", "$", "5bn");
    }

    @Test
    void placesAreUtf16OffsetsAlsoBehindCharactersBeyondTheBasicPlane() {
        String text = "😀 Orr 𝒜b";

        Words words = Words.of(text, 100);

        for (int i = 0; i < words.size(); i++) {
            assertThat(text.substring(words.start(i), words.end(i))).isEqualTo(words.word(i));
        }
        assertThat(words.word(1)).isEqualTo("Orr");
    }

    @Test
    void tellsHowAWordIsWritten() {
        Words words = Words.of("orr Orr ORR DeepSeek K80 .", 100);

        assertThat(new int[] {
                    words.shapeOf(0),
                    words.shapeOf(1),
                    words.shapeOf(2),
                    words.shapeOf(3),
                    words.shapeOf(4),
                    words.shapeOf(5)
                })
                .containsExactly(0, 1, 2, 3, 4, 5);
    }

    @Test
    void knowsWhereParagraphsOpen() {
        Words words = Words.of("One two\n\nthree four", 100);

        assertThat(words.formOf(0)).isEqualTo(7);
        assertThat(words.formOf(1)).isEqualTo(0);
        assertThat(words.formOf(2)).isEqualTo(6);
    }

    @Test
    void findsTheWordAtAPlace() {
        Words words = Words.of("One two three", 100);

        assertThat(words.at(4)).isEqualTo(1);
        assertThat(words.at(7)).isEqualTo(2);
        assertThat(words.at(13)).isEqualTo(3);
    }

    @Test
    void stopsAtTheMostWords() {
        assertThat(Words.of("a b c d", 2).size()).isEqualTo(2);
        assertThat(Words.of("", 2).size()).isZero();
        assertThat(Words.of(" \u200b\n", 2).size()).isZero();
    }
}
