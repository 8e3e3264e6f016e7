package org.onrecord.digest;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Writes messages as {@code .eml} files, for as long as no mail server is configured. */
public final class OutboxFolder implements Channel {
    private final Path folder;

    public OutboxFolder(Path folder) {
        this.folder = folder;
    }

    /** Writes beside the target first and forces it to disk, so that a file with the final name is always whole. */
    @Override
    public Answer deliver(String messageId, String recipient, byte[] message) {
        Path file = fileOf(messageId);
        Path unfinished = file.resolveSibling(file.getFileName() + ".part");
        try {
            Files.createDirectories(folder);
            try (FileChannel channel = FileChannel.open(
                    unfinished,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.WRITE,
                    StandardOpenOption.TRUNCATE_EXISTING)) {
                ByteBuffer bytes = ByteBuffer.wrap(message);
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            return new Answer.Accepted("written to " + file);
        } catch (IOException e) {
            return new Answer.Unavailable("cannot write " + file + ": " + e);
        }
    }

    /** The file of a message. */
    public Path fileOf(String messageId) {
        return folder.resolve(messageId.replaceAll("[^A-Za-z0-9.-]", "") + ".eml");
    }

    @Override
    public String description() {
        return "folder " + folder;
    }
}
