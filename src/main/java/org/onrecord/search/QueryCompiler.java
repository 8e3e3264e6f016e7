package org.onrecord.search;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.join.BitSetProducer;
import org.apache.lucene.search.join.ScoreMode;
import org.apache.lucene.search.join.ToChildBlockJoinQuery;
import org.apache.lucene.search.join.ToParentBlockJoinQuery;
import org.jspecify.annotations.Nullable;
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
    private static final float TITLE = 3;
    private static final float EVIDENCE = 2;
    private static final float TIE = 0.1f;
    /** Longer queries are lists, for which exact forms do not matter and the number of terms does. */
    private static final int EXACT_UP_TO = 32;

    /** Less than one more rare word, so that it decides between articles that answer about as well. */
    private static final float NEW = 0.5f;

    private static final Duration HALF_AS_NEW = Duration.ofDays(30);

    private static final int MOST_TOGETHER = 8;
    /** How many other words may stand between words that count as together. */
    private static final int TOGETHER = 2;

    /** What may stand in front of the number of a model. */
    private static final Pattern LETTERS = Pattern.compile("[A-Za-z]{1,4}");

    /** A model in small letters, where the index joins capitals to numbers. */
    private static final Pattern LETTERS_AND_NUMBER = Pattern.compile("[a-z]{1,4}-\\d\\w*");

    /** How many words a name has at most that is recognised outside quotation marks. */
    private static final int LONGEST_NAME = 5;

    /** Below whatever a word that stands in the text is worth. */
    private static final float OTHER_NAME = 0.001f;

    private final TermQueries terms;
    private final BitSetProducer articles;
    private final Predicate<String> isName;
    private final Set<String> names = new LinkedHashSet<>();
    private final QueryCompiler asWritten;

    /** @param isName whether the index knows an actor by a name that has this {@link IndexSchema#key} */
    QueryCompiler(Analyzer analyzer, BitSetProducer articles, Condition whole, Predicate<String> isName) {
        this(new TermQueries(analyzer, leaves(whole) <= EXACT_UP_TO), articles, isName);
    }

    private QueryCompiler(TermQueries terms, BitSetProducer articles, @Nullable Predicate<String> isName) {
        this.terms = terms;
        this.articles = articles;
        this.isName = isName == null ? key -> false : isName;
        this.asWritten = isName == null ? this : new QueryCompiler(terms, articles, null);
    }

    /** Keys of the names of actors among the words that were compiled so far. */
    Set<String> names() {
        return names;
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
            ranked.add(text(together, wanted), Occur.SHOULD);
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
            case Text text -> lift(text(text, home(text.field(), wanted)), home(text.field(), wanted), wanted);
            case Prefix prefix ->
                lift(prefix(prefix, home(prefix.field(), wanted)), home(prefix.field(), wanted), wanted);
            case Days days -> lift(days(days), Kind.ARTICLE, wanted);
            case Since since -> lift(since(since), Kind.ARTICLE, wanted);
        };
    }

    private Query conjunction(List<Condition> parts, Kind wanted) {
        Map<Kind, List<Condition>> elsewhere = new EnumMap<>(Kind.class);
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        boolean positive = false;
        for (int i = 0; i < parts.size(); i++) {
            Condition part = parts.get(i);
            List<Condition> name = wordsOfOne(parts, i);
            if (name.size() > 1) {
                all.add(either(name, wanted), Occur.MUST);
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

    /** Words from a place on that together may be one thing: a model number, or the name of an actor. Empty when there are none. */
    private List<Condition> wordsOfOne(List<Condition> parts, int start) {
        List<Condition> name = nameAt(parts, start);
        boolean number = name.isEmpty()
                && start + 1 < parts.size()
                && isPlainWord(parts.get(start))
                && isPlainWord(parts.get(start + 1))
                && LETTERS.matcher(((Text) parts.get(start)).text()).matches()
                && Character.isDigit(((Text) parts.get(start + 1)).text().charAt(0));
        return number ? parts.subList(start, start + 2) : name;
    }

    /** The longest run of single words from a place on that together are the name of an actor; empty when there is none. */
    private List<Condition> nameAt(List<Condition> parts, int start) {
        int end = start;
        while (end < parts.size() && end - start < LONGEST_NAME && isPlainWord(parts.get(end))) {
            end++;
        }
        for (; end - start > 1; end--) {
            List<Condition> run = parts.subList(start, end);
            if (isName.test(key(run))) {
                return run;
            }
        }
        return List.of();
    }

    private static String key(List<Condition> words) {
        return IndexSchema.key(words.stream().map(word -> ((Text) word).text()).collect(Collectors.joining(" ")));
    }

    private static boolean isPlainWord(Condition part) {
        return part instanceof Text text
                && text.field() == QueryField.WORDS
                && !text.nearness().quoted();
    }

    /** The words, or what they are together: a model number in one word, the actor under any other name. */
    private Query either(List<Condition> words, Kind wanted) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        words.forEach(word -> all.add(query(word, wanted), Occur.MUST));
        String together = words.stream().map(word -> ((Text) word).text()).collect(Collectors.joining("-"));
        return new DisjunctionMaxQuery(
                List.of(
                        all.build(),
                        isName.test(key(words))
                                ? otherNames(key(words), wanted)
                                : text(
                                        new Text(QueryField.WORDS, together.toUpperCase(Locale.ROOT), Nearness.WORD),
                                        wanted)),
                0);
    }

    private Query otherNames(String key, Kind kind) {
        names.add(key);
        return new BoostQuery(
                named(kind == Kind.ARTICLE ? IndexSchema.NAME : IndexSchema.FINDING_NAME, key), OTHER_NAME);
    }

    private static Query named(String field, String key) {
        return new ConstantScoreQuery(new PrefixQuery(new Term(field, IndexSchema.nameStart(key))));
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
        Query inArticle = from == Kind.ARTICLE ? ofKind : new ToParentBlockJoinQuery(ofKind, articles, ScoreMode.None);
        return wanted == Kind.ARTICLE ? inArticle : new ToChildBlockJoinQuery(inArticle, articles);
    }

    private Query text(Text text, Kind kind) {
        if (text.field() == QueryField.WORDS) {
            List<Query> ways = new ArrayList<>();
            ways.add(words(text.text(), text.nearness(), kind));
            if (LETTERS_AND_NUMBER.matcher(text.text()).matches()) {
                ways.add(words(text.text().toUpperCase(Locale.ROOT), text.nearness(), kind));
            }
            String key = IndexSchema.key(text.text());
            if (text.nearness().within() == 0 && isName.test(key)) {
                ways.add(otherNames(key, kind));
            }
            return ways.size() == 1 ? ways.getFirst() : new DisjunctionMaxQuery(ways, 0);
        }
        String field = text.field().indexed();
        return switch (text.field().form()) {
            case TEXT -> terms.text(field, text.text(), text.nearness());
            case LANGUAGE ->
                new BooleanQuery.Builder()
                        .add(new TermQuery(new Term(field, text.text())), Occur.SHOULD)
                        .add(new PrefixQuery(new Term(field, text.text() + "-")), Occur.SHOULD)
                        .build();
            case KEY ->
                switch (text.field()) {
                    case ACTOR -> idOrName(field, IndexSchema.NAME, text.text());
                    case SAID_BY -> idOrName(field, IndexSchema.SPEAKER_NAME, text.text());
                    default -> new TermQuery(new Term(field, text.text()));
                };
            case HOST, ACT, STANCE, EVENT_TYPE, DATE, SAVED -> new TermQuery(new Term(field, text.text()));
        };
    }

    private Query idOrName(String idField, String nameField, String key) {
        Query id = new TermQuery(new Term(idField, key));
        return isName.test(key)
                ? new BooleanQuery.Builder()
                        .add(id, Occur.SHOULD)
                        .add(named(nameField, key), Occur.SHOULD)
                        .build()
                : id;
    }

    /** Words in the two texts of a kind of document, of which the better counts. */
    private Query words(String words, Nearness nearness, Kind kind) {
        return kind == Kind.ARTICLE
                ? better(
                        new BoostQuery(terms.text(IndexSchema.TITLE, words, nearness), TITLE),
                        terms.text(IndexSchema.TEXT, words, nearness))
                : better(
                        new BoostQuery(terms.text(IndexSchema.EVIDENCE, words, nearness), EVIDENCE),
                        terms.text(IndexSchema.HEADLINE, words, nearness));
    }

    private static Query better(Query one, Query other) {
        return new DisjunctionMaxQuery(List.of(one, other), TIE);
    }

    private Query prefix(Prefix prefix, Kind kind) {
        if (prefix.field() == QueryField.WORDS) {
            boolean article = kind == Kind.ARTICLE;
            return better(
                    terms.prefix(article ? IndexSchema.TITLE : IndexSchema.EVIDENCE, prefix.start()),
                    terms.prefix(article ? IndexSchema.TEXT : IndexSchema.HEADLINE, prefix.start()));
        }
        String field = prefix.field().indexed();
        return prefix.field().form() == QueryField.Form.TEXT
                ? terms.prefix(field, prefix.start())
                : new PrefixQuery(new Term(field, prefix.start().toLowerCase(Locale.ROOT)));
    }

    private static Query days(Days days) {
        LocalDate from = days.from();
        LocalDate before = days.before();
        return IntPoint.newRangeQuery(
                IndexSchema.DAY,
                from == null ? Integer.MIN_VALUE : (int) from.toEpochDay(),
                before == null ? Integer.MAX_VALUE : (int) before.toEpochDay() - 1);
    }

    private static Query since(Since since) {
        return new BooleanQuery.Builder()
                .add(
                        LongPoint.newRangeQuery(
                                IndexSchema.INSTANT, since.moment().toEpochMilli(), Long.MAX_VALUE),
                        Occur.FILTER)
                .add(all(Kind.ARTICLE), Occur.FILTER)
                .build();
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
