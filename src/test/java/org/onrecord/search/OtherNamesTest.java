package org.onrecord.search;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.onrecord.index.InventedArticle.article;
import static org.onrecord.search.SearchTestIndex.marked;

import java.nio.file.Path;
import java.util.List;
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
import org.onrecord.registry.PlainNames;
import org.onrecord.registry.Registry;

/** Actors are found whatever an article calls them. */
class OtherNamesTest {
    private static final PlainNames NAMES = new PlainNames(new Registry(
            List.of(
                    actor("quillon", "Quillon Corporation", ActorKind.COMPANY, "Quillon", "Big Quill", "奎龙"),
                    actor("trade-ministry", "Ministry of Trade", ActorKind.AGENCY, "MoT", "Harbour"),
                    actor("harbour-city", "Harbour City", ActorKind.PLACE, "Harbour"),
                    actor("ada-cotton", "Ada Cotton", ActorKind.PERSON, "Cotton", "A. Cotton")),
            List.of(),
            List.of()));

    @TempDir
    Path folder;

    private SearchTestIndex newsroom;

    @BeforeEach
    void fill() {
        newsroom = new SearchTestIndex(folder, NAMES::of);
        newsroom.add(
                article("short").text("Quillon opens a plant.").mention("Quillon", EntityType.ORG, "quillon"),
                article("nickname").text("Big Quill opens a quarry.").mention("Big Quill", EntityType.ORG, "quillon"),
                article("chinese").text("奎龙开设工厂。").mention("奎龙", EntityType.ORG, "quillon"),
                article("ministry")
                        .text("MoT said no plant.")
                        .mention("MoT", EntityType.ORG, "trade-ministry")
                        .says("MoT", "trade-ministry", Act.DENY, "no plant"),
                article("port").text("Harbour City grows.").mention("Harbour City", EntityType.GPE, "harbour-city"),
                article("person").text("Ada C. spoke.").mention("Ada C.", EntityType.PERSON, "ada-cotton"),
                article("shirts").text("Shirts of cotton."));
    }

    @AfterEach
    void close() {
        newsroom.close();
    }

    @Test
    void findsAnActorUnderAnotherNameBelowTheNameAskedFor() {
        assertThat(newsroom.ids("quillon")).first().isEqualTo("short");
        assertThat(newsroom.ids("quillon")).containsExactlyInAnyOrder("short", "nickname", "chinese");
        assertThat(newsroom.ids("\"Big Quill\"")).first().isEqualTo("nickname");
        assertThat(newsroom.ids("\"Big Quill\"")).hasSize(3);
        assertThat(newsroom.ids("奎龙")).first().isEqualTo("chinese");
        assertThat(newsroom.ids("奎龙")).hasSize(3);
    }

    @Test
    void recognisesANameOfSeveralWordsWithoutQuotationMarks() {
        assertThat(newsroom.ids("ministry of trade")).containsExactly("ministry");
        assertThat(newsroom.ids("plant ministry of trade")).containsExactly("ministry");
        assertThat(newsroom.ids("big quill quarry")).containsExactly("nickname");
        assertThat(newsroom.ids("ministry trade")).isEmpty();
    }

    @Test
    void takesNoSurnameAndNoSharedNameForAnActor() {
        assertThat(newsroom.ids("cotton")).containsExactly("shirts");
        assertThat(newsroom.ids("\"ada cotton\"")).containsExactly("person");
        assertThat(newsroom.ids("harbour")).containsExactly("port");
    }

    @Test
    void leavesOutOnlyWhatSaysTheWord() {
        assertThat(newsroom.ids("opens -quillon")).containsExactly("nickname");
    }

    @Test
    void fieldsOfActorsTakeAnyName() {
        assertThat(newsroom.ids("actor:\"Big Quill\"")).hasSize(3);
        assertThat(newsroom.ids("actor:quillon")).hasSize(3);
        assertThat(newsroom.search
                        .statements(SearchRequest.of("said-by:\"Ministry of Trade\""))
                        .total())
                .isEqualTo(1);
        assertThat(newsroom.search
                        .statements(SearchRequest.of("ministry of trade"))
                        .total())
                .isEqualTo(1);
    }

    @Test
    void marksTheNameThatTheArticleUses() {
        Snippet passage = newsroom.search
                .articles(SearchRequest.of("quarry quillon"))
                .hits()
                .getFirst()
                .passage();

        assertThat(marked(passage)).containsExactly("Big Quill", "quarry");
    }

    @Test
    void suggestsAnActorForAMisspeltName() {
        Hits<ArticleHit> none = newsroom.search.articles(SearchRequest.of("\"Quilon Corporation\""));

        assertThat(requireNonNull(none.nothingFound()).suggestions())
                .extracting(NothingFound.Suggestion::query)
                .contains("actor:quillon");
    }

    private static Actor actor(String id, String name, ActorKind kind, String... aliases) {
        return new Actor(
                new ActorId(id),
                name,
                kind,
                null,
                null,
                null,
                null,
                List.of(),
                List.of(aliases).stream().map(Alias::always).toList());
    }
}
