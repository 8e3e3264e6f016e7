package org.onrecord.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.onrecord.article.Span;

class PassagesTest {
    @Test
    void takesTheSentenceWithTheMostDifferentWords() {
        String text =
                "Chips, chips and chips were on the table of the committee on a long Monday morning in the small town of"
                        + " Port Elen, where it rained. Nobody spoke of the law. Chips are exports, said the chair of the committee, and"
                        + " exports are what the town of Port Elen lives on these days.";

        Snippet snippet = new Passages(text).best(marks(text, "hips", "xports"));

        assertThat(snippet.text()).startsWith("Nobody spoke of the law. Chips are exports");
    }

    @Test
    void cutsALongSentenceAtWordsAroundTheFirstMark() {
        String text = "word ".repeat(200) + "licence " + "tail ".repeat(200);

        Snippet snippet = new Passages(text).best(marks(text, "licence"));

        assertThat(snippet.text()).contains("licence").hasSizeLessThan(400).matches("(word )+licence (tail )*tail");
        assertThat(snippet.marks())
                .singleElement()
                .satisfies(mark -> assertThat(mark.in(snippet.text()).text()).isEqualTo("licence"));
    }

    @Test
    void joinsMarksThatTouch() {
        Snippet snippet = new Passages("芯片出口").exactly(new Span(0, 4), List.of(new Span(1, 3), new Span(0, 2)));

        assertThat(snippet.marks()).containsExactly(new Span(0, 3));
    }

    @Test
    void anEmptyTextHasAnEmptyPassage() {
        assertThat(new Passages("").best(List.of())).isEqualTo(new Snippet("", List.of()));
    }

    private static List<Span> marks(String text, String... words) {
        return List.of(words).stream()
                .flatMap(word -> Pattern.compile(word).matcher(text).results())
                .map(found -> new Span(found.start(), found.end()))
                .toList();
    }
}
