package org.onrecord.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedSetDocValues;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.util.BytesRef;
import org.onrecord.article.ArticleId;

/**
 * Gives every article its story: that of the likest text already there, else a new one named after its own text.
 *
 * <p>Texts that were added since the reader was opened are remembered here for two refreshes: one may be written while the
 * first of them runs.
 */
final class StoryFinder {
    private static final int CANDIDATES = 50;

    private record Told(String story, StorySignature signature) {}

    private Map<String, Told> recent = new HashMap<>();
    private Map<String, Told> older = new HashMap<>();

    /** The story of a text; remembers it. */
    synchronized String storyOf(ArticleId id, Optional<StorySignature> signature, DirectoryReader reader)
            throws IOException {
        if (signature.isEmpty()) {
            return "text-" + id.value();
        }
        StorySignature own = signature.get();
        List<String> bands = own.bands();
        Told best = new Told(own.name(), own);
        double likeness = 0;
        for (String band : bands) {
            for (Map<String, Told> generation : List.of(recent, older)) {
                Told told = generation.get(band);
                if (told != null && own.likeness(told.signature) > likeness) {
                    best = told;
                    likeness = own.likeness(told.signature);
                }
            }
        }
        for (Told told : inIndex(bands, reader)) {
            if (own.likeness(told.signature) > likeness) {
                best = told;
                likeness = own.likeness(told.signature);
            }
        }
        String story = own.sameStory(likeness) ? best.story : own.name();
        Told told = new Told(story, own);
        bands.forEach(band -> recent.put(band, told));
        return story;
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

    private static List<Told> inIndex(List<String> bands, DirectoryReader reader) throws IOException {
        List<BytesRef> terms = bands.stream().map(BytesRef::new).toList();
        IndexSearcher searcher = new IndexSearcher(reader);
        ScoreDoc[] found = searcher.search(new TermInSetQuery(IndexSchema.STORY_BAND, terms), CANDIDATES).scoreDocs;
        List<Told> told = new ArrayList<>(found.length);
        for (ScoreDoc hit : found) {
            LeafReaderContext leaf = reader.leaves().get(ReaderUtil.subIndex(hit.doc, reader.leaves()));
            int doc = hit.doc - leaf.docBase;
            BinaryDocValues signatures = leaf.reader().getBinaryDocValues(IndexSchema.STORY_SIGNATURE);
            SortedSetDocValues stories = leaf.reader().getSortedSetDocValues(IndexSchema.STORY);
            if (signatures != null && stories != null && signatures.advanceExact(doc) && stories.advanceExact(doc)) {
                BytesRef bytes = signatures.binaryValue();
                told.add(new Told(
                        stories.lookupOrd(stories.nextOrd()).utf8ToString(),
                        StorySignature.ofBytes(bytes.bytes, bytes.offset, bytes.length)));
            }
        }
        return told;
    }
}
