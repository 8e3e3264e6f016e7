package org.onrecord.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.onrecord.access.Access;
import org.onrecord.access.NewToken;
import org.onrecord.access.Scope;
import org.onrecord.config.AddressRange;

/** A page for which people must log in, as strangers, people and programs meet it. */
class DoorTest {
    private static final List<AddressRange> LOOPBACK =
            List.of(new AddressRange("127.0.0.0/8"), new AddressRange("::1/128"));

    private static Access access;
    private static WebServer server;
    private static Reader reader;

    @BeforeAll
    static void open() {
        access = Doors.locked(Clock.systemUTC());
        server = start(settings(ProxySettings.NONE, 100_000), access);
        reader = Reader.of(server);
    }

    @AfterAll
    static void close() {
        reader.close();
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/article/01-kestrel-licences-wire", "/actors", "/tag", "/sources?x=1"})
    void aStrangerIsLedToTheLogInAndBack(String path) {
        HttpResponse<String> answer = reader.get(path);

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location"))
                .contains("/login?next=" + URLEncoder.encode(path, StandardCharsets.UTF_8));
        assertThat(answer.body()).doesNotContain("Kestrel");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/search", "/api/v1/articles/01-kestrel-licences-wire", "/api/v1/openapi.json"})
    void aProgramWithoutTokenIsToldWhatIsMissing(String path) {
        HttpResponse<String> answer = reader.get(path);

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate")).contains("Bearer realm=\"OnRecord\"");
        assertThat(answer.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
        assertThat(answer.body()).contains("Authorization: Bearer").doesNotContain("Kestrel");
    }

    @Test
    void whoIsOutsideSeesTheLogInTheStyleAndThatWeLive() {
        String style =
                reader.page("/login").selectXpath("//link[@rel='stylesheet']").attr("href");

        assertThat(reader.get("/login").statusCode()).isEqualTo(200);
        assertThat(reader.get(style).statusCode()).isEqualTo(200);
        assertThat(reader.get("/favicon.svg").statusCode()).isEqualTo(200);
        assertThat(reader.get("/health").statusCode()).isEqualTo(200);
    }

    @Test
    void thePasswordOpensEveryPageUntilLogOut() {
        HttpResponse<String> answer = logIn(reader, Doors.PASSWORD, "/actors", "Sec-Fetch-Site", "same-origin");

        String cookie = answer.headers().allValues("Set-Cookie").getFirst();
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location")).contains("/actors");
        assertThat(cookie).contains("HttpOnly", "SameSite=Lax", "Path=/");
        String session = cookie.substring(0, cookie.indexOf(';'));
        assertThat(reader.get("/", "Cookie", session).statusCode()).isEqualTo(200);
        assertThat(reader.get("/api/v1/search", "Cookie", session).statusCode()).isEqualTo(200);

        Form form = form(reader, "/login");
        HttpResponse<String> out = reader.post(
                "/logout",
                "application/x-www-form-urlencoded",
                "token=" + form.token(),
                "Cookie",
                session + "; " + form.cookie());
        assertThat(out.statusCode()).isEqualTo(303);
        assertThat(reader.get("/", "Cookie", session).statusCode()).isEqualTo(303);
    }

    @Test
    void eachLogInGivesANewSessionAndEndsTheBrowsersOldOne() {
        String first = session(logIn(reader, Doors.PASSWORD, "/"));
        String second = session(logIn(reader, Doors.PASSWORD, "/", "Cookie", first));

        assertThat(second).isNotEqualTo(first);
        assertThat(reader.get("/", "Cookie", first).statusCode()).isEqualTo(303);
        assertThat(reader.get("/", "Cookie", second).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/",
                "//evil.example/",
                "/\\evil.example",
                "/%5c",
                "javascript:alert(1)",
                "",
                "/a\r\nSet-Cookie: x=y"
            })
    void theLogInNeverLeadsAway(String next) {
        HttpResponse<String> answer = logIn(reader, Doors.PASSWORD, next);

        assertThat(answer.headers().firstValue("Location").orElseThrow())
                .matches("/(%5c)?")
                .doesNotContain("evil");
    }

    @Test
    void aWrongPasswordOpensNothing() {
        HttpResponse<String> answer = logIn(reader, "four random words hers", "/");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.headers().allValues("Set-Cookie")).noneMatch(cookie -> cookie.contains("session"));
        assertThat(answer.body()).contains("The name or the password is wrong.").doesNotContain("words hers");
    }

    @Test
    void formsOfOtherSitesAreRefusedAlsoWithASession() {
        String session = session(logIn(reader, Doors.PASSWORD, "/"));

        for (String path : List.of("/tag", "/logout", "/api/v1/tag")) {
            String type = path.startsWith("/api") ? "application/json" : "application/x-www-form-urlencoded";
            assertThat(reader.post(path, type, "{}", "Cookie", session, "Origin", "https://evil.example")
                            .statusCode())
                    .as(path)
                    .isEqualTo(403);
        }
        assertThat(reader.post("/logout", "application/x-www-form-urlencoded", "", "Cookie", session)
                        .statusCode())
                .isEqualTo(403);
        assertThat(reader.get("/logout", "Cookie", session).statusCode()).isEqualTo(405);
        assertThat(reader.get("/", "Cookie", session).statusCode()).isEqualTo(200);
    }

    @Test
    void aTokenOpensWhatItsScopesNameAndNothingOnceItIsRevoked() {
        NewToken reading = access.tokens().create("reading", Set.of(Scope.READ), null);
        NewToken tagging = access.tokens().create("tagging", Set.of(Scope.TAG), null);

        assertThat(bearer("/api/v1/search", reading).statusCode()).isEqualTo(200);
        assertThat(bearer("/api/v1/search", tagging).statusCode()).isEqualTo(403);
        assertThat(tag(tagging).statusCode()).isEqualTo(200);
        HttpResponse<String> refusal = tag(reading);
        assertThat(refusal.statusCode()).isEqualTo(403);
        assertThat(refusal.body()).contains("lacks the scope tag");

        access.tokens().revoke(reading.token().number());
        HttpResponse<String> revoked = bearer("/api/v1/search", reading);
        assertThat(revoked.statusCode()).isEqualTo(401);
        assertThat(revoked.headers().firstValue("WWW-Authenticate").orElseThrow())
                .contains("invalid_token");
    }

    @Test
    void aTokenInTheAddressIsNoToken() {
        NewToken reading = access.tokens().create("in the address", Set.of(Scope.READ), null);

        for (String name : List.of("token", "access_token", "key", "api_key")) {
            assertThat(reader.get("/api/v1/search?" + name + "=" + reading.secret())
                            .statusCode())
                    .isEqualTo(401);
        }
    }

    @Test
    void aNameThatNoTrustedProxyGivesIsNotBelieved() {
        assertThat(reader.get("/api/v1/search", "X-Forwarded-User", "admin").statusCode())
                .isEqualTo(401);
    }

    @Test
    void aTrustedProxySaysOnceWhoComes() {
        ProxySettings proxy = new ProxySettings(LOOPBACK, "X-Forwarded-User");
        try (WebServer behind = start(settings(proxy, 100_000), Doors.open());
                Reader through = Reader.of(behind)) {
            assertThat(through.get("/api/v1/search", "X-Forwarded-User", "ada").statusCode())
                    .isEqualTo(200);
            assertThat(through.get("/api/v1/search").statusCode()).isEqualTo(401);
            assertThat(through.get("/").statusCode()).isEqualTo(401);
            assertThat(through.get("/api/v1/search", "X-Forwarded-User", " ").statusCode())
                    .isEqualTo(401);
            assertThat(through.get("/api/v1/search", "X-Forwarded-User", "ada", "X-Forwarded-User", "eve")
                            .statusCode())
                    .isEqualTo(400);
        }
    }

    @Test
    void underHttpsCookiesAreForHttpsAlone() {
        ProxySettings proxy = new ProxySettings(LOOPBACK, null);
        try (WebServer behind = start(settings(proxy, 100_000), access);
                Reader through = Reader.of(behind)) {
            HttpResponse<String> answer = logIn(through, Doors.PASSWORD, "/", "X-Forwarded-Proto", "https");
            String cookie = answer.headers().allValues("Set-Cookie").getFirst();

            assertThat(cookie).startsWith("__Host-onrecord-session=").contains("Secure");
            assertThat(answer.headers().firstValue("Strict-Transport-Security")).isPresent();
        }
        assertThat(logIn(reader, Doors.PASSWORD, "/", "X-Forwarded-Proto", "https")
                        .headers()
                        .firstValue("Strict-Transport-Security"))
                .isEmpty();
    }

    @Test
    void wrongPasswordsAreCountedByTheAddressBehindTheProxy() {
        ProxySettings proxy = new ProxySettings(LOOPBACK, null);
        try (WebServer behind = start(settings(proxy, 100_000), Doors.locked(Clock.systemUTC()));
                Reader through = Reader.of(behind)) {
            for (int i = 0; i < 5; i++) {
                logIn(through, "wrong", "/", "X-Forwarded-For", "198.51.100.9, 192.0.2.1");
            }
            HttpResponse<String> slow = logIn(through, Doors.PASSWORD, "/", "X-Forwarded-For", "192.0.2.1");
            HttpResponse<String> other = logIn(through, Doors.PASSWORD, "/", "X-Forwarded-For", "192.0.2.2");

            assertThat(slow.statusCode()).isEqualTo(429);
            assertThat(Integer.parseInt(slow.headers().firstValue("Retry-After").orElseThrow()))
                    .isBetween(1, 60);
            assertThat(other.statusCode()).isEqualTo(303);
        }
    }

    @Test
    void aRequestThatAProxyPassedOnIsNotOneOfThisMachine() {
        try (WebServer unprotected = start(settings(ProxySettings.NONE, 100_000), Doors.open());
                Reader through = Reader.of(unprotected)) {
            assertThat(through.get("/").statusCode()).isEqualTo(200);
            assertThat(through.get("/", "X-Forwarded-For", "192.0.2.1").statusCode())
                    .isEqualTo(401);
            assertThat(through.get("/", "Forwarded", "for=192.0.2.1").statusCode())
                    .isEqualTo(401);
        }
    }

    @Test
    void whoAsksTooOftenIsToldWhenToComeBack() {
        try (WebServer slow = start(settings(ProxySettings.NONE, 60), access);
                Reader hurried = Reader.of(slow)) {
            NewToken token = access.tokens().create("hurried", Set.of(Scope.READ), null);
            String[] bearer = {"Authorization", "Bearer " + token.secret()};
            for (int i = 0; i < 6; i++) {
                assertThat(hurried.get("/api/v1/issues/ai-chip-exports", bearer).statusCode())
                        .isEqualTo(200);
            }
            HttpResponse<String> last = hurried.get("/api/v1/issues/ai-chip-exports", bearer);

            assertThat(last.statusCode()).isEqualTo(429);
            assertThat(last.headers().firstValue("Retry-After")).contains("1");
            assertThat(last.headers().firstValue("Content-Type").orElseThrow()).startsWith("application/problem+json");
        }
    }

    @Test
    void whoTriesTokensIsSlowedDownToo() {
        try (WebServer slow = start(settings(ProxySettings.NONE, 60), access);
                Reader guesser = Reader.of(slow)) {
            String[] bearer = {"Authorization", "Bearer onr_" + "x".repeat(43)};
            for (int i = 0; i < 6; i++) {
                assertThat(guesser.get("/api/v1/issues/ai-chip-exports", bearer).statusCode())
                        .isEqualTo(401);
            }

            assertThat(guesser.get("/api/v1/issues/ai-chip-exports", bearer).statusCode())
                    .isEqualTo(429);
        }
    }

    @Test
    void refusesToStartWhereEverybodyCouldComeIn() {
        WebSettings everywhere =
                new WebSettings("0.0.0.0", 0, Set.of(), ProxySettings.NONE, 600, 4_096, Duration.ofSeconds(1));
        WebSettings named = new WebSettings(
                "127.0.0.1", 0, Set.of("news.example"), ProxySettings.NONE, 600, 4_096, Duration.ofSeconds(1));

        for (WebSettings settings : List.of(everywhere, named)) {
            assertThatThrownBy(() -> WebServer.requireLogIn(settings, Doors.open()))
                    .isInstanceOf(WebException.class)
                    .hasMessageContaining("nobody has to log in yet")
                    .hasMessageContaining("onrecord password")
                    .hasMessageContaining("web.proxy");
            WebServer.requireLogIn(settings, access);
        }
        assertThatThrownBy(() -> start(everywhere, Doors.open())).isInstanceOf(WebException.class);
    }

    @Test
    void anUnknownNameTakesAsLongAsAWrongPassword() {
        long known = median(i -> access.logIns().logIn("admin", "wrong " + i, "192.0.2." + i));
        long unknown = median(i -> access.logIns().logIn("nobody" + i, "wrong " + i, "198.51.100." + i));

        assertThat(unknown).isBetween(known / 3, known * 3);
    }

    private static long median(IntConsumer deed) {
        return IntStream.range(0, 15)
                .mapToLong(i -> {
                    long start = System.nanoTime();
                    deed.accept(i);
                    return System.nanoTime() - start;
                })
                .sorted()
                .skip(7)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aBodyOfAGigabyteIsRefusedOnEveryRouteBeforeItComes() throws Exception {
        try (WebServer open = start(settings(ProxySettings.NONE, 100_000), Doors.open())) {
            for (String route : open.routes()) {
                String method = route.substring(0, route.indexOf(' '));
                if (method.equals("POST") || method.equals("PUT")) {
                    String path = route.substring(method.length() + 1).replaceAll("[{}]", "");
                    String type = path.startsWith("/api/") ? "application/json" : "application/x-www-form-urlencoded";
                    try (Socket socket = new Socket("127.0.0.1", open.port())) {
                        socket.getOutputStream()
                                .write((method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: " + type
                                                + "\r\nContent-Length: 1000000000\r\n\r\n")
                                        .getBytes(StandardCharsets.US_ASCII));
                        socket.setSoTimeout(20_000);
                        String status = new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);
                        assertThat(status).as(route).isIn("HTTP/1.1 413", "HTTP/1.1 404");
                    }
                }
            }
        }
    }

    @Test
    void aThousandIdleConnectionsKeepNobodyOut() throws Exception {
        List<Socket> idle = new ArrayList<>();
        try {
            for (int i = 0; i < 1_000; i++) {
                idle.add(new Socket("127.0.0.1", server.port()));
            }
            long start = System.nanoTime();

            assertThat(reader.get("/health").statusCode()).isEqualTo(200);

            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(1));
        } finally {
            for (Socket socket : idle) {
                socket.close();
            }
        }
    }

    @Test
    void whoSendsABodyDropByDropIsCutOff() throws Exception {
        try (WebServer open = start(settings(ProxySettings.NONE, 100_000), Doors.open());
                Socket socket = new Socket("127.0.0.1", open.port())) {
            OutputStream out = socket.getOutputStream();
            out.write(("POST /api/v1/tag HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                            + "Content-Length: 60000\r\n\r\n{")
                    .getBytes(StandardCharsets.US_ASCII));
            socket.setSoTimeout(10_000);
            Thread drops = Thread.startVirtualThread(() -> {
                try {
                    while (true) {
                        out.write(' ');
                        Thread.sleep(300);
                    }
                } catch (IOException | InterruptedException over) {
                    // the server has closed the connection
                }
            });

            String answer = new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);

            drops.interrupt();
            assertThat(answer).isIn("", "HTTP/1.1 408", "HTTP/1.1 400", "HTTP/1.1 500", "HTTP/1.1 503");
        }
    }

    private record Form(String token, String cookie) {}

    private static WebSettings settings(ProxySettings proxy, int requestsPerMinute) {
        return new WebSettings("127.0.0.1", 0, Set.of(), proxy, requestsPerMinute, 65_536, Duration.ofSeconds(1));
    }

    private static WebServer start(WebSettings settings, Access access) {
        return WebServer.start(settings, Newsstand.parts().with(access));
    }

    private static Form form(Reader reader, String path, String... headers) {
        HttpResponse<String> page = reader.get(path, headers);
        Document html = Jsoup.parse(page.body());
        String cookie = page.headers().allValues("Set-Cookie").getFirst();
        return new Form(
                html.selectXpath("//input[@name='token']").attr("value"), cookie.substring(0, cookie.indexOf(';')));
    }

    private static HttpResponse<String> logIn(Reader reader, String password, String next, String... headers) {
        Form form = form(reader, "/login");
        HttpRequest.Builder request = HttpRequest.newBuilder(reader.base().resolve("/login"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "text/html")
                .POST(BodyPublishers.ofString("token=" + form.token() + "&name=admin&password=" + Links.value(password)
                        + "&next=" + Links.value(next)));
        String cookies = form.cookie();
        for (int i = 0; i < headers.length; i += 2) {
            if (headers[i].equals("Cookie")) {
                cookies += "; " + headers[i + 1];
            } else {
                request.header(headers[i], headers[i + 1]);
            }
        }
        return reader.send(request.header("Cookie", cookies));
    }

    private static String session(HttpResponse<String> loggedIn) {
        String cookie = loggedIn.headers().allValues("Set-Cookie").getFirst();
        return cookie.substring(0, cookie.indexOf(';'));
    }

    private static HttpResponse<String> bearer(String path, NewToken token) {
        return reader.get(path, "Authorization", "Bearer " + token.secret());
    }

    private static HttpResponse<String> tag(NewToken token) {
        return reader.post(
                "/api/v1/tag",
                "application/json",
                "{\"text\": \"It rains.\"}",
                "Authorization",
                "Bearer " + token.secret());
    }
}
