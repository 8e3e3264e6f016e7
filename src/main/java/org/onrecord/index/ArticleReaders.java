package org.onrecord.index;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexNotFoundException;
import org.apache.lucene.index.ReaderManager;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherLifetimeManager;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;

/**
 * Gives questions a steady view of the index while it is being written. Safe for use by many threads at once.
 *
 * <p>{@link LuceneIndex#readers()} sees everything up to the last {@link ArticleIndex#refresh}; {@link #openReadOnly} what was
 * committed, by whatever process.
 */
public final class ArticleReaders implements AutoCloseable {
    /** How a view is brought up to date. */
    private enum Freshness {
        BY_THE_WRITER,
        AT_EVERY_READ
    }

    private static final Duration KEPT = Duration.ofMinutes(10);

    private final SearcherLifetimeManager views = new SearcherLifetimeManager();
    private final Supplier<ReaderManager> readers;
    private final Directory directory;
    private final Freshness freshness;

    private ArticleReaders(Supplier<ReaderManager> readers, Directory directory, Freshness freshness) {
        this.readers = readers;
        this.directory = directory;
        this.freshness = freshness;
    }

    /** @param readers the readers of the writer of the moment */
    static ArticleReaders ofWriter(Supplier<ReaderManager> readers, Directory directory) {
        return new ArticleReaders(readers, directory, Freshness.BY_THE_WRITER);
    }

    /**
     * Opens an index for reading alone, beside the process that writes it if there is one. Each read sees the newest commit.
     * Throws {@link IndexException} when there is no index or another version wrote it.
     */
    public static ArticleReaders openReadOnly(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw noIndex(folder);
        }
        try {
            Directory directory = FSDirectory.open(folder);
            try {
                IndexState.of(directory, folder);
                ReaderManager readers = new ReaderManager(directory);
                return new ArticleReaders(() -> readers, directory, Freshness.AT_EVERY_READ);
            } catch (IOException | RuntimeException e) {
                directory.close();
                throw e;
            }
        } catch (IndexNotFoundException e) {
            throw noIndex(folder);
        } catch (IOException e) {
            throw new IndexException(
                    "the index in " + folder + " cannot be read: " + e.getMessage() + "; `reindex` makes it anew", e);
        }
    }

    /** Answers a question from one view of the index; the reader must not be used afterwards. */
    public <T> T read(Function<DirectoryReader, T> question) {
        try {
            ReaderManager current = readers.get();
            if (freshness == Freshness.AT_EVERY_READ) {
                current.maybeRefresh();
            }
            DirectoryReader reader = acquire(current);
            try {
                return question.apply(reader);
            } finally {
                reader.decRef();
            }
        } catch (IOException e) {
            throw new IndexException("the index cannot be read: " + e.getMessage(), e);
        }
    }

    /**
     * Answers a question from the view that an earlier one was answered from, {@code DirectoryReader.getVersion()} its number.
     * Views are kept for ten minutes after {@link #keep}. Empty when it is gone.
     */
    public <T> Optional<T> readKept(long view, Function<DirectoryReader, T> question) {
        IndexSearcher kept = views.acquire(view);
        if (kept == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(question.apply((DirectoryReader) kept.getIndexReader()));
        } finally {
            try {
                views.release(kept);
            } catch (IOException e) {
                throw new IndexException("the index cannot be read: " + e.getMessage(), e);
            }
        }
    }

    /** Keeps a view for readers who go on reading a list, and lets go of those that nobody can want any more. */
    public synchronized void keep(DirectoryReader view) {
        try {
            IndexSearcher kept = views.acquire(view.getVersion());
            if (kept == null) {
                views.record(new IndexSearcher(view));
            } else {
                views.release(kept);
            }
            views.prune(new SearcherLifetimeManager.PruneByAge(KEPT.toSeconds()));
        } catch (IOException e) {
            throw new IndexException("the index cannot be read: " + e.getMessage(), e);
        }
    }

    /** The index may have been opened anew since its readers were asked for. */
    private DirectoryReader acquire(ReaderManager current) throws IOException {
        try {
            return current.acquire();
        } catch (AlreadyClosedException e) {
            if (readers.get() == current) {
                throw e;
            }
            return readers.get().acquire();
        }
    }

    /** Lets go of the folder when this was opened for reading alone; else the index's own closing does it. */
    @Override
    public void close() {
        try {
            views.close();
        } catch (IOException e) {
            throw new IndexException("the index cannot be closed: " + e.getMessage(), e);
        }
        if (freshness == Freshness.BY_THE_WRITER) {
            return;
        }
        try (directory) {
            readers.get().close();
        } catch (IOException e) {
            throw new IndexException("the index cannot be closed: " + e.getMessage(), e);
        }
    }

    private static IndexException noIndex(Path folder) {
        return new IndexException("there is no index in " + folder + " yet; `fetch` or `run` makes it");
    }
}
