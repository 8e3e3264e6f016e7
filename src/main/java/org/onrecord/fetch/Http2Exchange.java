package org.onrecord.fetch;

import static org.onrecord.fetch.Http2Frames.STREAM;
import static org.onrecord.fetch.Http2Frames.broken;
import static org.onrecord.fetch.Http2Frames.content;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.http2.H2Error;
import org.apache.hc.core5.http2.frame.FrameFlag;
import org.apache.hc.core5.http2.frame.FrameType;
import org.apache.hc.core5.http2.frame.RawFrame;
import org.apache.hc.core5.http2.hpack.HPackEncoder;
import org.apache.hc.core5.util.ByteArrayBuffer;
import org.jspecify.annotations.Nullable;

/**
 * One request and its answer over HTTP/2, on a connection that serves no other. For one thread, which reads when
 * something is waited for; nothing happens in between.
 */
final class Http2Exchange {
    private final Http2Frames frames;
    private final int maxHeaders;
    private final Http2Headers headers;

    private boolean lastBlock;
    private @Nullable HttpResponse head;
    private long announced = -1;
    private long came;
    private ByteBuffer data = ByteBuffer.allocate(0);
    private int consumed;
    private boolean ended;
    private String farewell = "";

    /**
     * @param maxHeaders bytes of all headers of the answer, as they are sent and when they are expanded
     * @param mostHeaders how many there may be
     */
    Http2Exchange(InputStream in, OutputStream out, int maxHeaders, int mostHeaders) {
        this.frames = new Http2Frames(in, out);
        this.maxHeaders = maxHeaders;
        this.headers = new Http2Headers(maxHeaders, mostHeaders);
    }

    /**
     * Sends the head of the request.
     *
     * @param fields in lower case, those that begin with a colon first
     * @param last whether no body follows
     */
    void ask(List<Header> fields, boolean last) throws IOException, HttpException {
        frames.greet(maxHeaders);
        ByteArrayBuffer packed = new ByteArrayBuffer(1024);
        HPackEncoder encoder = new HPackEncoder(0, StandardCharsets.ISO_8859_1);
        for (Header field : fields) {
            encoder.encodeHeader(packed, field);
        }
        frames.headers(ByteBuffer.wrap(packed.array(), 0, packed.length()), last);
    }

    /** Sends the body of the request, as fast as the server takes it; the rest is spared if the answer comes before. */
    void send(byte[] body) throws IOException {
        int sent = 0;
        do {
            int part = (int) Math.min(Math.min(body.length - sent, Http2Frames.LARGEST), frames.room());
            if (part > 0 || body.length == 0) {
                frames.data(ByteBuffer.wrap(body, sent, part), sent + part == body.length);
                sent += part;
            } else {
                step();
            }
        } while (sent < body.length && head == null);
    }

    /**
     * Waits for the head of the answer.
     *
     * @throws NotTakenException if the server has not taken the request
     */
    HttpResponse head() throws IOException {
        while (head == null) {
            step();
        }
        return head;
    }

    /** The body of the answer, once its head is there. */
    InputStream body() {
        return new InputStream() {
            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 255;
            }

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                while (!data.hasRemaining()) {
                    if (ended) {
                        return -1;
                    }
                    step();
                }
                int part = Math.min(length, data.remaining());
                data.get(bytes, offset, part);
                return part;
            }
        };
    }

    private void step() throws IOException {
        RawFrame frame = next();
        if (headers.isOpen() && !frame.isType(FrameType.CONTINUATION)) {
            throw broken("something else between the headers");
        }
        FrameType type = FrameType.valueOf(frame.getType());
        if (type == null) {
            return; // unknown, which is to be ignored
        }
        switch (type) {
            case HEADERS -> {
                headers.begin();
                lastBlock = frame.isFlagSet(FrameFlag.END_STREAM);
                ByteBuffer content = content(frame);
                if (frame.isFlagSet(FrameFlag.PRIORITY)) {
                    Http2Frames.length(frame, content.remaining() >= 5);
                    content.position(content.position() + 5);
                }
                headers(frame, content);
            }
            case CONTINUATION -> headers(frame, content(frame));
            case DATA -> data(frame);
            case RST_STREAM -> {
                Http2Frames.length(frame, frame.getLength() == 4);
                throw brokenOff(content(frame).getInt());
            }
            case GOAWAY -> goAway(frame);
            case SETTINGS, PING, WINDOW_UPDATE, PUSH_PROMISE, PRIORITY, PRIORITY_UPDATE -> {} // of the connection
        }
    }

    private RawFrame next() throws IOException {
        try {
            return frames.next();
        } catch (NoHttpResponseException e) {
            if (head == null && farewell.isEmpty()) {
                throw e;
            }
            throw new IOException("the server hung up in the middle of its answer" + farewell, e);
        }
    }

    private void headers(RawFrame frame, ByteBuffer part) throws IOException {
        headers.add(part);
        if (!frame.isFlagSet(FrameFlag.END_HEADERS)) {
            return;
        }
        List<Header> fields = headers.end();
        if (head != null) { // trailers, which say nothing that we use
            if (!lastBlock) {
                throw broken("headers in the middle of the body");
            }
            end();
            return;
        }
        HttpResponse response = Http2Headers.head(fields);
        if (response.getCode() >= 200) {
            head = response;
            announced = announced(response);
            if (lastBlock) {
                end();
            }
        } else if (lastBlock) {
            throw broken("an answer that ends before it begins");
        }
    }

    private void data(RawFrame frame) throws IOException {
        if (head == null) {
            throw broken("a body before its headers");
        }
        if (consumed >= Http2Frames.WINDOW / 2) {
            frames.grant(consumed);
            consumed = 0;
        }
        consumed += frame.getLength();
        data = content(frame);
        came += data.remaining();
        if (announced >= 0 && came > announced) {
            throw new IOException("a body of more bytes than the " + announced + " announced");
        }
        if (frame.isFlagSet(FrameFlag.END_STREAM)) {
            end();
        }
    }

    private void end() throws IOException {
        boolean bodiless = head != null && (head.getCode() == 204 || head.getCode() == 304);
        if (announced >= 0 && came != announced && !bodiless) {
            throw new IOException("a body of " + came + " bytes instead of the " + announced + " announced");
        }
        ended = true;
    }

    private void goAway(RawFrame frame) throws IOException {
        Http2Frames.length(frame, frame.getLength() >= 8);
        ByteBuffer content = content(frame);
        int last = content.getInt() & Integer.MAX_VALUE;
        int code = content.getInt();
        if (last < STREAM && head == null) {
            throw new NotTakenException("the server takes no request over HTTP/2 (" + name(code) + ")");
        }
        if (code != H2Error.NO_ERROR.getCode()) {
            farewell = " (" + name(code) + ")";
        }
    }

    private IOException brokenOff(int code) {
        boolean notTaken = code == H2Error.REFUSED_STREAM.getCode() || code == H2Error.HTTP_1_1_REQUIRED.getCode();
        return notTaken && head == null
                ? new NotTakenException("the server takes no request over HTTP/2 (" + name(code) + ")")
                : new IOException("the server broke its answer off (" + name(code) + ")");
    }

    private static String name(int code) {
        H2Error known = H2Error.getByCode(code);
        return known == null ? "error " + code : known.name();
    }

    /** The length that the headers give the body; -1 for none. */
    private static long announced(HttpResponse response) throws IOException {
        long length = -1;
        for (Header header : response.getHeaders("Content-Length")) {
            String value = String.valueOf(header.getValue());
            boolean readable = value.matches("[0-9]{1,18}");
            if (!readable || (length >= 0 && length != Long.parseLong(value))) {
                throw new IOException("a Content-Length that cannot be meant");
            }
            length = Long.parseLong(value);
        }
        return length;
    }
}
