package org.onrecord.digest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.onrecord.article.Span;
import org.onrecord.search.Snippet;
import org.onrecord.search.Snippet.Part;

class ExcerptTest {
    @Test
    void leavesAShortPassageAsItIsApartFromLineBreaks() {
        Snippet excerpt = Excerpt.of(new Snippet("Mira Voss said\nthe rule helps.", List.of(new Span(15, 23))));

        assertThat(excerpt.text()).isEqualTo("Mira Voss said the rule helps.");
        assertThat(excerpt.parts()).contains(new Part("the rule", true));
    }

    @Test
    void quotesNoMoreThanAShortPassageAroundTheMarkedWords() {
        String text = "a ".repeat(2_000) + "the rule helps" + " b".repeat(2_000);

        Snippet excerpt = Excerpt.of(new Snippet(text, List.of(new Span(4_000, 4_014))));

        assertThat(excerpt.text())
                .hasSizeLessThan(Excerpt.LONGEST + 10)
                .startsWith("… ")
                .endsWith(" …");
        assertThat(excerpt.parts()).contains(new Part("the rule helps", true));
    }

    @Test
    void cutsAMarkThatIsLongerThanTheExcerpt() {
        Snippet excerpt = Excerpt.of(new Snippet("x".repeat(5_000), List.of(new Span(0, 5_000))));

        assertThat(excerpt.parts()).containsExactly(new Part("x".repeat(Excerpt.LONGEST), true), new Part(" …", false));
    }

    @Test
    void doesNotHalveACharacter() {
        Snippet excerpt = Excerpt.of(new Snippet("x" + "𝄞".repeat(1_000), List.of(new Span(1_001, 1_003))));

        assertThat(excerpt.text().codePoints().filter(c -> c >= 0xD800 && c <= 0xDFFF))
                .isEmpty();
        assertThat(excerpt.parts()).contains(new Part("𝄞", true));
    }
}
