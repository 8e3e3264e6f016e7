package org.onrecord.search;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.lucene.document.IntPoint;
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
import org.onrecord.index.IndexSchema;
import org.onrecord.index.IndexSchema.Kind;
import org.onrecord.search.Condition.Days;
import org.onrecord.search.Condition.Nearness;
import org.onrecord.search.Condition.Prefix;
import org.onrecord.search.Condition.Since;
import org.onrecord.search.Condition.Text;

/**
 * Single conditions to Lucene queries: what a word, a name or a value of a field is sought in. Plain words are sought in title and
 * text of articles, in evidence and headline of findings, and among the names of actors.
 */
final class FieldQueries {
    private static final float TITLE = 3;
    private static final float EVIDENCE = 2;
    private static final float TIE = 0.1f;
    /** What may stand in front of the number of a model. */
    private static final Pattern LETTERS = Pattern.compile("[A-Za-z]{1,4}");

    /** A model in small letters, where the index joins capitals to numbers. */
    private static final Pattern LETTERS_AND_NUMBER = Pattern.compile("[a-z]{1,4}-\\d\\w*");

    /** How many words a name has at most that is recognised outside quotation marks. */
    private static final int LONGEST_NAME = 5;

    /** Below whatever a word that stands in the text is worth. */
    private static final float OTHER_NAME = 0.001f;

    private final TermQueries terms;
    private final Predicate<String> isName;
    private final Set<String> names = new LinkedHashSet<>();

    /** @param isName whether the index knows an actor by a name that has this {@link IndexSchema#key} */
    FieldQueries(TermQueries terms, Predicate<String> isName) {
        this.terms = terms;
        this.isName = isName;
    }

    /** Keys of the names of actors among the words so far. */
    Set<String> names() {
        return names;
    }

    /** A term for a kind of document that has its field. */
    Query text(Text text, Kind kind) {
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

    Query prefix(Prefix prefix, Kind kind) {
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

    static Query days(Days days) {
        LocalDate from = days.from();
        LocalDate before = days.before();
        return IntPoint.newRangeQuery(
                IndexSchema.DAY,
                from == null ? Integer.MIN_VALUE : (int) from.toEpochDay(),
                before == null ? Integer.MAX_VALUE : (int) before.toEpochDay() - 1);
    }

    /** Articles first seen at a moment or later. */
    static Query seen(Instant moment) {
        return LongPoint.newRangeQuery(IndexSchema.SEEN, moment.toEpochMilli(), Long.MAX_VALUE);
    }

    static Query since(Since since) {
        return new BooleanQuery.Builder()
                .add(
                        LongPoint.newRangeQuery(
                                IndexSchema.INSTANT, since.moment().toEpochMilli(), Long.MAX_VALUE),
                        Occur.FILTER)
                .add(QueryCompiler.all(Kind.ARTICLE), Occur.FILTER)
                .build();
    }

    /** Words from a place on that together may be one thing: a model number, or the name of an actor. Empty when there are none. */
    List<Condition> wordsOfOne(List<Condition> parts, int start) {
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
    Query either(List<Condition> words, Kind wanted) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        words.forEach(word -> all.add(text((Text) word, wanted), Occur.MUST));
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
}
