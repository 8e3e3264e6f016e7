package org.onrecord.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.lucene.document.IntField;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.onrecord.article.ArticleId;

/**
 * Gives every article its place among the others: the text that it is a copy of, and the story that it belongs to. A copy
 * is of the story of its text; another text belongs to the story with which it has most {@link StoryKeys} in common; else a
 * new story begins, named after the text.
 *
 * <p>Articles that were added since the reader was opened are remembered here for two refreshes: one may be written while the
 * first of them runs.
 */
final class StoryFinder {
    private static final int CANDIDATES = 50;

    /** An article's place: what copies of one text have in common, and what a story's articles have. */
    record Place(String text, String story) {}

    /** An article, as far as its place depends on it. */
    record Sought(ArticleId id, Optional<TextSignature> signature, Map<String, Integer> keys, int day) {}

    private record Told(Place place, TextSignature signature, int day) {}

    private Map<String, List<Told>> recent = new HashMap<>();
    private Map<String, List<Told>> older = new HashMap<>();

    /** The place of an article; remembers it. */
    synchronized Place placeOf(Sought article, DirectoryReader reader) throws IOException {
        if (article.signature().isEmpty()) {
            String own = "text-" + article.id().value();
            return new Place(own, own);
        }
        TextSignature own = article.signature().get();
        Optional<Place> original = original(own, reader);
        Place place = original.isPresent()
                ? original.get()
                : new Place(own.name(), story(article, reader).orElse(own.name()));
        Told told = new Told(place, own, article.day());
        Stream.concat(own.bands().stream(), article.keys().keySet().stream())
                .forEach(term ->
                        recent.computeIfAbsent(term, any -> new ArrayList<>()).add(told));
        return place;
    }

    /** What was remembered before the last refresh but one is in the reader now. */
    synchronized void refreshed() {
        older = recent;
        recent = new HashMap<>();
    }

    synchronized void forget() {
        recent = new HashMap<>();
        older = new HashMap<>();
    }

    /** The place of the likest text, if it is nearly the same. */
    private Optional<Place> original(TextSignature own, DirectoryReader reader) throws IOException {
        List<String> bands = own.bands();
        List<Told> candidates = new ArrayList<>();
        bands.forEach(band -> candidates.addAll(remembered(band)));
        List<BytesRef> terms = bands.stream().map(BytesRef::new).toList();
        for (ScoreDoc hit : search(reader, new TermInSetQuery(IndexSchema.COPIES_BAND, terms))) {
            Optional<TextSignature> signature = signature(reader, hit.doc);
            if (signature.isPresent()) {
                candidates.add(new Told(place(reader, hit.doc), signature.get(), 0));
            }
        }
        Told best = null;
        for (Told told : candidates) {
            if (best == null || own.likeness(told.signature) > own.likeness(best.signature)) {
                best = told;
            }
        }
        return best != null && own.sameText(own.likeness(best.signature)) ? Optional.of(best.place) : Optional.empty();
    }

    /** The story with which an article has enough in common, and most; of equal ones the first by name. */
    private Optional<String> story(Sought article, DirectoryReader reader) throws IOException {
        if (article.keys().isEmpty()) {
            return Optional.empty();
        }
        Map<Told, Integer> common = new HashMap<>();
        article.keys()
                .forEach((key, weight) -> remembered(key).stream()
                        .filter(told -> Math.abs(told.day - article.day()) <= StoryKeys.DAYS)
                        .forEach(told -> common.merge(told, weight, Integer::sum)));
        Map<String, Integer> stories = new TreeMap<>();
        common.forEach((told, weight) -> stories.merge(told.place.story(), weight, Math::max));
        for (ScoreDoc hit : search(reader, sharing(article))) {
            stories.merge(place(reader, hit.doc).story(), Math.round(hit.score), Math::max);
        }
        return stories.entrySet().stream()
                .filter(story -> story.getValue() >= StoryKeys.ENOUGH)
                .max(Map.Entry.<String, Integer>comparingByValue()
                        .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                .map(Map.Entry::getKey);
    }

    private List<Told> remembered(String term) {
        List<Told> all = new ArrayList<>(recent.getOrDefault(term, List.of()));
        all.addAll(older.getOrDefault(term, List.of()));
        return all;
    }

    /** Articles of about the same days, with the weight of what they share as their score. */
    private static Query sharing(Sought article) {
        BooleanQuery.Builder keys = new BooleanQuery.Builder();
        article.keys()
                .forEach((key, weight) -> keys.add(
                        new BoostQuery(
                                new ConstantScoreQuery(new TermQuery(new Term(IndexSchema.STORY_KEY, key))), weight),
                        Occur.SHOULD));
        return new BooleanQuery.Builder()
                .add(keys.build(), Occur.MUST)
                .add(
                        IntField.newRangeQuery(
                                IndexSchema.DAY, article.day() - StoryKeys.DAYS, article.day() + StoryKeys.DAYS),
                        Occur.FILTER)
                .build();
    }

    private static ScoreDoc[] search(DirectoryReader reader, Query query) throws IOException {
        return new IndexSearcher(reader).search(query, CANDIDATES).scoreDocs;
    }

    private static Place place(DirectoryReader reader, int document) throws IOException {
        return new Place(keyword(reader, document, IndexSchema.COPIES), keyword(reader, document, IndexSchema.STORY));
    }

    private static String keyword(DirectoryReader reader, int document, String field) throws IOException {
        LeafReaderContext leaf = leafOf(reader, document);
        SortedSetDocValues values = leaf.reader().getSortedSetDocValues(field);
        if (values == null || !values.advanceExact(document - leaf.docBase)) {
            throw new IOException("document " + document + " has no " + field);
        }
        return values.lookupOrd(values.nextOrd()).utf8ToString();
    }

    private static Optional<TextSignature> signature(DirectoryReader reader, int document) throws IOException {
        LeafReaderContext leaf = leafOf(reader, document);
        BinaryDocValues signatures = leaf.reader().getBinaryDocValues(IndexSchema.COPIES_SIGNATURE);
        if (signatures == null || !signatures.advanceExact(document - leaf.docBase)) {
            return Optional.empty();
        }
        BytesRef bytes = signatures.binaryValue();
        return Optional.of(TextSignature.ofBytes(bytes.bytes, bytes.offset, bytes.length));
    }

    private static LeafReaderContext leafOf(DirectoryReader reader, int document) {
        return reader.leaves().get(ReaderUtil.subIndex(document, reader.leaves()));
    }
}
