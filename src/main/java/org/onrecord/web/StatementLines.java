package org.onrecord.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.onrecord.article.ActorId;
import org.onrecord.article.ArticleId;
import org.onrecord.article.Span;
import org.onrecord.search.ArticleSearch;
import org.onrecord.search.PositionChange;
import org.onrecord.search.SideTaken;
import org.onrecord.search.Stance;
import org.onrecord.search.StatementHit;

/** The words of statements that a ledger counts, read together for one page. */
final class StatementLines {
    private record Place(ArticleId article, Span content) {}

    private final Map<Place, StatementLine> lines = new HashMap<>();
    private final Labels labels;

    StatementLines(List<SideTaken> wanted, ArticleSearch search, Labels labels) {
        this.labels = labels;
        for (StatementHit hit : search.statementsAt(wanted.stream().distinct().toList())) {
            lines.put(new Place(hit.article().id(), hit.statement().content().span()), StatementLine.of(hit, labels));
        }
    }

    /** A statement's line; empty when it left the index meanwhile. */
    Optional<StatementLine> line(SideTaken taken) {
        return Optional.ofNullable(lines.get(new Place(taken.article(), taken.place())));
    }

    /** A change of side with both passages; empty when one of them left the index meanwhile. */
    Optional<ChangeCard> change(ActorId actor, PositionChange change) {
        return line(change.before())
                .flatMap(before -> line(change.after())
                        .map(after -> new ChangeCard(
                                ActorLink.of(actor, labels), before, after, Math.round(100 * change.confidence()))));
    }

    /** The statements that prove a stance's changes. */
    static List<SideTaken> ofChanges(Stance stance) {
        return stance.changes().stream()
                .flatMap(change -> Stream.of(change.before(), change.after()))
                .toList();
    }
}
