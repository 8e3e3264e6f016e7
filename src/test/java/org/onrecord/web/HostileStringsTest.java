package org.onrecord.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.onrecord.HostileStrings;
import org.onrecord.access.Access;
import org.onrecord.index.InventedArticle;
import org.onrecord.json.Csv;
import org.onrecord.json.Json;
import org.onrecord.search.SearchRequest;

/** Strings that mean something elsewhere (in SQL, paths, headers, tables, templates) mean nothing here. */
class HostileStringsTest {
    private static WebServer server;
    private static Reader reader;

    @BeforeAll
    static void open() {
        server = Newsstand.open();
        reader = Reader.of(server);
    }

    @AfterAll
    static void close() {
        reader.close();
        server.close();
    }

    @Test
    void noPathLeadsOutOfTheHouse() {
        assertNoPath(List.of("../../../pom.xml", "..%2f..%2fpom.xml", "C:\\boot.ini", "/dev/zero", "a\u0000.css"));
    }

    @Test
    void noPathOfTheKitLeadsOutOfTheHouse() {
        assertNoPath(HostileStrings.ofKit("path"));
    }

    private static void assertNoPath(List<String> values) {
        assertThat(values).isNotEmpty().allSatisfy(value -> {
            for (String folder : List.of("/static/", "/article/", "/actor/", "/issue/", "/api/v1/articles/")) {
                assertThat(reader.get(folder + encoded(value)).statusCode()).isBetween(400, 404);
            }
        });
    }

    @Test
    void namesAndQueriesAreKeptAsTheyAre() {
        assertKept(List.of("o'brien' OR 1=1 --", "x'); DROP TABLE saved_search; --", "{{7*7}}${7*7}<%=7*7%>"));
    }

    @Test
    void namesAndQueriesOfTheKitAreKeptAsTheyAre() {
        assertKept(HostileStrings.ofKit("sql").stream()
                .map(value -> value.replace("\"", ""))
                .toList());
        assertKept(HostileStrings.ofKit("template"));
    }

    private static void assertKept(List<String> values) {
        assertThat(values).isNotEmpty().allSatisfy(value -> {
            String body = Json.MAPPER
                    .createObjectNode()
                    .put("name", value)
                    .put("query", "chips")
                    .toString();
            HttpResponse<String> saved = reader.post("/api/v1/searches", "application/json", body);
            assertThat(saved.statusCode()).isEqualTo(201);
            assertThat(Json.MAPPER.readTree(saved.body()).get("name").asString())
                    .isEqualTo(value);
            assertThat(reader.page("/searches").select(".searches .main").eachText())
                    .contains(value);
        });
    }

    @Test
    void namesThatNobodyCouldTellApartOrReadAreRefused() {
        assertRefusedAsNames(
                List.of("", " \t", "x".repeat(101), "a\u0000b", "\u200badmin", "ad\u00admin", "\u202ename"));
    }

    @Test
    void namesOfTheKitThatNobodyCouldTellApartOrReadAreRefused() {
        assertRefusedAsNames(HostileStrings.ofKit("name").stream()
                .filter(value -> !value.equals("adm\u0131n")) // another letter, and seen as one
                .toList());
    }

    private static void assertRefusedAsNames(List<String> values) {
        assertThat(values).isNotEmpty().allSatisfy(value -> {
            String search = Json.MAPPER
                    .createObjectNode()
                    .put("name", value)
                    .put("query", "chips")
                    .toString();
            String token = Json.MAPPER
                    .createObjectNode()
                    .put("name", value)
                    .set("scopes", Json.MAPPER.createArrayNode().add("read"))
                    .toString();
            assertThat(reader.post("/api/v1/searches", "application/json", search)
                            .statusCode())
                    .isEqualTo(400);
            assertThat(reader.post("/api/v1/tokens", "application/json", token).statusCode())
                    .isEqualTo(400);
        });
    }

    @Test
    void nestedJsonAndNamesThatStandTwiceAreRefused() {
        assertThat(tagged("[".repeat(10_000)).statusCode()).isEqualTo(400);
        HttpResponse<String> doubled = tagged("{\"text\": \"a\", \"text\": \"b\"}");
        assertThat(doubled.statusCode()).isEqualTo(400);
        assertThat(Json.MAPPER.readTree(doubled.body()).get("detail").asString())
                .contains("Duplicate", "text");
        for (String body : HostileStrings.ofKit("json")) {
            assertThat(tagged(body).statusCode()).isEqualTo(400);
        }
    }

    /** Over a connection of its own: the server ends one whose request it has not read to the end. */
    private static HttpResponse<String> tagged(String json) {
        try (Reader program = Reader.of(server)) {
            return program.post("/api/v1/tag", "application/json", json);
        }
    }

    @Test
    void numbersThatAreNoneAreRefused() {
        assertNoNumbers(List.of("1e309", "-0", "0x10", "NaN", "99999999999999999999", "١٢"));
    }

    @Test
    void numbersOfTheKitThatAreNoneAreRefused() {
        assertNoNumbers(HostileStrings.ofKit("number"));
    }

    private static void assertNoNumbers(List<String> values) {
        assertThat(values).isNotEmpty().allSatisfy(value -> {
            assertThat(reader.get("/api/v1/search?limit=" + encoded(value)).statusCode())
                    .isEqualTo(400);
            assertThat(reader.get("/api/v1/search?offset=" + encoded(value)).statusCode())
                    .isEqualTo(400);
        });
    }

    @Test
    void noValueBecomesAHeaderOfItsOwn() {
        assertNoHeader(List.of("x\r\nSet-Cookie: a=b", "x\nX-Own: 1", "x\u0085X-Own: 1"));
    }

    @Test
    void noValueOfTheKitBecomesAHeaderOfItsOwn() {
        assertNoHeader(HostileStrings.ofKit("header"));
    }

    private static void assertNoHeader(List<String> values) {
        assertThat(values).isNotEmpty().allSatisfy(value -> {
            for (String path : List.of("/search.csv?q=", "/search.atom?q=", "/stories?q=", "/login?next=")) {
                HttpResponse<String> answer = reader.get(path + encoded(value));
                assertThat(answer.headers().firstValue("X-Own")).isEmpty();
                assertThat(answer.headers().allValues("Set-Cookie")).allMatch(cookie -> cookie.startsWith("onrecord-"));
            }
        });
    }

    @Test
    void aLogInLeadsNowhereElse() {
        assertStaysHere(
                List.of("//evil.example", "/\\evil.example", "https://evil.example", "/\r\n/evil.example", "\\\\x"));
    }

    @Test
    void aLogInOfTheKitLeadsNowhereElse() {
        assertStaysHere(HostileStrings.ofKit("redirect"));
    }

    private static void assertStaysHere(List<String> values) {
        Access access = Doors.locked(Clock.systemUTC());
        try (WebServer locked = WebServer.start(
                        WebSettings.defaults().withPort(0), Newsstand.parts().with(access));
                Reader person = Reader.of(locked)) {
            assertThat(values).isNotEmpty().allSatisfy(value -> {
                HttpResponse<String> form = person.get("/login");
                String cookie =
                        form.headers().firstValue("Set-Cookie").orElseThrow().split(";", 2)[0];
                String token =
                        Jsoup.parse(form.body()).select("input[name=token]").attr("value");
                HttpResponse<String> answer = person.post(
                        "/login",
                        "application/x-www-form-urlencoded",
                        "name=admin&password=" + encoded(Doors.PASSWORD) + "&token=" + encoded(token) + "&next="
                                + encoded(value),
                        "Cookie",
                        cookie);
                assertThat(answer.statusCode()).isEqualTo(303);
                assertThat(answer.headers().firstValue("Location")).contains("/");
            });
        }
    }

    @Test
    void wordsAreFoundWhateverTheLanguageOfTheMachine() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.of("tr", "TR"));
            var search = Newsstand.search(List.of(InventedArticle.article("a")
                    .title("INSIGHT: T\u0130TLE IN KIRIKKALE")
                    .text("ILIM title LIMIT.")
                    .tagged()));

            for (String word : List.of("insight", "INSIGHT", "limit", "LIMIT", "ilim", "title")) {
                assertThat(search.articles(SearchRequest.of(word)).total())
                        .as(word)
                        .isEqualTo(1);
            }
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void patternsOfTheKitAreWordsLikeOthers() {
        for (String pattern : HostileStrings.ofKit("regex")) {
            long begin = System.nanoTime();
            int status = reader.get("/api/v1/search?q=" + encoded(pattern)).statusCode();
            assertThat(status).isIn(200, 400);
            assertThat(System.nanoTime() - begin).isLessThan(5_000_000_000L);
        }
    }

    @Test
    void tablesKeepTheirCells() {
        for (String value : HostileStrings.ofKit("csv")) {
            String cell = Csv.cell(value);
            assertThat(cell).startsWith("\"").endsWith("\"");
            assertThat(cell.substring(1)).doesNotMatch("(?s)[=+\\-@\\t\\r].*");
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8).replace("+", "%20");
    }
}
