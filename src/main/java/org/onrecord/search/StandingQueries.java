package org.onrecord.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.Term;
import org.apache.lucene.monitor.Monitor;
import org.apache.lucene.monitor.MonitorConfiguration;
import org.apache.lucene.monitor.MonitorQuery;
import org.apache.lucene.monitor.MultiMatchingQueries;
import org.apache.lucene.monitor.QueryMatch;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.join.BitSetProducer;
import org.apache.lucene.search.join.QueryBitSetProducer;
import org.onrecord.article.TaggedArticle;
import org.onrecord.index.IndexSchema;
import org.onrecord.index.IndexSchema.Kind;

/**
 * The search turned round: queries that stand, compared with each new article. A query holds for an article exactly when a
 * search for articles would find the article by it; what it says of statements or events must hold for one and the same
 * statement or event of the article. One caller at a time.
 *
 * <p>The queries are kept by the rarest of the terms that an article must have to answer them, so that most are never run.
 */
public final class StandingQueries implements AutoCloseable {
    /** Queries that may mean something else the next day, or when a saved search is changed. */
    private static final Pattern CHANGES_BY_ITSELF = Pattern.compile("(?i)(search|date|after|before):");

    private static final int REGISTERED_AT_ONCE = 5_000;

    private final Function<TaggedArticle, List<Document>> documents;
    private final ToIntFunction<Term> frequency;
    private final QueryParser parser;
    private final KnownNames names;
    private final Analyzer queryAnalyzer = IndexSchema.queryAnalyzer();
    private final Analyzer indexAnalyzer = IndexSchema.indexAnalyzer();
    private final BitSetProducer articles = new QueryBitSetProducer(QueryCompiler.all(Kind.ARTICLE));
    /** Queries that the article's own document answers; most are, and one document is far quicker to ask than a block. */
    private final Monitor ofArticles;
    /** Queries that reach over the block. */
    private final Monitor ofFindings;

    private final Map<String, Standing> standing = new HashMap<>();
    private boolean someReach;

    /** A query as it stands, and where. */
    private record Standing(Condition condition, Monitor monitor) {}

    /**
     * @param documents an article as the block of documents that an index would hold of it, the article's own last
     * @param frequency how many documents of the index have a term; a guess will do, by which queries are kept apart
     * @param clock what {@code date:P7D} counts back from
     * @param saved what {@code search:} refers to
     * @param names the names of actors that queries are read with
     */
    public StandingQueries(
            Function<TaggedArticle, List<Document>> documents,
            ToIntFunction<Term> frequency,
            Clock clock,
            SavedQueries saved,
            KnownNames names) {
        this.documents = documents;
        this.frequency = frequency;
        this.parser = new QueryParser(clock, saved);
        this.names = names;
        this.ofArticles = monitor();
        this.ofFindings = monitor();
    }

    private Monitor monitor() {
        try {
            // Nobody waits for the memory of removed queries, so no thread has to look after it by the minute.
            return new Monitor(
                    indexAnalyzer,
                    new ArticlePresearcher(names, frequency),
                    new MonitorConfiguration()
                            .setPurgeFrequency(1, TimeUnit.HOURS)
                            .setQueryUpdateBufferSize(REGISTERED_AT_ONCE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Makes these the queries that stand, each once.
     *
     * @return those that are wrong and so do not stand, with what is wrong
     */
    public Map<String, QueryException> stand(Collection<String> queries) {
        Set<String> wanted = new HashSet<>(queries);
        Map<String, QueryException> wrong = new HashMap<>();
        Map<String, Condition> changed = new HashMap<>();
        for (String query : wanted) {
            Standing before = standing.get(query);
            if (before == null || CHANGES_BY_ITSELF.matcher(query).find()) {
                try {
                    Condition now = parser.parse(query);
                    if (before == null || !now.equals(before.condition())) {
                        changed.put(query, now);
                    }
                } catch (QueryException e) {
                    wrong.put(query, e);
                }
            }
        }
        remove(standing.keySet().stream()
                .filter(query -> !wanted.contains(query) || wrong.containsKey(query) || changed.containsKey(query))
                .toList());
        add(changed);
        someReach = standing.values().stream().anyMatch(query -> query.monitor() == ofFindings);
        return wrong;
    }

    private void remove(List<String> queries) {
        try {
            for (Monitor monitor : List.of(ofArticles, ofFindings)) {
                monitor.deleteById(queries);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        queries.forEach(standing::remove);
    }

    private void add(Map<String, Condition> queries) {
        Map<Monitor, List<MonitorQuery>> compiled = new HashMap<>();
        queries.forEach((query, condition) -> {
            boolean reaches = !QueryCompiler.kinds(condition, Kind.ARTICLE).equals(Set.of(Kind.ARTICLE));
            Monitor monitor = reaches ? ofFindings : ofArticles;
            compiled.computeIfAbsent(monitor, none -> new ArrayList<>())
                    .add(new MonitorQuery(query, compiled(condition)));
            standing.put(query, new Standing(condition, monitor));
        });
        try {
            for (Map.Entry<Monitor, List<MonitorQuery>> some : compiled.entrySet()) {
                some.getKey().register(some.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Query compiled(Condition condition) {
        return new QueryCompiler(queryAnalyzer, articles, condition, names::isName).compile(condition, Kind.ARTICLE);
    }

    /** Which of the standing queries the article answers. */
    public Set<String> matching(TaggedArticle article) {
        if (standing.isEmpty()) {
            return Set.of();
        }
        Document[] block = documents.apply(article).toArray(Document[]::new);
        Document alone = block[block.length - 1];
        Set<String> matching = new HashSet<>(matching(ofArticles, alone));
        if (someReach) {
            matching.addAll(matching(ofFindings, block));
        }
        return matching;
    }

    /** @param block with the article's own document last */
    private static Set<String> matching(Monitor monitor, Document... block) {
        try {
            MultiMatchingQueries<QueryMatch> matches = monitor.match(block, QueryMatch.SIMPLE_MATCHER);
            matches.getErrors().values().stream().findFirst().ifPresent(e -> {
                throw new IllegalStateException("a standing query cannot be compared with an article", e);
            });
            return matches.getMatches(block.length - 1).stream()
                    .map(QueryMatch::getQueryId)
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            ofArticles.close();
            ofFindings.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            queryAnalyzer.close();
            indexAnalyzer.close();
        }
    }
}
