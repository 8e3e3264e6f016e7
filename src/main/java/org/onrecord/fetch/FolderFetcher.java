package org.onrecord.fetch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.onrecord.fetch.FetchOutcome.Failed;
import org.onrecord.fetch.FetchOutcome.Fetched;
import org.onrecord.fetch.FetchOutcome.NotModified;
import org.onrecord.fetch.FetchOutcome.Outlook;
import org.onrecord.fetch.FetchOutcome.Refused;

/**
 * Reads the files of one folder of this machine as pages with {@code file:} addresses. Symbolic links are not followed,
 * so nothing outside of the folder is read. Safe for use by many threads.
 */
public final class FolderFetcher implements Fetcher {
    private static final DateTimeFormatter HTTP_DATE = DateTimeFormatter.RFC_1123_DATE_TIME.withZone(ZoneOffset.UTC);

    private final Path folder;
    private final PathMatcher wanted;
    private final int maxBody;
    private final Clock clock;

    /**
     * @param glob which files count, as in {@link java.nio.file.FileSystem#getPathMatcher}, relative to the folder
     * @param settings of which the limit of the expanded body counts
     */
    public FolderFetcher(Path folder, String glob, FetchSettings settings, Clock clock) {
        this.folder = folder.toAbsolutePath().normalize();
        this.wanted = folder.getFileSystem().getPathMatcher("glob:" + glob);
        this.maxBody = settings.maxExpandedBody();
        this.clock = clock;
    }

    /**
     * The addresses of the files that count, in the order of their names.
     *
     * @throws FetchException if the folder, or one inside it, cannot be read
     */
    public List<URI> list() {
        List<Path> files = new ArrayList<>();
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                    if (attributes.isRegularFile() && wanted.matches(folder.relativize(file))) {
                        files.add(file);
                    }
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new FetchException("cannot read the folder " + folder + ": " + e, e);
        }
        return files.stream().sorted().map(Path::toUri).toList();
    }

    /**
     * Names, sizes and times of files in one short text, which changes when one of them does.
     *
     * @throws FetchException if one cannot be looked at
     */
    public String state(List<URI> files) {
        StringBuilder all = new StringBuilder();
        for (URI file : files) {
            try {
                Path path = Path.of(file);
                all.append(file).append(' ').append(Files.size(path)).append(' ');
                all.append(Files.getLastModifiedTime(path).toMillis()).append('\n');
            } catch (IOException e) {
                throw new FetchException("cannot look at " + file + ": " + e, e);
            }
        }
        return files.size() + "-" + UUID.nameUUIDFromBytes(all.toString().getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public FetchOutcome fetch(FetchRequest request) {
        if (!"file".equals(request.uri().getScheme()) || request.uri().getPath() == null) {
            return new Refused("not a file address: " + Quoted.of(request.uri().toString()));
        }
        Path file = Path.of(request.uri().getPath()).normalize();
        if (!file.startsWith(folder) || !wanted.matches(folder.relativize(file))) {
            return new Refused(file + " is not one of the files of " + folder);
        }
        try {
            return read(file, request);
        } catch (NoSuchFileException e) {
            return new Failed("there is no file " + file, Outlook.MISSING, null);
        } catch (IOException e) {
            return new Failed("cannot read " + file + ": " + Quoted.plain(e.toString()), Outlook.PASSING, null);
        }
    }

    @Override
    public void close() {}

    private FetchOutcome read(Path file, FetchRequest request) throws IOException {
        Path real = file.toRealPath(LinkOption.NOFOLLOW_LINKS);
        BasicFileAttributes attributes =
                Files.readAttributes(real, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
        if (!attributes.isRegularFile() || !file.toRealPath().startsWith(folder.toRealPath())) {
            return new Refused(file + " is a link or no file");
        }
        FileTime modified = attributes.lastModifiedTime();
        String etag = "\"" + modified.toMillis() + "-" + attributes.size() + "\"";
        if (etag.equals(request.etag())) {
            return new NotModified();
        }
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        try (InputStream in = Files.newInputStream(real, LinkOption.NOFOLLOW_LINKS)) {
            if (!Limited.copy(in, body, maxBody)) {
                return new Failed("a file of more than " + maxBody + " bytes", Outlook.FINAL, null);
            }
        }
        Map<String, List<String>> headers = Map.of(
                "Content-Type", List.of(contentType(file.toString())),
                "Last-Modified", List.of(HTTP_DATE.format(modified.toInstant().truncatedTo(ChronoUnit.SECONDS))),
                "ETag", List.of(etag));
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return new Fetched(new Page(request.uri(), request.uri(), 200, headers, body.toByteArray(), now));
    }

    static String contentType(String file) {
        String name = file.toLowerCase(Locale.ROOT);
        return switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "html", "htm" -> "text/html";
            case "xhtml" -> "application/xhtml+xml";
            case "txt", "md" -> "text/plain";
            case "xml", "rss", "atom" -> "application/xml";
            case "json" -> "application/json";
            case "eml" -> "message/rfc822";
            case "gz" -> "application/gzip";
            default -> "application/octet-stream";
        };
    }
}
