package org.onrecord.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.onrecord.SharedMaterial;
import org.onrecord.fetch.FetchOutcome.Fetched;
import org.onrecord.fetch.FetchOutcome.Refused;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Runs tables of hostile addresses, names, redirects and robots.txt files that lie beside the project, if they do. */
class HostileTablesTest {
    private static final Path SHARED = SharedMaterial.at("");
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String PUBLIC = "93.184.215.14";

    @Test
    void dialsNoAddressThatTheTableBlocks() throws IOException {
        AddressGuard guard = new AddressGuard(List.of());
        List<String> wrong = new ArrayList<>();
        for (JsonNode row : rows("hostile/ssrf/urls.jsonl")) {
            String decision;
            try {
                WebAddress address = WebAddress.parse(row.path("url").asString());
                List<InetSocketAddress> dialled =
                        new GuardedNames(host -> List.of(ip(PUBLIC)), guard).resolve(address.host(), address.port());
                boolean asExpected = dialled.equals(
                        List.of(new InetSocketAddress(ip(row.path("address").asString("0.0.0.0")), address.port())));
                decision = asExpected ? "allow" : "dials " + dialled;
            } catch (RefusedException e) {
                decision = "block";
            }
            if (!decision.equals(row.path("expect").asString())) {
                wrong.add(decision + ": " + row);
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void dialsOnlyCheckedAddressesOfNames() throws Exception {
        for (JsonNode row : rows("hostile/ssrf/dns.jsonl")) {
            List<String> dialled = new ArrayList<>();
            try (FakeServer server = FakeServer.answering(FakeServer.text("200 OK", "", "x"));
                    HttpFetcher fetcher = fetcher(new TableNames(row.path("answers")), dialled, server)) {
                for (int i = 0; i < 4; i++) {
                    FetchOutcome outcome = fetcher.fetch(request(row.path("url").asString()));
                    if (row.path("expect").asString().equals("block")) {
                        assertThat(outcome).as(row.toString()).isInstanceOf(Refused.class);
                    }
                }
            }
            assertThat(dialled).as(row.toString()).allMatch(address -> address.equals(PUBLIC + ":80"));
            if (row.path("expect").asString().equals("allow")) {
                assertThat(dialled).isNotEmpty();
            }
        }
    }

    @Test
    void isNotLedToPrivateAddressesByChainsOfRedirects() throws Exception {
        for (JsonNode row : rows("hostile/ssrf/redirect-chains.jsonl")) {
            Map<String, List<String>> locations = new TreeMap<>();
            for (JsonNode hop : row.path("hops")) {
                if (hop.path("status").isNumber()) {
                    locations.put(hop.path("from").asString(), texts(hop.path("to")));
                }
            }
            String first = row.path("hops").get(0).path("from").asString();
            if (!first.startsWith("http://") || locations.isEmpty()) {
                continue; // a fake server has no certificate, and pages are not read for instructions
            }
            List<String> dialled = new ArrayList<>();
            try (FakeServer server = new FakeServer(path -> {
                        List<String> to = locations.getOrDefault("http://public.example" + path, List.of());
                        String headers = String.join(
                                "",
                                to.stream().map(l -> "Location: " + l + "\r\n").toList());
                        boolean known = locations.containsKey("http://public.example" + path);
                        return FakeServer.text(known ? "302 Found" : "404 Not Found", headers, "");
                    });
                    HttpFetcher fetcher = fetcher(TableNames.INWARD, dialled, server)) {
                FetchOutcome outcome = fetcher.fetch(request(first));

                assertThat(outcome).as(row.toString()).isNotInstanceOf(Fetched.class);
                if (row.path("blocked_at_hop").asString("").equals("1") && !first.endsWith("robots.txt")) {
                    assertThat(outcome).as(row.toString()).isInstanceOf(Refused.class);
                }
                assertThat(server.paths()).hasSizeLessThanOrEqualTo(10);
            }
            assertThat(dialled).as(row.toString()).isNotEmpty().allMatch(address -> address.startsWith(PUBLIC + ":"));
        }
    }

    @Test
    void readsRobotsTxtAsTheStandardDoes() throws IOException {
        Map<String, List<String>> wrong = new TreeMap<>();
        for (JsonNode row : rows("robots/cases.jsonl")) {
            byte[] robots = row.has("robots_b64")
                    ? Base64.getDecoder().decode(row.path("robots_b64").asString())
                    : row.path("robots").asString().getBytes(StandardCharsets.UTF_8);
            String agent = row.path("user_agent").asString().toLowerCase(java.util.Locale.ROOT);
            String url = row.path("url").asString();
            RobotsFile file = RobotsFile.parse("http://foo.bar/robots.txt", robots, agent, 512_000, Duration.ofDays(1));
            boolean allowed = file.verdict(url) instanceof RobotsVerdict.Allowed;
            if (allowed != row.path("allowed").asBoolean()) {
                wrong.computeIfAbsent(row.path("level").asString(), level -> new ArrayList<>())
                        .add(row.path("id").asString());
            }
        }
        assertThat(wrong).doesNotContainKeys("rfc", "rfc_not_google", "google_only");
    }

    /** Names with the answers of a row, one list for each look-up and the last one for ever. */
    private static final class TableNames implements NameResolver {
        /** Names that say what they are. */
        private static final NameResolver INWARD = host -> switch (host) {
            case "169-254-169-254.sslip.example" -> List.of(ip("169.254.169.254"));
            case "rebind.example" -> List.of(ip("127.0.0.1"));
            default -> List.of(ip(PUBLIC));
        };

        private final JsonNode answers;
        private int lookUps;

        private TableNames(JsonNode answers) {
            this.answers = answers;
        }

        @Override
        public synchronized List<InetAddress> resolve(String host) throws UnknownHostException {
            JsonNode answer = answers.get(Math.min(lookUps++, answers.size() - 1));
            List<InetAddress> addresses = new ArrayList<>();
            for (String address : texts(answer)) {
                addresses.add(ip(address));
            }
            return addresses;
        }
    }

    private static HttpFetcher fetcher(NameResolver names, List<String> dialled, FakeServer server) {
        return new HttpFetcher(
                FetchSettings.DEFAULT.withDelay(Duration.ZERO),
                Clock.systemUTC(),
                Ticks.SYSTEM,
                names,
                proxy -> new RecordingSocket(dialled, server.port()));
    }

    private static FetchRequest request(String url) throws RefusedException {
        return FetchRequest.of(WebAddress.parse(url).uri());
    }

    private static InetAddress ip(String address) throws UnknownHostException {
        return InetAddress.getByName(address);
    }

    private static List<String> texts(JsonNode node) {
        List<String> texts = new ArrayList<>();
        if (node.isArray()) {
            node.forEach(each -> texts.add(each.asString()));
        } else {
            texts.add(node.asString());
        }
        return texts;
    }

    private static List<JsonNode> rows(String file) throws IOException {
        Path table = SHARED.resolve(file);
        assumeTrue(Files.exists(table), "the table " + table + " is not here");
        List<JsonNode> rows = new ArrayList<>();
        for (String line : Files.readAllLines(table)) {
            if (!line.isBlank()) {
                rows.add(JSON.readTree(line));
            }
        }
        return rows;
    }
}
