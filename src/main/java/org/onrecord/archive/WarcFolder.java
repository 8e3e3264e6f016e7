package org.onrecord.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.onrecord.state.Folders;

/** The files of the archive: {@code onrecord-<utc time>-<sequence>.warc.gz}, in one folder. Other files are not touched. */
record WarcFolder(Path folder) {
    private static final Pattern NAME = Pattern.compile("onrecord-\\d{8}T\\d{6}Z-(\\d{5,9})\\.warc\\.gz");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    Path file(String name) {
        return folder.resolve(name);
    }

    /** The names of the files, oldest first. The sequence decides, because clocks may be set back. */
    List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> NAME.matcher(name).matches())
                    .sorted(Comparator.comparingInt(WarcFolder::sequence))
                    .toList();
        }
    }

    /** The name for a file that follows another. */
    static String nameAfter(Optional<String> newest, Instant now) {
        int sequence = newest.map(WarcFolder::sequence).orElse(0) + 1;
        return "onrecord-%s-%05d.warc.gz".formatted(TIME.format(now), sequence);
    }

    /** Forces the names of new and deleted files to disk. */
    void force() throws IOException {
        Folders.force(folder);
    }

    private static int sequence(String name) {
        Matcher matcher = NAME.matcher(name);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("not a file of the archive: " + name);
        }
        return Integer.parseInt(matcher.group(1));
    }
}
