package org.onrecord.search;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.onrecord.index.ActorNames;
import org.onrecord.index.InventedArticle;
import org.onrecord.index.LuceneIndex;

/** An index in a folder, searched at noon of 10 March 2026. */
final class SearchTestIndex implements AutoCloseable {
    static final Clock NOON = Clock.fixed(Instant.parse("2026-03-10T12:00:00Z"), ZoneOffset.UTC);
    static final Map<String, String> SAVED = Map.of("what Mira says", "said-by:mira-voss", "round", "search:round");

    final LuceneIndex index;
    final LuceneSearch search;

    SearchTestIndex(Path folder) {
        this(folder, ActorNames.NONE);
    }

    SearchTestIndex(Path folder, ActorNames names) {
        index = LuceneIndex.open(folder, names);
        search = new LuceneSearch(index.readers(), NOON, name -> Optional.ofNullable(SAVED.get(name)));
    }

    void add(InventedArticle... articles) {
        for (InventedArticle article : articles) {
            index.add(article.tagged());
        }
        index.refresh();
    }

    /** Ids of the articles that a query finds, best first. */
    List<String> ids(String query) {
        return search.articles(SearchRequest.of(query)).hits().stream()
                .map(hit -> hit.article().id().value())
                .toList();
    }

    static List<String> marked(Snippet snippet) {
        return snippet.marks().stream()
                .map(mark -> mark.in(snippet.text()).text())
                .toList();
    }

    @Override
    public void close() {
        search.close();
        index.close();
    }
}
