package org.onrecord.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The memory of this process that is in the machine's memory (Linux only).
 *
 * @param residentKib what is there now, {@code VmRSS}
 * @param peakKib the most that ever was there, {@code VmHWM}
 */
public record Memory(long residentKib, long peakKib) {
    /** Asks the operating system; empty where it does not tell. */
    public static Optional<Memory> now() {
        return read(Path.of("/proc/self/status"));
    }

    static Optional<Memory> read(Path status) {
        try {
            String text = Files.readString(status);
            return Optional.of(new Memory(kib(text, "VmRSS"), kib(text, "VmHWM")));
        } catch (IOException | IllegalStateException e) {
            return Optional.empty();
        }
    }

    private static long kib(String status, String field) {
        Matcher line = Pattern.compile("^" + field + ":\\s+(\\d+) kB$", Pattern.MULTILINE)
                .matcher(status);
        if (!line.find()) {
            throw new IllegalStateException("no " + field);
        }
        return Long.parseLong(line.group(1));
    }
}
