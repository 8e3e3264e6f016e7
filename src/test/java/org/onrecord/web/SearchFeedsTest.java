package org.onrecord.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.onrecord.access.Access;
import org.onrecord.access.Scope;
import org.onrecord.article.EventType;
import org.onrecord.article.TaggedArticle;
import org.onrecord.index.InventedArticle;
import org.onrecord.json.Json;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import tools.jackson.databind.JsonNode;

class SearchFeedsTest {
    @Test
    void anAtomReaderFindsWhatTheSearchFindsNewestFirst() throws Exception {
        try (WebServer server = Newsstand.open();
                Reader reader = Reader.of(server)) {
            Element feed = parse(reader.get("/search.atom?q=Kestrel").body()).getDocumentElement();
            JsonNode hits = reader.json("/api/v1/search?q=Kestrel&sort=date").get("hits");

            List<String> titles = texts(feed, "entry", "title");
            assertThat(titles)
                    .hasSize(hits.size())
                    .first()
                    .isEqualTo(hits.get(0).get("title").asString());
            assertThat(feed.getNamespaceURI()).isEqualTo("http://www.w3.org/2005/Atom");
            assertThat(texts(feed, "entry", "id")).doesNotHaveDuplicates().allMatch(id -> id.startsWith("urn:uuid:"));
            assertThat(texts(feed, "entry", "updated")).hasSameSizeAs(titles).allMatch(at -> at.endsWith("Z"));
            assertThat(feed.getElementsByTagName("link")
                            .item(0)
                            .getAttributes()
                            .getNamedItem("href")
                            .getNodeValue())
                    .isEqualTo(server.uri() + "search.atom?q=Kestrel");
        }
    }

    @Test
    void statementsEventsAndFiguresAreFollowedInTheOrderOfTheirPages() throws Exception {
        try (WebServer server = Newsstand.open();
                Reader reader = Reader.of(server)) {
            for (String list : List.of("statements", "events", "figures")) {
                Element feed = parse(reader.get("/" + list + ".atom").body()).getDocumentElement();
                JsonNode hits =
                        reader.json("/api/v1/" + list + "?sort=date&limit=50").get("hits");
                JsonNode items = Json.MAPPER
                        .readTree(reader.get("/" + list + ".feed.json").body())
                        .get("items");

                assertThat(texts(feed, "entry", "id")).as(list).isNotEmpty().doesNotHaveDuplicates();
                assertThat(texts(feed, "feed", "title")).containsExactly("OnRecord " + list);
                assertThat(texts(feed, "entry", "title"))
                        .hasSize(items.size())
                        .first()
                        .isEqualTo(items.get(0).get("title").asString());
                String first = hits.get(0).get("article").asString();
                assertThat(items.get(0).get("url").asString()).contains("/" + first);
                assertThat(reader.page("/" + (list.equals("statements") ? "?show=statements" : list))
                                .select("link[rel=alternate][type=application/atom+xml]")
                                .attr("href"))
                        .isEqualTo("/" + list + ".atom?q=");
            }
        }
    }

    @Test
    void severalReportsOfOnePolicyEventAreOneItemWithTheIdOfTheEarliest() throws Exception {
        InventedArticle early = report("early", "2026-03-04");
        InventedArticle late = report("late", "2026-03-05");

        assertThat(eventIds(List.of(early.tagged(), late.tagged())))
                .hasSize(1)
                .isEqualTo(eventIds(List.of(early.tagged())))
                .isNotEqualTo(eventIds(List.of(late.tagged())));
    }

    private static InventedArticle report(String id, String day) {
        return InventedArticle.article(id)
                .title(id)
                .text("On Tuesday the ministry of " + id + " banned exports.")
                .on(day)
                .event(EventType.BAN, "banned", "2026-03-03", "trade-ministry");
    }

    private static List<String> eventIds(List<TaggedArticle> articles) throws Exception {
        try (WebServer server = WebServer.start(
                        WebSettings.defaults().withPort(0), Newsstand.parts(Newsstand.search(articles)));
                Reader reader = Reader.of(server)) {
            Element feed = parse(reader.get("/events.atom").body()).getDocumentElement();
            return texts(feed, "entry", "id");
        }
    }

    @Test
    void aKeyOpensTheFeedOfItsListAlone() {
        Access access = Doors.locked(Clock.systemUTC());
        try (WebServer server = WebServer.start(
                        WebSettings.defaults().withPort(0), Newsstand.parts().with(access));
                Reader reader = Reader.of(server)) {
            String token = "Bearer "
                    + access.tokens().create("test", Set.of(Scope.READ), null).secret();
            String atom = Jsoup.parse(reader.get("/events?q=Kestrel", "Authorization", token)
                            .body())
                    .select("link[type=application/atom+xml]")
                    .attr("href");

            assertThat(reader.get(atom).statusCode()).isEqualTo(200);
            assertThat(reader.get(atom.replace(".atom", ".feed.json")).statusCode())
                    .isEqualTo(200);
            assertThat(reader.get(atom.replace("/events", "/figures")).statusCode())
                    .isEqualTo(401);
            assertThat(reader.get(atom.replace("/events", "/search")).statusCode())
                    .isEqualTo(401);
            assertThat(reader.get(atom.replace(".atom", ".csv")).statusCode()).isEqualTo(303);
        }
    }

    @Test
    void idsStayTheSameWhateverTheServerIsCalled() throws Exception {
        try (WebServer one = Newsstand.open();
                WebServer other = Newsstand.open();
                Reader here = Reader.of(one);
                Reader there = Reader.of(other)) {
            String path = "/search.atom?q=Kestrel";

            assertThat(texts(parse(here.get(path).body()).getDocumentElement(), "feed", "id"))
                    .isEqualTo(texts(parse(there.get(path).body()).getDocumentElement(), "feed", "id"));
            assertThat(texts(parse(here.get(path).body()).getDocumentElement(), "entry", "id"))
                    .isEqualTo(texts(parse(there.get(path).body()).getDocumentElement(), "entry", "id"));
        }
    }

    @Test
    void aFeedThatHasNotChangedIsNotSentAgain() {
        try (WebServer server = Newsstand.open();
                Reader reader = Reader.of(server)) {
            HttpResponse<String> first = reader.get("/search.atom?q=Kestrel");
            String modified = first.headers().firstValue("Last-Modified").orElseThrow();

            assertThat(reader.get("/search.atom?q=Kestrel", "If-Modified-Since", modified)
                            .statusCode())
                    .isEqualTo(304);
            assertThat(reader.get("/search.atom?q=Kestrel", "If-Modified-Since", "Thu, 01 Jan 2015 00:00:00 GMT")
                            .statusCode())
                    .isEqualTo(200);
            assertThat(reader.get("/search.atom?q=Kestrel", "If-Modified-Since", "yesterday")
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void whereOneMustLogInTheAddressHoldsAKeyForThisFeedAlone() {
        Access access = Doors.locked(Clock.systemUTC());
        WebParts parts = Newsstand.parts();
        try (WebServer server = WebServer.start(WebSettings.defaults().withPort(0), parts.with(access));
                Reader reader = Reader.of(server)) {
            String token = "Bearer "
                    + access.tokens().create("test", Set.of(Scope.READ), null).secret();
            String page = reader.get("/?q=Kestrel", "Authorization", token).body();
            String atom = Jsoup.parse(page).selectXpath("//a[text()='Atom']").attr("href");
            String json =
                    Jsoup.parse(page).selectXpath("//a[text()='JSON Feed']").attr("href");

            assertThat(reader.get(atom).statusCode()).isEqualTo(200);
            assertThat(reader.get(json).statusCode()).isEqualTo(200);
            assertThat(reader.get(atom).headers().firstValue("Cache-Control")).contains("private, no-cache");
            assertThat(reader.get(atom.replace("Kestrel", "chips")).statusCode())
                    .isEqualTo(401);
            assertThat(reader.get("/search.atom?q=Kestrel").statusCode()).isEqualTo(401);
            assertThat(reader.get("/api/v1/search?q=Kestrel&key=" + atom.substring(atom.indexOf("key=") + 4))
                            .statusCode())
                    .isEqualTo(401);
            assertThat(reader.get("/search.atom?q=Kestrel", "Authorization", token)
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void hostileWordsStayWordsInAFeed() throws Exception {
        for (String payload : HostileWebTest.PAYLOADS) {
            try (WebServer server = WebServer.start(WebSettings.defaults().withPort(0), HostileWebTest.parts(payload));
                    Reader reader = Reader.of(server)) {
                Element feed = parse(reader.get("/search.atom").body()).getDocumentElement();
                JsonNode json =
                        Json.MAPPER.readTree(reader.get("/search.feed.json").body());

                assertThat(texts(feed, "entry", "title")).containsExactly(AtomFeed.clean(payload));
                assertThat(feed.getElementsByTagName("script").getLength()).isZero();
                assertThat(json.get("items").get(0).get("title").asString()).isEqualTo(payload);
            }
        }
    }

    private static Document parse(String xml) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    }

    /** The texts of children with a name, of all elements with another. */
    private static List<String> texts(Element root, String parent, String child) {
        NodeList found = root.getElementsByTagName(child);
        return IntStream.range(0, found.getLength())
                .mapToObj(found::item)
                .filter(node -> node.getParentNode().getNodeName().equals(parent))
                .map(Node::getTextContent)
                .toList();
    }
}
