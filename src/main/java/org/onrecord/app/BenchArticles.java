package org.onrecord.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.Article;
import org.onrecord.article.ArticleId;
import org.onrecord.article.Published;
import org.onrecord.newsroom.Newsroom;
import org.onrecord.newsroom.NewsroomArticle;
import org.onrecord.tag.train.GoldArticle;

/** The articles that benchmarks work on: real length, real sentences, and names in them. */
final class BenchArticles {
    private BenchArticles() {}

    /** Those of the file; without one the training articles of the program's source tree, else the demo's. */
    static List<Article> of(@Nullable Path file, Path program) {
        if (file != null) {
            return read(file);
        }
        Path training = program.resolve(Path.of("src", "train", "gold"));
        return Files.isDirectory(training) ? readAll(training) : demo();
    }

    private static List<Article> readAll(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jsonl"))
                    .sorted()
                    .flatMap(file -> read(file).stream())
                    .toList();
        } catch (IOException e) {
            throw new CommandFailure("cannot read the training articles in " + folder + ": " + e.getMessage(), e);
        }
    }

    private static List<Article> read(Path file) {
        try {
            List<Article> articles = new ArrayList<>();
            GoldArticle.read(file).forEach(gold -> articles.add(gold.article()));
            if (articles.stream().allMatch(article -> article.text().isBlank())) {
                throw new CommandFailure("there is no article with text in " + file
                        + "; each line is a JSON object such as {\"id\": …, \"text\": …}");
            }
            return articles;
        } catch (NoSuchFileException e) {
            throw new CommandFailure("there is no file " + file, e);
        } catch (IOException e) {
            throw new CommandFailure("cannot read " + file + ": " + e.getMessage(), e);
        } catch (IllegalArgumentException e) {
            throw new CommandFailure(String.valueOf(e.getMessage()), e);
        }
    }

    private static List<Article> demo() {
        return Newsroom.bundledArticles().stream()
                .filter(article -> article.lang().equals("en"))
                .map(BenchArticles::article)
                .toList();
    }

    private static Article article(NewsroomArticle article) {
        return new Article(
                new ArticleId(article.id()),
                null,
                null,
                article.title(),
                List.of(),
                Published.at(article.published()),
                Instant.EPOCH,
                article.lang(),
                article.text(),
                0);
    }
}
