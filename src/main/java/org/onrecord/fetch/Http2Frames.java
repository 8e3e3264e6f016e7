package org.onrecord.fetch;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.http2.H2ConnectionException;
import org.apache.hc.core5.http2.H2CorruptFrameException;
import org.apache.hc.core5.http2.config.H2Param;
import org.apache.hc.core5.http2.config.H2Setting;
import org.apache.hc.core5.http2.frame.DefaultFrameFactory;
import org.apache.hc.core5.http2.frame.FrameFactory;
import org.apache.hc.core5.http2.frame.FrameFlag;
import org.apache.hc.core5.http2.frame.FrameType;
import org.apache.hc.core5.http2.frame.RawFrame;
import org.apache.hc.core5.http2.impl.io.FrameInputBuffer;
import org.apache.hc.core5.http2.impl.io.FrameOutputBuffer;

/**
 * The frames of an HTTP/2 connection with a single stream (RFC 9113, 4 to 6), read and written by one thread. Answers
 * what concerns the connection itself, keeps count of how much the server takes, and ends floods.
 *
 * <p>One frame is held at a time, and what must be written is written before the next is read: a server that sends
 * and does not read stops us, and the time of the request ends it.
 */
final class Http2Frames {
    /** The only stream; the first that a client may open. */
    static final int STREAM = 1;

    /** Bytes of a frame: the least that everybody must take, and the most that we send and take. */
    static final int LARGEST = 16 * 1024;

    /** Bytes of the body that may be under way; enough for 10 MB/s over a tenth of a second. */
    static final int WINDOW = 1 << 20;

    /** Frames that bring nothing of the answer; a real connection has less than ten. */
    private static final int MOST_EMPTY = 1000;

    private static final byte[] PREFACE = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    private static final int FIRST_WINDOW = 65_535;
    private static final FrameFactory MAKE = DefaultFrameFactory.INSTANCE;

    private final InputStream in;
    private final OutputStream out;
    private final FrameInputBuffer reading = new FrameInputBuffer(LARGEST);
    private final FrameOutputBuffer writing = new FrameOutputBuffer(LARGEST);
    private int empty;
    private boolean greeted;
    private int firstWindow = FIRST_WINDOW;
    private long connectionWindow = FIRST_WINDOW;
    private long streamWindow = FIRST_WINDOW;

    Http2Frames(InputStream in, OutputStream out) {
        this.in = in;
        this.out = new BufferedOutputStream(out, LARGEST);
    }

    /** Says how we speak; goes out with what is written next. */
    void greet(int maxHeaders) throws IOException {
        out.write(PREFACE);
        add(MAKE.createSettings(
                new H2Setting(H2Param.ENABLE_PUSH, 0),
                new H2Setting(H2Param.INITIAL_WINDOW_SIZE, WINDOW),
                new H2Setting(H2Param.MAX_HEADER_LIST_SIZE, maxHeaders)));
        add(MAKE.createWindowUpdate(0, WINDOW - FIRST_WINDOW));
    }

    /** Sends the block of headers that opens the stream. */
    void headers(ByteBuffer block, boolean last) throws IOException {
        int limit = block.limit();
        block.limit(Math.min(limit, LARGEST));
        add(MAKE.createHeaders(STREAM, block.slice(), limit <= LARGEST, last));
        while (block.limit() < limit) {
            block.position(block.limit()).limit(Math.min(limit, block.limit() + LARGEST));
            add(MAKE.createContinuation(STREAM, block.slice(), block.limit() == limit));
        }
        out.flush();
    }

    /** Bytes of a body that the server takes now; not positive when it must be waited for. */
    long room() {
        return Math.min(connectionWindow, streamWindow);
    }

    /** Sends a part of a body, for which there must be {@link #room}. */
    void data(ByteBuffer part, boolean last) throws IOException {
        connectionWindow -= part.remaining();
        streamWindow -= part.remaining();
        add(MAKE.createData(STREAM, part, last));
        out.flush();
    }

    /** Lets the server send so many bytes more of the body. */
    void grant(int bytes) throws IOException {
        add(MAKE.createWindowUpdate(0, bytes));
        add(MAKE.createWindowUpdate(STREAM, bytes));
        out.flush();
    }

    /**
     * Waits for a frame. What it says of the connection is done when it is returned; its content is good until the next
     * call.
     *
     * @throws NotTakenException if what comes is not HTTP/2 at all
     * @throws NoHttpResponseException if nothing comes any more
     */
    RawFrame next() throws IOException {
        RawFrame frame = read();
        if (!greeted && (!frame.isType(FrameType.SETTINGS) || frame.isFlagSet(FrameFlag.ACK))) {
            throw broken("it does not begin with its settings");
        }
        greeted = true;
        boolean useful = frame.isType(FrameType.DATA) && content(frame).remaining() * 2 > frame.getLength();
        if (!useful && ++empty > MOST_EMPTY) {
            throw broken("more than " + MOST_EMPTY + " frames that bring nothing");
        }
        FrameType type = FrameType.valueOf(frame.getType());
        if (type != null) {
            switch (type) {
                case SETTINGS -> settings(frame);
                case PING -> ping(frame);
                case WINDOW_UPDATE -> windowUpdate(frame);
                case PUSH_PROMISE -> throw broken("it pushes what nobody asked for");
                case DATA, HEADERS, CONTINUATION, RST_STREAM -> {
                    if (frame.getStreamId() != STREAM) {
                        throw broken("it answers requests that nobody made");
                    }
                }
                case GOAWAY, PRIORITY, PRIORITY_UPDATE -> {} // for the exchange to see, or for nobody
            }
        }
        return frame;
    }

    /** What is in a frame, without padding. */
    static ByteBuffer content(RawFrame frame) {
        boolean mayBePadded = frame.isType(FrameType.DATA) || frame.isType(FrameType.HEADERS);
        ByteBuffer content = mayBePadded ? frame.getPayloadContent() : frame.getPayload();
        return content == null ? ByteBuffer.allocate(0) : content.duplicate();
    }

    static IOException broken(String how) {
        return new IOException("the server does not keep to HTTP/2: " + how);
    }

    static void length(RawFrame frame, boolean fits) throws IOException {
        if (!fits) {
            throw broken("a frame of " + frame.getLength() + " bytes of type " + frame.getType());
        }
    }

    private RawFrame read() throws IOException {
        try {
            return reading.read(in);
        } catch (ConnectionClosedException | H2CorruptFrameException e) {
            NoHttpResponseException ended = new NoHttpResponseException("the server hung up");
            ended.initCause(e);
            throw ended;
        } catch (H2ConnectionException e) {
            if (!greeted) {
                throw new NotTakenException("the server agreed to HTTP/2 and speaks something else");
            }
            throw broken(String.valueOf(e.getMessage()));
        }
    }

    private void settings(RawFrame frame) throws IOException {
        boolean answer = frame.isFlagSet(FrameFlag.ACK);
        length(frame, answer ? frame.getLength() == 0 : frame.getLength() % 6 == 0);
        if (answer) {
            return;
        }
        ByteBuffer content = content(frame);
        while (content.hasRemaining()) {
            int name = content.getShort();
            int value = content.getInt();
            if (name == H2Param.INITIAL_WINDOW_SIZE.getCode()) {
                if (value < 0) {
                    throw broken("a window that is too large");
                }
                streamWindow = within(streamWindow - firstWindow + value);
                firstWindow = value;
            }
        }
        add(MAKE.createSettingsAck());
        out.flush();
    }

    private void ping(RawFrame frame) throws IOException {
        length(frame, frame.getLength() == 8);
        if (!frame.isFlagSet(FrameFlag.ACK)) {
            add(MAKE.createPingAck(content(frame)));
            out.flush();
        }
    }

    private void windowUpdate(RawFrame frame) throws IOException {
        length(frame, frame.getLength() == 4);
        int more = content(frame).getInt() & Integer.MAX_VALUE;
        if (more == 0) {
            throw broken("a window that grows by nothing");
        }
        if (frame.getStreamId() == 0) {
            connectionWindow = within(connectionWindow + more);
        } else if (frame.getStreamId() == STREAM) {
            streamWindow = within(streamWindow + more);
        }
    }

    private static long within(long window) throws IOException {
        if (window > Integer.MAX_VALUE) {
            throw broken("a window that is too large");
        }
        return window;
    }

    private void add(RawFrame frame) throws IOException {
        writing.write(frame, out);
    }
}
