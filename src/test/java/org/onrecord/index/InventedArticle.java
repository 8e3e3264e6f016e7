package org.onrecord.index;

import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.Act;
import org.onrecord.article.ActorId;
import org.onrecord.article.Article;
import org.onrecord.article.ArticleId;
import org.onrecord.article.EntityType;
import org.onrecord.article.EventType;
import org.onrecord.article.Figure;
import org.onrecord.article.IssueId;
import org.onrecord.article.Measure;
import org.onrecord.article.Mention;
import org.onrecord.article.OfficialDocument;
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

/** A hand-made article of invented people and companies, its findings given by their words. */
public final class InventedArticle {
    private final String id;
    private String title = "";
    private String text = "";
    private List<String> authors = List.of();
    private @Nullable URI url;
    private @Nullable SourceId source;
    private @Nullable Published published = Published.on(LocalDate.of(2026, 1, 5));
    private Instant fetchedAt = Instant.parse("2026-06-01T00:00:00Z");
    private @Nullable Instant firstSeenAt;
    private String language = "en";
    private final List<Mention> mentions = new ArrayList<>();
    private final List<Statement> statements = new ArrayList<>();
    private final List<PolicyEvent> events = new ArrayList<>();
    private final List<Figure> figures = new ArrayList<>();

    private long capture = 1;

    private InventedArticle(String id) {
        this.id = id;
    }

    /** An article of 5 January 2026 with this id. */
    public static InventedArticle article(String id) {
        return new InventedArticle(id);
    }

    public InventedArticle title(String words) {
        title = words;
        return this;
    }

    /** Comes before all findings. */
    public InventedArticle text(String words) {
        text = words;
        return this;
    }

    public InventedArticle by(String... names) {
        authors = List.of(names);
        return this;
    }

    public InventedArticle url(String address) {
        url = URI.create(address);
        return this;
    }

    public InventedArticle source(String sourceId) {
        source = new SourceId(sourceId);
        return this;
    }

    public InventedArticle on(String day) {
        published = Published.on(LocalDate.parse(day));
        return this;
    }

    public InventedArticle undated(String fetched) {
        published = null;
        fetchedAt = Instant.parse(fetched);
        return this;
    }

    /** First seen then, and fetched again later. */
    public InventedArticle seen(String moment) {
        firstSeenAt = Instant.parse(moment);
        return this;
    }

    /** By the capture with a number. */
    public InventedArticle captured(long number) {
        capture = number;
        return this;
    }

    public InventedArticle lang(String tag) {
        language = tag;
        return this;
    }

    public InventedArticle mention(String name, EntityType type, @Nullable String actor) {
        mentions.add(new Mention(passage(name), type, actor == null ? null : new ActorId(actor), 1));
        return this;
    }

    public InventedArticle product(String name) {
        return mention(name, EntityType.PRODUCT, null);
    }

    public InventedArticle policy(String name) {
        return mention(name, EntityType.POLICY, null);
    }

    /** A statement without a stand. */
    public InventedArticle says(String speaker, String actor, Act act, String content) {
        return says(speaker, actor, act, content, Stand.NONE);
    }

    public InventedArticle says(
            String speaker, String actor, Act act, String content, String issue, Position position) {
        return says(speaker, actor, act, content, new Stand(new IssueId(issue), position, 0.9));
    }

    public InventedArticle says(String speaker, String actor, Act act, String content, Stand stand) {
        statements.add(new Statement(
                new Speaker(passage(speaker), new ActorId(actor)),
                null,
                passage(content),
                QuoteKind.INDIRECT,
                act,
                stand,
                0.9));
        return this;
    }

    public InventedArticle event(EventType type, String trigger, @Nullable String date, String... actors) {
        List<ActorId> participants = List.of(actors).stream().map(ActorId::new).toList();
        events.add(new PolicyEvent(type, passage(trigger), participants, date, 0.9));
        return this;
    }

    public InventedArticle figure(String words, String subject, Measure measure, String value, String unit) {
        figures.add(new Figure(passage(words), subject, measure, List.of(new BigDecimal(value)), unit, null, 0.9));
        return this;
    }

    /** A figure for a time. */
    public InventedArticle figure(
            String words, String subject, Measure measure, String value, String unit, String period) {
        figures.add(new Figure(passage(words), subject, measure, List.of(new BigDecimal(value)), unit, period, 0.9));
        return this;
    }

    /** An event that an official document makes. */
    public InventedArticle event(
            EventType type, String trigger, String date, OfficialDocument document, String... actors) {
        List<ActorId> participants = List.of(actors).stream().map(ActorId::new).toList();
        events.add(new PolicyEvent(type, passage(trigger), participants, date, 0.9, document));
        return this;
    }

    /** A statement of somebody whom no registry knows; null for nobody who is named. */
    public InventedArticle saysSomebody(@Nullable String speaker, Act act, String content) {
        statements.add(new Statement(
                speaker == null ? null : new Speaker(passage(speaker), null),
                null,
                passage(content),
                QuoteKind.INDIRECT,
                act,
                Stand.NONE,
                0.9));
        return this;
    }

    public TaggedArticle tagged() {
        Article article = new Article(
                new ArticleId(id), url, source, title, authors, published, fetchedAt, language, text, capture);
        return new TaggedArticle(
                firstSeenAt == null ? article : article.withFirstSeenAt(firstSeenAt),
                mentions,
                statements,
                events,
                figures);
    }

    private Passage passage(String words) {
        int start = text.indexOf(words);
        if (start < 0) {
            throw new IllegalArgumentException("the text does not say \"" + words + "\": " + text);
        }
        return Passage.of(text, start, start + words.length());
    }
}
