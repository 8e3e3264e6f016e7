package org.onrecord.newsroom;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.onrecord.newsroom.Served.Document;
import org.onrecord.newsroom.Served.Missing;
import org.onrecord.newsroom.Served.Moved;

/**
 * A web server on 127.0.0.1 with the bundled articles. It serves until it is closed; several may run side by side, each
 * on its own port. Safe for many requests at once.
 */
public final class Newsroom implements AutoCloseable {
    private static final byte[] LOOPBACK = {127, 0, 0, 1};

    private final HttpServer server;
    private final ExecutorService threads;
    private final URI uri;
    private final List<NewsroomArticle> articles;
    private final Edition edition;
    private final ConcurrentLinkedQueue<String> asked = new ConcurrentLinkedQueue<>();
    private final Set<String> failedOnce = ConcurrentHashMap.newKeySet();

    private Newsroom(HttpServer server) {
        this.server = server;
        this.uri = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
        this.articles = ArticleFile.bundled();
        this.edition = new Edition("http://127.0.0.1:" + server.getAddress().getPort(), articles);
        this.threads = Executors.newVirtualThreadPerTaskExecutor();
    }

    /**
     * Opens the newsroom; throws {@link NewsroomException} when the port is taken.
     *
     * @param port the port on 127.0.0.1; 0 for any that is free
     */
    public static Newsroom start(int port) {
        HttpServer server = bound(port);
        try {
            Newsroom newsroom = new Newsroom(server);
            server.setExecutor(newsroom.threads);
            server.createContext("/", newsroom::answer);
            server.start();
            return newsroom;
        } catch (NewsroomException e) {
            server.stop(0);
            throw e;
        }
    }

    /** The articles that every newsroom serves, without starting one. */
    public static List<NewsroomArticle> bundledArticles() {
        return ArticleFile.bundled();
    }

    private static HttpServer bound(int port) {
        try {
            return HttpServer.create(new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), port), 0);
        } catch (IOException e) {
            throw new NewsroomException(
                    "the newsroom cannot open on 127.0.0.1:" + port + ": " + e.getMessage()
                            + "; choose another port, or 0 for any that is free",
                    e);
        }
    }

    /** The front page, which links to every site: {@code http://127.0.0.1:40123/}. */
    public URI uri() {
        return uri;
    }

    /** The address of an article's page. */
    public URI uriOf(NewsroomArticle article) {
        return uri.resolve(article.path());
    }

    /** All articles, in the order of their index file. */
    public List<NewsroomArticle> articles() {
        return articles;
    }

    /** A {@code sources.yaml} that watches every site of this newsroom at its port. */
    public String sourcesYaml() {
        return edition.sourcesYaml();
    }

    /** The paths that have been asked for so far, in order, as often as they were asked for. */
    public List<String> askedPaths() {
        return List.copyOf(asked);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String method = exchange.getRequestMethod();
            String path = exchange.getRequestURI().getPath();
            asked.add(path);
            if (!method.equals("GET") && !method.equals("HEAD")) {
                exchange.getResponseHeaders().set("Allow", "GET, HEAD");
                say(exchange, 405, "This server only answers GET and HEAD.");
                return;
            }
            switch (edition.at(path)) {
                case Missing missing -> say(exchange, 404, "There is no page here.");
                case Moved moved -> {
                    exchange.getResponseHeaders()
                            .set("Location", uri.resolve(moved.path()).toString());
                    say(exchange, 301, "This page has moved.");
                }
                case Document document -> {
                    if (document.failsFirst() && failedOnce.add(path)) {
                        say(exchange, 500, "Something went wrong. Please try again.");
                    } else {
                        give(exchange, document);
                    }
                }
            }
        }
    }

    private static void give(HttpExchange exchange, Document document) throws IOException {
        Headers headers = exchange.getResponseHeaders();
        headers.set("ETag", document.etag());
        headers.set("Last-Modified", httpDate(document.lastModified()));
        if (unchanged(exchange.getRequestHeaders(), document)) {
            exchange.sendResponseHeaders(304, -1);
        } else {
            headers.set("Content-Type", document.contentType());
            send(exchange, 200, document.body());
        }
    }

    /** RFC 9110, 13.2.2: the entity tag decides, and the date only when no tag was sent. */
    private static boolean unchanged(Headers request, Document document) {
        String tags = request.getFirst("If-None-Match");
        if (tags != null) {
            return Arrays.stream(tags.split(","))
                    .map(tag -> tag.strip().replaceFirst("^W/", ""))
                    .anyMatch(tag -> tag.equals("*") || tag.equals(document.etag()));
        }
        Instant since = instant(request.getFirst("If-Modified-Since"));
        return since != null && !document.lastModified().isAfter(since);
    }

    /** An HTTP date; null when there is none, or it is none: then the header does not count (RFC 9110, 13.1.3). */
    private static @Nullable Instant instant(@Nullable String httpDate) {
        if (httpDate == null) {
            return null;
        }
        try {
            return DateTimeFormatter.RFC_1123_DATE_TIME.parse(httpDate, Instant::from);
        } catch (DateTimeException notADate) {
            return null;
        }
    }

    private static String httpDate(Instant instant) {
        ZonedDateTime utc = instant.atZone(ZoneOffset.UTC);
        return DateTimeFormatter.ofPattern("EEE, dd MMM uuuu HH:mm:ss 'GMT'", Locale.US)
                .format(utc);
    }

    private static void say(HttpExchange exchange, int status, String sentence) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
        String page = "<!DOCTYPE html><title>" + status + "</title><p>" + sentence + "</p>\n";
        send(exchange, status, page.getBytes(StandardCharsets.UTF_8));
    }

    private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.getResponseHeaders().set("Content-Length", Integer.toString(body.length));
            exchange.sendResponseHeaders(status, -1);
        } else {
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
