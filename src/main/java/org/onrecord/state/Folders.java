package org.onrecord.state;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * Folders whose entries outlive a loss of power: forcing a file to disk forces its bytes, not the name under which its folder
 * lists it.
 */
public final class Folders {
    private Folders() {}

    /** Makes a folder and those above it that are missing, for good. */
    public static void make(Path folder) throws IOException {
        Path absolute = folder.toAbsolutePath();
        if (Files.isDirectory(absolute)) {
            return;
        }
        @Nullable Path parent = absolute.getParent();
        if (parent != null) {
            make(parent);
        }
        Files.createDirectories(absolute);
        if (parent != null) {
            force(parent);
        }
    }

    /** Makes the folder that a file is to lie in. */
    public static void makeFor(Path file) throws IOException {
        @Nullable Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            make(folder);
        }
    }

    /** Forces the name of a file to disk. */
    public static void forceFor(Path file) throws IOException {
        @Nullable Path folder = file.toAbsolutePath().getParent();
        if (folder != null) {
            force(folder);
        }
    }

    /** Forces the names of new, renamed and deleted files to disk. */
    public static void force(Path folder) throws IOException {
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) { // elsewhere folders do not open
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }
}
