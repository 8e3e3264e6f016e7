package org.onrecord.archive;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The WARC file that records are appended to, open between two of them. */
final class GrowingFile implements AutoCloseable {
    private final String name;
    private final FileChannel channel;
    private long size;

    private GrowingFile(String name, FileChannel channel, long size) {
        this.name = name;
        this.channel = channel;
        this.size = size;
    }

    /** The newest file if records may follow its recorded ones, else a new one. */
    static GrowingFile resume(WarcFolder files, Map<String, Long> ends, long full, Instant now) throws IOException {
        List<String> names = files.names();
        if (!names.isEmpty()) {
            String newest = names.getLast();
            long size = Files.size(files.file(newest));
            if (size < full && size == ends.getOrDefault(newest, 0L)) {
                FileChannel channel = FileChannel.open(files.file(newest), StandardOpenOption.WRITE);
                return new GrowingFile(newest, channel, size);
            }
        }
        return create(files, now);
    }

    /** A new file with its first record, which says what wrote it. */
    static GrowingFile create(WarcFolder files, Instant now) throws IOException {
        List<String> names = files.names();
        String name = WarcFolder.nameAfter(names.isEmpty() ? Optional.empty() : Optional.of(names.getLast()), now);
        Path path = files.file(name);
        GrowingFile file = new GrowingFile(
                name, FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), 0);
        try {
            file.append(WarcMember.warcinfo(name, now));
            files.force();
            return file;
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    String name() {
        return name;
    }

    long size() {
        return size;
    }

    /** Writes bytes at the end and forces them to disk. If this fails, the file must be closed: its end is unknown. */
    long append(byte[] member) throws IOException {
        long offset = size;
        ByteBuffer rest = ByteBuffer.wrap(member);
        while (rest.hasRemaining()) {
            channel.write(rest, offset + rest.position());
        }
        channel.force(true);
        size = offset + member.length;
        return offset;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
