package org.onrecord.app;

import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import org.onrecord.index.ArticleReaders;
import org.onrecord.search.ArticleSearch;
import org.onrecord.search.LuceneSearch;
import org.onrecord.search.SavedSearches;

/** What a command needs that only reads: the index, beside a running server if there is one. */
final class Reading implements AutoCloseable {
    /** A person who waits at a terminal, or a digest in the night, can wait longer than a web page. */
    static final Duration PATIENCE = Duration.ofMinutes(1);

    private final ArticleSearch search;

    private Reading(ArticleSearch search) {
        this.search = search;
    }

    static Reading of(Home home) {
        if (!Files.isDirectory(home.articles())) {
            throw new CommandFailure("there is no index in " + home.index()
                    + " yet; `onrecord fetch` fills it, `onrecord demo` shows how it works");
        }
        return new Reading(new LuceneSearch(
                ArticleReaders.openReadOnly(home.articles()), Clock.systemDefaultZone(), SavedSearches.NONE, PATIENCE));
    }

    ArticleSearch search() {
        return search;
    }

    @Override
    public void close() {
        search.close();
    }
}
