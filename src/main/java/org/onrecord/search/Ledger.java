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
import org.onrecord.article.Article;
import org.onrecord.article.IssueId;
import org.onrecord.article.Position;
import org.onrecord.article.Published;
import org.onrecord.article.Speaker;
import org.onrecord.article.Stand;
import org.onrecord.index.IndexSchema;

/** Statements with a side, summed up: who stands where on what, since when, and who changed sides. */
final class Ledger {
    /** How many of the newest statements are looked at for one page of the ledger. */
    static final int MOST_STATEMENTS = 2_000;

    /** A statement with the article it stands in. */
    record Entry(Article article, StatementHit hit) {
        private Stand stand() {
            return hit.statement().stand();
        }

        private LocalDate day() {
            return article.published() != null
                    ? article.published().day()
                    : LocalDate.ofInstant(article.fetchedAt(), ZoneOffset.UTC);
        }
    }

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

    /** Stances at the end of a day, or of now, in the order of actors and issues; {@code entries} come newest first. */
    static List<Stance> stances(List<Entry> entries, @Nullable LocalDate day) {
        Map<Key, List<Entry>> grouped = new TreeMap<>();
        for (Entry entry : entries) {
            Speaker speaker = entry.hit.statement().speaker();
            IssueId issue = entry.stand().issue();
            boolean counts = day == null || !entry.day().isAfter(day);
            if (counts && speaker != null && speaker.actor() != null && issue != null) {
                grouped.computeIfAbsent(new Key(speaker.actor(), issue), key -> new ArrayList<>())
                        .add(entry);
            }
        }
        return grouped.entrySet().stream()
                .map(group -> stance(group.getKey(), group.getValue()))
                .toList();
    }

    private static Stance stance(Key key, List<Entry> newestFirst) {
        NavigableMap<LocalDate, List<Entry>> days = new TreeMap<>();
        newestFirst.forEach(entry ->
                days.computeIfAbsent(entry.day(), day -> new ArrayList<>()).add(entry));
        Position position = side(days.lastEntry().getValue());
        @Nullable Published since = null;
        for (List<Entry> day : days.descendingMap().values()) {
            if (side(day) != position) {
                break;
            }
            since = day.getLast().article.published();
        }
        return new Stance(
                key.actor,
                key.issue,
                position,
                since,
                newestFirst.stream().map(Entry::hit).toList(),
                changes(days));
    }

    /**
     * Changes of side, oldest first. A change counts when it is more likely than not that both sides were read right; a
     * weaker reading of the other side in between changes nothing.
     */
    private static List<PositionChange> changes(NavigableMap<LocalDate, List<Entry>> days) {
        List<PositionChange> changes = new ArrayList<>();
        List<StatementHit> settled = new ArrayList<>();
        for (List<StatementHit> run : runs(days)) {
            if (settled.isEmpty() || position(settled) == position(run)) {
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

    /** Successive days on one side: of each run the statements that take it, newest last. */
    private static List<List<StatementHit>> runs(NavigableMap<LocalDate, List<Entry>> days) {
        List<List<StatementHit>> runs = new ArrayList<>();
        for (List<Entry> day : days.values()) {
            Position side = side(day);
            List<StatementHit> own = day.reversed().stream()
                    .filter(entry ->
                            entry.stand().position() == side && entry.article().published() != null)
                    .map(Entry::hit)
                    .toList();
            if (own.isEmpty()) {
                continue; // Undated: nobody can say what came first.
            }
            if (!runs.isEmpty() && position(runs.getLast()) == side) {
                runs.getLast().addAll(own);
            } else {
                runs.add(new ArrayList<>(own));
            }
        }
        return runs;
    }

    private static Position position(List<StatementHit> oneSided) {
        return oneSided.getFirst().statement().stand().position();
    }

    /** The side of one day: papers that read the same speech differently are weighed by their confidence. */
    private static Position side(List<Entry> day) {
        double sum = 0;
        for (Entry entry : day) {
            sum += entry.stand().position() == Position.FOR
                    ? entry.stand().confidence()
                    : -entry.stand().confidence();
        }
        return sum > 0 || (sum == 0 && day.getFirst().stand().position() == Position.FOR)
                ? Position.FOR
                : Position.AGAINST;
    }
}
