package org.onrecord.archive;

import java.io.EOFException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.zip.ZipException;
import org.netpreserve.jwarc.ParsingException;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResponse;

/**
 * Brings the files in line with the rows: bytes without a row were never acknowledged.
 *
 * <p>A crash leaves at most one record without a row, whole or torn; that is cut. More than one means that the state
 * store was lost or is older than the archive; those bytes are moved to {@code unrecorded/} instead, and nothing is
 * destroyed.
 */
final class Leftovers {
    static final String ASIDE = "unrecorded";

    private final WarcFolder files;
    private final boolean mayChange;
    private final List<String> findings = new ArrayList<>();

    private Leftovers(WarcFolder files, boolean mayChange) {
        this.files = files;
        this.mayChange = mayChange;
    }

    /**
     * Cuts or moves what has no row, and looks for rows without bytes.
     *
     * @param ends the end of the recorded bytes of each file
     * @return what was found, in sentences for the log; empty when all was in order
     */
    static List<String> clear(WarcFolder files, Map<String, Long> ends) throws IOException {
        return compare(files, sizes(files), ends, true);
    }

    /**
     * As {@link #clear}, but changes nothing, and works beside a process that writes.
     *
     * @param ends asked after the files were measured, so that of the bytes seen at most the last record has no row yet
     */
    static List<String> find(WarcFolder files, Supplier<Map<String, Long>> ends) throws IOException {
        Map<String, Long> sizes = sizes(files);
        return compare(files, sizes, ends.get(), false);
    }

    private static Map<String, Long> sizes(WarcFolder files) throws IOException {
        Map<String, Long> sizes = new LinkedHashMap<>();
        for (String name : files.names()) {
            sizes.put(name, Files.size(files.file(name)));
        }
        return sizes;
    }

    private static List<String> compare(
            WarcFolder files, Map<String, Long> sizes, Map<String, Long> ends, boolean mayChange) throws IOException {
        Leftovers leftovers = new Leftovers(files, mayChange);
        for (Map.Entry<String, Long> file : sizes.entrySet()) {
            leftovers.compare(file.getKey(), ends.getOrDefault(file.getKey(), 0L), file.getValue());
        }
        for (String missing : new TreeSet<>(ends.keySet())) {
            if (!Files.exists(files.file(missing))) {
                leftovers.findings.add("the archive file " + missing + " is missing in " + files.folder()
                        + ": its captures cannot be read; restore it from a backup");
            }
        }
        return List.copyOf(leftovers.findings);
    }

    private void compare(String name, long end, long size) throws IOException {
        Path file = files.file(name);
        if (size < end) {
            long now = Files.size(file); // a writer may have gone on since the files were measured
            if (now < end) {
                findings.add("the archive file " + file + " has lost its last " + (end - now)
                        + " bytes: captures in them cannot be read; restore it from a backup");
            }
        } else if (size > end || end == 0) {
            if (mayChange) {
                remove(file, name, end, size);
            } else if (responses(file, end, size) > 1) {
                findings.add("the state store does not know " + (size - end) + " bytes of " + file
                        + ": was it lost, or restored from an older backup? The next start moves them to "
                        + files.folder().resolve(ASIDE));
            }
        }
    }

    private void remove(Path file, String name, long end, long size) throws IOException {
        String bytes = (size - end) + " bytes of " + file;
        if (responses(file, end, size) > 1) {
            Path aside = moveAside(file, name, end);
            findings.add("the state store does not know " + bytes
                    + ": was it lost, or restored from an older backup? They were moved to " + aside);
        } else {
            findings.add("cut " + bytes + " that a crash left: they were never acknowledged");
        }
        if (end == 0) {
            Files.deleteIfExists(file);
        } else {
            truncate(file, end);
        }
        files.force();
    }

    private Path moveAside(Path file, String name, long end) throws IOException {
        WarcFolder aside = new WarcFolder(Files.createDirectories(files.folder().resolve(ASIDE)));
        Path target = aside.file(end == 0 ? name : name.replace(".warc.gz", "-from-" + end + ".warc.gz"));
        if (end == 0) {
            Files.move(file, target);
        } else {
            copy(file, end, target);
        }
        aside.force();
        return target;
    }

    private static void truncate(Path file, long end) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(end);
            channel.force(true);
        }
    }

    /** How many whole records of pages begin between two places of a file; stops counting at two. */
    private static int responses(Path file, long offset, long size) throws IOException {
        int responses = 0;
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            channel.position(offset);
            WarcReader reader = new WarcReader(channel);
            for (var record = reader.next();
                    record.isPresent() && responses < 2 && reader.position() < size;
                    record = reader.next()) {
                responses += isWholeResponse(record.get()) ? 1 : 0;
            }
        } catch (ParsingException | ZipException | EOFException e) {
            return responses; // torn, which is what a crash leaves
        }
        return responses;
    }

    private static boolean isWholeResponse(WarcRecord record) throws IOException {
        record.body().consume();
        return record instanceof WarcResponse;
    }

    private static void copy(Path file, long offset, Path copy) throws IOException {
        try (FileChannel from = FileChannel.open(file, StandardOpenOption.READ);
                FileChannel to = FileChannel.open(
                        copy,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE)) {
            long size = from.size();
            for (long at = offset; at < size; ) {
                at += from.transferTo(at, size - at, to);
            }
            to.force(true);
        }
    }
}
