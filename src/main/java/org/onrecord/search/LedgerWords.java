package org.onrecord.search;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.onrecord.article.ArticleId;
import org.onrecord.article.Span;

/** The words of statements that a ledger counts, read together. */
public final class LedgerWords {
    private record Place(ArticleId article, Span content) {}

    private final Map<Place, StatementHit> hits = new HashMap<>();

    public LedgerWords(Collection<SideTaken> wanted, ArticleSearch search) {
        for (StatementHit hit : search.statementsAt(wanted.stream().distinct().toList())) {
            hits.put(new Place(hit.article().id(), hit.statement().content().span()), hit);
        }
    }

    /** A statement with its words; empty when it left the index meanwhile. */
    public Optional<StatementHit> of(SideTaken taken) {
        return Optional.ofNullable(hits.get(new Place(taken.article(), taken.place())));
    }

    /** The two statements that prove a change of side. */
    public static Stream<SideTaken> proofs(PositionChange change) {
        return Stream.of(change.before(), change.after());
    }
}
