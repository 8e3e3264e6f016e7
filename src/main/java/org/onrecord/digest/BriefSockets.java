package org.onrecord.digest;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import javax.net.SocketFactory;

/**
 * Makes connections to mail servers that give up on a server that talks without end; the library would keep all it hears in
 * memory. A server that hangs up in the middle of a line has said nothing; the library would take half of it for an answer.
 */
final class BriefSockets extends SocketFactory {
    /** Some hundred times what a server says in one transaction, the certificates of an upgrade to TLS included. */
    private static final int MOST_BYTES = 1 << 20;

    private final boolean lines;

    /**
     * @param lines whether the server speaks in lines up to the end; false where the connection may be encrypted
     */
    BriefSockets(boolean lines) {
        this.lines = lines;
    }

    @Override
    public Socket createSocket() {
        return new BriefSocket(lines);
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return connected(new InetSocketAddress(host, port));
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return connected(new InetSocketAddress(host, port));
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress from, int fromPort) throws IOException {
        return createSocket(InetAddress.getByName(host), port, from, fromPort);
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort) throws IOException {
        Socket socket = new BriefSocket(lines);
        socket.bind(new InetSocketAddress(from, fromPort));
        socket.connect(new InetSocketAddress(host, port));
        return socket;
    }

    private Socket connected(InetSocketAddress address) throws IOException {
        Socket socket = new BriefSocket(lines);
        socket.connect(address);
        return socket;
    }

    private static final class BriefSocket extends Socket {
        private final boolean lines;
        private int heard;
        private int last = '\n';

        BriefSocket(boolean lines) {
            this.lines = lines;
        }

        @Override
        public InputStream getInputStream() throws IOException {
            return new FilterInputStream(super.getInputStream()) {
                @Override
                public int read() throws IOException {
                    int read = super.read();
                    count(read < 0 ? -1 : 1, read);
                    return read;
                }

                @Override
                public int read(byte[] bytes, int offset, int length) throws IOException {
                    int read = super.read(bytes, offset, length);
                    count(read, read > 0 ? bytes[offset + read - 1] : -1);
                    return read;
                }
            };
        }

        private void count(int read, int newest) throws IOException {
            if (read < 0 && lines && last != '\n') {
                throw new EOFException("the server hung up in the middle of a line");
            }
            last = newest;
            heard += Math.max(0, read);
            if (heard > MOST_BYTES) {
                throw new IOException("the server says more than " + MOST_BYTES + " bytes in one connection");
            }
        }
    }
}
