package org.onrecord.search;

import java.time.LocalDate;
import java.util.List;
import org.apache.lucene.search.Query;
import org.onrecord.index.IndexSchema.Kind;

/**
 * A query ready to be asked of any kind of document.
 *
 * @param today the day from which to count how new an answer is
 */
record UnderstoodQuery(QueryShape shape, QueryCompiler compiler, LocalDate today) {
    Condition condition() {
        return shape.condition();
    }

    /** For asking what matches and in which order. */
    Query ranked(Kind kind) {
        return compiler.ranked(condition(), kind, today);
    }

    /** For asking what matches, and where in it. */
    Query forKind(Kind kind) {
        return compiler.compile(condition(), kind);
    }

    /** The kinds of findings that its conditions speak of. */
    List<Kind> findings() {
        return QueryCompiler.kinds(condition(), Kind.ARTICLE).stream()
                .filter(kind -> kind != Kind.ARTICLE)
                .toList();
    }
}
