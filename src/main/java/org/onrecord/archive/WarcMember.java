package org.onrecord.archive;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.MessageVersion;
import org.netpreserve.jwarc.WarcCompression;
import org.netpreserve.jwarc.WarcDigest;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcWriter;
import org.netpreserve.jwarc.Warcinfo;
import org.onrecord.article.SourceId;
import org.onrecord.fetch.Page;
import org.onrecord.hash.Sha256;

/** One WARC 1.1 record (ISO 28500) as one gzip member: written to bytes, and read back from its place in a file. */
final class WarcMember {
    private WarcMember() {}

    /** The record that every file begins with. */
    static byte[] warcinfo(String file, Instant now) {
        return bytes(new Warcinfo.Builder()
                .version(MessageVersion.WARC_1_1)
                .recordId(UUID.randomUUID())
                .date(now)
                .filename(file)
                .fields(Map.of(
                        "software", List.of("OnRecord"),
                        "format", List.of("WARC File Format 1.1"),
                        "description", List.of("HTTP content codings and transfer codings are undone")))
                .build());
    }

    /** The record of a page. The asked address and the source stand in fields of our own, so that rows can be rebuilt. */
    static byte[] response(Page page, SourceId source, byte[] payloadSha256) {
        byte[] block = HttpBlock.bytes(page);
        return bytes(new WarcResponse.Builder(page.uri().toASCIIString())
                .version(MessageVersion.WARC_1_1)
                .recordId(UUID.randomUUID())
                .date(page.fetchedAt())
                .payloadDigest(new WarcDigest("sha256", payloadSha256))
                .blockDigest(new WarcDigest("sha256", Sha256.of(block)))
                .addHeader("OnRecord-Requested-URI", page.requested().toASCIIString())
                .addHeader("OnRecord-Source", source.value())
                .body(MediaType.HTTP_RESPONSE, block)
                .build());
    }

    /** The HTTP response in the record at a place of a file. */
    static HttpBlock read(Path file, long offset) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            channel.position(offset);
            WarcRecord record = new WarcReader(channel)
                    .next()
                    .orElseThrow(() -> new ArchiveException("no record at " + offset + " of " + file));
            return HttpBlock.parse(record.body().stream().readAllBytes());
        }
    }

    private static byte[] bytes(WarcRecord record) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (WarcWriter writer = new WarcWriter(Channels.newChannel(bytes), WarcCompression.GZIP)) {
            writer.write(record);
        } catch (IOException e) {
            throw new UncheckedIOException(e); // memory does not fail to be written
        }
        return bytes.toByteArray();
    }
}
