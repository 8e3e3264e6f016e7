package org.onrecord.archive;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.onrecord.fetch.Page;

/**
 * A page as the bytes of an HTTP response (RFC 9112), the block of a WARC response record.
 *
 * <p>The body is written as it is, with all codings undone, so headers that speak of another form of the body are left
 * out: Transfer-Encoding, Content-Encoding, and Content-Length unless it fits. Names that are no HTTP token cannot be
 * written and are left out too; line breaks in values become spaces. Header text is ISO 8859-1, as on the wire.
 *
 * @param status the HTTP status
 * @param headers values by name, any case
 * @param body the decoded body
 */
@SuppressWarnings("ArrayRecordComponent") // lives for the length of a method call
record HttpBlock(int status, Map<String, List<String>> headers, byte[] body) {
    private static final Pattern STATUS_LINE = Pattern.compile("HTTP/1\\.1 (\\d{3}) .*");
    private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
    private static final Pattern LINE_BREAK = Pattern.compile("[\\r\\n\\x00]");

    static byte[] bytes(Page page) {
        StringBuilder head = new StringBuilder("HTTP/1.1 " + page.status() + " \r\n");
        page.headers().forEach((name, values) -> {
            for (String value : values) {
                if (TOKEN.matcher(name).matches() && describesBody(name, value, page.body().length)) {
                    String line = LINE_BREAK.matcher(value).replaceAll(" ");
                    head.append(name).append(": ").append(line).append("\r\n");
                }
            }
        });
        head.append("\r\n");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(head.length() + page.body().length);
        bytes.writeBytes(head.toString().getBytes(StandardCharsets.ISO_8859_1));
        bytes.writeBytes(page.body());
        return bytes.toByteArray();
    }

    static HttpBlock parse(byte[] block) {
        int bodyStart = bodyStart(block);
        String[] lines = new String(block, 0, bodyStart, StandardCharsets.ISO_8859_1).split("\r\n");
        Matcher statusLine = STATUS_LINE.matcher(lines[0]);
        if (!statusLine.matches()) {
            throw new ArchiveException("not an HTTP status line: " + lines[0]);
        }
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String line : Arrays.asList(lines).subList(1, lines.length)) {
            int colon = line.indexOf(": ");
            if (colon <= 0) {
                throw new ArchiveException("not an HTTP header: " + line);
            }
            headers.computeIfAbsent(line.substring(0, colon), name -> new ArrayList<>())
                    .add(line.substring(colon + 2));
        }
        return new HttpBlock(
                Integer.parseInt(statusLine.group(1)), headers, Arrays.copyOfRange(block, bodyStart, block.length));
    }

    private static boolean describesBody(String name, String value, int length) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "transfer-encoding", "content-encoding" -> false;
            case "content-length" -> value.equals(String.valueOf(length));
            default -> true;
        };
    }

    private static int bodyStart(byte[] block) {
        for (int i = 3; i < block.length; i++) {
            if (block[i] == '\n' && block[i - 1] == '\r' && block[i - 2] == '\n' && block[i - 3] == '\r') {
                return i + 1;
            }
        }
        throw new ArchiveException("an HTTP response without an end of its headers");
    }
}
