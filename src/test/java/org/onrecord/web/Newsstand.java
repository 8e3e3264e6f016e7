package org.onrecord.web;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.Act;
import org.onrecord.article.Actor;
import org.onrecord.article.ActorId;
import org.onrecord.article.ActorKind;
import org.onrecord.article.Alias;
import org.onrecord.article.Article;
import org.onrecord.article.ArticleId;
import org.onrecord.article.Issue;
import org.onrecord.article.IssueId;
import org.onrecord.article.Passage;
import org.onrecord.article.Position;
import org.onrecord.article.Published;
import org.onrecord.article.QuoteKind;
import org.onrecord.article.SourceId;
import org.onrecord.article.Speaker;
import org.onrecord.article.Stand;
import org.onrecord.article.Statement;
import org.onrecord.article.TaggedArticle;
import org.onrecord.correction.Corrections;
import org.onrecord.index.ArticleReaders;
import org.onrecord.index.LuceneIndex;
import org.onrecord.json.Json;
import org.onrecord.json.TaggedArticleJson;
import org.onrecord.registry.Registry;
import org.onrecord.search.ArticleSearch;
import org.onrecord.search.LuceneSearch;
import org.onrecord.search.SavedQueries;
import org.onrecord.search.SavedSearches;
import org.onrecord.state.StateStore;

/** A web page over a few articles about invented people, for tests. */
final class Newsstand {
    static final Instant NOW = Instant.parse("2026-11-24T09:30:00Z");
    static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);
    static final ActorId OKERLUND = new ActorId("dale-okerlund");
    /** Every page, by the name of its picture. */
    static final Map<String, String> PAGES = pages();

    static final IssueId EXPORTS = new IssueId("ai-chip-exports");

    private static final Path INDEXES = temporary();

    private Newsstand() {}

    private static Map<String, String> pages() {
        Map<String, String> pages = new LinkedHashMap<>();
        pages.put("search", "/?q=chips");
        pages.put("statements", "/?q=Kestrel&show=statements");
        pages.put("stories", "/?q=Kestrel&show=stories");
        pages.put("nothing", "/?q=Kestrell");
        pages.put("wrong", "/?q=%22export+controls");
        pages.put("article", "/article/01-kestrel-licences-wire");
        pages.put("headline-only", "/article/22-think-tank-study");
        pages.put("actors", "/actors");
        pages.put("actor", "/actor/dale-okerlund");
        pages.put("issues", "/issues");
        pages.put("issue", "/issue/ai-chip-exports");
        pages.put("issue-then", "/issue/ai-chip-exports?on=2025-01-01");
        pages.put("events", "/events");
        pages.put("event", "/event/01-kestrel-licences-wire/95-101");
        pages.put("figures", "/figures");
        pages.put("every-figure", "/figures?show=list");
        pages.put("searches", "/searches");
        pages.put("subscribe", "/subscribe?q=Kestrel");
        pages.put("tag", "/tag");
        pages.put("correct", "/correct/01-kestrel-licences-wire?at=834-899&source=Dale%20Okerlund");
        pages.put("add", "/correct/01-kestrel-licences-wire");
        pages.put("corrections", "/corrections");
        pages.put("sources", "/sources");
        pages.put("log-in", "/login");
        pages.put("tokens", "/tokens");
        pages.put("webhooks", "/webhooks?q=Kestrel");
        pages.put("mails", "/mails");
        return pages;
    }

    static WebServer open() {
        return WebServer.start(WebSettings.defaults().withPort(0), parts());
    }

    static WebParts parts() {
        return parts(search(articles()));
    }

    static WebParts parts(ArticleSearch search) {
        return new WebParts(
                search,
                registry(),
                new QuotingTagger(),
                savedSearches(),
                sources(),
                id -> List.of(),
                corrections(registry()),
                text -> ArticleId.of(text.uri()),
                () -> {},
                Newsstand::health,
                Optional::empty,
                Doors.open(),
                Doors.webhooks(),
                Doors.subscriptions(search),
                Doors.operations("webhooks"),
                CLOCK);
    }

    /** Answers from an index of these articles alone. */
    static ArticleSearch search(List<TaggedArticle> articles) {
        return search(articles, Duration.ofSeconds(30));
    }

    static ArticleSearch search(List<TaggedArticle> articles, Duration patience) {
        Path folder = INDEXES.resolve(UUID.randomUUID().toString());
        try (LuceneIndex index = LuceneIndex.open(folder)) {
            articles.forEach(index::add);
            index.commit(1);
        }
        return new LuceneSearch(ArticleReaders.openReadOnly(folder), CLOCK, SavedQueries.NONE, patience);
    }

    /** No saved searches yet, in a state store of their own. */
    static SavedSearches savedSearches() {
        Path file = INDEXES.resolve(UUID.randomUUID() + ".db");
        return new SavedSearches(StateStore.open(file).savedSearches(), CLOCK);
    }

    /** Nothing is corrected yet, in a state store of its own. */
    static Corrections corrections(Registry registry) {
        Path file = INDEXES.resolve(UUID.randomUUID() + ".db");
        return new Corrections(StateStore.open(file).corrections(), registry, CLOCK);
    }

    /** A folder that goes when the tests end. */
    private static Path temporary() {
        try {
            Path folder = Files.createTempDirectory("newsstand");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The articles of {@code articles.jsonl}, and one in which Senator Okerlund takes the other side. */
    static List<TaggedArticle> articles() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Newsstand.class.getResourceAsStream("articles.jsonl")),
                StandardCharsets.UTF_8))) {
            List<TaggedArticle> articles = new ArrayList<>(lines.lines()
                    .map(line -> TaggedArticleJson.read(Json.MAPPER.readTree(line)))
                    .toList());
            articles.add(changeOfMind());
            return articles;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static TaggedArticle changeOfMind() {
        String text = "Two years ago Senator Dale Okerlund sounded different. \"Let them buy our chips,\" he said.";
        Article article = new Article(
                new ArticleId("change-of-mind"),
                URI.create("https://archive.example/change-of-mind"),
                new SourceId("daily-trumpet"),
                "When Okerlund liked exports",
                List.of("A. Writer"),
                Published.on(LocalDate.of(2024, 3, 5)),
                NOW,
                "en",
                text,
                40);
        int quote = text.indexOf('"');
        int he = text.indexOf("he said");
        return new TaggedArticle(
                article,
                List.of(),
                List.of(new Statement(
                        new Speaker(Passage.of(text, he, he + 2), OKERLUND),
                        Passage.of(text, he + 3, he + 7),
                        Passage.of(text, quote, text.lastIndexOf('"') + 1),
                        QuoteKind.DIRECT,
                        Act.SUPPORT,
                        new Stand(EXPORTS, Position.FOR, 0.9),
                        0.95)),
                List.of(),
                List.of());
    }

    static Registry registry() {
        return new Registry(
                List.of(
                        actor("dale-okerlund", "Dale Okerlund", ActorKind.PERSON, "senator"),
                        actor("marisol-tennant", "Marisol Tennant", ActorKind.PERSON, "chief executive"),
                        actor("corvane-devices", "Corvane Devices", ActorKind.COMPANY, null),
                        actor("us-commerce-department", "U.S. Commerce Department", ActorKind.AGENCY, null)),
                List.of(),
                List.of(
                        issue(
                                "ai-chip-exports",
                                "AI chip exports",
                                "Advanced AI chips should be sold to China; controls on them should be loosened."),
                        issue(
                                "china-chip-self-reliance",
                                "Chinese self-reliance",
                                "China should buy and build its own chips and rely less on American ones.")));
    }

    private static Actor actor(String id, String name, ActorKind kind, @Nullable String role) {
        return new Actor(
                new ActorId(id), name, kind, role, null, null, null, List.of(), List.of(Alias.always(name + " Jr.")));
    }

    private static Issue issue(String id, String name, String proposition) {
        return new Issue(
                new IssueId(id), name, proposition, List.of(), List.of(), List.of(), List.of(), List.of(), List.of());
    }

    /** All but {@code lakeside-review} may be shown in full. */
    static List<WatchedSource> sources() {
        return List.of(
                new WatchedSource(new SourceId("northwire"), "Northwire", "feed", true),
                new WatchedSource(new SourceId("daily-trumpet"), "The Daily Trumpet", "feed", true),
                new WatchedSource(new SourceId("hearing-live"), "Hearings, live", "listing", true),
                new WatchedSource(new SourceId("lakeside-review"), "Lakeside Review", "sitemap", false));
    }

    static List<SourceHealth> health() {
        return List.of(
                new SourceHealth(
                        sources().get(0),
                        null,
                        NOW.minus(Duration.ofMinutes(12)),
                        NOW.minus(Duration.ofMinutes(12)),
                        "2 new, 38 known",
                        1_204,
                        0,
                        0,
                        NOW.plus(Duration.ofMinutes(18))),
                new SourceHealth(
                        sources().get(1),
                        null,
                        NOW.minus(Duration.ofHours(3)),
                        NOW.minus(Duration.ofDays(4)),
                        "503 from https://daily-trumpet.example/feed",
                        311,
                        7,
                        5,
                        NOW.plus(Duration.ofHours(5))),
                new SourceHealth(sources().get(2), null, null, null, "", 0, 0, 0, NOW.plusSeconds(20)),
                new SourceHealth(
                        sources().get(3),
                        "its robots.txt forbids us",
                        NOW.minus(Duration.ofDays(40)),
                        NOW.minus(Duration.ofDays(40)),
                        "1 new",
                        12,
                        0,
                        0,
                        null));
    }
}
