package org.onrecord.search;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.apache.lucene.index.IndexReader;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.Article;
import org.onrecord.article.EntityType;
import org.onrecord.article.Figure;
import org.onrecord.article.Mention;
import org.onrecord.article.PolicyEvent;
import org.onrecord.article.Span;
import org.onrecord.article.Speaker;
import org.onrecord.article.Statement;
import org.onrecord.article.TaggedArticle;
import org.onrecord.index.Evidence;
import org.onrecord.index.IndexSchema;
import org.onrecord.index.Sentences;
import org.onrecord.json.Json;
import org.onrecord.json.TaggedArticleJson;

/** An article as stored, and answers cut out of it. */
record LoadedArticle(TaggedArticle tagged, ArticleRef ref, Evidence evidence, Passages passages) {
    /** Articles of one reader, each read once. */
    static final class Shelf {
        private final IndexReader reader;
        private final Map<Integer, LoadedArticle> loaded = new HashMap<>();

        Shelf(IndexReader reader) {
            this.reader = reader;
        }

        LoadedArticle article(int document) throws IOException {
            LoadedArticle known = loaded.get(document);
            if (known == null) {
                String json = reader.storedFields()
                        .document(document, Set.of(IndexSchema.JSON))
                        .get(IndexSchema.JSON);
                if (json == null) {
                    throw new IOException("document " + document + " has no article");
                }
                known = of(TaggedArticleJson.read(Json.MAPPER.readTree(json)));
                loaded.put(document, known);
            }
            return known;
        }
    }

    static LoadedArticle of(TaggedArticle tagged) {
        Article article = tagged.article();
        ArticleRef ref =
                new ArticleRef(article.id(), article.url(), article.title(), article.source(), article.published());
        Sentences sentences = new Sentences(article.text());
        return new LoadedArticle(tagged, ref, new Evidence(sentences), new Passages(article.text(), sentences));
    }

    StatementHit statement(int ordinal) {
        Statement statement = tagged.statements().get(ordinal);
        Span content = statement.content().span();
        Span shown = evidence.of(statement);
        return new StatementHit(
                ref,
                statement,
                passages.exactly(shown, List.of(content)),
                passages.before(shown),
                passages.after(shown));
    }

    EventHit event(int ordinal) {
        PolicyEvent event = tagged.events().get(ordinal);
        Span trigger = event.trigger().span();
        return new EventHit(ref, event, passages.exactly(evidence.of(event), List.of(trigger)));
    }

    /** The statement with this content. */
    Optional<StatementHit> statementAt(Span content) {
        return IntStream.range(0, tagged.statements().size())
                .filter(i -> tagged.statements().get(i).content().span().equals(content))
                .mapToObj(this::statement)
                .findFirst();
    }

    List<EventHit> events() {
        return IntStream.range(0, tagged.events().size()).mapToObj(this::event).toList();
    }

    FigureHit figure(int ordinal) {
        Figure figure = tagged.figures().get(ordinal);
        Span words = figure.passage().span();
        Span sentence = evidence.of(figure);
        return new FigureHit(
                ref, figure, passages.exactly(sentence, List.of(words)), speakerOf(words), placesIn(sentence));
    }

    /** Who says these words; null when the article does. */
    private @Nullable Speaker speakerOf(Span words) {
        for (Statement statement : tagged.statements()) {
            if (statement.content().span().contains(words)) {
                return statement.speaker();
            }
        }
        return null;
    }

    private Set<String> placesIn(Span sentence) {
        Set<String> places = new TreeSet<>();
        for (Mention mention : tagged.mentions()) {
            if (mention.type() == EntityType.GPE
                    && sentence.contains(mention.passage().span())) {
                places.add(
                        mention.actor() == null
                                ? mention.passage().text()
                                : mention.actor().value());
            }
        }
        return places;
    }
}
