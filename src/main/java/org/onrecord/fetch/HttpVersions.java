package org.onrecord.fetch;

import java.io.IOException;
import java.net.Socket;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.HostnameVerificationPolicy;
import org.apache.hc.client5.http.ssl.HttpsSupport;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.ssl.SSLContexts;
import org.jspecify.annotations.Nullable;

/**
 * Secures sockets, and agrees with the server on the version of HTTP in the same handshake (ALPN, RFC 7301): HTTP/2 where
 * the server has it, else HTTP/1.1.
 */
final class HttpVersions implements TlsSocketStrategy {
    /** As the handshake names it. */
    static final String HTTP_2 = "h2";

    private static final String HTTP_1 = "http/1.1";
    private static final String AGREED = HttpVersions.class.getName() + ".agreed";
    private static final String OLD = HttpVersions.class.getName() + ".old";

    private final TlsSocketStrategy both;
    private final TlsSocketStrategy old;

    /**
     * @param trusted which certificates are believed; null for those that the platform trusts
     */
    HttpVersions(@Nullable SSLContext trusted) {
        SSLContext context = trusted == null ? SSLContexts.createDefault() : trusted;
        this.both = new Offer(context, HTTP_2, HTTP_1);
        this.old = new Offer(context, HTTP_1);
    }

    /** Offers nothing but HTTP/1.1 for the requests of this context. */
    static void offerOld(HttpContext context) {
        context.setAttribute(OLD, true);
    }

    /** The version that the last request of this context was sent in. */
    static String used(HttpContext context) {
        return HTTP_2.equals(context.getAttribute(AGREED)) ? "HTTP/2" : "HTTP/1.1";
    }

    @Override
    public SSLSocket upgrade(Socket socket, String host, int port, @Nullable Object attachment, HttpContext context)
            throws IOException {
        TlsSocketStrategy offer = context.getAttribute(OLD) == null ? both : old;
        SSLSocket secured = offer.upgrade(socket, host, port, attachment, context);
        context.setAttribute(AGREED, secured.getApplicationProtocol());
        return secured;
    }

    private static final class Offer extends DefaultClientTlsStrategy {
        private final String[] versions;

        private Offer(SSLContext context, String... versions) {
            super(context, HostnameVerificationPolicy.BOTH, HttpsSupport.getDefaultHostnameVerifier());
            this.versions = versions;
        }

        @Override
        protected void initializeSocket(SSLSocket socket) {
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setApplicationProtocols(versions);
            socket.setSSLParameters(parameters);
        }
    }
}
