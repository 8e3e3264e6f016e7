package org.onrecord.faults;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.CopyOption;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.apache.lucene.tests.mockfile.FilterFileChannel;
import org.apache.lucene.tests.mockfile.FilterFileSystemProvider;
import org.apache.lucene.tests.mockfile.FilterOutputStream2;

/**
 * A disk that fails when it is told to, and that can lose power: then what was not forced to it is cut, zeroed, flipped, or
 * stays, as chance has it.
 *
 * <p>A file system over the real one; whatever works with paths can be given one of its paths.
 */
public final class ShakyDisk extends FilterFileSystemProvider {
    private final Fault fault;

    /** How many bytes of each file were forced to disk. */
    private final Map<Path, Long> forced = new ConcurrentHashMap<>();

    public ShakyDisk(Fault fault) {
        super("shaky://", FileSystems.getDefault());
        this.fault = fault;
    }

    /** A folder of the real disk, on this one. */
    public Path at(Path real) {
        return wrapPath(real.toAbsolutePath());
    }

    /** Does to the files below a folder, if it was made yet, what a loss of power may do to them. */
    public void losePower(Path folder, Random random) throws IOException {
        if (Files.notExists(toDelegate(folder))) {
            return;
        }
        try (Stream<Path> files = Files.walk(toDelegate(folder))) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                long size = Files.size(file);
                long safe = Math.min(size, forced.getOrDefault(file, 0L));
                if (size > safe && !file.endsWith("write.lock")) {
                    harm(file, safe, size, random);
                }
            }
        }
    }

    private static void harm(Path file, long safe, long size, Random random) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            long place = random.nextLong(safe, size);
            switch (random.nextInt(4)) {
                case 0 -> channel.truncate(place);
                case 1 -> channel.write(ByteBuffer.allocate(Math.toIntExact(size - place)), place);
                case 2 -> {
                    ByteBuffer one = ByteBuffer.allocate(1);
                    channel.read(one, place);
                    channel.write(ByteBuffer.wrap(new byte[] {(byte) (one.get(0) ^ 1 << random.nextInt(8))}), place);
                }
                default -> {
                    // all of it happened to reach the disk
                }
            }
        }
    }

    @Override
    public void createDirectory(Path folder, FileAttribute<?>... attributes) throws IOException {
        mayFail("make the folder " + folder);
        super.createDirectory(folder, attributes);
    }

    @Override
    public void delete(Path file) throws IOException {
        mayFail("delete " + file);
        super.delete(file);
    }

    @Override
    public boolean deleteIfExists(Path file) throws IOException {
        mayFail("delete " + file);
        return super.deleteIfExists(file);
    }

    @Override
    public void move(Path from, Path to, CopyOption... options) throws IOException {
        mayFail("move " + from);
        super.move(from, to, options);
        Long safe = forced.remove(toDelegate(from));
        if (safe != null) {
            forced.put(toDelegate(to), safe);
        }
    }

    @Override
    public DirectoryStream<Path> newDirectoryStream(Path folder, DirectoryStream.Filter<? super Path> filter)
            throws IOException {
        mayFail("list " + folder);
        return super.newDirectoryStream(folder, filter);
    }

    @Override
    public OutputStream newOutputStream(Path file, OpenOption... options) throws IOException {
        mayFail("open " + file);
        forced.remove(toDelegate(file));
        return new FilterOutputStream2(super.newOutputStream(file, options)) {
            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                mayFail("write to " + file);
                super.write(bytes, offset, length);
            }

            @Override
            public void write(byte[] bytes) throws IOException {
                mayFail("write to " + file);
                super.write(bytes);
            }
        };
    }

    @Override
    public FileChannel newFileChannel(Path file, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
            throws IOException {
        mayFail("open " + file);
        return new Channel(toDelegate(file), super.newFileChannel(file, options, attributes));
    }

    private void mayFail(String deed) throws IOException {
        if (fault.strikes()) {
            throw new IOException("cannot " + deed + ": the disk failed on purpose");
        }
    }

    private final class Channel extends FilterFileChannel {
        private final Path file;

        private Channel(Path file, FileChannel channel) {
            super(channel);
            this.file = file;
        }

        @Override
        public int read(ByteBuffer bytes) throws IOException {
            mayFail("read " + file);
            return super.read(bytes);
        }

        @Override
        public int write(ByteBuffer bytes, long place) throws IOException {
            mayFailHalfway(bytes, place);
            return super.write(bytes, place);
        }

        /** A disk that is full takes a part of the bytes first. */
        private void mayFailHalfway(ByteBuffer bytes, long place) throws IOException {
            try {
                mayFail("write to " + file);
            } catch (IOException e) {
                super.write(bytes.slice(bytes.position(), bytes.remaining() / 2), place);
                throw e;
            }
        }

        @Override
        public FileChannel truncate(long size) throws IOException {
            mayFail("cut " + file);
            forced.computeIfPresent(file, (name, safe) -> Math.min(safe, size));
            return (FileChannel) delegate.truncate(size);
        }

        /** That of a folder never fails: Lucene does without it, and asserts in tests that Linux grants it. */
        @Override
        public void force(boolean metadata) throws IOException {
            if (!Files.isDirectory(file)) {
                mayFail("force " + file);
            }
            super.force(metadata);
            try {
                forced.put(file, Files.size(file));
            } catch (UncheckedIOException e) {
                throw e.getCause();
            }
        }
    }
}
