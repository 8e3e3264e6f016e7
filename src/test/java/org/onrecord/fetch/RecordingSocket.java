package org.onrecord.fetch;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.util.List;

/** Remembers where it was told to go, and goes to a server on loopback instead. */
final class RecordingSocket extends Socket {
    private final List<String> dialled;
    private final int port;

    RecordingSocket(List<String> dialled, int port) {
        this.dialled = dialled;
        this.port = port;
    }

    @Override
    public void connect(SocketAddress address, int timeout) throws IOException {
        InetSocketAddress target = (InetSocketAddress) address;
        dialled.add(target.getAddress().getHostAddress() + ":" + target.getPort());
        super.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), timeout);
    }
}
