package org.onrecord.encoder;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class WindowTest {
    private static List<Window> windows(String text, int most) {
        Words words = Words.of(text, 1_000_000);
        return Window.over(words, Collections.nCopies(words.size(), new int[] {1}), 10, most);
    }

    @Test
    void aShortTextIsOneWindow() {
        assertThat(windows("Orr said no.", 9)).containsExactly(new Window(0, 4, 0, 4));
    }

    @Test
    void everyWordIsJudgedInExactlyOneWindow() {
        String text = "The minister of trade said again that nothing was decided. ".repeat(300);

        List<Window> windows = windows(text, 99);

        assertThat(windows).hasSizeGreaterThan(5);
        int next = 0;
        for (Window window : windows) {
            assertThat(window.mineFrom()).isEqualTo(next);
            assertThat(window.from()).isLessThanOrEqualTo(window.mineFrom());
            assertThat(window.mineTo()).isLessThanOrEqualTo(window.to());
            assertThat(window.size()).isLessThanOrEqualTo(Window.LONGEST);
            next = window.mineTo();
        }
        assertThat(next).isEqualTo(Words.of(text, 1_000_000).size());
    }

    @Test
    void windowsOpenAndEndWithSentencesWhereTheyCan() {
        String text = "The minister of trade said again that nothing was decided. ".repeat(100);

        for (Window window : windows(text, 99)) {
            assertThat(window.from() % 11).isZero();
            assertThat(window.to() % 11).isZero();
        }
    }

    @Test
    void aTextWithoutSentencesIsCutAnywhere() {
        List<Window> windows = windows("word ".repeat(2_000), 99);

        assertThat(windows.getLast().to()).isEqualTo(2_000);
    }

    @Test
    void whatLiesBehindTheLastWindowIsNotSeen() {
        assertThat(windows("word ".repeat(2_000), 2)).hasSize(2);
    }
}
