package org.onrecord.job;

import com.github.difflib.DiffUtils;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.onrecord.article.Article;
import org.onrecord.article.ArticleId;
import org.onrecord.article.ArticleVersion;
import org.onrecord.article.ArticleVersion.TextChange;
import org.onrecord.state.Capture;
import org.onrecord.state.Captures;
import org.onrecord.state.StateStore;
import org.onrecord.state.Versions;

/** Tells how an article changed: its versions are read from the archive and compared. Safe for use by many threads. */
public final class ArticleHistory {
    /** An article that changes more often shows its first version and its last ones. */
    private static final int MOST = 20;

    private final Versions versions;
    private final Captures captures;
    private final CapturedArticles articles;

    public ArticleHistory(StateStore state, CapturedArticles articles) {
        this.versions = state.versions();
        this.captures = state.captures();
        this.articles = articles;
    }

    /**
     * The versions of an article, oldest first; empty when none is known.
     *
     * @throws org.onrecord.archive.ArchiveException if one of them cannot be read
     */
    public List<ArticleVersion> of(ArticleId id) {
        List<ArticleVersion> history = new ArrayList<>();
        Optional<Article> before = Optional.empty();
        for (long capture : some(versions.of(id))) {
            Optional<Capture> row = captures.byNumber(capture);
            Optional<Article> article = row.flatMap(articles::of);
            if (row.isPresent() && article.isPresent()) {
                Article now = article.get();
                history.add(new ArticleVersion(
                        capture,
                        row.get().payloadSha256(),
                        now.fetchedAt(),
                        now.published(),
                        now.updated(),
                        now.title(),
                        before.map(old -> changes(old, now)).orElse(List.of())));
                before = article;
            }
        }
        return history;
    }

    private static List<Long> some(List<Long> all) {
        if (all.size() <= MOST) {
            return all;
        }
        List<Long> some = new ArrayList<>(all.subList(all.size() - MOST + 1, all.size()));
        some.addFirst(all.getFirst());
        return some;
    }

    private static List<TextChange> changes(Article before, Article after) {
        List<TextChange> changes = new ArrayList<>();
        if (!before.title().equals(after.title())) {
            changes.add(new TextChange(List.of(before.title()), List.of(after.title())));
        }
        DiffUtils.diff(paragraphs(before), paragraphs(after))
                .getDeltas()
                .forEach(delta -> changes.add(new TextChange(
                        delta.getSource().getLines(), delta.getTarget().getLines())));
        return changes;
    }

    private static List<String> paragraphs(Article article) {
        return article.text().lines().toList();
    }
}
