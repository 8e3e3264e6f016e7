package org.onrecord.digest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OneLineTest {
    @Test
    void leavesNoLineBreakAndNoControlCharacter() {
        assertThat(OneLine.of("  A\r\nB\u2028C\u2029D\u0085E\u000bF\fG\0H\tI  "))
                .isEqualTo("A B C D E F G H I");
    }

    @Test
    void dropsMarksThatTurnTheDirectionOfWriting() {
        assertThat(OneLine.of("invoice\u202Egpj.exe")).isEqualTo("invoice gpj.exe");
    }

    @Test
    void keepsOtherLanguagesAsTheyAre() {
        assertThat(OneLine.of("国产芯片 – “Ümlaut” 𝄞")).isEqualTo("国产芯片 – “Ümlaut” 𝄞");
        assertThat(OneLine.of("\u760d\u760a")).isEqualTo("\u760d\u760a");
    }

    @Test
    void cutsBeforeACharacterOfTwoUnitsNeverInsideIt() {
        assertThat(OneLine.of("abc𝄞def", 5)).isEqualTo("abc…");
        assertThat(OneLine.of("abc𝄞def", 6)).isEqualTo("abc𝄞…");
        assertThat(OneLine.of("abc", 3)).isEqualTo("abc");
    }
}
