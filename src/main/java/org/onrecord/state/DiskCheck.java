package org.onrecord.state;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * Whether the disk of a folder takes writes, told before a write of ours fails: some space is kept free, in which a
 * transaction or a commit under way can end, and the program can start.
 */
public final class DiskCheck {
    /** Bytes that are left free. */
    public static final long RESERVE = 16_000_000;

    /** Bytes that must be free before writing begins again, so that a few pages do not end it at once. */
    private static final long ENOUGH = RESERVE + RESERVE / 4;

    private static final String PROBE = ".probe";

    private final Path folder;

    /** @param folder may not be there yet; then nothing is wrong with it */
    public DiskCheck(Path folder) {
        this.folder = folder;
    }

    /** What is wrong with the space on the disk. Costs next to nothing. */
    public Optional<String> lackOfSpace() {
        return lackOfSpace(RESERVE);
    }

    /** What keeps the disk from being written to: too little space to begin with, or a small file that it does not take. */
    public Optional<String> obstacle() {
        return lackOfSpace(ENOUGH).or(this::refusal);
    }

    /** What the disk says when a small file is written, forced to it, and deleted. */
    public Optional<String> refusal() {
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        Path probe = folder.resolve(PROBE);
        try (FileChannel file =
                FileChannel.open(probe, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.READ)) {
            file.write(ByteBuffer.allocate(4096));
            file.force(true);
            Files.deleteIfExists(probe); // doctor beside a server has the same
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of("the disk cannot be written to (" + said(e) + "): look after it");
        }
    }

    private Optional<String> lackOfSpace(long needed) {
        try {
            long free = Files.isDirectory(folder) ? Files.getFileStore(folder).getUsableSpace() : Long.MAX_VALUE;
            return free >= needed
                    ? Optional.empty()
                    : Optional.of("only %.1f MB are free on the disk: make room until %.0f MB are"
                            .formatted(free / 1e6, ENOUGH / 1e6));
        } catch (IOException e) {
            return Optional.of("the disk does not answer (" + said(e) + "): look after it");
        }
    }

    /** Without the path, because readers of the web page see it. */
    private static String said(IOException e) {
        String reason = e instanceof FileSystemException about ? about.getReason() : e.getMessage();
        return reason == null ? e.getClass().getSimpleName() : reason;
    }
}
