package org.onrecord.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.onrecord.hash.Sha256;
import org.onrecord.state.Folders;
import org.onrecord.state.StateStore;

/**
 * A folder with everything of a home that cannot be made again: configuration, state, archive, outbox. The index is left
 * out, because it is made from these.
 *
 * <p>The folder has the layout of a home. {@code SHA256SUMS}, written last, names every file with its hash, in the form that
 * {@code sha256sum -c} reads; a folder without it is no whole backup.
 */
record Backup(Path folder) {
    private static final String SUMS = "SHA256SUMS";
    private static final String STATE = "index/state.db";
    private static final String ARCHIVE = "index/archive/";

    /**
     * Makes a backup of a home, also while another process writes to it: the state as it is at one moment, and of the archive
     * what the state knows.
     *
     * @return the number of captures in it
     */
    static long make(Home home, Path target) {
        if (!Files.exists(home.state())) {
            throw new CommandFailure(
                    "there is nothing to back up in " + home.folder() + ": nothing was fetched into this home yet");
        }
        Backup backup = new Backup(target.toAbsolutePath().normalize());
        Map<String, String> sums = new TreeMap<>();
        try {
            backup.makeFolder();
            Path copy = backup.folder.resolve(STATE);
            Folders.makeFor(copy);
            try (StateStore state = StateStore.openReadOnly(home.state())) {
                state.copyTo(copy);
            }
            long captures;
            Map<String, Long> ends;
            try (StateStore state = StateStore.openReadOnly(copy)) {
                captures = state.captures().count();
                ends = state.captures().ends();
            }
            sums.put(STATE, sum(copy));
            for (Map.Entry<String, Long> end : ends.entrySet()) {
                Path from = home.archive().resolve(end.getKey());
                sums.put(ARCHIVE + end.getKey(), backup.copy(from, end.getValue(), ARCHIVE + end.getKey()));
            }
            backup.copyFolder(home.config(), "config/", sums);
            backup.copyFolder(home.outbox(), "index/outbox/", sums);
            backup.writeSums(sums);
            return captures;
        } catch (IOException e) {
            throw new CommandFailure(
                    "the backup in " + target + " is not whole: " + e + "; delete the folder and try again", e);
        }
    }

    /** Reads every file of the backup, and throws unless all are as they were written. */
    void verify() {
        sums().forEach((name, sum) -> {
            try {
                if (!Files.exists(folder.resolve(name))) {
                    throw new CommandFailure("the backup " + folder + " lacks " + name + "; use another backup");
                }
                if (!sum(folder.resolve(name)).equals(sum)) {
                    throw new CommandFailure(
                            "the backup " + folder + " is damaged: " + name + " has changed; use another backup");
                }
            } catch (IOException e) {
                throw new CommandFailure("cannot read " + name + " of the backup " + folder + ": " + e, e);
            }
        });
    }

    /**
     * Brings the backup into a home that has no data. Configuration files that are there already stay. The state comes last,
     * so that a restore that was cut off can be done again.
     */
    void restoreTo(Home home) {
        if (Files.exists(home.state())) {
            throw new CommandFailure(
                    home.index() + " has data already; choose another --home, or move that folder away");
        }
        verify();
        Map<String, String> sums = sums();
        Backup target = new Backup(home.folder());
        try {
            for (String name : sums.keySet()) {
                boolean kept =
                        name.startsWith("config/") && Files.exists(home.folder().resolve(name));
                if (!kept && !name.equals(STATE)) {
                    target.bring(name, this, sums);
                }
            }
            target.bring(STATE, this, sums);
        } catch (IOException e) {
            throw new CommandFailure("cannot restore " + folder + " to " + home.folder() + ": " + e, e);
        }
    }

    private void bring(String name, Backup from, Map<String, String> sums) throws IOException {
        Path there = folder.resolve(name);
        if (Files.exists(there) && !sum(there).equals(sums.get(name))) {
            throw new CommandFailure(there + " is there already and differs; choose another --home, or move it away");
        }
        if (!Files.exists(there)) {
            Path file = from.folder.resolve(name);
            Path part = there.resolveSibling(there.getFileName() + ".part");
            Files.deleteIfExists(part);
            String sum = copyAs(file, Files.size(file), part);
            if (!sum.equals(sums.get(name))) {
                throw new CommandFailure("the backup " + from.folder + " is damaged: " + name + " has changed");
            }
            Files.move(part, there, StandardCopyOption.ATOMIC_MOVE);
            Folders.forceFor(there);
        }
    }

    private void makeFolder() throws IOException {
        Folders.make(folder);
        try (Stream<Path> files = Files.list(folder)) {
            if (files.findAny().isPresent()) {
                throw new CommandFailure(folder + " is not empty; name a new folder for each backup");
            }
        }
    }

    private void copyFolder(Path from, String name, Map<String, String> sums) throws IOException {
        if (!Files.isDirectory(from)) {
            return;
        }
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String inside = name + from.relativize(file).toString().replace('\\', '/');
                sums.put(inside, copy(file, Files.size(file), inside));
            }
        }
    }

    private String copy(Path from, long length, String name) throws IOException {
        return copyAs(from, length, folder.resolve(name));
    }

    /** Copies the first bytes of a file, forces them to disk, and returns their hash. */
    private static String copyAs(Path from, long length, Path to) throws IOException {
        Folders.makeFor(to);
        MessageDigest digest = Sha256.digest();
        try (InputStream in = Files.newInputStream(from);
                FileChannel channel = FileChannel.open(to, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            OutputStream out = new DigestOutputStream(Channels.newOutputStream(channel), digest);
            byte[] block = new byte[1 << 16];
            for (long left = length; left > 0; ) {
                int read = in.read(block, 0, (int) Math.min(block.length, left));
                if (read < 0) {
                    throw new IOException(from + " has lost its last " + left + " bytes; `doctor` says what to do");
                }
                out.write(block, 0, read);
                left -= read;
            }
            channel.force(true);
        }
        Folders.forceFor(to);
        return HexFormat.of().formatHex(digest.digest());
    }

    private void writeSums(Map<String, String> sums) throws IOException {
        StringBuilder lines = new StringBuilder();
        sums.forEach((name, sum) -> lines.append(sum).append("  ").append(name).append('\n'));
        Path part = folder.resolve(SUMS + ".part");
        Files.writeString(part, lines);
        try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.move(part, folder.resolve(SUMS), StandardCopyOption.ATOMIC_MOVE);
        Folders.force(folder);
    }

    private Map<String, String> sums() {
        if (!Files.isDirectory(folder)) {
            throw new CommandFailure("there is no folder " + folder);
        }
        Path file = folder.resolve(SUMS);
        if (!Files.exists(file)) {
            throw new CommandFailure(folder + " is no whole backup: it has no " + SUMS);
        }
        try {
            Map<String, String> sums = new TreeMap<>();
            for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
                if (!line.matches("[0-9a-f]{64}  .+") || !isInside(line.substring(66))) {
                    throw new CommandFailure(file + " is damaged: " + line);
                }
                sums.put(line.substring(66), line.substring(0, 64));
            }
            if (!sums.containsKey(STATE)) {
                throw new CommandFailure(file + " is damaged: it does not name " + STATE);
            }
            return sums;
        } catch (IOException | UncheckedIOException e) {
            throw new CommandFailure("cannot read " + file + ": " + e, e);
        }
    }

    /** Whether a name leads to a file below the folder. */
    private boolean isInside(String name) {
        return folder.resolve(name).normalize().startsWith(folder);
    }

    private static String sum(Path file) throws IOException {
        MessageDigest digest = Sha256.digest();
        try (InputStream in = Files.newInputStream(file)) {
            in.transferTo(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
