package org.onrecord.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.onrecord.SharedMaterial;
import org.onrecord.article.Act;
import org.onrecord.article.Actor;
import org.onrecord.article.ActorId;
import org.onrecord.article.ActorKind;
import org.onrecord.article.Alias;
import org.onrecord.article.Article;
import org.onrecord.article.ArticleId;
import org.onrecord.article.ArticleVersion;
import org.onrecord.article.ArticleVersion.TextChange;
import org.onrecord.article.EntityType;
import org.onrecord.article.EventType;
import org.onrecord.article.Figure;
import org.onrecord.article.Issue;
import org.onrecord.article.Measure;
import org.onrecord.article.Mention;
import org.onrecord.article.Passage;
import org.onrecord.article.PolicyEvent;
import org.onrecord.article.Position;
import org.onrecord.article.Published;
import org.onrecord.article.QuoteKind;
import org.onrecord.article.SourceId;
import org.onrecord.article.Speaker;
import org.onrecord.article.Stand;
import org.onrecord.article.Statement;
import org.onrecord.article.TaggedArticle;
import org.onrecord.correction.Corrections;
import org.onrecord.correction.TypedVerdict;
import org.onrecord.json.Json;
import org.onrecord.registry.Registry;
import org.onrecord.search.QueryException;
import org.onrecord.search.SavedSearchException;
import org.onrecord.search.SavedSearches;
import org.onrecord.state.ReadOnly;

/** Puts hostile text into every field that a page shows, and looks for anything but text in the page. */
class HostileWebTest {
    private static final Path KIT = SharedMaterial.at("hostile/xss/payloads.jsonl");
    private static final ActorId ACTOR = new ActorId("ada-pell");
    private static final SourceId SOURCE = new SourceId("northwire");

    static final List<String> VIEWS = List.of(
            "/",
            "/?show=statements",
            "/article/x",
            "/actors",
            "/actor/ada-pell",
            "/issues",
            "/issue/ai-chip-exports",
            "/events",
            "/figures",
            "/figures?show=list",
            "/searches",
            "/?show=stories",
            "/corrections",
            "/correct/x",
            "/sources");

    @Test
    void ownPayloadsStayTextOnEveryPage() {
        PAYLOADS.forEach(HostileWebTest::checkEveryView);
    }

    static final List<String> PAYLOADS = List.of(
            "<script>alert(1)</script>",
            "\"><img src=x onerror=alert(1)>",
            "' onmouseover='alert(1)",
            "javascript:alert(1)",
            "</title></textarea></script><svg onload=alert(1)>",
            "${7*7} @if(true) {{7*7}}",
            "\u202egnp.exe\u202c\u0000\u2028<b>");

    @Test
    void thePayloadsOfTheKitStayTextOnEveryPage() throws IOException {
        assumeTrue(Files.exists(KIT), "the kit of hostile inputs is not beside this project");
        List<String> payloads = kit();

        payloads.forEach(HostileWebTest::checkEveryView);

        assertThat(payloads).hasSizeGreaterThan(60);
    }

    /** The payloads of the kit; none when it is not there. */
    static List<String> kit() throws IOException {
        List<String> payloads = new ArrayList<>();
        if (Files.exists(KIT)) {
            for (String line : Files.readAllLines(KIT)) {
                payloads.add(Json.MAPPER.readTree(line).get("payload").asString());
            }
        }
        return payloads;
    }

    /** A newsstand with one article, one actor, one issue and one source, all of whose words are the payload. */
    static WebParts parts(String payload) {
        return new WebParts(
                Newsstand.search(List.of(article(payload))),
                registry(payload),
                new QuotingTagger(),
                saved(payload),
                List.of(source(payload)),
                id -> history(payload),
                corrections(payload),
                text -> ArticleId.of(text.uri()),
                () -> {},
                () -> List.of(health(payload)),
                () -> Optional.of(new ReadOnly(Newsstand.CLOCK.instant(), payload)),
                Doors.open(),
                Doors.webhooks(),
                Doors.subscriptions(Newsstand.search(List.of(article(payload)))),
                Doors.operations(payload),
                Newsstand.CLOCK);
    }

    private static Corrections corrections(String payload) {
        Corrections corrections = Newsstand.corrections(registry(payload));
        TaggedArticle article = article(payload);
        corrections.add(
                article,
                article.statements().getFirst().content().text(),
                "",
                new TypedVerdict(ACTOR.value(), "warn", "ai-chip-exports:for", true),
                payload.substring(0, Math.min(1_000, payload.length())));
        return corrections;
    }

    private static SavedSearches saved(String payload) {
        SavedSearches saved = Newsstand.savedSearches();
        String name = payload.replaceAll("[\"\\\\\\p{Cntrl}]", " ").strip();
        try {
            saved.save(
                    name.substring(0, Math.min(100, name.length())),
                    "title:" + QueryText.term("x", payload).substring(2));
        } catch (QueryException | SavedSearchException refused) {
            saved.save("none", "x"); // What cannot be saved cannot be shown.
        }
        return saved;
    }

    private static List<ArticleVersion> history(String payload) {
        Instant fetched = Newsstand.CLOCK.instant();
        TextChange change = new TextChange(List.of(payload), List.of(payload, payload));
        return List.of(
                new ArticleVersion(1, payload, fetched, null, null, payload, List.of()),
                new ArticleVersion(2, payload, fetched, null, null, payload, List.of(change)));
    }

    private static void checkEveryView(String payload) {
        try (WebServer server = WebServer.start(WebSettings.defaults().withPort(0), parts(payload));
                Reader reader = Reader.of(server)) {
            for (String view : VIEWS) {
                Document page = reader.page(view);
                assertThat(page.select("h1")).as("%s with %s", view, payload).isNotEmpty();
                assertOnlyText(page, view + " with " + payload);
            }
            String value = URLEncoder.encode(payload, StandardCharsets.UTF_8);
            for (String view : List.of("/?q=", "/?show=statements&q=", "/events?q=", "/figures?q=", "/actors?name=")) {
                assertOnlyText(reader.page(view + value), view + payload);
            }
            assertOnlyText(reader.page("/event/x/0-" + payload.length()), "the event of " + payload);
            for (String view : List.of("/nowhere/", "/article/", "/actor/", "/issue/", "/?sort=", "/?page=")) {
                String path = view + value.replace("+", "%20");
                assertOnlyText(reader.page(path), path);
            }
        }
    }

    private static void assertOnlyText(Document page, String where) {
        assertThat(page.select("script").eachAttr("src"))
                .as(where)
                .allMatch(src -> src.startsWith("/static/"))
                .hasSizeLessThanOrEqualTo(2);
        assertThat(page.select("script").eachText()).as(where).allMatch(String::isEmpty);
        assertThat(page.select("img, iframe, object, embed, base, style, math, video, audio, template, b, [style]"))
                .as(where)
                .isEmpty();
        for (Element element : page.getAllElements()) {
            for (Attribute attribute : element.attributes()) {
                String name = attribute.getKey().toLowerCase(Locale.ROOT);
                assertThat(name).as(where).doesNotStartWith("on").doesNotStartWith("hx-on");
                if (name.equals("href") || name.equals("src") || name.equals("action") || name.equals("hx-get")) {
                    assertThat(attribute.getValue()).as(where).matches("(?s)(https?://|/|#)[^\"<>]*");
                    assertThat(attribute.getValue()).as(where).doesNotStartWith("//");
                }
            }
        }
    }

    private static TaggedArticle article(String payload) {
        String text = payload.replace('\n', ' ') + " said X";
        Passage words = Passage.of(text, 0, text.length() - 7);
        Article article = new Article(
                new ArticleId("x"),
                uri(payload),
                SOURCE,
                payload,
                List.of(payload),
                Published.on(LocalDate.of(2026, 1, 2)),
                Newsstand.NOW,
                "en",
                text,
                1);
        Statement statement = new Statement(
                new Speaker(words, ACTOR),
                words,
                words,
                QuoteKind.DIRECT,
                Act.URGE,
                new Stand(Newsstand.EXPORTS, Position.FOR, 1),
                1);
        Statement unnamed =
                new Statement(new Speaker(words, null), null, words, QuoteKind.DIRECT, Act.URGE, Stand.NONE, 1);
        return new TaggedArticle(
                article,
                List.of(new Mention(words, EntityType.PERSON, ACTOR, 1)),
                List.of(statement, unnamed),
                List.of(new PolicyEvent(EventType.BAN, words, List.of(ACTOR), null, 1)),
                List.of(new Figure(words, payload, Measure.OTHER, List.of(BigDecimal.ONE), payload, payload, 1)));
    }

    private static @Nullable URI uri(String payload) {
        try {
            return URI.create(payload);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    private static Registry registry(String payload) {
        Actor actor = new Actor(
                ACTOR, payload, ActorKind.PERSON, payload, null, null, null, List.of(), List.of(Alias.always(payload)));
        Issue issue = new Issue(
                Newsstand.EXPORTS, payload, payload, List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
        return new Registry(List.of(actor), List.of(), List.of(issue));
    }

    private static WatchedSource source(String payload) {
        return new WatchedSource(SOURCE, payload, payload, true);
    }

    private static SourceHealth health(String payload) {
        return new SourceHealth(source(payload), payload, null, null, payload, 0, 0, 0, null);
    }
}
