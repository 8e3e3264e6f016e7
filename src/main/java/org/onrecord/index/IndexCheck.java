package org.onrecord.index;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexNotFoundException;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.ArticleId;

/**
 * What the newest commit of an index holds, and whether its files are as they were written (every byte is read and its
 * checksum compared). Works beside the process that writes.
 *
 * @param highestCapture the number up to which the index has dealt with all captures
 * @param articles the ids of its articles
 * @param damages what is wrong with its files, in words; empty when nothing is
 */
public record IndexCheck(long highestCapture, Set<ArticleId> articles, List<String> damages) {
    public IndexCheck {
        articles = Set.copyOf(articles);
        damages = List.copyOf(damages);
    }

    /** Reads the index in a folder; throws {@link IndexException} when there is none, or another version wrote it. */
    public static IndexCheck of(Path folder) {
        try (Directory directory = FSDirectory.open(folder);
                DirectoryReader reader = DirectoryReader.open(directory)) {
            IndexState state = IndexState.of(directory, folder);
            Set<ArticleId> articles = new TreeSet<>();
            List<String> damages = new ArrayList<>();
            for (LeafReaderContext segment : reader.leaves()) {
                check(segment.reader(), articles, damages);
            }
            return new IndexCheck(state.highestCapture(), articles, damages);
        } catch (IndexNotFoundException e) {
            throw new IndexException("there is no index in " + folder + "; `reindex` makes it from the archive", e);
        } catch (IOException e) {
            throw new IndexException(
                    "the index in " + folder + " cannot be read: " + e.getMessage() + "; `reindex` makes it anew", e);
        }
    }

    private static void check(LeafReader segment, Set<ArticleId> articles, List<String> damages) {
        try {
            segment.checkIntegrity();
            Terms ids = segment.terms(IndexSchema.ID);
            if (ids == null) {
                return;
            }
            TermsEnum each = ids.iterator();
            for (BytesRef id = each.next(); id != null; id = each.next()) {
                if (isThere(each, segment.getLiveDocs())) {
                    articles.add(new ArticleId(id.utf8ToString()));
                }
            }
        } catch (IOException e) {
            damages.add(String.valueOf(e.getMessage()));
        }
    }

    private static boolean isThere(TermsEnum id, @Nullable Bits live) throws IOException {
        PostingsEnum documents = id.postings(null, PostingsEnum.NONE);
        for (int next = documents.nextDoc(); next != DocIdSetIterator.NO_MORE_DOCS; next = documents.nextDoc()) {
            if (live == null || live.get(next)) {
                return true;
            }
        }
        return false;
    }
}
