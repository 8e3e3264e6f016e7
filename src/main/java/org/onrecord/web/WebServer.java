package org.onrecord.web;

import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import io.javalin.http.ServiceUnavailableResponse;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.server.handler.MinimumDataRateHandler;
import org.onrecord.access.Access;
import org.onrecord.registry.UsualNames;
import org.onrecord.search.CursorException;
import org.onrecord.search.QueryException;

/** The running web page and API. Listens from {@link #start} until it is closed. */
public final class WebServer implements AutoCloseable {
    private static final int MOST_CONNECTIONS = 4_000;
    private static final int LONGEST_HEAD = 16 * 1_024;
    private static final int SLOWEST_BYTES_PER_SECOND = 200;
    private static final Duration IDLE = Duration.ofSeconds(30);
    private static final Duration IDLE_WHEN_FULL = Duration.ofSeconds(1);

    private final Javalin javalin;
    private final String host;

    private WebServer(Javalin javalin, String host) {
        this.javalin = javalin;
        this.host = host;
    }

    /** Starts to listen; throws {@link WebException} when the address cannot be had, or would let everybody in. */
    public static WebServer start(WebSettings settings, WebParts parts) {
        requireLogIn(settings, parts.access());
        Javalin javalin = Javalin.create(config -> configure(config, settings, parts));
        try {
            javalin.start();
        } catch (RuntimeException e) {
            throw new WebException(
                    "cannot listen at " + settings.host() + ":" + settings.port() + " (" + e.getMessage()
                            + "): is another program using the port? Set web.port to another one, or to 0 for any",
                    e);
        }
        return new WebServer(javalin, settings.host());
    }

    /** Throws {@link WebException} when others than people at this machine would come in without a log-in. */
    public static void requireLogIn(WebSettings settings, Access access) {
        if (!settings.onlyForThisMachine()
                && settings.proxy().userHeader() == null
                && !access.logIns().arePossible()) {
            String what = settings.onLoopback()
                    ? "web.names lets others ask for " + String.join(", ", settings.names())
                    : "web.host is " + settings.host() + ", which other machines may reach";
            throw new WebException(what + ", and nobody has to log in yet: set a password with `onrecord password`,"
                    + " or let your reverse proxy say who comes (web.proxy in config/onrecord.yaml; docs/web.md), or go"
                    + " back to web.host 127.0.0.1 without web.names");
        }
    }

    /** The port, also where the settings left the choice to the system. */
    public int port() {
        return javalin.port();
    }

    /** The address of the first page. */
    public URI uri() {
        return URI.create("http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port() + "/");
    }

    /** Every route as {@code METHOD path}, for the test that compares them with the description of the API. */
    Set<String> routes() {
        return javalin.unsafe.internalRouter.allHttpHandlers().stream()
                .filter(route -> route.endpoint.method.isHttpMethod())
                .map(route -> route.endpoint.method.name() + " " + route.endpoint.path)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Takes no new requests, lets those under way finish, and stops. */
    @Override
    public void close() {
        javalin.stop();
    }

    private static void configure(JavalinConfig config, WebSettings settings, WebParts parts) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.concurrency.useVirtualThreads = true;
        config.http.prefer405over404 = true;
        config.http.maxRequestSize = settings.bodyLimit();
        config.jetty.modifyHttpConfiguration(WebServer::limit);
        config.jetty.addConnector((server, http) -> {
            ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(http));
            connector.setHost(settings.host());
            connector.setPort(settings.port());
            connector.setIdleTimeout(IDLE.toMillis());
            return connector;
        });
        config.jetty.modifyServer(server -> prepare(server, settings));
        route(config.routes, settings, parts);
    }

    /** All routes, in one place. */
    private static void route(RoutesConfig routes, WebSettings settings, WebParts parts) {
        Assets assets = new Assets();
        Templates templates = new Templates(assets, parts.readOnly());
        Labels labels = new Labels(parts.registry(), parts.sources());
        Posted posted = new Posted(settings.bodyLimit());
        FormGuard guard = new FormGuard();
        Problems problems = new Problems(templates);
        TagPage tagPage = new TagPage(parts, labels, templates, posted, guard);
        SearchesPage searchesPage = new SearchesPage(parts.search(), parts.savedSearches(), templates, posted, guard);
        Api api = new Api(parts, labels, posted);

        Door door = new Door(settings, parts.access(), guard, parts.clock());

        SearchFeeds feeds =
                new SearchFeeds(parts.search(), labels, parts.access().feedKeys());

        OperationsApi operations = new OperationsApi(parts, posted, guard);

        routes.before(operations::begin);
        routes.before(new Gate(settings));
        routes.before(door::identify);
        routes.beforeMatched(door::admit);
        routes.beforeMatched(ctx -> refuseChangesWhileReadOnly(ctx, parts));
        routes.get("/metrics", operations::metrics, Permission.METRICS);
        routes.get("/health", operations::health, Permission.OPEN);
        routes.get("/health/ready", operations::ready, Permission.METRICS);
        operations.sources().route(routes, Permission.READ);
        operations.jobs().route(routes, Permission.READ);
        routes.post("/api/v1/jobs/{kind}/{name}/run", operations::run, Permission.ADMIN);
        routes.post("/jobs/run", operations::runFromForm, Permission.ADMIN);
        AccessRoutes.add(routes, parts, templates, posted, guard);
        SubscriptionRoutes.add(routes, parts, templates, posted, guard);
        feeds.route(routes);

        PageForms.route(routes, api, parts.search());
        api.actors().route(routes, Permission.READ);
        api.issues().route(routes, Permission.READ);
        routes.get("/", new SearchPage(parts.search(), labels, templates, guard, feeds));
        routes.get("/article/{id}", new ArticlePage(parts.search(), parts.history(), labels, templates));
        routes.get(
                "/stories",
                ctx -> ctx.redirect(
                        "/?show=stories" + (ctx.queryString() == null ? "" : "&" + ctx.queryString()),
                        HttpStatus.SEE_OTHER));
        routes.get("/actors", new ActorsPage(parts.search(), parts.registry(), labels, templates));
        routes.get("/actor/{id}", new ActorPage(parts.search(), parts.registry(), labels, templates, parts.clock()));
        routes.get("/issues", new IssuesPage(parts.search(), parts.registry(), templates));
        routes.get("/issue/{id}", new IssuePage(parts.search(), parts.registry(), labels, templates, parts.clock()));
        routes.get("/events", new EventsPage(parts.search(), labels, templates, feeds));
        routes.get("/event/{article}/{place}", new EventPage(parts.search(), labels, templates));
        routes.get(
                "/figures",
                new FiguresPage(parts.search(), new UsualNames(parts.registry()), labels, templates, feeds));
        routes.get("/searches", searchesPage::list);
        routes.get("/searches/count", searchesPage::count);
        routes.post("/searches", searchesPage::save);
        routes.post("/searches/change", searchesPage::change);
        routes.get("/tag", tagPage::form);
        routes.post("/tag", tagPage::tag, Permission.TAG);
        routes.post("/tag/keep", tagPage::keep);
        CorrectionPage correction = new CorrectionPage(parts, labels, templates, posted, guard);
        routes.get("/correct/{article}", correction::form);
        routes.post("/correct/{article}", correction::save);
        CorrectionsPage correctionsPage = new CorrectionsPage(parts, labels, templates, posted, guard);
        routes.get("/corrections", correctionsPage::list);
        routes.post("/corrections/undo", correctionsPage::undo);
        routes.get("/sources", new SourcesPage(parts, templates, guard));

        routes.get("/api/v1/search", api::articles);
        routes.get("/api/v1/statements", api::statements);
        routes.get("/api/v1/events", api::events);
        routes.get("/api/v1/figures", api::figures);
        routes.get("/api/v1/stories", api::stories);
        routes.get("/api/v1/articles/{id}", api::article);
        routes.get("/api/v1/articles/{id}/history", api::history);
        routes.get("/api/v1/actors/{id}", api::actor);
        routes.get("/api/v1/issues/{id}", api::issue);
        routes.post("/api/v1/tag", api::tag, Permission.TAG);
        routes.post("/api/v1/articles", api::keep);
        CorrectionsApi correctionsApi = new CorrectionsApi(parts, posted);
        correctionsApi.list().route(routes, Permission.READ);
        routes.post("/api/v1/corrections", correctionsApi::add);
        routes.delete("/api/v1/corrections/{number}", correctionsApi::withdraw);
        routes.get("/api/v1/openapi.json", assets::serveApiDescription);

        routes.get("/static/<file>", assets::serve, Permission.OPEN);
        routes.get("/favicon.svg", assets::serveIcon, Permission.OPEN);

        routes.after(Conditional::after);
        routes.after(operations::count);
        routes.exception(HttpResponseException.class, problems::refused);
        routes.exception(QueryException.class, problems::wrongQuery);
        routes.exception(CursorException.class, problems::wrongCursor);
        routes.exception(Exception.class, problems::failed);
    }

    /** Reading and tagging go on while nothing can be written; everything else would fail halfway. */
    private static void refuseChangesWhileReadOnly(Context ctx, WebParts parts) {
        String method = ctx.req().getMethod();
        boolean reads = method.equals("GET")
                || method.equals("HEAD")
                || ctx.routeRoles().contains(Permission.TAG);
        if (!reads) {
            parts.readOnly().get().ifPresent(readOnly -> {
                ctx.header("Retry-After", "60");
                throw new ServiceUnavailableResponse("nothing can be changed now: " + readOnly.reason());
            });
        }
    }

    private static void prepare(Server server, WebSettings settings) {
        server.setStopTimeout(settings.stopWithin().toMillis());
        // Clients that send or take slowly are cut off, so that a few of them cannot hold everything.
        server.setHandler(
                new MinimumDataRateHandler(new GracefulHandler(), SLOWEST_BYTES_PER_SECOND, SLOWEST_BYTES_PER_SECOND));
        server.setErrorHandler(new PlainErrors());
        NetworkConnectionLimit connections = new NetworkConnectionLimit(MOST_CONNECTIONS, server);
        connections.setEndPointIdleTimeout(IDLE_WHEN_FULL.toMillis());
        server.addBean(connections);
    }

    private static void limit(HttpConfiguration http) {
        http.setSendServerVersion(false);
        http.setRequestHeaderSize(LONGEST_HEAD);
    }
}
