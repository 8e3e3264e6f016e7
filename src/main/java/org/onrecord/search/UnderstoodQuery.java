package org.onrecord.search;

import java.time.LocalDate;
import java.util.List;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;
import org.onrecord.index.IndexSchema.Kind;

/**
 * A query ready to be asked of any kind of document.
 *
 * @param today the day from which to count how new an answer is
 * @param recent how new an answer must be; null for any
 */
record UnderstoodQuery(
        QueryShape shape, QueryCompiler compiler, LocalDate today, SearchRequest.@Nullable Recent recent) {
    Condition condition() {
        return shape.condition();
    }

    /** For asking what matches and in which order. */
    Query ranked(Kind kind) {
        return narrowed(compiler.ranked(condition(), kind, today), kind);
    }

    /** For asking what matches, and where in it. */
    Query forKind(Kind kind) {
        return narrowed(compiler.compile(condition(), kind), kind);
    }

    private Query narrowed(Query query, Kind kind) {
        return recent == null
                ? query
                : new BooleanQuery.Builder()
                        .add(query, Occur.MUST)
                        .add(compiler.recent(recent, kind), Occur.FILTER)
                        .build();
    }

    /** The kinds of findings that its conditions speak of. */
    List<Kind> findings() {
        return QueryCompiler.kinds(condition(), Kind.ARTICLE).stream()
                .filter(kind -> kind != Kind.ARTICLE)
                .toList();
    }
}
