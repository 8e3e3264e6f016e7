package org.onrecord.fetch;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import org.apache.hc.client5.http.impl.io.DefaultHttpResponseParserFactory;
import org.apache.hc.client5.http.io.ManagedHttpClientConnection;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.DefaultBHttpClientConnection;
import org.apache.hc.core5.http.impl.io.SocketHolder;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.apache.hc.core5.http.io.entity.InputStreamEntity;
import org.apache.hc.core5.http.message.BasicClassicHttpResponse;
import org.apache.hc.core5.http.message.BasicHeader;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * A connection of the HTTP client that speaks what the server agreed to in the TLS handshake: HTTP/2, or HTTP/1.1. Both
 * go over the socket that was dialled, are read by the thread that waits, and end when the socket is closed.
 */
final class WireConnection extends DefaultBHttpClientConnection implements ManagedHttpClientConnection {
    /** What is about a connection of HTTP/1.1, and must not be said over HTTP/2 (RFC 9113, 8.2.2). */
    private static final Set<String> OF_HTTP_1 =
            Set.of("connection", "host", "keep-alive", "proxy-connection", "transfer-encoding", "upgrade");

    private final Http1Config limits;
    private final AtomicBoolean closed = new AtomicBoolean();
    private @Nullable Http2Exchange http2;
    private Timeout timeout = Timeout.DISABLED;

    /**
     * @param limits of headers, for both versions
     */
    WireConnection(Http1Config limits) {
        super(limits, null, null, null, null, null, DefaultHttpResponseParserFactory.INSTANCE);
        this.limits = limits;
    }

    @Override
    public void bind(Socket socket) throws IOException {
        bind(new SocketHolder(socket));
    }

    @Override
    public void bind(SSLSocket secured, Socket socket) throws IOException {
        bind(new SocketHolder(secured, socket));
    }

    @Override
    public void bind(SocketHolder holder) throws IOException {
        if (closed.get()) {
            holder.getSocket().close();
            throw new InterruptedIOException("the connection was closed before it was there");
        }
        super.bind(holder);
        timeout = Timeout.ofMilliseconds(holder.getSocket().getSoTimeout());
        SSLSocket secured = holder.getSSLSocket();
        if (secured != null && HttpVersions.HTTP_2.equals(secured.getApplicationProtocol())) {
            http2 = new Http2Exchange(
                    holder.getInputStream(),
                    holder.getOutputStream(),
                    limits.getMaxLineLength(),
                    limits.getMaxHeaderCount());
        }
    }

    @Override
    public void sendRequestHeader(ClassicHttpRequest request) throws HttpException, IOException {
        if (http2 == null) {
            super.sendRequestHeader(request);
        } else {
            http2.ask(fields(request), request.getEntity() == null);
        }
    }

    @Override
    public void sendRequestEntity(ClassicHttpRequest request) throws HttpException, IOException {
        if (http2 == null) {
            super.sendRequestEntity(request);
        } else {
            http2.send(EntityUtils.toByteArray(request.getEntity()));
        }
    }

    @Override
    public ClassicHttpResponse receiveResponseHeader() throws HttpException, IOException {
        if (http2 == null) {
            return super.receiveResponseHeader();
        }
        HttpResponse head = http2.head();
        ClassicHttpResponse response = new BasicClassicHttpResponse(head.getCode());
        response.setHeaders(head.getHeaders());
        return response;
    }

    @Override
    public void receiveResponseEntity(ClassicHttpResponse response) throws HttpException, IOException {
        if (http2 == null) {
            super.receiveResponseEntity(response);
        } else {
            InputStream body = http2.body();
            HttpEntity entity = new InputStreamEntity(body, -1, null);
            response.setEntity(entity);
        }
    }

    @Override
    public @Nullable Socket getSocket() {
        SocketHolder holder = getSocketHolder();
        return holder == null ? null : holder.getSocket();
    }

    @Override
    public @Nullable SSLSession getSSLSession() {
        return getSocket() instanceof SSLSocket secured ? secured.getSession() : null;
    }

    @Override
    public void setSocketTimeout(Timeout time) {
        super.setSocketTimeout(time);
        timeout = time;
    }

    @Override
    public void passivate() {
        super.setSocketTimeout(Timeout.DISABLED);
    }

    @Override
    public void activate() {
        super.setSocketTimeout(timeout);
    }

    @Override
    public void close() throws IOException {
        closed.set(true);
        super.close();
    }

    @Override
    public void close(CloseMode mode) {
        closed.set(true);
        super.close(mode);
    }

    private static List<Header> fields(ClassicHttpRequest request) throws HttpException {
        List<Header> fields = new ArrayList<>();
        fields.add(new BasicHeader(":method", request.getMethod()));
        fields.add(new BasicHeader(":scheme", "https"));
        fields.add(new BasicHeader(":authority", request.getHeader("Host").getValue()));
        fields.add(new BasicHeader(":path", request.getRequestUri()));
        for (Header header : request.getHeaders()) {
            String name = header.getName().toLowerCase(Locale.ROOT);
            if (!OF_HTTP_1.contains(name)) {
                fields.add(new BasicHeader(name, header.getValue()));
            }
        }
        return fields;
    }
}
