package org.onrecord.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.onrecord.json.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Holds the description of the API against the server: every route for programs is described and every description is of a
 * route, and real answers, refusals too, have the described form and no undescribed field.
 */
class ApiContractTest {
    /** Requests to each operation and the statuses that they get; an operation without one fails the test. */
    private static final Map<String, List<Example>> EXAMPLES = Map.ofEntries(
            examples(
                    "articles",
                    get("/api/v1/search?q=Kestrel", 200),
                    get("/api/v1/search?facets=true&limit=3", 200),
                    get("/api/v1/search?q=kestrol+unheardof", 200),
                    get("/api/v1/search?q=%22a", 400),
                    get("/api/v1/search?limit=0", 400)),
            examples("statements", get("/api/v1/statements?q=chips", 200), get("/api/v1/statements?q=act:xx", 400)),
            examples("events", get("/api/v1/events", 200), get("/api/v1/events?offset=-1", 400)),
            examples("figures", get("/api/v1/figures", 200), get("/api/v1/figures?sort=size", 400)),
            examples(
                    "article",
                    get("/api/v1/articles/01-kestrel-licences-wire", 200),
                    get("/api/v1/articles/22-think-tank-study", 200),
                    get("/api/v1/articles/none", 404)),
            examples(
                    "articleHistory",
                    get("/api/v1/articles/01-kestrel-licences-wire/history", 200),
                    get("/api/v1/articles/none/history", 404)),
            examples(
                    "actor",
                    get("/api/v1/actors/dale-okerlund", 200),
                    get("/api/v1/actors/corvane-devices", 200),
                    get("/api/v1/actors/nobody", 404)),
            examples("issue", get("/api/v1/issues/ai-chip-exports", 200), get("/api/v1/issues/none", 404)),
            examples(
                    "tag",
                    post("/api/v1/tag", "application/json", "{\"text\": \"\\\"It rains,\\\" said Ada Pell.\"}", 200),
                    post("/api/v1/tag", "text/plain", "\"It rains,\" said Ada Pell.", 200),
                    post("/api/v1/tag", "application/json", "{}", 400),
                    post("/api/v1/tag", "application/json", "[]", 400),
                    post("/api/v1/tag", "text/html", "<p>x", 415),
                    post("/api/v1/tag", "text/plain", "x".repeat(3_000_000), 413)),
            examples("stories", get("/api/v1/stories?q=chips&facets=true", 200), get("/api/v1/stories?q=%22a", 400)),
            examples("actors", get("/api/v1/actors", 200), get("/api/v1/actors?name=oker", 200)),
            examples("issues", get("/api/v1/issues", 200)),
            examples(
                    "keepText",
                    post(
                            "/api/v1/articles",
                            "application/json",
                            "{\"text\": \"It rains.\", \"actor\": \"dale-okerlund\"}",
                            201),
                    post("/api/v1/articles", "text/plain", "It rains.", 201),
                    post("/api/v1/articles", "application/json", "{\"text\": \"x\", \"actor\": \"nobody\"}", 400)),
            examples(
                    "correct",
                    post(
                            "/api/v1/corrections",
                            "application/json",
                            "{\"article\":\"01-kestrel-licences-wire\",\"words\":\"a sensible outcome\",\"act\":\"warn\"}",
                            201),
                    post("/api/v1/corrections", "application/json", "{\"article\":\"none\",\"words\":\"x\"}", 404),
                    post(
                            "/api/v1/corrections",
                            "application/json",
                            "{\"article\":\"01-kestrel-licences-wire\",\"words\":\"x\",\"statement\":1}",
                            400)),
            examples("corrections", get("/api/v1/corrections", 200)),
            examples(
                    "withdrawCorrection",
                    new Example("DELETE", "/api/v1/corrections/1", "", "", 204),
                    new Example("DELETE", "/api/v1/corrections/1", "", "", 404)),
            examples("tokens", get("/api/v1/tokens", 200)),
            examples(
                    "createToken",
                    post("/api/v1/tokens", "application/json", "{\"name\":\"a\",\"scopes\":[\"read\"]}", 201),
                    post(
                            "/api/v1/tokens",
                            "application/json",
                            "{\"name\":\"b\",\"scopes\":[\"tag\"],\"lasts\":\"2d\"}",
                            201),
                    post("/api/v1/tokens", "application/json", "{\"name\":\"\",\"scopes\":[\"read\"]}", 400),
                    post("/api/v1/tokens", "application/json", "{\"name\":\"c\",\"scopes\":[]}", 400),
                    post("/api/v1/tokens", "application/json", "{\"name\":\"c\",\"scopes\":[\"all\"]}", 400)),
            examples(
                    "revokeToken",
                    new Example("DELETE", "/api/v1/tokens/1", "", "", 204),
                    new Example("DELETE", "/api/v1/tokens/99", "", "", 404),
                    new Example("DELETE", "/api/v1/tokens/x", "", "", 404)),
            examples("description", get("/api/v1/openapi.json", 200)),
            examples("atomFeed", get("/search.atom?q=Kestrel", 200), get("/search.atom?q=%22a", 400)),
            examples("jsonFeed", get("/search.feed.json?q=Kestrel", 200), get("/search.feed.json?q=%22a", 400)),
            examples("statementsAtom", get("/statements.atom?q=Kestrel", 200), get("/statements.atom?q=act:xx", 400)),
            examples("statementsJsonFeed", get("/statements.feed.json?q=Kestrel", 200)),
            examples("eventsAtom", get("/events.atom", 200), get("/events.atom?q=%22a", 400)),
            examples("eventsJsonFeed", get("/events.feed.json", 200)),
            examples("figuresAtom", get("/figures.atom", 200), get("/figures.atom?q=%22a", 400)),
            examples("figuresJsonFeed", get("/figures.feed.json", 200)),
            examples("webhooks", get("/api/v1/webhooks", 200)),
            examples(
                    "addWebhook",
                    post(
                            "/api/v1/webhooks",
                            "application/json",
                            "{\"name\":\"a\",\"url\":\"https://hooks.example/a\",\"query\":\"chips\"}",
                            201),
                    post(
                            "/api/v1/webhooks",
                            "application/json",
                            "{\"name\":\"a\",\"url\":\"http://127.0.0.1/\",\"query\":\"chips\"}",
                            400),
                    post(
                            "/api/v1/webhooks",
                            "application/json",
                            "{\"name\":\"a\",\"url\":\"https://hooks.example/a\",\"query\":\"(chips\"}",
                            400)),
            examples("webhook", get("/api/v1/webhooks/99", 404), get("/api/v1/webhooks/x", 404)),
            examples("removeWebhook", new Example("DELETE", "/api/v1/webhooks/99", "", "", 404)),
            examples("testWebhook", new Example("POST", "/api/v1/webhooks/99/test", "", "", 404)),
            examples("enableWebhook", new Example("POST", "/api/v1/webhooks/99/enable", "", "", 404)),
            examples("subscriptions", get("/api/v1/subscriptions", 200)),
            examples(
                    "askForSubscription",
                    post(
                            "/api/v1/subscriptions",
                            "application/json",
                            "{\"email\":\"ada@example.org\",\"kind\":\"digest\",\"queries\":[\"chips\"],\"days\":[\"monday\"],"
                                    + "\"at\":\"07:30\",\"zone\":\"Asia/Taipei\"}",
                            202),
                    post("/api/v1/subscriptions", "application/json", "{\"email\":\"ada@example.org\"}", 400),
                    post(
                            "/api/v1/subscriptions",
                            "application/json",
                            "{\"email\":\"none\",\"kind\":\"alert\",\"queries\":[\"chips\"]}",
                            400)),
            examples("subscription", get("/api/v1/subscriptions/99", 404), get("/api/v1/subscriptions/x", 404)),
            examples("endSubscription", new Example("DELETE", "/api/v1/subscriptions/99", "", "", 404)),
            examples("savedSearches", get("/api/v1/searches", 200)),
            examples(
                    "saveSearch",
                    post("/api/v1/searches", "application/json", "{\"name\":\"a\",\"query\":\"chips\"}", 201),
                    post("/api/v1/searches", "application/json", "{\"name\":\"b\",\"query\":\"(chips\"}", 400),
                    post("/api/v1/searches", "application/json", "{\"name\":\"\",\"query\":\"chips\"}", 400)),
            examples("savedSearch", get("/api/v1/searches/1", 200), get("/api/v1/searches/99", 404)),
            examples(
                    "changeSearch",
                    new Example(
                            "PUT", "/api/v1/searches/1", "application/json", "{\"name\":\"c\",\"query\":\"h20\"}", 200),
                    new Example("PUT", "/api/v1/searches/99", "application/json", "{}", 404)),
            examples(
                    "deleteSearch",
                    new Example("DELETE", "/api/v1/searches/1", "", "", 204),
                    new Example("DELETE", "/api/v1/searches/1", "", "", 404)),
            examples("sources", get("/api/v1/sources", 200)),
            examples("jobs", get("/api/v1/jobs", 200)),
            examples(
                    "runJob",
                    new Example("POST", "/api/v1/jobs/care/webhooks/run", "", "", 202),
                    new Example("POST", "/api/v1/jobs/care/none/run", "", "", 404),
                    new Example("POST", "/api/v1/jobs/digest/webhooks/run", "", "", 404)),
            examples("metrics", get("/metrics", 200)),
            examples(
                    "mails",
                    get("/api/v1/mails", 200),
                    get("/api/v1/mails?status=lost", 400),
                    get("/api/v1/mails?to=nobody", 400),
                    get("/api/v1/mails?limit=0", 400)),
            examples("ready", get("/health/ready", 200)),
            examples("health", get("/health", 200)));

    private static WebServer server;
    private static Reader reader;
    private static JsonNode description;

    private record Example(String method, String path, String type, String body, int status) {}

    @BeforeAll
    static void open() {
        server = WebServer.start(WebSettings.defaults().withPort(0), Newsstand.parts());
        reader = Reader.of(server);
        description = reader.json("/api/v1/openapi.json");
    }

    @AfterAll
    static void close() {
        reader.close();
        server.close();
    }

    @Test
    void everyRouteForProgramsIsDescribedAndEachDescriptionIsOfARoute() {
        Set<String> described = new TreeSet<>();
        description
                .get("paths")
                .forEachEntry((path, operations) -> operations.propertyNames().stream()
                        .map(method -> method.toUpperCase(Locale.ROOT) + " " + path)
                        .forEach(described::add));

        Set<String> routes = new TreeSet<>(server.routes());
        routes.removeIf(route -> !isForPrograms(route.substring(route.indexOf(' ') + 1)));

        assertThat(routes).isEqualTo(described).hasSizeGreaterThan(10);
        assertThat(description.get("openapi").asString()).startsWith("3.1");
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        List<String> references = new ArrayList<>();
        description.findValuesAsString("$ref", references);

        assertThat(references)
                .isNotEmpty()
                .allSatisfy(reference -> assertThat(
                                description.at(reference.substring(1)).isMissingNode())
                        .as(reference)
                        .isFalse());
    }

    @TestFactory
    List<DynamicTest> realAnswersAreAsDescribed() {
        List<DynamicTest> tests = new ArrayList<>();
        Set<String> known = new HashSet<>();
        description
                .get("paths")
                .forEachEntry((path, operations) -> operations.forEachEntry((method, operation) -> {
                    String id = operation.get("operationId").asString();
                    assertThat(known.add(id))
                            .as("a second operation is called " + id)
                            .isTrue();
                    tests.add(DynamicTest.dynamicTest(id, () -> {
                        List<Example> examples = EXAMPLES.getOrDefault(id, List.of());
                        assertThat(examples).as("examples of " + id).isNotEmpty();
                        examples.forEach(example -> check(example, operation));
                    }));
                }));
        assertThat(known).isEqualTo(EXAMPLES.keySet());
        return tests;
    }

    private static void check(Example example, JsonNode operation) {
        HttpResponse<String> answer = send(example);
        String what = example.method() + " " + example.path();
        assertThat(answer.statusCode()).as(what + ": " + answer.body()).isEqualTo(example.status());
        JsonNode responses = operation.get("responses");
        JsonNode response = responses.path(String.valueOf(example.status()));
        if (response.isMissingNode()) {
            response = responses.path(example.status() / 100 + "XX");
        }
        assertThat(response.isMissingNode()).as(what + ": status is described").isFalse();
        if (example.status() == 204) {
            assertThat(answer.body()).isEmpty();
            return;
        }
        String type = answer.headers().firstValue("Content-Type").orElseThrow().split(";")[0];
        JsonNode content = response.get("content").path(type);
        assertThat(content.isMissingNode())
                .as(what + ": " + type + " is described")
                .isFalse();
        if (content.has("schema")) {
            assertThat(schema(content.get("schema")).validate(answer.body(), InputFormat.JSON))
                    .as(what)
                    .isEmpty();
        }
        if (example.method().equals("GET")
                && example.status() == 200
                && example.path().matches("/api/.*|.*\\.(atom|feed\\.json).*")) {
            String tag = answer.headers().firstValue("ETag").orElseThrow();
            HttpResponse<String> again = reader.get(example.path(), "If-None-Match", tag);
            assertThat(again.statusCode()).as(what + " again").isEqualTo(304);
            assertThat(again.body()).isEmpty();
            assertThat(reader.get(example.path(), "If-None-Match", "\"other\"").statusCode())
                    .isEqualTo(200);
        }
    }

    private static HttpResponse<String> send(Example example) {
        HttpRequest.Builder request = HttpRequest.newBuilder(reader.base().resolve(example.path()))
                .method(
                        example.method(),
                        example.body().isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(example.body()));
        return reader.send(example.type().isEmpty() ? request : request.header("Content-Type", example.type()));
    }

    /** A schema of the description, in which objects have no other fields than those named. */
    private static Schema schema(JsonNode schema) {
        ObjectNode whole = Json.MAPPER.createObjectNode();
        whole.set("components", description.get("components").deepCopy());
        whole.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        whole.setAll((ObjectNode) schema.deepCopy());
        close(whole);
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(whole.toString(), InputFormat.JSON);
    }

    private static void close(JsonNode node) {
        if (node instanceof ObjectNode object) {
            if (object.path("properties").isObject() && !object.has("additionalProperties")) {
                object.put("additionalProperties", false);
            }
            object.forEach(ApiContractTest::close);
        } else if (node instanceof ArrayNode array) {
            array.forEach(ApiContractTest::close);
        }
    }

    private static boolean isForPrograms(String path) {
        return path.startsWith("/api/")
                || path.endsWith(".atom")
                || path.endsWith(".feed.json")
                || path.startsWith("/health")
                || path.equals("/metrics");
    }

    private static Map.Entry<String, List<Example>> examples(String operation, Example... examples) {
        return Map.entry(operation, List.of(examples));
    }

    private static Example get(String path, int status) {
        return new Example("GET", path, "", "", status);
    }

    private static Example post(String path, String type, String body, int status) {
        return new Example("POST", path, type, body, status);
    }
}
