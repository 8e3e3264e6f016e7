package org.onrecord.index;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.IntField;
import org.apache.lucene.document.KeywordField;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.ActorId;
import org.onrecord.article.Article;
import org.onrecord.article.Figure;
import org.onrecord.article.Mention;
import org.onrecord.article.Passage;
import org.onrecord.article.PolicyEvent;
import org.onrecord.article.Position;
import org.onrecord.article.Span;
import org.onrecord.article.Stand;
import org.onrecord.article.Statement;
import org.onrecord.article.TaggedArticle;
import org.onrecord.json.TaggedArticleJson;

/** A tagged article as its block of documents: findings first, the article last. */
final class ArticleDocuments {
    /** A claimed publication so far after the fetch is an error of the page; such an article sorts by its fetch. */
    private static final Duration AHEAD = Duration.ofDays(2);

    private static final FieldType WITH_OFFSETS = new FieldType(TextField.TYPE_NOT_STORED);

    static {
        WITH_OFFSETS.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS_AND_OFFSETS);
        WITH_OFFSETS.freeze();
    }

    private final ActorNames names;
    private final TaggedArticle tagged;
    private final Article article;
    private final Instant instant;
    private final Optional<TextSignature> signature;
    private final Map<String, Integer> storyKeys;

    /** @param names by what other names its actors shall be found */
    ArticleDocuments(TaggedArticle tagged, ActorNames names) {
        this.names = names;
        this.tagged = tagged;
        this.article = tagged.article();
        this.instant = article.sortInstant().isAfter(article.firstSeenAt().plus(AHEAD))
                ? article.firstSeenAt()
                : article.sortInstant();
        this.signature = TextSignature.of(article.text());
        this.storyKeys = StoryKeys.of(tagged, day());
    }

    /** What its place among the others depends on. */
    StoryFinder.Sought sought() {
        return new StoryFinder.Sought(article.id(), signature, storyKeys, (int) day().toEpochDay());
    }

    List<Document> block(StoryFinder.Place place) {
        List<Document> block = new ArrayList<>();
        Evidence evidence = new Evidence(article.text());
        for (int i = 0; i < tagged.statements().size(); i++) {
            Statement statement = tagged.statements().get(i);
            Document document =
                    finding(IndexSchema.Kind.STATEMENT, i, evidence.of(statement), instant, actors(statement));
            addFieldsOf(statement, document);
            block.add(document);
        }
        for (int i = 0; i < tagged.events().size(); i++) {
            PolicyEvent event = tagged.events().get(i);
            Document document =
                    finding(IndexSchema.Kind.EVENT, i, evidence.of(event), instantOf(event), event.actors());
            document.add(keyword(IndexSchema.EVENT_TYPE, event.type().label()));
            block.add(document);
        }
        for (int i = 0; i < tagged.figures().size(); i++) {
            Figure figure = tagged.figures().get(i);
            block.add(finding(IndexSchema.Kind.FIGURE, i, evidence.of(figure), instant, List.of()));
        }
        Document whole = article(place);
        whole.add(new StoredField(
                IndexSchema.JSON, TaggedArticleJson.write(tagged).toString()));
        signature.ifPresent(own -> {
            own.bands().forEach(band -> whole.add(new StringField(IndexSchema.COPIES_BAND, band, Field.Store.NO)));
            whole.add(new BinaryDocValuesField(IndexSchema.COPIES_SIGNATURE, new BytesRef(own.bytes())));
        });
        storyKeys.keySet().forEach(key -> whole.add(new StringField(IndexSchema.STORY_KEY, key, Field.Store.NO)));
        block.add(whole);
        return block;
    }

    /** The same, with only what queries for articles ask for: of the findings their values, not the sentences around them. */
    List<Document> toCompare(StoryFinder.Place place) {
        List<Document> block = new ArrayList<>();
        for (Statement statement : tagged.statements()) {
            Document document = document(IndexSchema.Kind.STATEMENT, instant);
            addFieldsOf(statement, document);
            block.add(document);
        }
        for (PolicyEvent event : tagged.events()) {
            Document document = document(IndexSchema.Kind.EVENT, instantOf(event));
            document.add(keyword(IndexSchema.EVENT_TYPE, event.type().label()));
            block.add(document);
        }
        block.add(article(place));
        return block;
    }

    private static List<ActorId> actors(Statement statement) {
        return statement.speaker() == null || statement.speaker().actor() == null
                ? List.of()
                : List.of(statement.speaker().actor());
    }

    /** @param actors who takes part in it, whether or not they are named in the evidence */
    private Document finding(IndexSchema.Kind kind, int ordinal, Span evidence, Instant moment, List<ActorId> actors) {
        Document document = document(kind, moment);
        document.add(new NumericDocValuesField(IndexSchema.ORDINAL, ordinal));
        document.add(
                new TextField(IndexSchema.EVIDENCE, evidence.in(article.text()).text(), Field.Store.NO));
        document.add(new TextField(IndexSchema.HEADLINE, article.title(), Field.Store.NO));
        Set<ActorId> named = new TreeSet<>(actors);
        for (Mention mention : tagged.mentions()) {
            if (mention.actor() != null && evidence.contains(mention.passage().span())) {
                named.add(mention.actor());
            }
        }
        add(document, IndexSchema.FINDING_NAME, namesOf(named));
        return document;
    }

    private void addFieldsOf(Statement statement, Document document) {
        document.add(keyword(IndexSchema.STATEMENT_ACT, statement.act().label()));
        if (statement.lobbying()) {
            document.add(keyword(IndexSchema.STATEMENT_ACT, Statement.LOBBYING));
        }
        if (statement.speaker() != null && statement.speaker().actor() != null) {
            document.add(keyword(
                    IndexSchema.STATEMENT_SPEAKER, statement.speaker().actor().value()));
        }
        actors(statement).forEach(speaker -> add(document, IndexSchema.SPEAKER_NAME, namesOf(Set.of(speaker))));
        Stand stand = statement.stand();
        if (stand.issue() != null && stand.position() != Position.NONE) {
            document.add(keyword(IndexSchema.STATEMENT_ISSUE, stand.issue().value()));
            document.add(
                    keyword(IndexSchema.STATEMENT_POSITION, stand.position().label()));
            addColumnsOf(statement, document);
            document.add(keyword(
                    IndexSchema.STATEMENT_STANCE,
                    stand.position().label() + ":" + stand.issue().value()));
        }
    }

    /** What the ledger reads of a statement that takes a side. */
    private void addColumnsOf(Statement statement, Document document) {
        Passage content = statement.content();
        document.add(new NumericDocValuesField(
                IndexSchema.STATEMENT_CHANCE, Math.round(statement.stand().confidence() * IndexSchema.WHOLE_CHANCE)));
        document.add(new NumericDocValuesField(IndexSchema.STATEMENT_PLACE, StatementPlace.number(content.span())));
        BytesRef words = new BytesRef(content.text().toLowerCase(Locale.ROOT));
        long[] hash = StringHelper.murmurhash3_x64_128(words);
        document.add(new NumericDocValuesField(IndexSchema.STATEMENT_WORDING, hash[0]));
        if (article.published() != null) {
            document.add(new NumericDocValuesField(
                    IndexSchema.STATEMENT_DAY, article.published().day().toEpochDay()));
        }
    }

    private Document article(StoryFinder.Place place) {
        Document document = document(IndexSchema.Kind.ARTICLE, instant);
        document.add(new IntField(IndexSchema.DAY, (int) day().toEpochDay(), Field.Store.NO));
        document.add(new LongField(IndexSchema.SEEN, article.firstSeenAt().toEpochMilli(), Field.Store.NO));
        document.add(new TextField(IndexSchema.TITLE, article.title(), Field.Store.NO));
        document.add(new Field(IndexSchema.TEXT, article.text(), WITH_OFFSETS));
        article.authors().forEach(author -> document.add(new TextField(IndexSchema.AUTHOR, author, Field.Store.NO)));
        if (article.source() != null) {
            document.add(keyword(IndexSchema.SOURCE, article.source().value()));
        }
        document.add(keyword(IndexSchema.LANG, article.language().toLowerCase(Locale.ROOT)));
        addSite(document, article.url());
        addKeywords(document);
        document.add(keyword(IndexSchema.STORY, place.story()));
        document.add(keyword(IndexSchema.COPIES, place.text()));
        return document;
    }

    private Document document(IndexSchema.Kind kind, Instant moment) {
        Document document = new Document();
        document.add(new StringField(IndexSchema.KIND, kind.value(), Field.Store.NO));
        document.add(new StringField(IndexSchema.ID, article.id().value(), Field.Store.NO));
        document.add(new SortedDocValuesField(
                IndexSchema.ID, new BytesRef(article.id().value())));
        document.add(new LongField(IndexSchema.INSTANT, moment.toEpochMilli(), Field.Store.NO));
        return document;
    }

    private static void addSite(Document document, @Nullable URI url) {
        if (url == null || url.getHost() == null) {
            return;
        }
        String host = url.getHost().toLowerCase(Locale.ROOT).replaceFirst("^www\\.", "");
        document.add(keyword(IndexSchema.HOST, host));
        for (String domain = host; !domain.isEmpty(); ) {
            document.add(keyword(IndexSchema.SITE, domain));
            int dot = domain.indexOf('.');
            domain = dot < 0 ? "" : domain.substring(dot + 1);
        }
    }

    private void addKeywords(Document document) {
        Set<String> actors = new TreeSet<>();
        Set<String> speakers = new TreeSet<>();
        Set<String> acts = new TreeSet<>();
        Set<String> issues = new TreeSet<>();
        Set<String> stances = new TreeSet<>();
        Set<String> products = new TreeSet<>();
        Set<String> policies = new TreeSet<>();
        Set<String> events = new TreeSet<>();
        for (Mention mention : tagged.mentions()) {
            switch (mention.type()) {
                case PRODUCT -> products.add(IndexSchema.key(mention.passage().text()));
                case POLICY -> policies.add(IndexSchema.key(mention.passage().text()));
                case PERSON, ORG, GPE -> {
                    if (mention.actor() != null) {
                        actors.add(mention.actor().value());
                    }
                }
            }
        }
        for (Statement statement : tagged.statements()) {
            acts.add(statement.act().label());
            if (statement.lobbying()) {
                acts.add(Statement.LOBBYING);
            }
            if (statement.speaker() != null && statement.speaker().actor() != null) {
                speakers.add(statement.speaker().actor().value());
            }
            Stand stand = statement.stand();
            if (stand.issue() != null) {
                issues.add(stand.issue().value());
                stances.add(stand.position().label() + ":" + stand.issue().value());
            }
        }
        for (PolicyEvent event : tagged.events()) {
            events.add(event.type().label());
            event.actors().stream().map(ActorId::value).forEach(actors::add);
        }
        actors.addAll(speakers);
        Set<String> tags = new TreeSet<>();
        List.of(actors, acts, issues, products, policies, events).forEach(tags::addAll);
        add(document, IndexSchema.ACTOR, actors);
        add(document, IndexSchema.SAID_BY, speakers);
        add(document, IndexSchema.ACT, acts);
        add(document, IndexSchema.ISSUE, issues);
        add(document, IndexSchema.STANCE, stances);
        add(document, IndexSchema.PRODUCT, products);
        add(document, IndexSchema.POLICY, policies);
        add(document, IndexSchema.EVENT, events);
        add(document, IndexSchema.TAG, tags);
        add(
                document,
                IndexSchema.NAME,
                namesOf(actors.stream().map(ActorId::new).toList()));
    }

    private Set<String> namesOf(Collection<ActorId> actors) {
        Set<String> terms = new TreeSet<>();
        for (ActorId actor : actors) {
            names.of(actor).forEach(name -> terms.add(IndexSchema.name(name, actor)));
        }
        return terms;
    }

    private static void add(Document document, String field, Set<String> values) {
        values.stream().filter(value -> !value.isEmpty()).forEach(value -> document.add(keyword(field, value)));
    }

    /** The publisher's day, or the day of the fetch when that is all there is to go by. */
    private LocalDate day() {
        return article.published() != null && instant.equals(article.published().instant())
                ? article.published().day()
                : LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }

    /** The first moment of the time that the event's date names; the article's moment when it has none. */
    private Instant instantOf(PolicyEvent event) {
        String date = event.date();
        if (date == null) {
            return instant;
        }
        try {
            String whole = date + "-01-01".substring(0, 10 - date.length());
            return LocalDate.parse(whole).atStartOfDay(ZoneOffset.UTC).toInstant();
        } catch (DateTimeParseException noSuchDay) {
            // "2025-13" has the form of a date without being one; the article's moment is near enough to sort by.
            return instant;
        }
    }

    private static KeywordField keyword(String field, String value) {
        return new KeywordField(field, value, Field.Store.NO);
    }
}
