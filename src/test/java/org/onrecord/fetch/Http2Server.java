package org.onrecord.fetch;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.message.BasicHeader;
import org.apache.hc.core5.http2.frame.FrameFlag;
import org.apache.hc.core5.http2.frame.FrameType;
import org.apache.hc.core5.http2.frame.RawFrame;
import org.apache.hc.core5.http2.hpack.HPackDecoder;
import org.apache.hc.core5.http2.hpack.HPackEncoder;
import org.apache.hc.core5.http2.impl.io.FrameInputBuffer;
import org.apache.hc.core5.util.ByteArrayBuffer;

/**
 * A web server on loopback that speaks TLS, and answers in frames of HTTP/2 as a test wants them, one request to a
 * connection. To a client that does not take HTTP/2, it says so in HTTP/1.1.
 */
final class Http2Server implements AutoCloseable {
    static final byte[] SETTINGS = frame(FrameType.SETTINGS, 0, 0);

    private final SSLServerSocket listening;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Request> requests = new CopyOnWriteArrayList<>();
    private final String[] versions;
    private final byte[] greeting;
    private final Reply reply;

    /**
     * What was asked.
     *
     * @param version as the handshake names it; empty where none was agreed upon
     * @param head pseudo-headers and headers, a line for each
     */
    record Request(String version, String head, String body) {}

    /** Writes an answer, in its own time. */
    interface Reply {
        void play(Wire wire, Request request) throws Exception;
    }

    Http2Server(SSLContext certificate, Reply reply) throws IOException {
        this(certificate, SETTINGS, reply, "h2", "http/1.1");
    }

    /**
     * @param greeting what is sent before anything is read over HTTP/2
     * @param versions what is agreed to, best first
     */
    Http2Server(SSLContext certificate, byte[] greeting, Reply reply, String... versions) throws IOException {
        this.listening = (SSLServerSocket)
                certificate.getServerSocketFactory().createServerSocket(0, 100, InetAddress.getLoopbackAddress());
        this.greeting = greeting;
        this.reply = reply;
        this.versions = versions;
        threads.execute(this::listen);
    }

    /** An answer with status 200 and a body. */
    static Reply page(String body, String... headers) {
        return page(body.getBytes(UTF_8), headers);
    }

    static Reply page(byte[] body, String... headers) {
        return (wire, request) -> {
            wire.headers(false, 200, headers);
            wire.data(true, body);
        };
    }

    int port() {
        return listening.getLocalPort();
    }

    WebAddress address(String path) throws RefusedException {
        return WebAddress.parse("https://localhost:" + port() + path);
    }

    /** What this server answers to a request that is sent as a page is asked for, without asking for robots.txt. */
    Answer get(String path, FetchSettings settings, SSLContext trusted)
            throws IOException, TimeoutException, InterruptedException {
        try (HttpWire wire = wire(settings, trusted)) {
            return wire.get(address(path), Map.of(), settings.maxBody(), settings.totalTimeout());
        }
    }

    HttpWire wire(FetchSettings settings, SSLContext trusted) {
        GuardedNames names = new GuardedNames(
                host -> List.of(InetAddress.getLoopbackAddress()), new AddressGuard(settings.allowed()));
        return new HttpWire(settings, names, null, trusted);
    }

    List<Request> requests() {
        return requests;
    }

    @Override
    public void close() throws IOException {
        listening.close();
        threads.shutdownNow();
    }

    /** Frames, written as they are asked for and flushed by and by. */
    static final class Wire {
        private final Socket socket;
        private final InputStream in;
        private final OutputStream out;
        private final FrameInputBuffer frames = new FrameInputBuffer(16_384);

        private Wire(Socket socket) throws IOException {
            this.socket = socket;
            this.in = socket.getInputStream();
            this.out = new BufferedOutputStream(socket.getOutputStream(), 16_384);
        }

        void write(byte[]... parts) throws IOException {
            for (byte[] part : parts) {
                out.write(part);
            }
        }

        void flush() throws IOException {
            out.flush();
        }

        /**
         * @param headers name, value, name, value
         */
        void headers(boolean last, int status, String... headers) throws IOException {
            write(frame(FrameType.HEADERS, 1, last ? 5 : 4, block(status, headers)));
        }

        /** The whole of a body, in frames of the usual size and heeding no window. */
        void data(boolean last, byte[] body) throws IOException {
            for (int at = 0; at == 0 || at < body.length; at += 16_384) {
                byte[] part = java.util.Arrays.copyOfRange(body, at, Math.min(body.length, at + 16_384));
                write(frame(FrameType.DATA, 1, last && at + part.length == body.length ? 1 : 0, part));
            }
            flush();
        }

        RawFrame read() throws IOException {
            return frames.read(in);
        }

        /** Ends the connection in the middle. */
        void hangUp() throws IOException {
            flush();
            socket.close();
        }
    }

    static byte[] frame(FrameType type, int stream, int flags, byte... payload) {
        return ByteBuffer.allocate(9 + payload.length)
                .put((byte) (payload.length >> 16))
                .putShort((short) payload.length)
                .put((byte) type.getValue())
                .put((byte) flags)
                .putInt(stream)
                .put(payload)
                .array();
    }

    /** A frame with numbers of four bytes. */
    static byte[] numbers(FrameType type, int stream, int... numbers) {
        ByteBuffer payload = ByteBuffer.allocate(4 * numbers.length);
        for (int number : numbers) {
            payload.putInt(number);
        }
        return frame(type, stream, 0, payload.array());
    }

    /** Packed headers. */
    static byte[] block(int status, String... headers) {
        try {
            ByteArrayBuffer packed = new ByteArrayBuffer(256);
            HPackEncoder encoder = new HPackEncoder(0, ISO_8859_1);
            encoder.encodeHeader(packed, new BasicHeader(":status", String.valueOf(status)));
            for (int i = 0; i < headers.length; i += 2) {
                encoder.encodeHeader(packed, new BasicHeader(headers[i], headers[i + 1]));
            }
            return packed.toByteArray();
        } catch (IOException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private void listen() {
        while (!listening.isClosed()) {
            try {
                Socket socket = listening.accept();
                threads.execute(() -> serve((SSLSocket) socket));
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    private void serve(SSLSocket socket) {
        try (socket) {
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setApplicationProtocols(versions);
            socket.setSSLParameters(parameters);
            socket.startHandshake();
            if (socket.getApplicationProtocol().equals("h2")) {
                serveNew(socket);
            } else {
                serveOld(socket);
            }
        } catch (IOException e) {
            return; // the client has hung up, which many tests are about
        } catch (Exception e) {
            Thread.currentThread().interrupt(); // closed
        }
    }

    private void serveNew(SSLSocket socket) throws Exception {
        Wire wire = new Wire(socket);
        wire.write(greeting);
        wire.flush();
        wire.in.readNBytes(24);
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        while (true) {
            RawFrame frame = wire.read();
            ByteBuffer content = frame.getPayloadContent();
            boolean part = frame.isType(FrameType.HEADERS) || frame.isType(FrameType.CONTINUATION);
            if (content != null && (part || frame.isType(FrameType.DATA))) {
                byte[] bytes = new byte[content.remaining()];
                content.get(bytes);
                (part ? head : body).write(bytes);
                if (!part) {
                    wire.write(numbers(FrameType.WINDOW_UPDATE, 0, bytes.length));
                    wire.write(numbers(FrameType.WINDOW_UPDATE, 1, bytes.length));
                    wire.flush();
                }
            }
            if ((part || frame.isType(FrameType.DATA)) && frame.isFlagSet(FrameFlag.END_STREAM)) {
                break;
            }
        }
        List<String> lines = new ArrayList<>();
        for (Header header : new HPackDecoder(4096, ISO_8859_1).decodeHeaders(ByteBuffer.wrap(head.toByteArray()))) {
            lines.add(header.getName() + ": " + header.getValue());
        }
        Request request = new Request("h2", String.join("\n", lines) + "\n", body.toString(UTF_8));
        requests.add(request);
        reply.play(wire, request);
        wire.flush();
        while (true) {
            wire.read(); // until the client hangs up
        }
    }

    private void serveOld(SSLSocket socket) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            head.append((char) socket.getInputStream().read());
        }
        requests.add(new Request(socket.getApplicationProtocol(), head.toString(), ""));
        socket.getOutputStream()
                .write("HTTP/1.1 200 OK\r\nContent-Length: 13\r\n\r\nover HTTP/1.1".getBytes(ISO_8859_1));
    }
}
