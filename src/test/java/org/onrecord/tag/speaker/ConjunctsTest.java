package org.onrecord.tag.speaker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.onrecord.article.Span;
import org.onrecord.tag.TagFixture;
import org.onrecord.tag.text.WordLists;

class ConjunctsTest {
    private static final WordLists WORDS = new WordLists();

    private static List<String> joined(String text, String source) {
        int start = text.indexOf(source);
        return new Conjuncts(TagFixture.read(text), SpeakerResolverTest.names(text), WORDS)
                .of(new Span(start, start + source.length())).stream()
                        .map(span -> text.substring(span.start(), span.end()))
                        .toList();
    }

    @Test
    void findsBothWhoSayTheSame() {
        String text = "Padma Ellery and Senator Rufus Tarkan urged a vote.";

        assertThat(joined(text, "Padma Ellery")).containsExactly("Rufus Tarkan");
        assertThat(joined(text, "Rufus Tarkan")).containsExactly("Padma Ellery");
    }

    @Test
    void findsAllOfAList() {
        String text = "Lowmoor Silicon, Xinpu Logic and the Kettle Institute said so.";

        assertThat(joined(text, "Xinpu Logic")).containsExactly("Lowmoor Silicon", "Kettle Institute");
        assertThat(joined(text, "Lowmoor Silicon")).containsExactly("Xinpu Logic", "Kettle Institute");
    }

    @Test
    void joinsNobodyWhoOnlyStandsNear() {
        assertThat(joined("A call between Padma Ellery and Rufus Tarkan ended the row.", "Rufus Tarkan"))
                .isEmpty();
        assertThat(joined("Padma Ellery, Rufus Tarkan said, was late.", "Rufus Tarkan"))
                .isEmpty();
        assertThat(joined("Padma Ellery and Lowmoor Silicon's lawyers disagree.", "Padma Ellery"))
                .isEmpty();
    }
}
