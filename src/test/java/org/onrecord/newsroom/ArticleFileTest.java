package org.onrecord.newsroom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;
import org.onrecord.newsroom.NewsroomArticle.Matter;
import org.onrecord.newsroom.NewsroomArticle.Quirk;

class ArticleFileTest {
    private static final String HEADER = """
            id: a-chip
            site: wire
            title: A chip: the story
            author: Ann Other
            published: 2026-03-01T08:00:00+01:00
            tags: Trade, chips
            record: invented
            basis: everything
            """;

    @Test
    void readsHeaderAndParagraphs() {
        String file = HEADER + "quirk: fails-first\n\nOne line\nand another.\n\n## A heading\n\nThe end.\n";

        NewsroomArticle article = ArticleFile.read("a-chip.txt", file);

        assertThat(article.title()).isEqualTo("A chip: the story");
        assertThat(article.published()).isEqualTo(OffsetDateTime.parse("2026-03-01T08:00:00+01:00"));
        assertThat(article.tags()).containsExactly("Trade", "chips");
        assertThat(article.matter()).isEqualTo(Matter.INVENTED);
        assertThat(article.quirk()).isEqualTo(Quirk.FAILS_FIRST);
        assertThat(article.blocks()).containsExactly("One line and another.", "## A heading", "The end.");
        assertThat(article.text()).isEqualTo("One line and another.\nA heading\nThe end.");
    }

    @Test
    void namesTheFileAndTheMissingKey() {
        String file = HEADER.replace("site: wire\n", "") + "\nText.";

        assertThatThrownBy(() -> ArticleFile.read("a-chip.txt", file))
                .isInstanceOf(NewsroomException.class)
                .hasMessage("a-chip.txt: the header has no \"site\"");
    }

    @Test
    void refusesAHeaderLineThatItDoesNotKnow() {
        assertThatThrownBy(() -> ArticleFile.read("a-chip.txt", HEADER + "mood: good\n\nText."))
                .hasMessageContaining("[mood: good]");
    }

    @Test
    void refusesAKeyThatComesTwice() {
        assertThatThrownBy(() -> ArticleFile.read("a-chip.txt", HEADER + "site: wire\n\nText."))
                .hasMessageContaining("[site: wire]");
    }

    @Test
    void refusesAnArticleWithoutText() {
        assertThatThrownBy(() -> ArticleFile.read("a-chip.txt", HEADER))
                .hasMessage("a-chip.txt: the article has no text: a-chip");
    }

    @Test
    void refusesADateWithoutOffset() {
        String file = HEADER.replace("+01:00", "") + "\nText.";

        assertThatThrownBy(() -> ArticleFile.read("a-chip.txt", file))
                .hasMessageContaining("a-chip.txt: ")
                .hasMessageContaining("2026-03-01T08:00:00");
    }
}
