package org.onrecord.archive;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.Message;
import org.netpreserve.jwarc.MessageBody;
import org.netpreserve.jwarc.WarcConversion;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResource;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcTargetRecord;
import org.onrecord.fetch.Page;

/**
 * The pages of a WARC file that somebody else wrote (ISO 28500; plain or gzip; a crawl's file, Common Crawl news).
 *
 * <p>Pages are responses with status 200, resources and conversions, of HTML or plain text, at web addresses. One record that
 * cannot be read is left out; a file that is damaged is read up to there. Never more than one page is in memory.
 */
public final class SavedWarc {
    /** Honest WARC files of text shrink to a fifth. */
    private static final int MOST_EXPANSION = 100;

    private static final long ALWAYS_ALLOWED = 100_000_000;
    private static final int MOST_TROUBLES = 100;
    private static final int LONGEST_REASON = 120; // jwarc quotes the bytes that it stumbled over
    private static final DateTimeFormatter HTTP_DATE =
            DateTimeFormatter.RFC_1123_DATE_TIME.withZone(ZoneOffset.UTC).withLocale(Locale.ROOT);

    private final Path file;
    private final int largestBody;
    private final Consumer<Page> pages;
    private final Consumer<String> troubles;

    private int records;
    private int troublesTold;
    private long expanded;

    /**
     * @param largestBody bytes that a page may have after its codings are undone; larger ones are left out
     * @param pages takes each page; what it throws ends the reading
     * @param troubles takes what could not be read, in words for people
     */
    public SavedWarc(Path file, int largestBody, Consumer<Page> pages, Consumer<String> troubles) {
        this.file = file;
        this.largestBody = largestBody;
        this.pages = pages;
        this.troubles = troubles;
    }

    /**
     * Reads the file.
     *
     * @param stopping asked before each record whether to end here
     * @return how many records were read
     */
    public int read(BooleanSupplier stopping) {
        try (WarcReader reader = new WarcReader(file)) {
            reader.setLenient(true);
            long allowed = ALWAYS_ALLOWED + MOST_EXPANSION * Files.size(file);
            Optional<WarcRecord> record = reader.next();
            while (record.isPresent() && !stopping.getAsBoolean()) {
                records++;
                take(record.get());
                if (expanded > allowed) {
                    throw new IOException("it expands to more than " + MOST_EXPANSION + " times its size");
                }
                record = reader.next();
            }
        } catch (IOException | IllegalArgumentException e) {
            troubles.accept(
                    "damaged after " + records + " records (" + said(e) + "); what comes after them is not read");
        }
        return records;
    }

    private void take(WarcRecord record) throws IOException {
        Page page;
        try {
            page = page(record);
        } catch (BadRecordException e) {
            if (troublesTold++ < MOST_TROUBLES) {
                troubles.accept("record " + records + ": " + e.getMessage());
            }
            return;
        }
        if (page != null) {
            pages.accept(page);
        }
    }

    /** The page in a record; null when it holds none that we want. */
    private @Nullable Page page(WarcRecord record) throws BadRecordException {
        if (!(record instanceof WarcTargetRecord target)) {
            return null;
        }
        try {
            if (record instanceof WarcResponse response) {
                return isHttp(response) ? page(response, response.http()) : null;
            }
            boolean wanted = record instanceof WarcResource || record instanceof WarcConversion;
            String type = contentType(record);
            return wanted && isText(type) ? page(target, type, record.body()) : null;
        } catch (IOException | IllegalArgumentException e) {
            throw new BadRecordException(said(e), e);
        }
    }

    private @Nullable Page page(WarcResponse response, HttpResponse http) throws IOException, BadRecordException {
        String type = contentType(http);
        return http.status() == 200 && isText(type) ? page(response, type, http.bodyDecoded()) : null;
    }

    private static boolean isHttp(WarcResponse response) {
        return contentType(response).startsWith("application/http");
    }

    private static String contentType(Message message) {
        return message.headers().first("Content-Type").orElse("");
    }

    private static boolean isText(String contentType) {
        String type = contentType.toLowerCase(Locale.ROOT);
        return type.isEmpty() || type.contains("html") || type.startsWith("text/plain");
    }

    private @Nullable Page page(WarcTargetRecord record, String contentType, MessageBody coded)
            throws IOException, BadRecordException {
        URI uri = address(record.target());
        if (uri == null) {
            return null;
        }
        byte[] body = limited(coded);
        Instant date = date(record);
        Map<String, List<String>> headers = new HashMap<>();
        if (!contentType.isEmpty()) {
            headers.put("Content-Type", List.of(contentType));
        }
        headers.put("Date", List.of(HTTP_DATE.format(date)));
        return new Page(uri, uri, 200, headers, body, date);
    }

    private byte[] limited(MessageBody coded) throws IOException, BadRecordException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        byte[] buffer = new byte[16 * 1024];
        InputStream in = coded.stream();
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            expanded += read;
            if (body.size() + read > largestBody) {
                throw new BadRecordException("a page of more than " + largestBody + " bytes", null);
            }
            body.write(buffer, 0, read);
        }
        return body.toByteArray();
    }

    /** Null for what is no web page, such as {@code dns:} records. Some writers put it in angle brackets. */
    private static @Nullable URI address(String target) throws BadRecordException {
        String raw = target.strip().replaceAll("^<|>$", "").replace(" ", "%20");
        if (!raw.regionMatches(true, 0, "http://", 0, 7) && !raw.regionMatches(true, 0, "https://", 0, 8)) {
            return null;
        }
        try {
            URI uri = new URI(raw);
            return uri.getRawAuthority() == null ? null : uri;
        } catch (URISyntaxException e) {
            throw new BadRecordException("its address cannot be one: " + e.getReason(), e);
        }
    }

    private static Instant date(WarcRecord record) throws BadRecordException {
        try {
            return record.date().truncatedTo(ChronoUnit.MILLIS);
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new BadRecordException("its WARC-Date cannot be read", e);
        }
    }

    private static String said(Exception e) {
        String message =
                String.valueOf(e.getMessage()).replaceAll("\\p{Cntrl}+", " ").strip();
        return message.length() <= LONGEST_REASON ? message : message.substring(0, LONGEST_REASON) + " …";
    }

    /** One record that is left out; the next ones can be read. */
    private static final class BadRecordException extends Exception {
        BadRecordException(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }
}
