package org.onrecord.search;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.join.BitSetProducer;
import org.apache.lucene.search.join.ScoreMode;
import org.apache.lucene.search.join.ToChildBlockJoinQuery;
import org.apache.lucene.search.join.ToParentBlockJoinQuery;
import org.apache.lucene.util.BytesRef;
import org.onrecord.article.ArticleId;
import org.onrecord.index.IndexSchema;
import org.onrecord.index.IndexSchema.Kind;
import org.onrecord.search.Condition.AllOf;
import org.onrecord.search.Condition.AnyOf;
import org.onrecord.search.Condition.Days;
import org.onrecord.search.Condition.Everything;
import org.onrecord.search.Condition.Nearness;
import org.onrecord.search.Condition.Not;
import org.onrecord.search.Condition.Prefix;
import org.onrecord.search.Condition.Since;
import org.onrecord.search.Condition.Text;

/**
 * Conditions to Lucene queries for one kind of document.
 *
 * <p>A condition on a field of another kind of document reaches over the block: to the article's findings, or to the finding's
 * article. Conditions on the same kind of finding in one {@link AllOf} must hold for one and the same finding. Plain words are
 * sought in articles when articles are wanted, else in the sentences around the finding and the article's title.
 */
final class QueryCompiler {
    /** Longer queries are lists, for which exact forms do not matter and the number of terms does. */
    private static final int EXACT_UP_TO = 32;

    /** Less than one more rare word, so that it decides between articles that answer about as well. */
    private static final float NEW = 0.5f;

    private static final Duration HALF_AS_NEW = Duration.ofDays(30);

    private static final int MOST_TOGETHER = 8;
    /** How many other words may stand between words that count as together. */
    private static final int TOGETHER = 2;

    private final FieldQueries fields;
    private final BitSetProducer articles;
    private final QueryCompiler asWritten;

    /** @param isName whether the index knows an actor by a name that has this {@link IndexSchema#key} */
    QueryCompiler(Analyzer analyzer, BitSetProducer articles, Condition whole, Predicate<String> isName) {
        TermQueries terms = new TermQueries(analyzer, leaves(whole) <= EXACT_UP_TO);
        this.fields = new FieldQueries(terms, isName);
        this.articles = articles;
        this.asWritten = new QueryCompiler(new FieldQueries(terms, key -> false), articles);
    }

    private QueryCompiler(FieldQueries fields, BitSetProducer articles) {
        this.fields = fields;
        this.articles = articles;
        this.asWritten = this;
    }

    /** Keys of the names of actors among the words that were compiled so far. */
    Set<String> names() {
        return fields.names();
    }

    /** Everything of a kind that meets the condition. */
    Query compile(Condition condition, Kind wanted) {
        return new BooleanQuery.Builder()
                .add(query(condition, wanted), Occur.MUST)
                .add(all(wanted), Occur.FILTER)
                .build();
    }

    /**
     * The same, ranked higher where the words of the query stand together, and a little higher the younger it is: by
     * {@value #NEW} for what is of the day, by half of that after {@link #HALF_AS_NEW}, by a tenth after nine times as long.
     */
    Query ranked(Condition condition, Kind wanted, LocalDate today) {
        BooleanQuery.Builder ranked = new BooleanQuery.Builder().add(compile(condition, wanted), Occur.MUST);
        List<String> words = wordsSideBySide(condition);
        if (words.size() >= 2 && words.size() <= MOST_TOGETHER) {
            Text together = new Text(QueryField.WORDS, String.join(" ", words), new Nearness(true, TOGETHER));
            ranked.add(fields.text(together, wanted), Occur.SHOULD);
        }
        long midnight =
                today.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli();
        ranked.add(
                LongField.newDistanceFeatureQuery(IndexSchema.INSTANT, NEW, midnight, HALF_AS_NEW.toMillis()),
                Occur.SHOULD);
        return ranked.build();
    }

    /** Whether the query says what the findings of a kind are that it wants, and not only what they are not. */
    static boolean describes(Condition condition, Kind kind) {
        return partsOf(condition).stream().anyMatch(part -> isOf(part, kind) && !(part instanceof Not));
    }

    /** The findings of a kind that the conditions on them describe, in whatever article. */
    Query findings(Condition condition, Kind kind) {
        return compile(
                new AllOf(partsOf(condition).stream()
                        .filter(part -> isOf(part, kind))
                        .toList()),
                kind);
    }

    /** What meets the conditions other than those on findings of a kind. */
    Query whateverFindings(Condition condition, Kind kind, Kind wanted) {
        return compile(
                new AllOf(partsOf(condition).stream()
                        .filter(part -> !isOf(part, kind))
                        .toList()),
                wanted);
    }

    private static List<Condition> partsOf(Condition condition) {
        return condition instanceof AllOf all ? all.parts() : List.of(condition);
    }

    private static boolean isOf(Condition part, Kind kind) {
        return kinds(part, Kind.ARTICLE).equals(EnumSet.of(kind));
    }

    private static List<String> wordsSideBySide(Condition condition) {
        return condition instanceof AllOf all
                ? all.parts().stream()
                        .filter(part -> part instanceof Text text
                                && text.field() == QueryField.WORDS
                                && !text.nearness().quoted())
                        .map(part -> ((Text) part).text())
                        .toList()
                : List.of();
    }

    static Query all(Kind kind) {
        return new TermQuery(new Term(IndexSchema.KIND, kind.value()));
    }

    static Query article(ArticleId id) {
        return within(id, all(Kind.ARTICLE));
    }

    /** All documents of these articles. */
    static Query articles(Collection<ArticleId> ids) {
        return new TermInSetQuery(
                IndexSchema.ID, ids.stream().map(id -> new BytesRef(id.value())).toList());
    }

    static Query copies(String text) {
        return new TermQuery(new Term(IndexSchema.COPIES, text));
    }

    static Query story(String story) {
        return new TermQuery(new Term(IndexSchema.STORY, story));
    }

    /** What a query finds in one article. */
    static Query within(ArticleId id, Query query) {
        return new BooleanQuery.Builder()
                .add(query, Occur.FILTER)
                .add(new TermQuery(new Term(IndexSchema.ID, id.value())), Occur.FILTER)
                .build();
    }

    /** Everything of a kind in articles that are so new. */
    Query recent(SearchRequest.Recent recent, Kind wanted) {
        BooleanQuery.Builder either =
                new BooleanQuery.Builder().add(FieldQueries.days(new Days(recent.published(), null)), Occur.SHOULD);
        if (recent.seen() != null) {
            either.add(FieldQueries.seen(recent.seen()), Occur.SHOULD);
        }
        return lift(either.build(), Kind.ARTICLE, wanted);
    }

    private Query query(Condition condition, Kind wanted) {
        return switch (condition) {
            case Everything everything -> new BoostQuery(all(wanted), 0);
            case AllOf all -> conjunction(all.parts(), wanted);
            case AnyOf any -> {
                BooleanQuery.Builder either = new BooleanQuery.Builder();
                any.parts().forEach(part -> either.add(query(part, wanted), Occur.SHOULD));
                yield either.build();
            }
            case Not not -> conjunction(List.of(not), wanted);
            case Text text -> lift(fields.text(text, home(text.field(), wanted)), home(text.field(), wanted), wanted);
            case Prefix prefix ->
                lift(fields.prefix(prefix, home(prefix.field(), wanted)), home(prefix.field(), wanted), wanted);
            case Days days -> lift(FieldQueries.days(days), Kind.ARTICLE, wanted);
            case Since since -> lift(FieldQueries.since(since), Kind.ARTICLE, wanted);
        };
    }

    private Query conjunction(List<Condition> parts, Kind wanted) {
        Map<Kind, List<Condition>> elsewhere = new EnumMap<>(Kind.class);
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        boolean positive = false;
        for (int i = 0; i < parts.size(); i++) {
            Condition part = parts.get(i);
            List<Condition> name = fields.wordsOfOne(parts, i);
            if (name.size() > 1) {
                all.add(fields.either(name, wanted), Occur.MUST);
                positive = true;
                i += name.size() - 1;
                continue;
            }
            Set<Kind> kinds = kinds(part, wanted);
            if (kinds.size() == 1 && !kinds.contains(wanted)) {
                elsewhere
                        .computeIfAbsent(kinds.iterator().next(), kind -> new ArrayList<>())
                        .add(part);
            } else if (!kinds.contains(wanted) && wanted != Kind.ARTICLE) {
                elsewhere
                        .computeIfAbsent(Kind.ARTICLE, kind -> new ArrayList<>())
                        .add(part);
            } else {
                positive |= add(part, all, wanted);
            }
        }
        for (Map.Entry<Kind, List<Condition>> group : elsewhere.entrySet()) {
            boolean onlyNegative = group.getValue().stream().allMatch(Not.class::isInstance);
            if (onlyNegative) {
                for (Condition part : group.getValue()) {
                    Query inner = asWritten.conjunction(List.of(((Not) part).inner()), group.getKey());
                    all.add(lift(inner, group.getKey(), wanted), Occur.MUST_NOT);
                }
            } else {
                all.add(lift(conjunction(group.getValue(), group.getKey()), group.getKey(), wanted), Occur.FILTER);
                positive = true;
            }
        }
        if (!positive) {
            all.add(all(wanted), Occur.FILTER);
        }
        return all.build();
    }

    /** Adds a part that needs no reaching over the block as a whole; says whether it is positive. */
    private boolean add(Condition part, BooleanQuery.Builder all, Kind wanted) {
        if (part instanceof Not not) {
            // Left out is what says the word, not what is about somebody who has it for another name.
            all.add(asWritten.query(not.inner(), wanted), Occur.MUST_NOT);
            return false;
        }
        all.add(query(part, wanted), Occur.MUST);
        return true;
    }

    /** What kind of document a field is a field of; plain words are sought where the answer is wanted. */
    private static Kind home(QueryField field, Kind wanted) {
        return field == QueryField.WORDS ? wanted : field.kind();
    }

    /** The documents of the wanted kind in the blocks of those that a query for another kind finds. */
    private Query lift(Query query, Kind from, Kind wanted) {
        if (from == wanted) {
            return query;
        }
        Query ofKind = new BooleanQuery.Builder()
                .add(query, Occur.MUST)
                .add(all(from), Occur.FILTER)
                .build();
        Query inArticle = from == Kind.ARTICLE ? ofKind : new InArticle(ofKind, articles);
        return wanted == Kind.ARTICLE ? inArticle : new ToChildBlockJoinQuery(inArticle, articles);
    }

    /** Articles by their findings, in a form that says which terms these must have. */
    private static final class InArticle extends ToParentBlockJoinQuery {
        InArticle(Query findings, BitSetProducer articles) {
            super(findings, articles, ScoreMode.None);
        }

        @Override
        public void visit(QueryVisitor visitor) {
            getChildQuery().visit(visitor.getSubVisitor(Occur.MUST, this));
        }
    }

    /** What kinds of documents the condition speaks of; plain words are of the wanted kind. */
    static Set<Kind> kinds(Condition condition, Kind wanted) {
        return switch (condition) {
            case Everything everything -> EnumSet.of(wanted);
            case AllOf all -> kinds(all.parts(), wanted);
            case AnyOf any -> kinds(any.parts(), wanted);
            case Not not -> kinds(not.inner(), wanted);
            case Text text -> EnumSet.of(home(text.field(), wanted));
            case Prefix prefix -> EnumSet.of(home(prefix.field(), wanted));
            case Days days -> EnumSet.of(Kind.ARTICLE);
            case Since since -> EnumSet.of(Kind.ARTICLE);
        };
    }

    private static Set<Kind> kinds(List<Condition> parts, Kind wanted) {
        Set<Kind> kinds = EnumSet.noneOf(Kind.class);
        parts.forEach(part -> kinds.addAll(kinds(part, wanted)));
        return kinds;
    }

    private static int leaves(Condition condition) {
        return switch (condition) {
            case AllOf all ->
                all.parts().stream().mapToInt(QueryCompiler::leaves).sum();
            case AnyOf any ->
                any.parts().stream().mapToInt(QueryCompiler::leaves).sum();
            case Not not -> leaves(not.inner());
            case Everything everything -> 1;
            case Text text -> 1;
            case Prefix prefix -> 1;
            case Days days -> 1;
            case Since since -> 1;
        };
    }
}
