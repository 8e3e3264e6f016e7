package org.onrecord.digest;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;

/** A mail server on loopback that takes every message and forgets it; it costs next to nothing beside whoever sends. */
public final class MailSink implements AutoCloseable {
    private static final byte[] END = "\r\n.\r\n".getBytes(StandardCharsets.US_ASCII);

    private final ServerSocket socket;
    private final AtomicLong messages = new AtomicLong();
    private final AtomicLong bytes = new AtomicLong();

    private MailSink(ServerSocket socket) {
        this.socket = socket;
    }

    /** Listens at a free port until it is closed. */
    public static MailSink start() throws IOException {
        MailSink sink = new MailSink(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
        Thread.ofPlatform().daemon().name("mail-sink").start(sink::serve);
        return sink;
    }

    public int port() {
        return socket.getLocalPort();
    }

    /** How many messages it has taken. */
    public long messages() {
        return messages.get();
    }

    /** How many bytes these had. */
    public long bytes() {
        return bytes.get();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void serve() {
        try {
            while (true) {
                Socket client = socket.accept();
                Thread.ofPlatform().daemon().name("mail-sink-client").start(() -> talk(client));
            }
        } catch (IOException closed) {
            // Nobody is served any more.
        }
    }

    private void talk(Socket client) {
        try (client) {
            client.setTcpNoDelay(true);
            InputStream in = new BufferedInputStream(client.getInputStream(), 1 << 16);
            OutputStream out = client.getOutputStream();
            say(out, "220 sink ready");
            for (String line = line(in); !line.isEmpty(); line = line(in)) {
                if (line.startsWith("DATA")) {
                    say(out, "354 go ahead");
                    bytes.addAndGet(skipMessage(in));
                    messages.incrementAndGet();
                    say(out, "250 2.0.0 forgotten");
                } else if (line.startsWith("QUIT")) {
                    say(out, "221 bye");
                    return;
                } else {
                    say(out, line.startsWith("EHLO") ? "250-sink\r\n250 8BITMIME" : "250 ok");
                }
            }
        } catch (IOException gone) {
            // The client hung up, as it may.
        }
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    /** A line without its end; empty at the end of the stream. */
    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int read = in.read(); read >= 0 && read != '\n'; read = in.read()) {
            line.append((char) read);
        }
        return line.toString().strip();
    }

    /** Reads up to the final dot; how many bytes that were. */
    private static long skipMessage(InputStream in) throws IOException {
        long read = 0;
        int matched = 0;
        while (matched < END.length) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("the message broke off");
            }
            read++;
            matched = next == END[matched] ? matched + 1 : next == END[0] ? 1 : 0;
        }
        return read;
    }
}
