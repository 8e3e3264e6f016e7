package org.onrecord.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.onrecord.article.ActorId;
import org.onrecord.article.Article;
import org.onrecord.article.ArticleId;
import org.onrecord.article.EntityType;
import org.onrecord.article.EventType;
import org.onrecord.article.Mention;
import org.onrecord.article.OfficialDocument;
import org.onrecord.article.Passage;
import org.onrecord.article.PolicyEvent;
import org.onrecord.article.TaggedArticle;
import org.onrecord.extract.ExtractedArticle;
import org.onrecord.extract.FederalRegisterDocument;
import org.onrecord.fetch.Page;

class RegisterEventsTest {
    private static final Instant NOW = Instant.parse("2026-03-03T12:00:00Z");
    private static final OfficialDocument OFFICIAL = new OfficialDocument(
            "2026-01234", List.of("0694-AZ99"), LocalDate.of(2026, 3, 4), LocalDate.of(2026, 4, 5));

    @Test
    void aRuleIsAnEventWithItsNumberAndItsDays() {
        FederalRegisterDocument rule = document("Rule", "Controls on widgets");

        TaggedArticle tagged = RegisterEvents.add(tagged(rule), rule);

        assertThat(tagged.events()).singleElement().satisfies(event -> {
            assertThat(event.type()).isEqualTo(EventType.RULE_ISSUED);
            assertThat(event.date()).isEqualTo("2026-02-03");
            assertThat(event.trigger().text()).isEqualTo("Rule");
            assertThat(event.actors()).containsExactly(new ActorId("bureau-of-widgets"));
            assertThat(event.document()).isEqualTo(OFFICIAL);
        });
        assertThat(OFFICIAL.inWords())
                .isEqualTo("document 2026-01234, RIN 0694-AZ99, effective 2026-03-04, comments close 2026-04-05");
    }

    @Test
    void theTitleTellsAnEntityListingAndAnEnforcement() {
        FederalRegisterDocument listing = document("Rule", "Additions to the Entity List");
        FederalRegisterDocument order = document("Notice", "Order Denying Export Privileges: A. Person");

        assertThat(RegisterEvents.add(tagged(listing), listing).events())
                .extracting(PolicyEvent::type)
                .containsExactly(EventType.ENTITY_LISTING);
        assertThat(RegisterEvents.add(tagged(order), order).events())
                .extracting(PolicyEvent::type)
                .containsExactly(EventType.ENFORCEMENT);
    }

    @Test
    void whereTheTypeTellsNothingTheFirstEventOfTheTextGetsTheNumber() {
        FederalRegisterDocument proposed = document("Proposed Rule", "Widgets");
        TaggedArticle without = tagged(proposed);
        PolicyEvent found = new PolicyEvent(
                EventType.LICENCE_REQUIRED, Passage.of(without.article().text(), 0, 8), List.of(), null, 0.7);
        TaggedArticle with =
                new TaggedArticle(without.article(), without.mentions(), List.of(), List.of(found), List.of());

        assertThat(RegisterEvents.add(without, proposed).events()).isEmpty();
        assertThat(RegisterEvents.add(with, proposed).events())
                .singleElement()
                .satisfies(event -> assertThat(event.type()).isEqualTo(EventType.LICENCE_REQUIRED))
                .satisfies(event -> assertThat(event.document()).isEqualTo(OFFICIAL));
    }

    private static TaggedArticle tagged(FederalRegisterDocument document) {
        ExtractedArticle extracted = document.article(null);
        Article article = new Article(
                ArticleId.of(URI.create("https://fr.example/d")),
                URI.create("https://fr.example/d"),
                null,
                extracted.title(),
                List.of(),
                extracted.published(),
                NOW,
                "en",
                extracted.text(),
                1);
        int agency = extracted.text().indexOf("Bureau of Widgets");
        Mention mention = new Mention(
                Passage.of(extracted.text(), agency, agency + "Bureau of Widgets".length()),
                EntityType.values()[0],
                new ActorId("bureau-of-widgets"),
                1);
        return new TaggedArticle(article, List.of(mention), List.of(), List.of(), List.of());
    }

    private static FederalRegisterDocument document(String type, String title) {
        String json = """
                {"document_number": "2026-01234", "type": "%s", "title": "%s", "agencies": [{"name": "Bureau of Widgets"}],
                 "publication_date": "2026-02-03", "effective_on": "2026-03-04", "comments_close_on": "2026-04-05",
                 "regulation_id_numbers": ["0694-AZ99"], "abstract": "It is about widgets.", "html_url": "https://fr.example/d"}""".formatted(type, title);
        URI uri = URI.create("https://fr.example/api/v1/documents/2026-01234.json");
        assertThat(FederalRegisterDocument.isAddress(uri)).isTrue();
        return FederalRegisterDocument.read(
                        new Page(uri, uri, 200, Map.of(), json.getBytes(StandardCharsets.UTF_8), NOW))
                .orElseThrow();
    }
}
