package org.onrecord.newsroom;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.onrecord.newsroom.NewsroomArticle.Matter;
import org.onrecord.newsroom.NewsroomArticle.Quirk;

/** What the bundled articles promise as a set. */
class BundledArticlesTest {
    private final List<NewsroomArticle> articles = ArticleFile.bundled();

    @Test
    void theIndexNamesEveryArticleFileOnce() throws IOException, URISyntaxException {
        Path folder = Path.of(BundledArticlesTest.class
                        .getResource("articles/index.txt")
                        .toURI())
                .getParent();
        try (Stream<Path> files = Files.list(folder)) {
            List<String> names = files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.equals("index.txt"))
                    .toList();

            assertThat(articles.stream().map(article -> article.id() + ".txt"))
                    .containsExactlyInAnyOrderElementsOf(names);
        }
    }

    @Test
    void noTwoArticlesShareAnIdOrAnAddress() {
        assertThat(articles).extracting(NewsroomArticle::id).doesNotHaveDuplicates();
        assertThat(articles).extracting(NewsroomArticle::path).doesNotHaveDuplicates();
        assertThat(articles).extracting(NewsroomArticle::announcedPath).doesNotHaveDuplicates();
    }

    @Test
    void aboutHalfTellThePublicRecordAndHalfInvent() {
        long invented = articles.stream()
                .filter(article -> article.matter() == Matter.INVENTED)
                .count();

        assertThat(articles).hasSizeBetween(24, 30);
        assertThat(invented).isBetween(11L, 14L);
    }

    @Test
    void everySiteHasItsArticles() {
        assertThat(articles.stream().map(NewsroomArticle::site).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(Site.values());
    }

    @Test
    void everyQuirkOccursOnce() {
        assertThat(articles.stream().map(NewsroomArticle::quirk).filter(quirk -> quirk != Quirk.NONE))
                .containsExactlyInAnyOrder(Quirk.MOVED, Quirk.FAILS_FIRST, Quirk.FORBIDDEN);
    }

    @Test
    void aCopyRepeatsMostOfAnArticleOfAnotherSite() {
        NewsroomArticle copy = articles.stream()
                .filter(article -> article.copyOf() != null)
                .findFirst()
                .orElseThrow();
        NewsroomArticle original = articles.stream()
                .filter(article -> article.id().equals(copy.copyOf()))
                .findFirst()
                .orElseThrow();

        List<String> copied = sentences(copy);
        Set<String> written = Set.copyOf(sentences(original));
        assertThat(original.site()).isNotEqualTo(copy.site());
        assertThat(copied.stream().filter(written::contains).count())
                .isGreaterThan(copied.size() / 2)
                .isLessThan(copied.size());
    }

    @Test
    void articlesHaveTheLengthOfNews() {
        assertThat(articles).allSatisfy(article -> {
            int length = article.lang().equals("zh")
                    ? article.text().length() / 2
                    : article.text().split("\\s+").length;
            assertThat(length).as(article.id()).isBetween(180, 460);
        });
    }

    @Test
    void oneArticleIsInChinese() {
        assertThat(articles)
                .filteredOn(article -> article.lang().equals("zh"))
                .singleElement()
                .satisfies(article -> assertThat(article.text().codePoints())
                        .anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN));
    }

    @Test
    void theActorsThatTheDemoIsAboutOccur() {
        String everything = articles.stream().map(NewsroomArticle::text).collect(Collectors.joining("\n"));

        assertThat(everything)
                .contains(
                        "Jensen Huang",
                        "Elizabeth Warren",
                        "Huawei",
                        "Cambricon",
                        "NVIDIA",
                        "Commerce Department",
                        "Bureau of Industry and Security",
                        "BIS",
                        "MOFCOM");
    }

    private static List<String> sentences(NewsroomArticle article) {
        return List.of(article.text().split("(?<=[.\"])\\s+"));
    }
}
