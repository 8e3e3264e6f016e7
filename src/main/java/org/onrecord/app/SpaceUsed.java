package org.onrecord.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What a home takes of the disk, in bytes.
 *
 * @param archive pages as they were fetched, compressed
 * @param state the state store, kept taggings included
 * @param index what can be made anew
 */
record SpaceUsed(long archive, long state, long index) {
    static SpaceUsed of(Home home) {
        String name = String.valueOf(home.state().getFileName());
        long state = below(home.state())
                + below(home.state().resolveSibling(name + "-wal"))
                + below(home.state().resolveSibling(name + "-shm"));
        return new SpaceUsed(below(home.archive()), state, below(home.articles()));
    }

    /** In a line for people, with how much that is for each of so many articles. */
    String forArticles(long articles) {
        String parts = String.format(
                Locale.ROOT, "archive %.1f MB, state %.1f MB, index %.1f MB", archive / 1e6, state / 1e6, index / 1e6);
        return articles == 0
                ? parts
                : parts + String.format(Locale.ROOT, "; %.1f kB for each article", sum() / 1e3 / articles);
    }

    private long sum() {
        return archive + state + index;
    }

    /** Files may come and go meanwhile. */
    private static long below(Path folder) {
        AtomicLong bytes = new AtomicLong();
        if (!Files.exists(folder)) {
            return 0;
        }
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    bytes.addAndGet(attributes.size());
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException gone) {
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException("cannot look through " + folder, e);
        }
        return bytes.get();
    }
}
