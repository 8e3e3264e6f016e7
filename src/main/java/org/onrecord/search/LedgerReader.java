package org.onrecord.search;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.SortedNumericDocValues;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BitSetIterator;
import org.apache.lucene.util.FixedBitSet;
import org.onrecord.article.ActorId;
import org.onrecord.article.ArticleId;
import org.onrecord.article.IssueId;
import org.onrecord.article.Position;
import org.onrecord.index.IndexSchema;
import org.onrecord.index.StatementPlace;

/** Reads the statements of a ledger off the columns of the index, without reading an article: there may be very many. */
final class LedgerReader {
    private final LeafReader reader;
    private final SortedDocValues articles;
    private final SortedSetDocValues speakers;
    private final SortedSetDocValues issues;
    private final SortedSetDocValues positions;
    private final NumericDocValues chances;
    private final NumericDocValues places;
    private final NumericDocValues wordings;
    private final NumericDocValues days;
    private final SortedNumericDocValues instants;
    private final Map<Long, ActorId> actorIds = new HashMap<>();
    private final Map<Long, IssueId> issueIds = new HashMap<>();
    private final Map<Long, Position> sides = new HashMap<>();

    private LedgerReader(LeafReader reader) throws IOException {
        this.reader = reader;
        articles = DocValues.getSorted(reader, IndexSchema.ID);
        speakers = DocValues.getSortedSet(reader, IndexSchema.STATEMENT_SPEAKER);
        issues = DocValues.getSortedSet(reader, IndexSchema.STATEMENT_ISSUE);
        positions = DocValues.getSortedSet(reader, IndexSchema.STATEMENT_POSITION);
        chances = DocValues.getNumeric(reader, IndexSchema.STATEMENT_CHANCE);
        places = DocValues.getNumeric(reader, IndexSchema.STATEMENT_PLACE);
        wordings = DocValues.getNumeric(reader, IndexSchema.STATEMENT_WORDING);
        days = DocValues.getNumeric(reader, IndexSchema.STATEMENT_DAY);
        instants = DocValues.getSortedNumeric(reader, IndexSchema.INSTANT);
    }

    /** The statements among these documents, in no order. */
    static List<Ledger.Entry> read(Map<LeafReaderContext, FixedBitSet> matching) throws IOException {
        List<Ledger.Entry> entries = new ArrayList<>();
        for (Map.Entry<LeafReaderContext, FixedBitSet> segment : matching.entrySet()) {
            new LedgerReader(segment.getKey().reader()).addAll(segment.getValue(), entries);
        }
        return entries;
    }

    private void addAll(FixedBitSet documents, List<Ledger.Entry> entries) throws IOException {
        BitSetIterator each = new BitSetIterator(documents, documents.approximateCardinality());
        for (int doc = each.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = each.nextDoc()) {
            if (!articles.advanceExact(doc)
                    || !chances.advanceExact(doc)
                    || !places.advanceExact(doc)
                    || !wordings.advanceExact(doc)
                    || !instants.advanceExact(doc)) {
                throw new IOException("document " + doc + " of " + reader + " takes no side");
            }
            boolean dated = days.advanceExact(doc);
            entries.add(new Ledger.Entry(
                    value(speakers, doc, actorIds, ActorId::new),
                    value(issues, doc, issueIds, IssueId::new),
                    new SideTaken(
                            new ArticleId(
                                    articles.lookupOrd(articles.ordValue()).utf8ToString()),
                            StatementPlace.of(places.longValue()),
                            dated
                                    ? LocalDate.ofEpochDay(days.longValue())
                                    : LocalDate.ofInstant(Instant.ofEpochMilli(instants.nextValue()), ZoneOffset.UTC),
                            dated,
                            value(positions, doc, sides, Position::ofLabel),
                            chances.longValue() / (double) IndexSchema.WHOLE_CHANCE,
                            wordings.longValue())));
        }
    }

    /** The value of a document, each made but once for a segment. */
    private static <T> T value(SortedSetDocValues values, int doc, Map<Long, T> made, Function<String, T> making)
            throws IOException {
        if (!values.advanceExact(doc)) {
            throw new IOException("a statement of the ledger lacks its speaker, issue or side");
        }
        long ord = values.nextOrd();
        T known = made.get(ord);
        if (known == null) {
            known = making.apply(values.lookupOrd(ord).utf8ToString());
            made.put(ord, known);
        }
        return known;
    }
}
