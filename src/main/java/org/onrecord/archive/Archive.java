package org.onrecord.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.SourceId;
import org.onrecord.fetch.Page;
import org.onrecord.hash.Sha256;
import org.onrecord.state.Capture;
import org.onrecord.state.Captures;
import org.onrecord.state.Folders;
import org.onrecord.state.Hints;
import org.onrecord.state.StateException;

/**
 * Every page that was ever fetched, in WARC files that only grow. Safe for use by many threads; one process at a time
 * may write (see {@link org.onrecord.state.HomeLock}), others may read beside it.
 *
 * <p>The promise: when {@link #store} returns, the page's record is forced to disk and its row is committed, in that
 * order. When it throws, the page is not captured; bytes that it may have left are cut before anything else is written.
 *
 * <p>A page comes back as it was stored. Its body is kept with all codings undone; headers that would no longer fit
 * the body (Content-Encoding, Transfer-Encoding, a Content-Length of the coded body) are not kept.
 */
public final class Archive implements AutoCloseable {
    private static final long FULL = 1_000_000_000;

    private final WarcFolder files;
    private final Captures captures;
    private final Clock clock;
    private final long full;
    private final boolean readOnly;
    private final List<String> findings;
    private final ReentrantLock writing = new ReentrantLock(true);
    private @Nullable GrowingFile growing;

    private Archive(
            WarcFolder files, Captures captures, Clock clock, long full, boolean readOnly, List<String> findings) {
        this.files = files;
        this.captures = captures;
        this.clock = clock;
        this.full = full;
        this.readOnly = readOnly;
        this.findings = findings;
    }

    /**
     * Opens the archive, makes its folder if there is none, and removes what a crash left.
     *
     * @throws ArchiveException if the folder cannot be read or written
     */
    public static Archive open(Path folder, Captures captures, Clock clock) {
        return open(folder, captures, clock, FULL);
    }

    /** As {@link #open(Path, Captures, Clock)}, with the size in bytes at which a file is full. */
    static Archive open(Path folder, Captures captures, Clock clock, long full) {
        WarcFolder files = new WarcFolder(folder);
        try {
            Folders.make(folder);
            return new Archive(files, captures, clock, full, false, Leftovers.clear(files, captures.ends()));
        } catch (IOException e) {
            throw new ArchiveException("cannot open the archive " + folder + ": " + e, e);
        }
    }

    /** Opens the archive for reading, beside a process that writes. */
    public static Archive openReadOnly(Path folder, Captures captures, Clock clock) {
        return new Archive(new WarcFolder(folder), captures, clock, FULL, true, List.of());
    }

    /** What was not in order when the archive was opened, in sentences for the log. */
    public List<String> findings() {
        return findings;
    }

    /**
     * Compares the files with the rows as they are now, and changes nothing. A record that is just being written, or that a
     * crash left, is in order.
     *
     * @return what is not in order, in sentences that say what to do
     */
    public List<String> compare() {
        try {
            List<String> found = new ArrayList<>(Leftovers.find(files, captures::ends));
            Path aside = files.folder().resolve(Leftovers.ASIDE);
            if (Files.isDirectory(aside)) {
                found.add("pages that the state store does not know lie in " + aside
                        + ": restore a backup that knows them, or delete the folder if they are not wanted");
            }
            return found;
        } catch (IOException e) {
            throw new ArchiveException("cannot look through the archive " + files.folder() + ": " + e, e);
        }
    }

    /**
     * Keeps a page for ever.
     *
     * @param hints what the source said of the page
     * @return its row, with a number above all earlier ones
     * @throws ArchiveException if the record cannot be written
     * @throws StateException if the row cannot be committed
     */
    public Capture store(Page page, SourceId source, Hints hints) {
        if (readOnly) {
            throw new IllegalStateException("this archive was opened for reading");
        }
        byte[] sha256 = Sha256.of(page.body());
        byte[] member = WarcMember.response(page, source, sha256); // compressed before others have to wait
        writing.lock();
        try {
            GrowingFile file = growingFile();
            try {
                Capture capture = append(page, source, hints, sha256, member, file);
                growing = file;
                return capture;
            } finally {
                if (growing == null) {
                    file.close();
                }
            }
        } catch (IOException e) {
            throw new ArchiveException(
                    "cannot write the record of " + page.uri() + " to " + files.folder() + ": " + e, e);
        } finally {
            writing.unlock();
        }
    }

    /** Whether the newest capture of a page's address has the same body. */
    public boolean has(Page page) {
        String sha256 = Sha256.hex(page.body());
        return captures.latest(page.uri())
                .filter(capture -> capture.payloadSha256().equals(sha256))
                .isPresent();
    }

    /**
     * The page of a capture.
     *
     * @throws ArchiveException if its file is missing or damaged
     */
    public Page read(Capture capture) {
        Path file = files.file(capture.file());
        try {
            HttpBlock response = WarcMember.read(file, capture.offset());
            String sha256 = Sha256.hex(response.body());
            if (!sha256.equals(capture.payloadSha256())) {
                throw new ArchiveException("its bytes have changed");
            }
            return new Page(
                    capture.requested(),
                    capture.uri(),
                    response.status(),
                    response.headers(),
                    response.body(),
                    capture.fetchedAt());
        } catch (IOException | ArchiveException e) {
            throw new ArchiveException(
                    "cannot read capture " + capture.number() + " at " + capture.offset() + " of " + file + ": "
                            + (e instanceof ArchiveException ? e.getMessage() : e.toString())
                            + "; restore the file from a backup",
                    e);
        }
    }

    @Override
    public void close() {
        writing.lock();
        try {
            if (growing != null) {
                growing.close();
                growing = null;
            }
        } catch (IOException e) {
            throw new ArchiveException("cannot close the archive " + files.folder() + ": " + e, e);
        } finally {
            writing.unlock();
        }
    }

    private Capture append(Page page, SourceId source, Hints hints, byte[] sha256, byte[] member, GrowingFile file)
            throws IOException {
        long offset = file.append(member);
        return captures.record(new Capture(
                0,
                source,
                page.uri(),
                page.requested(),
                file.name(),
                offset,
                member.length,
                page.fetchedAt(),
                HexFormat.of().formatHex(sha256),
                hints));
    }

    /**
     * The file to append to. It is taken out of its field until its record has a row: after a failure only the rows
     * tell which bytes count, also when a commit took effect whose answer was lost.
     */
    private GrowingFile growingFile() throws IOException {
        GrowingFile file = growing;
        growing = null;
        if (file == null) {
            Map<String, Long> ends = captures.ends();
            Leftovers.clear(files, ends);
            return GrowingFile.resume(files, ends, full, clock.instant());
        }
        if (file.size() >= full) {
            file.close();
            return GrowingFile.create(files, clock.instant());
        }
        return file;
    }
}
