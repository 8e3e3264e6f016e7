package org.onrecord.index;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.lucene.codecs.lucene104.Lucene104Codec;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.ReaderManager;
import org.apache.lucene.index.Term;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;
import org.onrecord.article.ArticleId;
import org.onrecord.article.TaggedArticle;

/** The index in a folder of this machine. One process at a time may write; {@link ArticleReaders#openReadOnly} needs no leave. */
public final class LuceneIndex implements ArticleIndex {
    private static final double BUFFER_MEGABYTES = 64;
    /** After so many additions without a refresh, one is made so that {@link StoryFinder} need not remember more. */
    private static final int REFRESH_AFTER = 2_000;

    private final Path folder;
    private final Directory directory;
    private final IndexWriter writer;
    private final ReaderManager readers;
    private final StoryFinder stories = new StoryFinder();
    private final AtomicInteger sinceRefresh = new AtomicInteger();
    private volatile IndexState state;

    private LuceneIndex(Path folder, Directory directory, IndexWriter writer, ReaderManager readers, IndexState state) {
        this.folder = folder;
        this.directory = directory;
        this.writer = writer;
        this.readers = readers;
        this.state = state;
    }

    /**
     * Opens the index in a folder for writing, an empty one when there is none. Throws {@link IndexException} when another
     * process writes to it or another version wrote it.
     */
    public static LuceneIndex open(Path folder) {
        return open(folder, IndexWriterConfig.OpenMode.CREATE_OR_APPEND);
    }

    /** Opens an empty index in a folder, whatever index is there, of whatever version. */
    public static LuceneIndex recreate(Path folder) {
        return open(folder, IndexWriterConfig.OpenMode.CREATE);
    }

    /**
     * The number up to which the last commit holds all captures, read beside whoever writes. Throws {@link IndexException}
     * when there is no index that this program can read.
     */
    public static long committedCapture(Path folder) {
        try (Directory directory = FSDirectory.open(folder)) {
            return IndexState.of(directory, folder).highestCapture();
        } catch (IOException e) {
            throw new IndexException("the index in " + folder + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static LuceneIndex open(Path folder, IndexWriterConfig.OpenMode mode) {
        try {
            Files.createDirectories(folder);
            Directory directory = FSDirectory.open(folder);
            try {
                boolean fresh = mode == IndexWriterConfig.OpenMode.CREATE || !DirectoryReader.indexExists(directory);
                IndexState state = fresh ? new IndexState(0) : IndexState.of(directory, folder);
                IndexWriter writer = new IndexWriter(directory, settings(mode));
                try {
                    writer.setLiveCommitData(state.commitData().entrySet());
                    if (fresh) {
                        // So a crash during the first real commit finds a valid index to fall back to.
                        writer.commit();
                    }
                    return new LuceneIndex(folder, directory, writer, new ReaderManager(writer), state);
                } catch (IOException | RuntimeException e) {
                    writer.rollback();
                    throw e;
                }
            } catch (IOException | RuntimeException e) {
                directory.close();
                throw e;
            }
        } catch (LockObtainFailedException e) {
            throw new IndexException(
                    "another process writes to the index in " + folder
                            + "; stop it first, or use a command that only reads",
                    e);
        } catch (IOException e) {
            throw new IndexException(
                    "the index in " + folder + " cannot be opened: " + e.getMessage() + "; `reindex` makes it anew", e);
        }
    }

    private static IndexWriterConfig settings(IndexWriterConfig.OpenMode mode) {
        return new IndexWriterConfig(new ArticleAnalyzer(ArticleAnalyzer.Side.INDEX))
                .setOpenMode(mode)
                .setRAMBufferSizeMB(BUFFER_MEGABYTES)
                .setCodec(new Lucene104Codec(Lucene104Codec.Mode.BEST_COMPRESSION));
    }

    /** Views of this index for searching; they end with it. */
    public ArticleReaders readers() {
        return ArticleReaders.ofWriter(readers, directory);
    }

    @Override
    public void add(TaggedArticle tagged) {
        ArticleId id = tagged.article().id();
        Optional<StorySignature> signature = StorySignature.of(tagged.article().text());
        change("article " + id + " cannot be written to", () -> {
            List<Document> block = new ArticleDocuments(tagged).block(storyOf(id, signature), signature);
            writer.updateDocuments(new Term(IndexSchema.ID, id.value()), block);
        });
        if (sinceRefresh.incrementAndGet() >= REFRESH_AFTER) {
            refresh();
        }
    }

    private String storyOf(ArticleId id, Optional<StorySignature> signature) throws IOException {
        DirectoryReader reader = readers.acquire();
        try {
            return stories.storyOf(id, signature, reader);
        } finally {
            readers.release(reader);
        }
    }

    @Override
    public void remove(ArticleId id) {
        change(
                "article " + id + " cannot be taken out of",
                () -> writer.deleteDocuments(new Term(IndexSchema.ID, id.value())));
    }

    @Override
    public synchronized void clear() {
        change("nothing can be taken out of", () -> {
            writer.deleteAll();
            stories.forget();
            state = new IndexState(0);
            writer.setLiveCommitData(state.commitData().entrySet());
        });
    }

    @Override
    public void refresh() {
        sinceRefresh.set(0);
        change("a new view cannot be opened on", readers::maybeRefreshBlocking);
        stories.refreshed();
    }

    @Override
    public synchronized void commit(long highestCapture) {
        change("the last changes cannot be made durable in", () -> {
            IndexState next = new IndexState(highestCapture);
            writer.setLiveCommitData(next.commitData().entrySet());
            writer.commit();
            state = next;
        });
    }

    @Override
    public long highestCapture() {
        return state.highestCapture();
    }

    /** Makes everything durable with the capture number of the last commit, and lets go of the folder. */
    @Override
    public void close() {
        change("the last changes cannot be made durable in", () -> {
            try (directory;
                    writer;
                    readers) {
                stories.forget();
            }
        });
    }

    private interface Change {
        void run() throws IOException;
    }

    private void change(String failure, Change change) {
        try {
            change.run();
        } catch (IOException e) {
            throw new IndexException(failure + " the index in " + folder + ": " + e.getMessage(), e);
        }
    }
}
