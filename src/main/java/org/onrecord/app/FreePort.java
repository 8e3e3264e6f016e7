package org.onrecord.app;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;

/** Whether a port of this machine can be had. */
final class FreePort {
    private FreePort() {}

    /** The wanted port if nobody listens on it, else 0 for any. */
    static int orAny(int wanted) {
        try (ServerSocket socket = new ServerSocket(wanted, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            return 0;
        }
    }
}
