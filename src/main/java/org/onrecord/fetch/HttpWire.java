package org.onrecord.fetch;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Proxy;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.DefaultSchemePortResolver;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.DefaultHttpClientConnectionOperator;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManager;
import org.apache.hc.client5.http.io.DetachedSocketFactory;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.config.RegistryBuilder;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.io.Closer;
import org.apache.hc.core5.pool.PoolConcurrencyPolicy;
import org.apache.hc.core5.pool.PoolReusePolicy;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * Sends one request and reads its answer, within hard limits of time and size. Knows nothing of redirects, robots
 * or politeness. Safe for use by many threads.
 *
 * <p>A connection serves one request: bytes that a server sends behind the end of its answer are never taken for the
 * next one. There are no cookies, no credentials, no proxies, and no retries but of what a server has not taken over
 * HTTP/2.
 */
final class HttpWire implements AutoCloseable {
    private static final int MOST_CONNECTIONS = 1000;
    private static final int MOST_HEADERS = 500;

    /** The client's own time limits come after ours, which is the one that counts, and say less well what happened. */
    private static final Duration LATER = Duration.ofSeconds(5);

    private final FetchSettings settings;
    private final CloseableHttpClient client;
    private final ExecutorService exchanges = Executors.newVirtualThreadPerTaskExecutor();

    /**
     * @param sockets makes the sockets to dial with; null for ordinary ones, also past the SOCKS proxy of system properties
     * @param trusted which certificates are believed; null for those that the platform trusts
     */
    HttpWire(
            FetchSettings settings,
            DnsResolver names,
            @Nullable DetachedSocketFactory sockets,
            @Nullable SSLContext trusted) {
        this.settings = settings;
        this.client = HttpClients.custom()
                .setConnectionManager(connections(
                        settings,
                        names,
                        sockets == null ? proxy -> new Socket(Proxy.NO_PROXY) : sockets,
                        new HttpVersions(trusted)))
                .setConnectionReuseStrategy((request, response, context) -> false)
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setResponseTimeout(timeout(settings.totalTimeout().plus(LATER)))
                        .setConnectionRequestTimeout(
                                timeout(settings.totalTimeout().plus(LATER)))
                        .setProtocolUpgradeEnabled(false)
                        .build())
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                .disableContentCompression()
                .disableAutomaticRetries()
                .disableConnectionState()
                .disableDefaultUserAgent()
                .build();
    }

    /**
     * Asks for an address.
     *
     * @param headers what to send besides Host
     * @param maxBody bytes of the body after which the rest is not read
     * @param left the time until the last byte must have come
     * @throws RefusedException if the host has no address that may be asked
     * @throws TimeoutException if the time is over; nothing of the exchange goes on
     * @throws IOException if the network or the server fails
     */
    Answer get(WebAddress address, Map<String, String> headers, int maxBody, Duration left)
            throws IOException, TimeoutException, InterruptedException {
        return within(left, address, () -> new HttpUriRequestBase("GET", address.uri()), headers, maxBody);
    }

    /** As {@link #get}, but posts a body. */
    Answer post(WebAddress address, Map<String, String> headers, byte[] body, int maxBody, Duration left)
            throws IOException, TimeoutException, InterruptedException {
        Supplier<HttpUriRequestBase> request = () -> {
            HttpUriRequestBase post = new HttpUriRequestBase("POST", address.uri());
            post.setEntity(new ByteArrayEntity(body, null));
            return post;
        };
        return within(left, address, request, headers, maxBody);
    }

    private Answer within(
            Duration left,
            WebAddress address,
            Supplier<HttpUriRequestBase> request,
            Map<String, String> headers,
            int maxBody)
            throws IOException, TimeoutException, InterruptedException {
        Future<Answer> exchange = exchanges.submit(() -> exchange(address, request, headers, maxBody));
        try {
            return exchange.get(Math.max(left.toMillis(), 1), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException failure) {
                throw failure;
            }
            if (e.getCause() instanceof RuntimeException oddity) { // an answer that the client's parser trips over
                throw new IOException("an answer that cannot be read: " + oddity, oddity);
            }
            throw new IllegalStateException("the HTTP client failed on " + address, e.getCause());
        } finally {
            exchange.cancel(true); // an interrupt closes the socket under a virtual thread
        }
    }

    /** Sends a request once, or once more over HTTP/1.1 if the server agreed to HTTP/2 and then would not have it. */
    private Answer exchange(
            WebAddress address, Supplier<HttpUriRequestBase> request, Map<String, String> headers, int maxBody)
            throws IOException {
        HttpClientContext context = HttpClientContext.create();
        try {
            return exchange(address, request.get(), headers, maxBody, context);
        } catch (NotTakenException e) {
            HttpVersions.offerOld(context);
            try {
                return exchange(address, request.get(), headers, maxBody, context);
            } catch (SSLException old) { // it speaks nothing but HTTP/2, so what it said there counts
                e.addSuppressed(old);
                throw e;
            }
        }
    }

    @Override
    public void close() {
        exchanges.shutdownNow();
        client.close(CloseMode.IMMEDIATE);
    }

    private Answer exchange(
            WebAddress address,
            HttpUriRequestBase request,
            Map<String, String> headers,
            int maxBody,
            HttpClientContext context)
            throws IOException {
        request.setPath(address.path());
        headers.forEach(request::setHeader);
        request.setHeader("Connection", "close");
        HttpHost target = new HttpHost(address.scheme(), address.host(), address.port());
        ClassicHttpResponse response = client.executeOpen(target, request, context);
        try {
            return answer(response, HttpVersions.used(context), maxBody);
        } finally {
            request.cancel(); // or closing the response would read the rest of a body that may be endless
            Closer.closeQuietly(response); // it complains that its connection is gone, which is what we want
        }
    }

    private Answer answer(ClassicHttpResponse response, String version, int maxBody) throws IOException {
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        int size = 0;
        for (Header header : response.getHeaders()) {
            String value = header.getValue() == null ? "" : header.getValue();
            size += header.getName().length() + value.length() + 4;
            headers.computeIfAbsent(header.getName(), name -> new ArrayList<>()).add(value);
        }
        if (size > settings.maxHeaders()) {
            throw new IOException("headers of more than " + settings.maxHeaders() + " bytes");
        }
        HttpEntity entity = response.getEntity();
        if (entity == null) {
            return new Answer(version, response.getCode(), headers, new byte[0], false);
        }
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        boolean cut = !Limited.copy(content(entity), body, maxBody);
        return new Answer(version, response.getCode(), headers, body.toByteArray(), cut);
    }

    private static InputStream content(HttpEntity entity) throws IOException {
        InputStream content = entity.getContent();
        return content == null ? InputStream.nullInputStream() : content;
    }

    private static PoolingHttpClientConnectionManager connections(
            FetchSettings settings, DnsResolver names, DetachedSocketFactory sockets, HttpVersions tls) {
        Http1Config limits = Http1Config.custom()
                .setMaxLineLength(settings.maxHeaders())
                .setMaxHeaderCount(MOST_HEADERS)
                .build();
        PoolingHttpClientConnectionManager connections = new PoolingHttpClientConnectionManager(
                new DefaultHttpClientConnectionOperator(
                        sockets,
                        DefaultSchemePortResolver.INSTANCE,
                        names,
                        RegistryBuilder.<TlsSocketStrategy>create()
                                .register("https", tls)
                                .build()),
                PoolConcurrencyPolicy.LAX,
                PoolReusePolicy.LIFO,
                TimeValue.ofSeconds(1),
                socket -> new WireConnection(limits));
        connections.setMaxTotal(MOST_CONNECTIONS);
        connections.setDefaultMaxPerRoute(MOST_CONNECTIONS);
        connections.setDefaultConnectionConfig(ConnectionConfig.custom()
                .setConnectTimeout(timeout(settings.connectTimeout()))
                .setSocketTimeout(timeout(settings.totalTimeout().plus(LATER)))
                .build());
        return connections;
    }

    private static Timeout timeout(Duration duration) {
        return Timeout.ofMilliseconds(Math.max(duration.toMillis(), 1));
    }
}
