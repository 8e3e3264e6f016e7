package org.onrecord.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.spell.DirectSpellChecker;
import org.apache.lucene.search.spell.SuggestMode;
import org.apache.lucene.search.spell.SuggestWord;
import org.apache.lucene.util.BytesRef;
import org.onrecord.index.IndexSchema;
import org.onrecord.search.Condition.Text;

/** Terms of the index that look like one that it does not have. */
final class Spelling {
    private static final int MOST = 3;
    private static final int SHORTEST_WORD = 3;

    private final Asking asking;
    private final DirectSpellChecker checker = new DirectSpellChecker();

    Spelling(Asking asking) {
        this.asking = asking;
        checker.setMinQueryLength(SHORTEST_WORD);
        checker.setThresholdFrequency(0);
    }

    /** Terms of the query language, the likeliest first. */
    List<String> of(Text text) throws IOException {
        QueryField field = text.field();
        return switch (field.form()) {
            case TEXT -> words(text);
            case KEY, HOST, LANGUAGE -> {
                List<String> terms = new ArrayList<>();
                for (String value : keys(field.indexed(), text.text())) {
                    terms.add(QueryTerm.of(field.label(), value));
                }
                yield terms;
            }
            case ACT, STANCE, EVENT_TYPE, DATE, SAVED -> List.of();
        };
    }

    private List<String> words(Text text) throws IOException {
        String field = text.field() == QueryField.WORDS
                ? IndexSchema.TEXT
                : text.field().indexed();
        String[] words = text.text().strip().split("\\s+");
        List<List<String>> choices = new ArrayList<>();
        for (String word : words) {
            choices.add(asking.has(field, lower(word)) ? List.of(word) : similar(field, lower(word)));
        }
        List<String> terms = new ArrayList<>();
        if (text.field() == QueryField.WORDS) {
            asking.actorNamedLike(IndexSchema.key(text.text()))
                    .ifPresent(actor -> terms.add(QueryTerm.of(QueryField.ACTOR.label(), actor)));
        }
        for (int i = 0; i < MOST; i++) {
            String[] others = words.clone();
            for (int word = 0; word < words.length; word++) {
                List<String> found = choices.get(word);
                if (!found.isEmpty()) {
                    others[word] = found.get(Math.min(i, found.size() - 1));
                }
            }
            String term = written(text, String.join(" ", others));
            if (!Arrays.equals(others, words) && !terms.contains(term)) {
                terms.add(term);
            }
        }
        return terms;
    }

    private static String written(Text text, String words) {
        String quoted = text.nearness().quoted() ? "\"" + words + "\"" : words;
        String near = text.nearness().within() > 0 ? "~" + text.nearness().within() : "";
        return (text.field() == QueryField.WORDS ? "" : text.field().label() + ":") + quoted + near;
    }

    /** Values with the one asked for among their words ({@code huang} in {@code jensen-huang}), else similar ones. */
    private List<String> keys(String field, String key) throws IOException {
        Map<String, Integer> holding = new TreeMap<>();
        Terms terms = MultiTerms.getTerms(asking.reader(), field);
        TermsEnum each = terms == null ? TermsEnum.EMPTY : terms.iterator();
        for (BytesRef term = each.next(); term != null; term = each.next()) {
            String value = term.utf8ToString();
            if (("-" + value + "-").contains("-" + key + "-")) {
                holding.put(value, each.docFreq());
            }
        }
        return holding.isEmpty()
                ? similar(field, key)
                : holding.entrySet().stream()
                        .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder()))
                        .limit(MOST)
                        .map(Map.Entry::getKey)
                        .toList();
    }

    private List<String> similar(String field, String word) throws IOException {
        SuggestWord[] found =
                checker.suggestSimilar(new Term(field, word), MOST, asking.reader(), SuggestMode.SUGGEST_ALWAYS);
        return Arrays.stream(found).map(suggestion -> suggestion.string).toList();
    }

    private static String lower(String word) {
        return word.toLowerCase(Locale.ROOT);
    }
}
