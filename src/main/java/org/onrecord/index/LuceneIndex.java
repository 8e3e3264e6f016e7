package org.onrecord.index;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.lucene.codecs.lucene104.Lucene104Codec;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.ReaderManager;
import org.apache.lucene.index.Term;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.LockObtainFailedException;
import org.onrecord.article.ArticleId;
import org.onrecord.article.TaggedArticle;

/**
 * The index in a folder of this machine. One process at a time may write; {@link ArticleReaders#openReadOnly} needs no leave.
 *
 * <p>When the disk fails (full, for instance), what was not committed is given up: {@link #highestCapture} goes back to the
 * last commit, searches go on with what they saw last, and the next change opens the index anew, which succeeds as soon as
 * the disk works again.
 */
public final class LuceneIndex implements ArticleIndex {
    private static final double BUFFER_MEGABYTES = 64;
    /** After so many additions without a refresh, one is made so that {@link StoryFinder} need not remember more. */
    private static final int REFRESH_AFTER = 2_000;

    private final Path folder;
    private final Directory directory;
    private final ActorNames names;
    private final StoryFinder stories = new StoryFinder();
    private final AtomicInteger sinceRefresh = new AtomicInteger();
    private volatile Opened opened;
    private volatile IndexState state;

    /** A writer with its readers. After a failure of the disk the readers live on until another writer takes its place. */
    private record Opened(IndexWriter writer, ReaderManager readers) {}

    private LuceneIndex(Path folder, Directory directory, ActorNames names, Opened opened, IndexState state) {
        this.folder = folder;
        this.directory = directory;
        this.names = names;
        this.opened = opened;
        this.state = state;
    }

    /**
     * Opens the index in a folder for writing, an empty one when there is none. Throws {@link IndexException} when another
     * process writes to it or another version wrote it.
     */
    public static LuceneIndex open(Path folder) {
        return open(folder, ActorNames.NONE);
    }

    /** The same, with other names by which the actors of articles shall be found. */
    public static LuceneIndex open(Path folder, ActorNames names) {
        return open(folder, IndexWriterConfig.OpenMode.CREATE_OR_APPEND, names);
    }

    /** Opens an empty index in a folder, whatever index is there, of whatever version. */
    public static LuceneIndex recreate(Path folder, ActorNames names) {
        return open(folder, IndexWriterConfig.OpenMode.CREATE, names);
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

    private static LuceneIndex open(Path folder, IndexWriterConfig.OpenMode mode, ActorNames names) {
        try {
            Files.createDirectories(folder);
            Directory directory = FSDirectory.open(folder);
            try {
                boolean fresh = mode == IndexWriterConfig.OpenMode.CREATE || !DirectoryReader.indexExists(directory);
                IndexState state = fresh ? new IndexState(0) : IndexState.of(directory, folder);
                return new LuceneIndex(folder, directory, names, write(directory, mode, state, fresh), state);
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

    private static Opened write(Directory directory, IndexWriterConfig.OpenMode mode, IndexState state, boolean fresh)
            throws IOException {
        IndexWriter writer = new IndexWriter(directory, settings(mode));
        try {
            writer.setLiveCommitData(state.commitData().entrySet());
            if (fresh) {
                // So a crash during the first real commit finds a valid index to fall back to.
                writer.commit();
            }
            return new Opened(writer, new ReaderManager(writer));
        } catch (IOException | RuntimeException e) {
            writer.rollback();
            throw e;
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
        return ArticleReaders.ofWriter(() -> opened.readers(), directory);
    }

    @Override
    public void add(TaggedArticle tagged) {
        ArticleDocuments documents = new ArticleDocuments(tagged, names);
        ArticleId id = tagged.article().id();
        change("article " + id + " cannot be written to", index -> {
            List<Document> block = documents.block(placeOf(documents.sought(), index));
            index.writer().updateDocuments(new Term(IndexSchema.ID, id.value()), block);
        });
        if (sinceRefresh.incrementAndGet() >= REFRESH_AFTER) {
            refresh();
        }
    }

    /** How many documents have a term, as far as they were refreshed: more or less, for whoever prefers rare terms. */
    public int frequency(Term term) {
        try {
            ReaderManager readers = opened.readers();
            DirectoryReader reader = readers.acquire();
            try {
                return reader.docFreq(term);
            } finally {
                readers.release(reader);
            }
        } catch (IOException e) {
            throw IndexException.unreadable(e);
        }
    }

    /**
     * An article as a block of documents, to compare it with queries outside the index: all that queries ask for, and nothing
     * that is kept only to show it. The article's own document is the last.
     */
    public List<Document> documents(TaggedArticle tagged) {
        ArticleDocuments documents = new ArticleDocuments(tagged, names);
        try {
            return documents.toCompare(placeOf(documents.sought(), opened));
        } catch (IOException e) {
            throw IndexException.unreadable(e);
        }
    }

    private StoryFinder.Place placeOf(StoryFinder.Sought article, Opened index) throws IOException {
        DirectoryReader reader = index.readers().acquire();
        try {
            return stories.placeOf(article, reader);
        } finally {
            index.readers().release(reader);
        }
    }

    @Override
    public void remove(ArticleId id) {
        change(
                "article " + id + " cannot be taken out of",
                index -> index.writer().deleteDocuments(new Term(IndexSchema.ID, id.value())));
    }

    @Override
    public synchronized void clear() {
        change("nothing can be taken out of", index -> {
            index.writer().deleteAll();
            stories.forget();
            state = new IndexState(0);
            index.writer().setLiveCommitData(state.commitData().entrySet());
        });
    }

    @Override
    public void refresh() {
        sinceRefresh.set(0);
        change("a new view cannot be opened on", index -> index.readers().maybeRefreshBlocking());
        stories.refreshed();
    }

    @Override
    public synchronized void commit(long highestCapture) {
        change("the last changes cannot be made durable in", index -> {
            IndexState next = new IndexState(highestCapture);
            index.writer().setLiveCommitData(next.commitData().entrySet());
            index.writer().commit();
            state = next;
        });
    }

    @Override
    public long highestCapture() {
        return state.highestCapture();
    }

    /**
     * Makes everything durable with the capture number of the last commit, and lets go of the folder. After a failure of the
     * disk there is nothing more to make durable.
     */
    @Override
    public synchronized void close() {
        Opened last = opened;
        try (directory;
                IndexWriter writer = last.writer();
                ReaderManager readers = last.readers()) {
            stories.forget();
        } catch (IOException e) {
            throw failed("the last changes cannot be made durable in", e);
        }
    }

    private interface Change {
        void to(Opened index) throws IOException;
    }

    private void change(String failure, Change change) {
        try {
            Opened index = opened.writer().isOpen() ? opened : reopen();
            try {
                change.to(index);
            } catch (IOException | AlreadyClosedException e) {
                giveUp(index, e);
                throw e;
            }
        } catch (IOException | AlreadyClosedException e) {
            throw failed(failure, e);
        }
    }

    private IndexException failed(String failure, Exception e) {
        return new IndexException(failure + " the index in " + folder + ": " + e.getMessage(), e);
    }

    /** Whether a part of the change arrived is not known, so everything since the last commit goes, to be done again. */
    private static void giveUp(Opened index, Exception failure) {
        try {
            index.writer().rollback();
        } catch (IOException | RuntimeException e) {
            failure.addSuppressed(e);
        }
    }

    /** The index as it was committed last. The old readers serve until the new ones are there. */
    private synchronized Opened reopen() throws IOException {
        if (!opened.writer().isOpen()) {
            IndexState committed = IndexState.of(directory, folder);
            Opened old = opened;
            opened = write(directory, IndexWriterConfig.OpenMode.APPEND, committed, false);
            state = committed;
            stories.forget();
            old.readers().close();
        }
        return opened;
    }
}
