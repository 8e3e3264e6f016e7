package org.onrecord.search;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
                    new ActorId(value(speakers, doc)),
                    new IssueId(value(issues, doc)),
                    new SideTaken(
                            new ArticleId(
                                    articles.lookupOrd(articles.ordValue()).utf8ToString()),
                            StatementPlace.of(places.longValue()),
                            dated
                                    ? LocalDate.ofEpochDay(days.longValue())
                                    : LocalDate.ofInstant(Instant.ofEpochMilli(instants.nextValue()), ZoneOffset.UTC),
                            dated,
                            Position.ofLabel(value(positions, doc)),
                            chances.longValue() / (double) IndexSchema.WHOLE_CHANCE,
                            wordings.longValue())));
        }
    }

    private static String value(SortedSetDocValues values, int doc) throws IOException {
        if (!values.advanceExact(doc)) {
            throw new IOException("a statement of the ledger lacks its speaker, issue or side");
        }
        return values.lookupOrd(values.nextOrd()).utf8ToString();
    }
}
