package org.onrecord.encoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class WordPiecesTest {
    private static final WordPieces PIECES =
            new WordPieces(List.of("[PAD]", "[UNK]", "licence", "lic", "##ence", "##s", "cafe"));

    @Test
    void takesTheLongestPieceFirst() {
        assertThat(PIECES.of("Licences")).containsExactly(2, 5);
    }

    @Test
    void ignoresCapitalsAndAccents() {
        assertThat(PIECES.of("CAFÉ")).containsExactly(6);
    }

    @Test
    void aWordItCannotCutIsUnknown() {
        assertThat(PIECES.of("licx")).containsExactly(1);
        assertThat(PIECES.of("x".repeat(101))).containsExactly(1);
        assertThat(PIECES.of("\u0301")).containsExactly(1);
    }

    @Test
    void keepsOnlyTheFirstPiecesOfAnEndlessWord() {
        assertThat(PIECES.of("lic" + "s".repeat(60))).hasSize(12);
    }

    @Test
    void refusesAVocabularyWithoutItsMarks() {
        assertThatThrownBy(() -> new WordPieces(List.of("a")))
                .isInstanceOf(EncoderException.class)
                .hasMessageContaining("[UNK]");
    }
}
