package org.onrecord.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.onrecord.index.InventedArticle.article;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.onrecord.article.Act;
import org.onrecord.article.Actor;
import org.onrecord.article.ActorId;
import org.onrecord.article.ActorKind;
import org.onrecord.article.Alias;
import org.onrecord.article.EntityType;
import org.onrecord.article.EventType;
import org.onrecord.article.Position;
import org.onrecord.index.InventedArticle;
import org.onrecord.registry.PlainNames;
import org.onrecord.registry.Registry;

/** What stands finds what a search would find. */
class StandingQueriesTest {
    private static final Registry REGISTRY = new Registry(
            List.of(new Actor(
                    new ActorId("quillon"),
                    "Quillon Corporation",
                    ActorKind.COMPANY,
                    null,
                    null,
                    null,
                    null,
                    List.of(),
                    List.of(Alias.always("Big Quill")))),
            List.of(),
            List.of());

    private static final List<InventedArticle> ARTICLES = List.of(
            article("hearing")
                    .title("Chamber hears chipmaker on Q40 exports")
                    .by("Ada Lund")
                    .url("https://www.north.example.org/2026/hearing")
                    .source("north-daily")
                    .on("2026-02-03")
                    .text("Mira Voss of Quillon told senators that selling the Q40 abroad keeps Quillon ahead. Tom Arlo"
                            + " called the sales a gift to rivals. The bureau opened an investigation.")
                    .mention("Mira Voss", EntityType.PERSON, "mira-voss")
                    .mention("Quillon", EntityType.ORG, "quillon")
                    .product("Q40")
                    .says(
                            "Mira Voss",
                            "mira-voss",
                            Act.SUPPORT,
                            "selling the Q40 abroad keeps Quillon ahead",
                            "chip-sales",
                            Position.FOR)
                    .says(
                            "Tom Arlo",
                            "tom-arlo",
                            Act.CRITICIZE,
                            "the sales a gift to rivals",
                            "chip-sales",
                            Position.AGAINST)
                    .event(EventType.INVESTIGATION, "investigation", "2026-01", "trade-bureau"),
            article("meeting")
                    .title("Envoys meet in Port Elen")
                    .source("south-wire")
                    .on("2026-03-09")
                    .lang("fr")
                    .text("Envoys met in Port Elen on Monday. Rae Dunn warned of delays for the Brell 910C.")
                    .mention("Rae Dunn", EntityType.PERSON, "rae-dunn")
                    .says("Rae Dunn", "rae-dunn", Act.WARN, "delays for the Brell 910C")
                    .event(EventType.MEETING, "met", null),
            article("bare").title("It rained").text("It rained on the chips of the fair."),
            article("nickname")
                    .title("A quarry")
                    .text("Big Quill opens a quarry.")
                    .mention("Big Quill", EntityType.ORG, "quillon"));

    private static final List<String> QUERIES = List.of(
            "*",
            "chips",
            "exporting",
            "chip* -rained",
            "\"gift to rivals\"",
            "\"senators abroad\"~10",
            "quillon",
            "\"big quill\"",
            "big quill",
            "quillon corporation",
            "rained OR envoys",
            "* -chips",
            "title:rained",
            "author:lund",
            "site:example.org",
            "source:south-wire",
            "lang:fr",
            "actor:quillon",
            "actor:\"Quillon Corporation\"",
            "said-by:mira-voss",
            "said-by:mira-voss act:criticize",
            "said-by:tom-arlo act:criticize",
            "said-by:mira*",
            "said-by:mira-voss -act:support",
            "quillon -said-by:rae-dunn",
            "said-by:mira-voss OR act:warn",
            "stance:against:chip-sales",
            "issue:chip-sales sales",
            "event:investigation stance:for",
            "event:meeting",
            "product:q40",
            "tag:q40",
            "q 40",
            "q40",
            "910c",
            "date:P7D",
            "after:2026-03 envoys",
            "before:2026-03-01",
            "story:nothing",
            "search:\"what Mira says\"",
            "search:\"what Mira says\" -rained");

    @TempDir
    Path folder;

    private final PlainNames names = new PlainNames(REGISTRY);
    private final Map<String, String> saved = new HashMap<>(SearchTestIndex.SAVED);
    private SearchTestIndex newsroom;
    private StandingQueries standing;

    @BeforeEach
    void open() {
        newsroom = new SearchTestIndex(folder, names::of);
        standing = new StandingQueries(
                newsroom.index::documents,
                newsroom.index::frequency,
                SearchTestIndex.NOON,
                name -> Optional.ofNullable(saved.get(name)),
                new KnownNames(REGISTRY.actors().stream().map(Actor::id).toList(), names::of));
    }

    @AfterEach
    void close() {
        standing.close();
        newsroom.close();
    }

    @Test
    void aQueryStandsForWhatASearchFinds() {
        newsroom.add(ARTICLES.toArray(InventedArticle[]::new));

        assertThat(standing.stand(QUERIES)).isEmpty();

        Map<String, List<String>> found = new HashMap<>();
        Map<String, List<String>> searched = new HashMap<>();
        for (String query : QUERIES) {
            searched.put(query, newsroom.ids(query).stream().sorted().toList());
            found.put(query, new ArrayList<>());
        }
        for (InventedArticle article : ARTICLES) {
            for (String query : standing.matching(article.tagged())) {
                found.computeIfAbsent(query, key -> new ArrayList<>())
                        .add(article.tagged().article().id().value());
            }
        }
        found.values().forEach(ids -> ids.sort(null));
        assertThat(found).isEqualTo(searched);
        assertThat(searched.values().stream().filter(List::isEmpty)).hasSizeLessThan(QUERIES.size() / 4);
    }

    @Test
    void whatChangesIsTakenUpAndWhatIsGoneIsLeft() {
        standing.stand(List.of("rained", "search:\"what Mira says\""));
        assertThat(matching("hearing")).containsExactly("search:\"what Mira says\"");

        saved.put("what Mira says", "rained");
        standing.stand(List.of("search:\"what Mira says\"", "envoys"));

        assertThat(matching("hearing")).isEmpty();
        assertThat(matching("bare")).containsExactly("search:\"what Mira says\"");
        assertThat(matching("meeting")).containsExactly("envoys");
    }

    @Test
    void whatIsWrongDoesNotStandAndSaysWhy() {
        Map<String, QueryException> wrong = standing.stand(List.of("rained", "(rained", "search:\"none\""));

        assertThat(wrong).containsOnlyKeys("(rained", "search:\"none\"");
        assertThat(matching("bare")).containsExactly("rained");

        saved.put("none", "rained");
        assertThat(standing.stand(List.of("search:\"none\""))).isEmpty();
        assertThat(matching("bare")).containsExactly("search:\"none\"");
        saved.remove("none");
        assertThat(standing.stand(List.of("search:\"none\""))).hasSize(1);
        assertThat(matching("bare")).isEmpty();
    }

    private Set<String> matching(String id) {
        return ARTICLES.stream()
                .filter(article -> article.tagged().article().id().value().equals(id))
                .map(article -> standing.matching(article.tagged()))
                .findFirst()
                .orElseThrow();
    }
}
