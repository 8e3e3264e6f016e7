package org.onrecord.search;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.ActorId;
import org.onrecord.article.IssueId;
import org.onrecord.article.Position;

/**
 * Where an actor stands on an issue, by what it is on record with.
 *
 * <p>Statements of one day count together, weighed by their confidence, since papers read one speech in several ways.
 *
 * @param actor who
 * @param issue on what
 * @param position the side that the statements of its newest day take
 * @param since the earliest day from which on every day's statements take that side; null when undated
 * @param taken all its statements with a side on the issue, newest first; at least one
 * @param changes its changes of side, oldest first; only those that are more likely than not
 */
public record Stance(
        ActorId actor,
        IssueId issue,
        Position position,
        @Nullable LocalDate since,
        List<SideTaken> taken,
        List<PositionChange> changes) {
    public Stance {
        requireNonNull(actor, "actor");
        requireNonNull(issue, "issue");
        requireNonNull(position, "position");
        taken = List.copyOf(taken);
        changes = List.copyOf(changes);
        if (taken.isEmpty()) {
            throw new IllegalArgumentException("a stance needs evidence: " + actor + " on " + issue);
        }
    }

    /** How strong the evidence for the position is. */
    public Strength strength() {
        return Strength.of(position, taken);
    }

    /** The newest statement that takes the position. */
    public SideTaken newest() {
        return taken.stream().filter(one -> one.side() == position).findFirst().orElseGet(taken::getFirst);
    }
}
