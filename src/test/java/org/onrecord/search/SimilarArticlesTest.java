package org.onrecord.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.onrecord.index.InventedArticle.article;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onrecord.article.ArticleId;

class SimilarArticlesTest {
    private static final String QUARRY =
            "Quillon will open a semiconductor quarry near Tidemark after the ministry granted a licence for lithography"
                    + " machines on Monday, the company said in a filing.";

    @TempDir
    Path folder;

    @Test
    void findsOtherReportsOfTheSameThingAndNoCopies() {
        try (SearchTestIndex newsroom = new SearchTestIndex(folder)) {
            newsroom.add(
                    article("quarry").text(QUARRY),
                    article("copy").text(QUARRY),
                    article("other")
                            .text("A licence for lithography lets Quillon begin its Tidemark quarry, officials of the"
                                    + " ministry confirmed; machines arrive in spring."),
                    article("other-copy")
                            .text("A licence for lithography lets Quillon begin its Tidemark quarry, officials of the"
                                    + " ministry confirmed; machines arrive in spring."),
                    article("weather")
                            .text("Rain is expected on Monday in most of the north, with wind from the west."),
                    article("football").text("The league said on Monday that the cup final moves to the old stadium."));

            for (int i = 0; i < 10; i++) {
                newsroom.add(article("more-" + i).text("Other news of day " + i + ": the market was calm."));
            }

            List<ArticleHit> similar = newsroom.search.similar(new ArticleId("quarry"), 10);

            assertThat(similar).hasSize(1);
            assertThat(similar.getFirst().article().id().value()).startsWith("other");
            assertThat(similar.getFirst().copies()).isEqualTo(1);
            assertThat(newsroom.search.similar(new ArticleId("nobody"), 10)).isEmpty();
        }
    }
}
