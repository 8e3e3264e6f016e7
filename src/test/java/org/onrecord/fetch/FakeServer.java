package org.onrecord.fetch;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import javax.net.ssl.SSLContext;

/** A web server on loopback that answers with whatever bytes a test wants, one request to a connection. */
final class FakeServer implements AutoCloseable {
    private final ServerSocket listening;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final Function<String, Reply> replies;

    /** Writes an answer, in its own time. */
    interface Reply {
        void writeTo(OutputStream out) throws IOException, InterruptedException;
    }

    /**
     * @param replies the answer for a path with query; robots.txt is not there unless it says otherwise
     */
    FakeServer(Function<String, Reply> replies) throws IOException {
        this(new ServerSocket(0, 100, InetAddress.getLoopbackAddress()), replies);
    }

    private FakeServer(ServerSocket listening, Function<String, Reply> replies) {
        this.listening = listening;
        this.replies = replies;
        threads.execute(this::listen);
    }

    /** A server that speaks TLS with a certificate; {@link #uri} is not for it. */
    static FakeServer secure(SSLContext certificate, Reply reply) throws IOException {
        return new FakeServer(
                certificate.getServerSocketFactory().createServerSocket(0, 100, InetAddress.getLoopbackAddress()),
                path -> path.equals("/robots.txt") ? text("404 Not Found", "", "") : reply);
    }

    /** A server whose robots.txt is missing and whose other paths all give one answer. */
    static FakeServer answering(Reply reply) throws IOException {
        return new FakeServer(path -> path.equals("/robots.txt") ? text("404 Not Found", "", "") : reply);
    }

    static FakeServer answering(String raw) throws IOException {
        return answering(raw(raw));
    }

    static Reply raw(String raw) {
        return out -> out.write(raw.getBytes(ISO_8859_1));
    }

    static Reply text(String status, String headers, String body) {
        return raw("HTTP/1.1 " + status + "\r\n" + headers + "Content-Length: " + body.getBytes(UTF_8).length
                + "\r\n\r\n" + new String(body.getBytes(UTF_8), ISO_8859_1));
    }

    static Reply bytes(String headers, byte[] body) {
        return out -> {
            out.write(("HTTP/1.1 200 OK\r\n" + headers + "Content-Length: " + body.length + "\r\n\r\n")
                    .getBytes(ISO_8859_1));
            out.write(body);
        };
    }

    int port() {
        return listening.getLocalPort();
    }

    URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port() + path);
    }

    /** Every request so far: its first line and headers. */
    List<String> requests() {
        return requests;
    }

    /** The paths asked for, robots.txt left out. */
    List<String> paths() {
        return requests.stream()
                .map(FakeServer::path)
                .filter(path -> !path.equals("/robots.txt"))
                .toList();
    }

    @Override
    public void close() throws IOException {
        listening.close();
        threads.shutdownNow();
    }

    private static String path(String request) {
        return request.substring(request.indexOf(' ') + 1, request.indexOf(" HTTP/"));
    }

    private void listen() {
        while (!listening.isClosed()) {
            try {
                Socket socket = listening.accept();
                threads.execute(() -> serve(socket));
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream(), ISO_8859_1));
            StringBuilder request = new StringBuilder();
            String line = in.readLine();
            while (line != null && !line.isEmpty()) {
                request.append(line).append('\n');
                line = in.readLine();
            }
            if (request.indexOf(" HTTP/") > 0) { // else it speaks TLS, which this server does not
                requests.add(request.toString());
                replies.apply(path(request.toString())).writeTo(socket.getOutputStream());
            }
        } catch (IOException e) {
            return; // the client has hung up, which many tests are about
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // closed
        }
    }
}
