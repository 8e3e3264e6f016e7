package org.onrecord.digest;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A mail server on loopback that answers as a script says: one map for each connection, the last one repeats. Keys are the
 * SMTP verbs, {@code RCPT} with an address, {@code MAIL again} for all but the first, {@code CONNECT}, {@code DATA_BODY} (while
 * the message comes) and {@code DATA_END} (after the final dot).
 */
public final class ScriptedSmtpServer implements AutoCloseable {
    /**
     * What to do at one point of the conversation.
     *
     * @param say bytes to send, line end included; empty for none
     * @param holdMillis how long to wait before
     * @param then what to do with the connection afterwards
     */
    public record Step(String say, long holdMillis, Then then) {
        public static Step reply(String line) {
            return new Step(line + "\r\n", 0, Then.GO_ON);
        }

        public Step after(long millis) {
            return new Step(say, millis, then);
        }

        public Step then(Then next) {
            return new Step(say, holdMillis, next);
        }
    }

    /** How a connection goes on. */
    public enum Then {
        GO_ON,
        CLOSE,
        RESET
    }

    /** Hangs up without a word. */
    public static final Step HANG_UP = new Step("", 0, Then.CLOSE);

    /**
     * A message that came whole.
     *
     * @param recipient the one in the envelope
     * @param text the message, one char a byte
     * @param answer the reply that it got, empty if none
     */
    public record Received(String recipient, String text, String answer) {}

    private static final Map<String, String> USUAL = Map.of(
            "CONNECT", "220 mx.example ready",
            "EHLO", "250-mx.example\r\n250-AUTH PLAIN LOGIN\r\n250 8BITMIME",
            "HELO", "250 mx.example",
            "AUTH", "235 2.7.0 welcome",
            "MAIL", "250 2.1.0 ok",
            "RCPT", "250 2.1.5 ok",
            "DATA", "354 go ahead",
            "DATA_END", "250 2.0.0 queued",
            "RSET", "250 2.0.0 ok",
            "QUIT", "221 bye");

    /** What a client begins TLS with, which no script speaks: the server hangs up. */
    private static final int TLS_HANDSHAKE = 0x16;

    private final ServerSocket socket;
    private final List<Map<String, Step>> turns;
    private final AtomicInteger connections = new AtomicInteger();
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final List<String> commands = new CopyOnWriteArrayList<>();

    private ScriptedSmtpServer(ServerSocket socket, List<Map<String, Step>> turns) {
        this.socket = socket;
        this.turns = turns;
    }

    public static ScriptedSmtpServer start(List<Map<String, Step>> turns) {
        try {
            ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
            ScriptedSmtpServer server = new ScriptedSmtpServer(socket, turns);
            Thread.ofVirtual().start(server::serve);
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public int port() {
        return socket.getLocalPort();
    }

    public int connections() {
        return connections.get();
    }

    public List<Received> received() {
        return received;
    }

    /** Every line that was no part of a message, of all connections. */
    public List<String> commands() {
        return commands;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private void serve() {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                Map<String, Step> script = turns.get(Math.min(connections.getAndIncrement(), turns.size() - 1));
                Thread.ofVirtual().start(() -> talk(client, script));
            } catch (IOException e) {
                return; // closed: the test is over
            }
        }
    }

    private void talk(Socket client, Map<String, Step> script) {
        try (client) {
            InputStream in = new BufferedInputStream(client.getInputStream());
            String recipient = "";
            Set<String> said = new HashSet<>();
            boolean open = play(client, script, "CONNECT");
            while (open) {
                String line = line(in);
                if (line == null) {
                    return;
                }
                commands.add(line);
                String verb = line.split("[ :]")[0].toUpperCase(Locale.ROOT);
                if (verb.equals("RCPT")) {
                    recipient = line.replaceAll(".*<(.*)>.*", "$1");
                    String own = "RCPT " + recipient;
                    open = play(client, script, script.containsKey(own) ? own : "RCPT");
                } else {
                    String again = verb + " again";
                    boolean repeated = !said.add(verb) && script.containsKey(again);
                    open = play(client, script, repeated ? again : verb) && !verb.equals("QUIT");
                }
                if (open && verb.equals("DATA") && replyTo(script, "DATA").startsWith("354")) {
                    if (script.containsKey("DATA_BODY")) {
                        in.readNBytes(200);
                        open = play(client, script, "DATA_BODY");
                    } else {
                        received.add(new Received(
                                recipient,
                                message(in),
                                replyTo(script, "DATA_END").strip()));
                        open = play(client, script, "DATA_END");
                    }
                }
            }
        } catch (IOException e) {
            // The client hung up, as it may.
        }
    }

    private static String replyTo(Map<String, Step> script, String point) {
        return step(script, point).say();
    }

    private static Step step(Map<String, Step> script, String point) {
        Step step = script.get(point);
        return step != null ? step : Step.reply(USUAL.getOrDefault(point.split(" ")[0], "502 5.5.1 unknown"));
    }

    /** Whether the connection goes on. */
    private static boolean play(Socket client, Map<String, Step> script, String point) throws IOException {
        Step step = step(script, point);
        try {
            Thread.sleep(step.holdMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
        OutputStream out = client.getOutputStream();
        out.write(step.say().getBytes(ISO_8859_1));
        out.flush();
        switch (step.then()) {
            case GO_ON -> {
                return true;
            }
            case CLOSE -> client.shutdownOutput();
            case RESET -> client.setSoLinger(true, 0);
        }
        return false;
    }

    private static String message(InputStream in) throws IOException {
        StringBuilder text = new StringBuilder();
        for (String line = line(in); line != null && !line.equals("."); line = line(in)) {
            text.append(line.startsWith(".") ? line.substring(1) : line).append("\r\n");
        }
        return text.toString();
    }

    /** A line without its CR LF; a bare CR or LF is a part of it. */
    private static @Nullable String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int b = in.read(); b >= 0 && b != TLS_HANDSHAKE; b = in.read()) {
            line.write(b);
            String text = line.toString(ISO_8859_1);
            if (text.endsWith("\r\n")) {
                return text.substring(0, text.length() - 2);
            }
        }
        return null;
    }
}
