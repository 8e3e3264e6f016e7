package org.onrecord.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.onrecord.search.Condition.AllOf;
import org.onrecord.search.Condition.AnyOf;
import org.onrecord.search.Condition.Everything;
import org.onrecord.search.Condition.Nearness;
import org.onrecord.search.Condition.Not;
import org.onrecord.state.SavedSearch;

/** One reading of one query from left to right; {@link QueryParser} has the grammar. Used once. */
final class QueryReading {
    static final int DEEPEST = 20;
    static final int MOST_CLAUSES = 256;
    static final int MOST_PREFIXES = 4;
    static final int FARTHEST_WORDS = 100;
    static final Set<String> OPERATORS = Set.of("AND", "OR", "NOT");

    private static final Pattern FIELD = Pattern.compile("([A-Za-z_][A-Za-z0-9_-]*):(?!//)");
    private static final Pattern WITHIN = Pattern.compile("~(\\w*)");

    private final QueryText text;
    private final String query;
    private final TermReading terms;
    private final DateValue dates;
    private final SavedQueries saved;
    private final List<String> openSearches;

    private final List<QueryShape.Part> parts = new ArrayList<>();
    private final List<QueryShape.Part> leaves = new ArrayList<>();
    private final List<QueryShape.Reference> references = new ArrayList<>();

    private boolean alternatives;
    private int clauses;
    private int prefixes;

    /** @param openSearches names of the saved searches that this query is being read for, outermost first */
    QueryReading(String query, DateValue dates, SavedQueries saved, List<String> openSearches) {
        this.text = new QueryText(query);
        this.query = query;
        this.dates = dates;
        this.saved = saved;
        this.openSearches = openSearches;
        this.terms = new TermReading(text, dates);
    }

    QueryShape shape() throws Mistake {
        Condition condition = whole();
        return new QueryShape(query, condition, alternatives ? List.of() : parts, leaves, alternatives);
    }

    /** Where the text itself refers to saved searches, in its order; complete once it was read. */
    List<QueryShape.Reference> references() {
        return references;
    }

    Condition whole() throws Mistake {
        text.checkCharacters();
        text.skipSpace();
        if (text.atEnd()) {
            return new Everything();
        }
        Condition whole = any(0, QueryField.WORDS);
        if (!text.atEnd()) {
            throw new Mistake(text.at(), "this \")\" closes nothing", text.without(text.at(), text.at() + 1));
        }
        if (isNegative(whole)) {
            throw new Mistake(
                    0,
                    "the query says only what not to find; say what to find too, * stands for everything",
                    "* " + query.strip());
        }
        return whole;
    }

    private Condition any(int depth, QueryField field) throws Mistake {
        List<Condition> parts = new ArrayList<>();
        parts.add(all(depth, field));
        while (text.operator("OR")) {
            alternatives |= depth == 0;
            int operator = text.at();
            text.skip(2);
            text.skipSpace();
            if (text.atEndOrClosing() || text.operator("OR") || text.operator("AND")) {
                throw dangling(operator, "OR");
            }
            parts.add(all(depth, field));
        }
        return parts.size() == 1 ? parts.getFirst() : new AnyOf(parts);
    }

    private Condition all(int depth, QueryField field) throws Mistake {
        int start = text.at();
        List<Condition> parts = new ArrayList<>();
        boolean something = false;
        while (!text.atEndOrClosing() && !text.operator("OR")) {
            if (text.operator("AND")) {
                int operator = text.at();
                text.skip(3);
                text.skipSpace();
                if (!something || text.atEndOrClosing() || text.operator("OR") || text.operator("AND")) {
                    throw dangling(operator, "AND");
                }
            }
            int begin = text.at();
            Optional<Condition> condition = not(depth, field);
            if (depth == 0 && condition.isPresent()) {
                this.parts.add(new QueryShape.Part(begin, text.at(), condition.get()));
            }
            add(condition, parts);
            something = true;
            text.skipSpace();
        }
        if (!something) {
            if (text.operator("OR")) {
                throw dangling(text.at(), "OR");
            }
            throw new Mistake(start, "there is nothing in front of this \")\"", text.without(text.at(), text.at() + 1));
        }
        return switch (parts.size()) {
            case 0 ->
                throw new Mistake(
                        start, "there is no word to look for here, only punctuation", text.with(start, text.at(), " "));
            case 1 -> parts.getFirst();
            default -> new AllOf(parts);
        };
    }

    /** Conditions in brackets of their own join those around them, or one statement could not be described in two groups. */
    private static void add(Optional<Condition> condition, List<Condition> parts) {
        condition.ifPresent(part -> {
            if (part instanceof AllOf all) {
                parts.addAll(all.parts());
            } else {
                parts.add(part);
            }
        });
    }

    /** A term with what denies it; empty when it is punctuation. */
    private Optional<Condition> not(int depth, QueryField field) throws Mistake {
        int operator = text.at();
        boolean word = text.operator("NOT");
        boolean minus =
                !word && text.next() == '-' && text.at() + 1 < query.length() && deniable(query.charAt(text.at() + 1));
        if (!word && !minus) {
            return term(depth, field);
        }
        checkDepth(depth);
        text.skip(word ? 3 : 1);
        text.skipSpace();
        if (text.atEndOrClosing() || text.operator("OR") || text.operator("AND")) {
            throw dangling(operator, word ? "NOT" : "-");
        }
        Optional<Condition> inner = not(depth + 1, field);
        if (inner.isEmpty()) {
            throw new Mistake(
                    operator, "there is no word to leave out after this", text.with(operator, text.at(), " "));
        }
        return inner.map(Not::new);
    }

    private static boolean deniable(char c) {
        return Character.isLetterOrDigit(c) || Character.isSurrogate(c) || "\"(*".indexOf(c) >= 0;
    }

    private Optional<Condition> term(int depth, QueryField field) throws Mistake {
        int start = text.at();
        char c = text.next();
        if (c == '(') {
            return Optional.of(group(depth, field));
        }
        Matcher prefix = FIELD.matcher(query).region(text.at(), query.length());
        if (prefix.lookingAt()) {
            Optional<QueryField> named = QueryField.ofLabel(prefix.group(1));
            int valueStart = prefix.end();
            boolean valueless = valueStart == query.length() || QueryText.isBoundary(query.charAt(valueStart));
            if (named.isEmpty()) {
                Optional<Mistake> unknown = terms.unknownField(start, prefix.group(1), valueless);
                if (unknown.isPresent()) {
                    throw unknown.get();
                }
                // A headline's "Exclusive: ..." is text.
                text.moveTo(valueStart);
                return counted(start, terms.word(start, query.substring(start, text.at() - 1), field));
            }
            text.moveTo(valueStart);
            if (valueless) {
                throw terms.noValue(start, valueStart, named.get());
            }
            return value(depth, start, named.get());
        }
        return value(depth, start, field);
    }

    private Optional<Condition> value(int depth, int start, QueryField field) throws Mistake {
        char c = text.next();
        if (c == '(') {
            return Optional.of(group(depth, field));
        }
        if (c == '"') {
            return phrase(start, field);
        }
        int from = text.at();
        while (!text.atEnd() && !QueryText.isBoundary(text.next()) && text.next() != '(' && text.next() != '"') {
            text.skip(1);
        }
        String word = query.substring(from, text.at());
        if (field == QueryField.SEARCH) {
            return counted(start, Optional.of(savedSearch(start, from, word)));
        }
        Optional<Condition> condition = field == QueryField.WORDS
                ? terms.word(start, word, field)
                : Optional.of(terms.value(start, from, word, field));
        if (condition.orElse(null) instanceof Condition.Prefix) {
            prefixes++;
            checkPrefixes(from, text.with(start, text.at(), query.substring(start, text.at() - 1)));
        }
        return counted(start, condition);
    }

    private void checkPrefixes(int place, String candidate) throws Mistake {
        if (prefixes > MOST_PREFIXES) {
            throw new Mistake(place, "a query has at most " + MOST_PREFIXES + " words with *", candidate);
        }
    }

    private Condition group(int depth, QueryField field) throws Mistake {
        int open = text.at();
        checkDepth(depth);
        text.skip(1);
        text.skipSpace();
        if (!text.atEnd() && text.next() == ')') {
            throw new Mistake(open, "there is nothing between these brackets", text.with(open, text.at() + 1, " "));
        }
        if (text.atEnd()) {
            throw new Mistake(open, "this \"(\" is never closed", text.without(open, open + 1));
        }
        Condition inner = any(depth + 1, field);
        if (text.atEnd()) {
            throw new Mistake(open, "this \"(\" is never closed", query.stripTrailing() + ")");
        }
        text.skip(1);
        return inner;
    }

    private void checkDepth(int depth) throws Mistake {
        if (depth >= DEEPEST) {
            throw new Mistake(
                    text.at(),
                    "brackets and NOT may lie inside each other " + DEEPEST + " deep",
                    query.replaceAll("[()]", " ").replaceAll("(?:NOT\\s+|-)+(?=NOT|-)", ""));
        }
    }

    private Optional<Condition> phrase(int start, QueryField field) throws Mistake {
        int open = text.at();
        int close = query.indexOf('"', open + 1);
        if (close < 0) {
            throw new Mistake(open, "this quotation mark is never closed", query.stripTrailing() + "\"");
        }
        String words = query.substring(open + 1, close);
        text.moveTo(close + 1);
        Matcher within = WITHIN.matcher(query).region(text.at(), query.length());
        int distance = 0;
        if (within.lookingAt()) {
            distance = distance(within);
            text.moveTo(within.end());
        }
        if (field == QueryField.SEARCH) {
            return counted(start, Optional.of(savedSearch(start, open, words)));
        }
        return counted(start, terms.phrase(start, open, text.at(), words, field, new Nearness(true, distance)));
    }

    private int distance(Matcher within) throws Mistake {
        String number = within.group(1);
        boolean digits = !number.isEmpty() && number.chars().allMatch(c -> c >= '0' && c <= '9');
        if (digits
                && number.length() <= 3
                && Integer.parseInt(number) >= 1
                && Integer.parseInt(number) <= FARTHEST_WORDS) {
            return Integer.parseInt(number);
        }
        String mended = digits && number.chars().anyMatch(c -> c != '0') ? "~" + FARTHEST_WORDS : "";
        throw new Mistake(
                within.start(),
                "after ~ comes how many words may stand between, from 1 to " + FARTHEST_WORDS + ": \"a b\"~10",
                text.with(within.start(), within.end(), mended));
    }

    private Condition savedSearch(int start, int nameStart, String name) throws Mistake {
        references.add(new QueryShape.Reference(name, nameStart, text.at()));
        if (openSearches.stream().anyMatch(open -> SavedSearch.key(open).equals(SavedSearch.key(name)))) {
            throw new Mistake(
                    start,
                    "the saved search \"" + name + "\" refers to itself: " + String.join(" → ", openSearches) + " → "
                            + name,
                    text.without(start, text.at()));
        }
        Optional<String> found = saved.query(name);
        if (found.isEmpty()) {
            Optional<String> meant = Nearest.to(name, saved.names());
            throw new Mistake(
                    start,
                    "there is no saved search named \"" + name + "\""
                            + meant.map(near -> "; did you mean \"" + near + "\"?")
                                    .orElse(""),
                    meant.map(near -> text.with(nameStart, text.at(), "\"" + near + "\""))
                            .orElseGet(() -> text.without(start, text.at())));
        }
        List<String> open = new ArrayList<>(openSearches);
        open.add(name);
        if (open.size() > DEEPEST) {
            throw new Mistake(
                    start,
                    "saved searches refer to each other more than " + DEEPEST + " deep",
                    text.without(start, text.at()));
        }
        QueryReading inner = new QueryReading(found.get(), dates, saved, open);
        try {
            Condition condition = inner.whole();
            clauses += inner.clauses;
            prefixes += inner.prefixes;
            checkPrefixes(start, text.without(start, text.at()));
            return condition;
        } catch (Mistake mistake) {
            throw new Mistake(
                    start,
                    "the saved search \"" + name + "\" is wrong at character " + (mistake.position() + 1) + ": "
                            + mistake.reason(),
                    text.without(start, text.at()));
        }
    }

    private Optional<Condition> counted(int start, Optional<Condition> condition) throws Mistake {
        if (condition.isPresent() && ++clauses > MOST_CLAUSES) {
            throw new Mistake(
                    start, "a query has at most " + MOST_CLAUSES + " words and conditions", query.substring(0, start));
        }
        condition.ifPresent(leaf -> leaves.add(new QueryShape.Part(start, text.at(), leaf)));
        return condition;
    }

    private static boolean isNegative(Condition condition) {
        return condition instanceof Not
                || (condition instanceof AllOf all && all.parts().stream().allMatch(QueryReading::isNegative));
    }

    private Mistake dangling(int operator, String name) {
        String sides = name.equals("NOT") || name.equals("-") ? "a word behind it" : "words on both sides";
        return new Mistake(
                operator,
                name + " needs " + sides + "; in quotes or lower case it is a word",
                text.without(operator, operator + name.length()));
    }
}
