package org.onrecord.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.onrecord.config.Problem;
import org.onrecord.config.Problems;
import org.onrecord.digest.RsaKeyFile;
import org.onrecord.json.Json;
import tools.jackson.databind.JsonNode;

class GeneralSettingsTest {
    private static final String SECRET = "pass phrase";

    /** Each key of onrecord.yaml, with a line that gives it a value that is not the default. */
    private static final Map<String, String> EVERY_KEY = Map.ofEntries(
            Map.entry("fetch.contact", "fetch: {contact: ada@example.org}"),
            Map.entry("fetch.timeout", "fetch: {timeout: 31s}"),
            Map.entry("fetch.pageSize", "fetch: {pageSize: 1 MB}"),
            Map.entry("fetch.expandedSize", "fetch: {expandedSize: 30 MB}"),
            Map.entry("fetch.hostDelay", "fetch: {hostDelay: 3s}"),
            Map.entry("fetch.privateNetworks", "fetch: {privateNetworks: [10.0.0.0/8]}"),
            Map.entry("web.host", "web: {host: 127.0.0.2}"),
            Map.entry("web.port", "web: {port: 7272}"),
            Map.entry("web.names", "web: {names: [news.example]}"),
            Map.entry("web.proxy.networks", "web: {proxy: {networks: [127.0.0.1/32]}}"),
            Map.entry("web.proxy.userHeader", "web: {proxy: {networks: [127.0.0.1/32], userHeader: X-User}}"),
            Map.entry("web.requestsPerMinute", "web: {requestsPerMinute: 60}"),
            Map.entry("web.bodyLimit", "web: {bodyLimit: 3 MiB}"),
            Map.entry("web.stopWithin", "web: {stopWithin: 11s}"),
            Map.entry("mail.from", "mail: {from: news@example.org}"),
            Map.entry("mail.webAddress", "mail: {webAddress: 'https://onrecord.example.org'}"),
            Map.entry("mail.smtp.host", "mail: {smtp: {host: mail.example.org}}"),
            Map.entry("mail.smtp.port", "mail: {smtp: {host: mail.example.org, port: 25}}"),
            Map.entry("mail.smtp.security", "mail: {smtp: {host: mail.example.org, security: tls}}"),
            Map.entry("mail.smtp.username", "mail: {smtp: {host: mail.example.org, username: news}}"),
            Map.entry("mail.smtp.timeout", "mail: {smtp: {host: mail.example.org, timeout: 9m}}"),
            Map.entry("mail.unsubscribeTo", "mail: {unsubscribeTo: leave@example.org}"),
            Map.entry("mail.dkim.domain", "mail: {dkim: {domain: example.org, selector: a, keyFile: dkim.pem}}"),
            Map.entry("mail.dkim.selector", "mail: {dkim: {domain: example.com, selector: b, keyFile: dkim.pem}}"),
            Map.entry("mail.dkim.keyFile", "mail: {dkim: {domain: example.com, selector: a, keyFile: other.pem}}"),
            Map.entry("mail.smtp.connections", "mail: {smtp: {host: mail.example.org, connections: 3}}"),
            Map.entry("mail.smtp.mailsPerConnection", "mail: {smtp: {host: mail.example.org, mailsPerConnection: 9}}"),
            Map.entry("mail.smtp.perMinute", "mail: {smtp: {host: mail.example.org, perMinute: 30}}"),
            Map.entry("jobs.threads", "jobs: {threads: 5}"),
            Map.entry("jobs.maintenance", "jobs: {maintenance: 2d}"),
            Map.entry("tag.engine", "tag: {engine: maxent}"),
            Map.entry("tag.workers", "tag: {workers: 200}"),
            Map.entry("tag.longestText", "tag: {longestText: 2000}"),
            Map.entry("tag.leastStandConfidence", "tag: {leastStandConfidence: 0.9}"));

    @TempDir
    private Path folder;

    private final Problems problems = new Problems();

    @Test
    void theSchemaHasTheseKeysAndNoOther() throws IOException {
        Set<String> keys = new TreeSet<>();

        collectKeys(Json.MAPPER.readTree(Files.readString(Path.of("config/schema/onrecord.schema.json"))), "", keys);

        assertThat(keys).isEqualTo(new TreeSet<>(EVERY_KEY.keySet()));
    }

    @TestFactory
    Iterable<DynamicTest> everyKeyIsReadBySomebody() throws Exception {
        RsaKeyFile.write(folder.resolve("dkim.pem"));
        RsaKeyFile.write(folder.resolve("other.pem"));
        return EVERY_KEY.entrySet().stream()
                .map(key -> DynamicTest.dynamicTest(key.getKey(), () -> {
                    GeneralSettings before = read(
                            key.getKey().startsWith("mail.smtp.")
                                            && !key.getKey().equals("mail.smtp.host")
                                    ? "mail: {smtp: {host: mail.example.org}}"
                                    : "",
                            SECRET);

                    GeneralSettings after = read(key.getValue(), SECRET);

                    assertThat(problems.list()).isEmpty();
                    assertThat(after).isNotEqualTo(before);
                }))
                .toList();
    }

    @Test
    void theShippedFileSaysWhatTheDefaultsAre() throws IOException {
        GeneralSettings defaults = read("", null);
        String shipped = Files.readString(Path.of("config/onrecord.yaml"));
        String withoutAMailServer =
                shipped.replaceAll("(?m)^#   (?:webAddress|unsubscribeTo|dkim|smtp):.*\\n(?:#     .*\\n)*", "");
        int settings = withoutAMailServer.indexOf("# fetch:");
        String uncommented = withoutAMailServer
                .substring(settings)
                .replaceAll("(?m)^# (?=(?: {2})?[a-zA-Z]+:)", "")
                .replaceAll("(?m)^  workers: .*\\n", "");

        GeneralSettings written = read(uncommented, null);

        assertThat(uncommented).contains("\n  hostDelay: ", "\n  maintenance: ", "\n  from: ");
        assertThat(problems.list()).isEmpty();
        assertThat(written).isEqualTo(defaults);
    }

    @Test
    void whatGoesTogetherWrongIsAProblemToo() throws IOException {
        read("""
                fetch:
                  contact: nobody
                  pageSize: 100 MB
                  expandedSize: 90 MB
                web:
                  proxy: {userHeader: X-Forwarded-User}
                jobs:
                  maintenance: 0s
                """, null);

        assertThat(problems.list())
                .extracting(Problem::line, Problem::key)
                .containsExactly(
                        tuple(2, "fetch.contact"),
                        tuple(4, "fetch.expandedSize"),
                        tuple(6, "web"),
                        tuple(8, "jobs.maintenance"));
    }

    private GeneralSettings read(String yaml, @Nullable String password) throws IOException {
        Files.writeString(folder.resolve("onrecord.yaml"), yaml);
        return GeneralSettings.read(folder, password, problems);
    }

    private static void collectKeys(JsonNode schema, String path, Set<String> keys) {
        if (schema.has("properties")) {
            schema.path("properties")
                    .properties()
                    .forEach(property -> collectKeys(
                            property.getValue(),
                            path.isEmpty() ? property.getKey() : path + "." + property.getKey(),
                            keys));
        } else {
            keys.add(path);
        }
    }
}
