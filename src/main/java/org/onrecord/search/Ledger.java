package org.onrecord.search;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.apache.lucene.document.LongField;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.ActorId;
import org.onrecord.article.IssueId;
import org.onrecord.article.Position;
import org.onrecord.index.IndexSchema;

/** Statements with a side, summed up: who stands where on what, since when, and who changed sides. */
final class Ledger {
    private static final Comparator<SideTaken> NEWEST_FIRST = Comparator.comparing(SideTaken::day)
            .reversed()
            .thenComparing(SideTaken::article)
            .thenComparing(SideTaken::place);

    /** Who took a side on what. */
    record Entry(ActorId actor, IssueId issue, SideTaken taken) {}

    private record Key(ActorId actor, IssueId issue) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            return Comparator.comparing(Key::actor).thenComparing(Key::issue).compare(this, other);
        }
    }

    private Ledger() {}

    /** Statements of somebody known that take a side, up to a day where one is given. */
    static Query query(Query narrowing, @Nullable LocalDate day) {
        BooleanQuery.Builder query = new BooleanQuery.Builder()
                .add(narrowing, Occur.FILTER)
                .add(new FieldExistsQuery(IndexSchema.STATEMENT_POSITION), Occur.FILTER)
                .add(new FieldExistsQuery(IndexSchema.STATEMENT_SPEAKER), Occur.FILTER);
        if (day != null) {
            // A publisher's day may end as late as noon of the next in UTC; stances() looks at each day exactly.
            long end = day.plusDays(2).atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
            query.add(LongField.newRangeQuery(IndexSchema.INSTANT, Long.MIN_VALUE, end - 1), Occur.FILTER);
        }
        return query.build();
    }

    /** Stances at the end of a day, or of now, in the order of actors and issues. */
    static List<Stance> stances(List<Entry> entries, @Nullable LocalDate day) {
        Map<Key, List<SideTaken>> grouped = new TreeMap<>();
        for (Entry entry : entries) {
            if (day == null || !entry.taken().day().isAfter(day)) {
                grouped.computeIfAbsent(new Key(entry.actor(), entry.issue()), key -> new ArrayList<>())
                        .add(entry.taken());
            }
        }
        return grouped.entrySet().stream()
                .map(group -> stance(
                        group.getKey(),
                        group.getValue().stream().sorted(NEWEST_FIRST).toList()))
                .toList();
    }

    private static Stance stance(Key key, List<SideTaken> newestFirst) {
        NavigableMap<LocalDate, List<SideTaken>> days = new TreeMap<>();
        newestFirst.forEach(taken ->
                days.computeIfAbsent(taken.day(), day -> new ArrayList<>()).add(taken));
        Position position = side(days.lastEntry().getValue());
        @Nullable LocalDate since = null;
        for (Map.Entry<LocalDate, List<SideTaken>> day : days.descendingMap().entrySet()) {
            if (side(day.getValue()) != position) {
                break;
            }
            since = day.getValue().stream().anyMatch(SideTaken::dated) ? day.getKey() : null;
        }
        return new Stance(key.actor, key.issue, position, since, newestFirst, changes(days));
    }

    /**
     * Changes of side, oldest first. A change counts when it is more likely than not that both sides were read right; a
     * weaker reading of the other side in between changes nothing.
     */
    private static List<PositionChange> changes(NavigableMap<LocalDate, List<SideTaken>> days) {
        List<PositionChange> changes = new ArrayList<>();
        List<SideTaken> settled = new ArrayList<>();
        for (List<SideTaken> run : runs(days)) {
            if (settled.isEmpty() || side(settled) == side(run)) {
                settled.addAll(run);
                continue;
            }
            double confidence = Strength.confidence(settled) * Strength.confidence(run);
            if (confidence >= 0.5) {
                changes.add(new PositionChange(Strength.surest(settled), Strength.surest(run), confidence));
                settled = new ArrayList<>(run);
            } else if (Strength.confidence(run) > Strength.confidence(settled)) {
                settled = new ArrayList<>(run);
            }
        }
        return changes;
    }

    /** Successive days on one side: of each run the dated statements that take it, newest last. */
    private static List<List<SideTaken>> runs(NavigableMap<LocalDate, List<SideTaken>> days) {
        List<List<SideTaken>> runs = new ArrayList<>();
        for (List<SideTaken> day : days.values()) {
            Position side = side(day);
            // Of undated ones nobody can say what came first.
            List<SideTaken> own = day.reversed().stream()
                    .filter(taken -> taken.side() == side && taken.dated())
                    .toList();
            if (!runs.isEmpty() && !own.isEmpty() && side(runs.getLast()) == side) {
                runs.getLast().addAll(own);
            } else if (!own.isEmpty()) {
                runs.add(new ArrayList<>(own));
            }
        }
        return runs;
    }

    /** The side of one day: papers that read the same speech differently are weighed by their confidence. */
    private static Position side(List<SideTaken> day) {
        double sum = 0;
        for (SideTaken taken : day) {
            sum += taken.side() == Position.FOR ? taken.chance() : -taken.chance();
        }
        return sum > 0 || (sum == 0 && day.getFirst().side() == Position.FOR) ? Position.FOR : Position.AGAINST;
    }
}
