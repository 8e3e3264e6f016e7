package org.onrecord.web;

import java.util.List;
import java.util.Optional;
import org.onrecord.article.ActorId;
import org.onrecord.search.ArticleSearch;
import org.onrecord.search.LedgerWords;
import org.onrecord.search.PositionChange;
import org.onrecord.search.SideTaken;
import org.onrecord.search.Stance;

/** The words of statements that a ledger counts, read together for one page. */
final class StatementLines {
    private final LedgerWords words;
    private final Labels labels;

    StatementLines(List<SideTaken> wanted, ArticleSearch search, Labels labels) {
        this.words = new LedgerWords(wanted, search);
        this.labels = labels;
    }

    /** A statement's line; empty when it left the index meanwhile. */
    Optional<StatementLine> line(SideTaken taken) {
        return words.of(taken).map(hit -> StatementLine.of(hit, labels));
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
        return stance.changes().stream().flatMap(LedgerWords::proofs).toList();
    }
}
