package org.onrecord.tag;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.onrecord.article.Actor;
import org.onrecord.article.Actor.Gender;
import org.onrecord.article.ActorId;
import org.onrecord.article.ActorKind;
import org.onrecord.article.Alias;
import org.onrecord.article.Article;
import org.onrecord.article.ArticleId;
import org.onrecord.article.EntityType;
import org.onrecord.article.Issue;
import org.onrecord.article.IssueId;
import org.onrecord.article.Published;
import org.onrecord.article.Topic;
import org.onrecord.registry.Registry;
import org.onrecord.tag.text.Lexicon;
import org.onrecord.tag.text.Models;
import org.onrecord.tag.text.Reading;
import org.onrecord.tag.text.SentenceJoints;
import org.onrecord.tag.text.SentenceReader;

/** A small world of invented people and companies, and the one tagger that the tests share. */
public final class TagFixture {
    /** The project's own annotated articles that no model learnt from. */
    public static final List<Path> HELD_OUT =
            List.of(Path.of("src/train/gold/train-4.jsonl"), Path.of("src/train/gold/more-held.jsonl"));

    /** Others, written later and harder. */
    public static final Path HELD_OUT_LATER = Path.of("src/train/gold/more-held-2.jsonl");

    public static final OpenNlpTagger TAGGER =
            OpenNlpTagger.load(registry(), new TagSettings(TagSettings.EngineKind.ENCODER, 2, 1_000_000, 0.22));

    private static final SentenceReader READER =
            new SentenceReader(Models.load(), new SentenceJoints(Lexicon.named("abbreviations")));

    private TagFixture() {}

    public static Registry registry() {
        return new Registry(
                List.of(
                        actor(
                                "corvane",
                                "Corvane Devices",
                                ActorKind.COMPANY,
                                null,
                                null,
                                List.of("company", "chipmaker"),
                                Alias.always("Corvane")),
                        actor(
                                "marisol-tennant",
                                "Marisol Tennant",
                                ActorKind.PERSON,
                                "chief executive",
                                Gender.FEMALE,
                                List.of("chief executive"),
                                new Alias("Tennant", Alias.Use.AFTER_FULL_NAME, List.of())),
                        actor(
                                "dale-okerlund",
                                "Dale Okerlund",
                                ActorKind.PERSON,
                                "senator",
                                Gender.MALE,
                                List.of("senator"),
                                new Alias("Okerlund", Alias.Use.WITH_TITLE, List.of())),
                        actor(
                                "us-commerce-department",
                                "U.S. Commerce Department",
                                ActorKind.AGENCY,
                                null,
                                null,
                                List.of("department"),
                                Alias.always("Commerce Department")),
                        actor("china", "China", ActorKind.PLACE, null, null, List.of(), Alias.always("Beijing")),
                        actor("beijing", "Beijing", ActorKind.PLACE, null, null, List.of())),
                List.of(
                        new Topic(
                                "k80",
                                "Kestrel K80",
                                EntityType.PRODUCT,
                                new ActorId("corvane"),
                                List.of(Alias.always("K80"))),
                        new Topic("entity-list", "Entity List", EntityType.POLICY, null, List.of())),
                List.of(new Issue(
                        new IssueId("ai-chip-exports"),
                        "AI chip exports to China",
                        "Advanced AI chips should be sold to China.",
                        List.of("chip", "export", "licence", "license"),
                        List.of(),
                        List.of("allow", "approve", "sell", "sale", "lift"),
                        List.of("ban", "restrict", "control", "block"),
                        List.of("losing market share"),
                        List.of("national security risk"))));
    }

    private static Actor actor(
            String id,
            String name,
            ActorKind kind,
            @org.jspecify.annotations.Nullable String role,
            @org.jspecify.annotations.Nullable Gender gender,
            List<String> descriptions,
            Alias... aliases) {
        return new Actor(new ActorId(id), name, kind, role, null, null, gender, descriptions, List.of(aliases));
    }

    /** The text read into sentences and words, as an article of 18 February 2026. */
    public static Reading read(String text) {
        return READER.read(article(text), text);
    }

    public static Article article(String text) {
        return article("", text);
    }

    public static Article article(String title, String text) {
        return new Article(
                new ArticleId("test"),
                null,
                null,
                title,
                List.of(),
                Published.on(LocalDate.of(2026, 2, 18)),
                Instant.EPOCH,
                "en",
                text,
                0);
    }
}
