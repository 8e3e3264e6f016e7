package org.onrecord.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onrecord.access.Access;
import org.onrecord.access.Scope;
import org.onrecord.digest.RsaKeyFile;
import org.onrecord.digest.ScriptedSmtpServer;
import org.onrecord.digest.ScriptedSmtpServer.Step;
import org.onrecord.json.Json;
import org.onrecord.state.StateStore;

/**
 * Starts the whole server with secrets planted in it, lets things go wrong, and looks for the secrets in everything that
 * somebody could see: the log, every page, feed and API answer, the commands, the mails.
 */
class PlantedSecretsTest {
    private static final String SMTP_PASSWORD = "Pl4nted-smtp-Passw0rd";
    private static final String WEB_PASSWORD = "Pl4nted web password 77";
    private static final String FEED_PASSWORD = "Pl4nted-feed-Passw0rd";
    private static final String LINK_PASSWORD = "Pl4nted-link-Passw0rd";
    private static final int MOST_PAGES = 250;

    @TempDir
    private Path folder;

    private final Map<String, byte[]> secrets = new LinkedHashMap<>();
    private final Map<String, String> seen = new LinkedHashMap<>();

    @Test
    void noSecretIsInAnythingThatSomebodyCouldSee() throws Exception {
        Map<String, Step> refusing = Map.of("AUTH", Step.reply("535 5.7.8 authentication failed"));
        try (PageServer pages = new PageServer();
                ScriptedSmtpServer mail = ScriptedSmtpServer.start(List.of(refusing))) {
            Home home = home(pages, mail.port());
            String token = plant(home);
            run("check", home, "config check");
            assertThat(seen.get("check")).contains("sources.yaml", "***@", "exit 1");
            write(home, "sources.yaml", sources(pages));

            Process server = start(
                    home, "run", Main.class, List.of("--home", home.folder().toString(), "run"));
            try {
                URI base = address(server);
                misuse(base, token);
                mail(base, home, token);
                crawl(base, token);
                runCommands(home);
            } finally {
                server.destroy();
                assertThat(server.waitFor(60, TimeUnit.SECONDS)).isTrue();
            }
            seen.put("log", Files.readString(home.folder().resolve("run.log")));
            assertThat(mail.commands()).anyMatch(command -> command.startsWith("AUTH"));
            assertThat(seen.get("log")).contains("INFO", "WARN", "ERROR");
        }
        assertThat(secrets).hasSizeGreaterThan(8);
        assertThat(seen).hasSizeGreaterThan(60);
        assertThat(seen.values())
                .as("pages with the article")
                .anyMatch(text -> text.contains("number seven was a mistake"));
        secrets.forEach((name, secret) -> forms(secret)
                .forEach(form -> seen.forEach((where, text) -> assertThat(text.contains(form))
                        .as(name + " in " + where)
                        .isFalse())));
    }

    private Home home(PageServer pages, int mailPort) throws IOException {
        pages.put("/feed.xml", "application/rss+xml", """
                <rss version="2.0"><channel><title>Feed</title>
                <item><title>Rule seven</title><link>%s</link></item>
                <item><title>Gone</title><link>%s</link></item></channel></rss>""".formatted(
                withPassword(pages.uri("/a/1"), LINK_PASSWORD), withPassword(pages.uri("/a/404"), LINK_PASSWORD)));
        pages.put("/a/1", "text/html; charset=utf-8", """
                <html lang="en"><head><title>Rule seven</title></head><body><article><h1>Rule seven</h1>
                <p>Ada Lindqvist, chief executive of Orrin, said on Tuesday that rule number seven was a mistake.</p>
                <p>The chipmaker had asked the ministry for a licence in the week before, and got no answer to it.</p>
                </article></body></html>""");
        Home home = SmallHome.at(folder.resolve("home"), pages.uri("/feed.xml"));
        RsaKeyFile.write(home.config().resolve("dkim.pem"));
        write(home, "onrecord.yaml", """
                fetch:
                  hostDelay: PT0.005S
                  privateNetworks: [127.0.0.0/8]
                web:
                  port: 0
                  requestsPerMinute: 60000
                mail:
                  from: record@example.org
                  webAddress: http://127.0.0.1
                  smtp: {host: 127.0.0.1, port: %d, security: none, username: mailer, timeout: 20s}
                  dkim: {domain: example.org, selector: s1, keyFile: dkim.pem}
                """.formatted(mailPort));
        write(
                home,
                "sources.yaml",
                sources(pages)
                        .replace("http://127.0.0.1", withPassword(URI.create("http://127.0.0.1"), FEED_PASSWORD)));
        return home;
    }

    private static String sources(PageServer pages) {
        return """
                sources:
                  - {id: feed, name: Feed, kind: feed, url: "%s", every: 15m, rights: text}
                  - {id: broken, name: Broken, kind: feed, url: "%s", every: 15m, rights: text}
                  - {id: away, name: Away, kind: feed, url: "http://127.0.0.1:1/x", every: 15m, rights: text}
                """.formatted(pages.uri("/feed.xml"), pages.uri("/none.xml"));
    }

    private static String withPassword(URI uri, String password) {
        return uri.toString().replace("://", "://ada:" + password + "@");
    }

    /** Puts secrets into the home, and returns the token of an administrator. */
    private String plant(Home home) throws IOException {
        secret("SMTP password", SMTP_PASSWORD);
        secret("web password", WEB_PASSWORD);
        secret("password of a source", FEED_PASSWORD);
        secret("password in a link", LINK_PASSWORD);
        String pem = Files.readString(home.config().resolve("dkim.pem"));
        secret("DKIM key", pem.lines().skip(3).findFirst().orElseThrow());
        Clock clock = Clock.systemUTC();
        try (StateStore state = StateStore.open(home.state())) {
            Access access = new Access(state, clock);
            access.logIns().setPassword("admin", WEB_PASSWORD);
            String token = access.tokens()
                    .create("program", Set.of(Scope.READ, Scope.TAG, Scope.METRICS, Scope.ADMIN), null)
                    .secret();
            secret("token", token);
            String hook = "whsec_" + Base64.getEncoder().encodeToString("Pl4nted webhook signing key".getBytes(UTF_8));
            secret("webhook key", hook.substring("whsec_".length()));
            state.webhooks().add("hook", URI.create("http://127.0.0.1:1/hook"), "rule", hook, clock.instant());
            for (String purpose : List.of("feeds", "links")) {
                secret("key for " + purpose, "Pl4nted key for all " + purpose + " here");
                state.homeKeys().get(purpose, () -> secrets.get("key for " + purpose));
            }
            state.subscriptions().ask("x@example.org", "this is no choice", clock.instant());
            return token;
        }
    }

    private void secret(String name, String word) {
        secrets.put(name, word.getBytes(UTF_8));
    }

    /** What strangers and people in a hurry do. */
    private void misuse(URI base, String token) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> form = get(client, base, "/login");
            String field = Jsoup.parse(form.body()).select("input[name=token]").attr("value");
            String cookie =
                    form.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
            for (String password : List.of(WEB_PASSWORD + "!", WEB_PASSWORD)) {
                HttpResponse<String> answer = client.send(
                        HttpRequest.newBuilder(base.resolve("/login"))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .header("Cookie", cookie)
                                .POST(BodyPublishers.ofString("name=admin&token=" + field + "&password="
                                        + URLEncoder.encode(password, UTF_8)))
                                .build(),
                        BodyHandlers.ofString());
                seen.put("log-in with " + password.length() + " characters", answer.body());
                answer.headers().allValues("Set-Cookie").stream()
                        .filter(set -> set.startsWith("onrecord-session=") || set.contains("session"))
                        .map(set -> set.substring(set.indexOf('=') + 1).split(";", 2)[0])
                        .filter(value -> value.length() > 20)
                        .forEach(value -> secret("session", value));
            }
            see(client, base, "/api/v1/subscriptions/1", "Authorization", "Bearer " + token);
            assertThat(seen.get("/api/v1/subscriptions/1")).contains("\"status\":500");
            see(client, base, "/api/v1/search?q=%22a", "Authorization", "Bearer " + token);
            see(client, base, "/api/v1/search", "Authorization", "Bearer " + token + "x");
            see(client, base, "/api/v1/search", "Authorization", "Basic " + basic());
            see(client, base, "/nowhere?token=" + token, "Accept", "text/html");
            HttpResponse<String> bad = client.send(
                    HttpRequest.newBuilder(base.resolve("/api/v1/tag"))
                            .header("Content-Type", "application/json")
                            .header("Authorization", "Bearer " + token)
                            .POST(BodyPublishers.ofString("{\"text\": "))
                            .build(),
                    BodyHandlers.ofString());
            seen.put("a body that is no JSON", bad.body());
        }
    }

    private static String basic() {
        return Base64.getEncoder().encodeToString(("admin:" + WEB_PASSWORD).getBytes(UTF_8));
    }

    /** A mail that its server lets nobody hand over, and one as a preview. */
    private void mail(URI base, Home home, String token) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            post(client, base, token, "/api/v1/subscriptions", """
                    {"email": "bo@example.org", "kind": "alert", "queries": ["rule"], "zone": "Asia/Taipei"}""");
            post(client, base, token, "/api/v1/jobs/care/mail/run", "{}");
            await(() -> Files.readString(home.folder().resolve("run.log")).contains("535 5.7.8"));
            await(() -> get(client, base, "/api/v1/search", "Authorization", "Bearer " + token)
                    .body()
                    .contains("\"total\":1"));
        }
        try (StateStore state = StateStore.openReadOnly(home.state())) {
            state.deliveries()
                    .due(Clock.systemUTC().instant().plus(Duration.ofDays(1)), 10)
                    .forEach(mail -> seen.put("mail to " + mail.subscriber(), new String(mail.message(), UTF_8)));
        }
        assertThat(seen).containsKey("mail to bo@example.org");
    }

    private void post(HttpClient client, URI base, String token, String path, String body) throws Exception {
        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(base.resolve(path))
                        .header("Content-Type", "application/json")
                        .header("Authorization", "Bearer " + token)
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
        seen.put("POST " + path, answer.body());
        assertThat(answer.statusCode()).as(path + answer.body()).isEqualTo(202);
    }

    /** Every page that can be reached from the first by links, with its other forms, and what the API describes. */
    private void crawl(URI base, String token) throws Exception {
        Set<String> known = new LinkedHashSet<>(
                List.of("/", "/health", "/health/ready", "/metrics", "/mails", "/tokens", "/webhooks"));
        try (HttpClient client = HttpClient.newHttpClient()) {
            String description = see(client, base, "/api/v1/openapi.json", "Authorization", "Bearer " + token);
            Json.MAPPER.readTree(description).get("paths").forEachEntry((path, operations) -> {
                if (operations.has("get") && !path.contains("{")) {
                    known.add(path);
                }
            });
            Deque<String> todo = new ArrayDeque<>(known);
            for (int pages = 0; !todo.isEmpty() && pages < MOST_PAGES; pages++) {
                String path = todo.poll();
                String body = see(client, base, path, "Authorization", "Bearer " + token, "Accept", "text/html");
                for (String href : Jsoup.parse(body, base.resolve(path).toString())
                        .select("a[href], link[rel=alternate]")
                        .eachAttr("abs:href")) {
                    String next = href.startsWith(base.toString())
                            ? href.substring(base.toString().length() - 1)
                            : "";
                    next = next.replaceFirst("#.*", "");
                    if (!next.isEmpty() && known.add(next)) {
                        todo.add(next);
                    }
                }
            }
        }
    }

    private void runCommands(Home home) throws Exception {
        Path backup = folder.resolve("backup");
        run(
                "commands",
                home,
                "doctor",
                "config check",
                "source list",
                "source health",
                "opml export",
                "digest list --json",
                "digest history",
                "digest preview daily",
                "digest send daily",
                "alert list",
                "token list",
                "webhook list",
                "searches",
                "backup " + backup);
        assertThat(seen.get("commands")).contains("Subject: ", "List-Unsubscribe: ", "all is well", "535 5.7.8");
        seen.put("manifest of the backup", Files.readString(backup.resolve("SHA256SUMS")));
    }

    /** Runs commands one after the other, in a process that has the password in its environment. */
    static final class Commands {
        private Commands() {}

        public static void main(String[] arguments) {
            Cli cli = new Cli(new Home(Path.of(arguments[0])));
            for (String command : List.of(arguments).subList(1, arguments.length)) {
                Cli.Result result = cli.run(command.split(" "));
                System.out.println("$ " + command + "\n" + result.out() + result.err() + "exit " + result.exit());
            }
        }
    }

    private String see(HttpClient client, URI base, String path, String... headers) throws Exception {
        HttpResponse<String> answer = get(client, base, path, headers);
        String all = answer.headers().map() + "\n" + answer.body();
        seen.merge(path, all, String::concat);
        return answer.body();
    }

    private static HttpResponse<String> get(HttpClient client, URI base, String path, String... headers)
            throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path));
        return client.send((headers.length == 0 ? request : request.headers(headers)).build(), BodyHandlers.ofString());
    }

    private void run(String name, Home home, String... commands) throws Exception {
        List<String> arguments = new ArrayList<>(List.of(home.folder().toString()));
        arguments.addAll(List.of(commands));
        Process process = start(home, name, Commands.class, arguments);
        String out = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        seen.put(name, out + Files.readString(home.folder().resolve(name + ".log")));
    }

    /** A process as the launcher starts it: with the shipped log and the password in the environment. */
    private static Process start(Home home, String log, Class<?> main, List<String> arguments) throws IOException {
        List<String> words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "--enable-native-access=ALL-UNNAMED",
                "-Dlogback.configurationFile=config/logback.xml",
                "-Donrecord.log=INFO",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                main.getName()));
        words.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(words)
                .redirectError(home.folder().resolve(log + ".log").toFile());
        builder.environment().put(Settings.PASSWORD, SMTP_PASSWORD);
        return builder.start();
    }

    private URI address(Process server) throws IOException {
        Pattern page = Pattern.compile("web page: (\\S+)");
        BufferedReader lines = server.inputReader();
        StringBuilder console = new StringBuilder();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            seen.put("console", console.append(line).append('\n').toString());
            Matcher matcher = page.matcher(line);
            if (matcher.find()) {
                return URI.create(matcher.group(1));
            }
        }
        throw new AssertionError("the server did not start: " + console);
    }

    private static void await(Condition condition) throws Exception {
        long end = System.nanoTime() + Duration.ofMinutes(3).toNanos();
        while (!condition.holds()) {
            assertThat(System.nanoTime()).as("waited for 3 minutes").isLessThan(end);
            Thread.sleep(500);
        }
    }

    private interface Condition {
        boolean holds() throws Exception;
    }

    private static void write(Home home, String file, String text) throws IOException {
        Files.writeString(home.config().resolve(file), text);
    }

    /** The ways in which a secret could stand in a text: as it is, in an address, and within something in Base64. */
    private static Set<String> forms(byte[] secret) {
        Set<String> forms = new LinkedHashSet<>();
        String word = new String(secret, UTF_8);
        if (word.chars().allMatch(c -> c >= ' ' && c < 127)) {
            forms.add(word);
            forms.add(URLEncoder.encode(word, UTF_8));
            forms.add(URLEncoder.encode(word, UTF_8).replace("+", "%20"));
        }
        for (int before = 0; before < 3; before++) {
            byte[] shifted = new byte[before + secret.length];
            System.arraycopy(secret, 0, shifted, before, secret.length);
            // The first and last characters depend on the bytes around.
            int whole = shifted.length / 3 * 4;
            for (Base64.Encoder encoder : List.of(Base64.getEncoder(), Base64.getUrlEncoder())) {
                forms.add(encoder.encodeToString(shifted).substring(before == 0 ? 0 : 4, whole));
            }
        }
        return forms;
    }
}
