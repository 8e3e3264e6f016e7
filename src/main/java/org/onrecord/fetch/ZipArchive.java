package org.onrecord.fetch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The pages, texts and mails in a ZIP file, with addresses such as {@code file:///data/a.zip!/2024/page.html}.
 *
 * <p>Nothing is unpacked onto the disk. The whole file is looked through before its first page is handed on, and refused as
 * a whole when it is a bomb or when a name in it would lead out of it.
 */
public final class ZipArchive {
    private static final int MOST_ENTRIES = 10_000;
    private static final long LARGEST_CONTENT = 1_000_000_000;

    /** Text shrinks to a tenth, or to a hundredth if it repeats itself; what shrinks more is a bomb, unless it is small. */
    private static final int MOST_EXPANSION = 100;

    private static final long SMALL_CONTENT = 1_000_000;

    private final Path file;
    private final int mostPerPage;
    private final Clock clock;

    /** @param mostPerPage bytes of a page; larger ones are refused */
    public ZipArchive(Path file, int mostPerPage, Clock clock) {
        this.file = file;
        this.mostPerPage = mostPerPage;
        this.clock = clock;
    }

    /**
     * Hands on page by page.
     *
     * @throws IOException if it is damaged or refused; the message says why. Nothing was handed on then, unless the file
     *     changed meanwhile
     */
    public void read(Consumer<Page> pages) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            List<? extends ZipEntry> entries = Collections.list(zip.entries());
            check(zip, entries);
            for (ZipEntry entry : entries) {
                if (isWanted(entry)) {
                    ByteArrayOutputStream body = new ByteArrayOutputStream();
                    expand(zip, entry, body, mostPerPage);
                    pages.accept(page(entry, body.toByteArray()));
                }
            }
        } catch (IllegalArgumentException e) { // names in no known encoding
            throw new IOException("a damaged ZIP file: " + Quoted.plain(String.valueOf(e.getMessage())), e);
        }
    }

    private void check(ZipFile zip, List<? extends ZipEntry> entries) throws IOException {
        if (entries.size() > MOST_ENTRIES) {
            throw new IOException("a ZIP file of more than " + MOST_ENTRIES + " files");
        }
        long left = Math.min(LARGEST_CONTENT, Math.max(SMALL_CONTENT, Files.size(file) * MOST_EXPANSION));
        for (ZipEntry entry : entries) {
            if (leadsOut(entry.getName())) {
                throw new IOException("a ZIP file with a name that leads out of it: " + Quoted.of(entry.getName()));
            }
            int most = Math.toIntExact(Math.min(left, isWanted(entry) ? mostPerPage : Integer.MAX_VALUE - 1));
            left -= expand(zip, entry, OutputStream.nullOutputStream(), most);
        }
    }

    /** How many bytes it has. */
    private static long expand(ZipFile zip, ZipEntry entry, OutputStream out, int most) throws IOException {
        Counting counted = new Counting(out);
        try (InputStream in = zip.getInputStream(entry)) {
            if (!Limited.copy(in, counted, most)) {
                throw new IOException("a ZIP file that expands too much, at " + Quoted.of(entry.getName()));
            }
        }
        return counted.bytes;
    }

    private static boolean leadsOut(String name) {
        String path = name.replace('\\', '/');
        return path.startsWith("/")
                || path.matches("[A-Za-z]:.*")
                || List.of(path.split("/", -1)).contains("..");
    }

    /** ZIP files in a ZIP file are left alone. */
    private static boolean isWanted(ZipEntry entry) {
        String name = entry.getName().toLowerCase(Locale.ROOT);
        return !entry.isDirectory() && name.matches("(?s).*\\.(?:html?|xhtml|txt|eml|html\\.gz)");
    }

    private Page page(ZipEntry entry, byte[] body) throws IOException {
        URI uri = address(entry.getName());
        Map<String, List<String>> headers = Map.of("Content-Type", List.of(FolderFetcher.contentType(entry.getName())));
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return new Page(uri, uri, 200, headers, body, now);
    }

    private URI address(String name) throws IOException {
        try {
            return URI.create(new URI("file", "", file.toUri().getPath() + "!/" + name, null).toASCIIString());
        } catch (URISyntaxException e) {
            throw new IOException("a ZIP file with a name that cannot be an address: " + Quoted.of(name), e);
        }
    }

    private static final class Counting extends OutputStream {
        private final OutputStream out;
        private long bytes;

        private Counting(OutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int b) throws IOException {
            bytes++;
            out.write(b);
        }

        @Override
        public void write(byte[] buffer, int from, int length) throws IOException {
            bytes += length;
            out.write(buffer, from, length);
        }
    }
}
