package org.onrecord.search;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
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

/** Statements with a side, summed up: who stands where on what, since when. */
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

    /** Statements of somebody known that take a side. */
    static Query query(Query narrowing) {
        return new BooleanQuery.Builder()
                .add(narrowing, Occur.FILTER)
                .add(new FieldExistsQuery(IndexSchema.STATEMENT_POSITION), Occur.FILTER)
                .add(new FieldExistsQuery(IndexSchema.STATEMENT_SPEAKER), Occur.FILTER)
                .build();
    }

    /** Stances in the order of their actors and issues; {@code entries} come newest first. */
    static List<Stance> stances(List<Entry> entries) {
        Map<Key, List<Entry>> grouped = new TreeMap<>();
        for (Entry entry : entries) {
            Speaker speaker = entry.hit.statement().speaker();
            IssueId issue = entry.stand().issue();
            if (speaker != null && speaker.actor() != null && issue != null) {
                grouped.computeIfAbsent(new Key(speaker.actor(), issue), key -> new ArrayList<>())
                        .add(entry);
            }
        }
        return grouped.entrySet().stream()
                .map(group -> stance(group.getKey(), group.getValue()))
                .toList();
    }

    private static Stance stance(Key key, List<Entry> newestFirst) {
        TreeMap<LocalDate, List<Entry>> days = new TreeMap<>();
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
                newestFirst.stream().map(Entry::hit).toList());
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
