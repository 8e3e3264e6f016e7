package org.onrecord.app;

import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.onrecord.index.ArticleReaders;
import org.onrecord.search.ArticleSearch;
import org.onrecord.search.LuceneSearch;
import org.onrecord.search.SavedQueries;
import org.onrecord.state.SavedSearch;
import org.onrecord.state.SavedSearchRows;
import org.onrecord.state.StateStore;

/** What a command needs that only reads: the index, beside a running server if there is one. */
final class Reading implements AutoCloseable {
    /** A person who waits at a terminal, or a digest in the night, can wait longer than a web page. */
    static final Duration PATIENCE = Duration.ofMinutes(1);

    private final ArticleSearch search;
    private final SavedInHome saved;

    private Reading(ArticleSearch search, SavedInHome saved) {
        this.search = search;
        this.saved = saved;
    }

    /** Opens the state store when the first query refers to a saved search; most never do. */
    private static final class SavedInHome implements SavedQueries, AutoCloseable {
        private final Home home;
        private @Nullable StateStore state;

        SavedInHome(Home home) {
            this.home = home;
        }

        @Override
        public Optional<String> query(String name) {
            return rows().flatMap(rows -> rows.find(name)).map(SavedSearch::query);
        }

        @Override
        public List<String> names() {
            return rows().stream()
                    .flatMap(rows -> rows.all().stream())
                    .map(SavedSearch::name)
                    .toList();
        }

        private Optional<SavedSearchRows> rows() {
            if (state == null && Files.exists(home.state())) {
                state = StateStore.openReadOnly(home.state());
            }
            return Optional.ofNullable(state).map(StateStore::savedSearches);
        }

        @Override
        public void close() {
            if (state != null) {
                state.close();
            }
        }
    }

    static Reading of(Home home) {
        if (!Files.isDirectory(home.articles())) {
            throw new CommandFailure("there is no index in " + home.index()
                    + " yet; `onrecord fetch` fills it, `onrecord demo` shows how it works");
        }
        SavedInHome saved = new SavedInHome(home);
        return new Reading(
                new LuceneSearch(
                        ArticleReaders.openReadOnly(home.articles()), Clock.systemDefaultZone(), saved, PATIENCE),
                saved);
    }

    ArticleSearch search() {
        return search;
    }

    @Override
    public void close() {
        try (saved) {
            search.close();
        }
    }
}
