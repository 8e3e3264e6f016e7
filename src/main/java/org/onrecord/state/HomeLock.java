package org.onrecord.state;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The right of one process to write into a home, held until it is closed or the process ends, however it ends.
 *
 * <p>The file {@code .lock} in the folder names the process that holds, or last held, the lock.
 */
public final class HomeLock implements AutoCloseable {
    /**
     * What this process holds. Static because the system's file locks belong to the process too: closing a second
     * channel on the file, even one that never got the lock, would silently give the lock away.
     */
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    /** Far behind the text of the file, which thereby stays readable where locks keep others from reading. */
    private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;

    private final Path file;
    private final FileChannel channel;

    private HomeLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /**
     * Takes the lock, and makes the folder if there is none.
     *
     * @throws StateException if another process, or this one, holds the lock
     */
    public static HomeLock acquire(Path indexFolder) {
        try {
            Folders.make(indexFolder);
            Path file = indexFolder.toRealPath().resolve(".lock");
            if (!HELD.add(file)) {
                throw held(indexFolder, String.valueOf(ProcessHandle.current().pid()));
            }
            try {
                return lock(indexFolder, file);
            } catch (IOException | RuntimeException e) {
                HELD.remove(file);
                throw e;
            }
        } catch (IOException e) {
            throw new StateException("cannot lock " + indexFolder + ": " + e, e);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new StateException("cannot give back the lock " + file + ": " + e, e);
        } finally {
            HELD.remove(file);
        }
    }

    private static HomeLock lock(Path indexFolder, Path file) throws IOException {
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock(LOCKED_BYTE, 1, false);
            if (lock == null) {
                throw held(indexFolder, Files.readString(file).strip());
            }
            channel.truncate(0);
            channel.write(ByteBuffer.wrap((ProcessHandle.current().pid() + "\n").getBytes(StandardCharsets.US_ASCII)));
            return new HomeLock(file, channel);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static StateException held(Path indexFolder, String pid) {
        return new StateException("another OnRecord (process " + (pid.isEmpty() ? "unknown" : pid) + ") is using "
                + indexFolder + "; stop it or choose another --home");
    }
}
