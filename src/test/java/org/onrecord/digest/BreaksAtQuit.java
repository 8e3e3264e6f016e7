package org.onrecord.digest;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLSocketFactory;

/**
 * In the place of TLS: leaves connections as they are, but breaks them when the client says QUIT, as happens when the server
 * hung up after its reply.
 */
final class BreaksAtQuit extends SSLSocketFactory {
    private final AtomicBoolean broke = new AtomicBoolean();

    boolean broke() {
        return broke.get();
    }

    @Override
    public Socket createSocket(Socket plain, String host, int port, boolean autoClose) {
        return new Socket() {
            @Override
            public InputStream getInputStream() throws IOException {
                return plain.getInputStream();
            }

            @Override
            public OutputStream getOutputStream() throws IOException {
                return breaking(plain.getOutputStream());
            }

            @Override
            public void setSoTimeout(int millis) throws SocketException {
                plain.setSoTimeout(millis);
            }

            @Override
            public int getSoTimeout() throws SocketException {
                return plain.getSoTimeout();
            }

            @Override
            public void close() throws IOException {
                plain.close();
            }
        };
    }

    private OutputStream breaking(OutputStream whole) {
        return new FilterOutputStream(whole) {
            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                if (new String(bytes, offset, length, StandardCharsets.US_ASCII).startsWith("QUIT")) {
                    broke.set(true);
                    throw new SocketException("Broken pipe");
                }
                out.write(bytes, offset, length);
            }
        };
    }

    @Override
    public Socket createSocket(String host, int port) {
        throw new UnsupportedOperationException("upgrades connections only");
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress from, int fromPort) {
        throw new UnsupportedOperationException("upgrades connections only");
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
        throw new UnsupportedOperationException("upgrades connections only");
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort) {
        throw new UnsupportedOperationException("upgrades connections only");
    }

    @Override
    public String[] getDefaultCipherSuites() {
        return new String[0];
    }

    @Override
    public String[] getSupportedCipherSuites() {
        return new String[0];
    }
}
