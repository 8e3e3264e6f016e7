package org.onrecord.web;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.onrecord.search.QueryTerm;

/**
 * A query as text, to which terms of the form {@code field:value} are added and from which they are taken by a click.
 *
 * @param text the query as the reader wrote it
 */
record QueryText(String text) {
    /** A run of anything but white space, in which quoted parts may hold white space. */
    private static final Pattern WORD = Pattern.compile("(?:\"[^\"]*\"?|[^\\s\"])+");

    QueryText {
        text = text.strip();
    }

    /** The term that narrows a query to one value of a field. */
    static String term(String field, String value) {
        return QueryTerm.of(field, value);
    }

    boolean isEmpty() {
        return text.isEmpty();
    }

    /** Whether the term is one of the words of the query. */
    boolean has(String term) {
        return words().contains(term);
    }

    /** The query narrowed by a term. */
    QueryText with(String term) {
        if (isEmpty()) {
            return new QueryText(term);
        }
        // AND binds closer than OR, so a term would narrow only the last alternative.
        return new QueryText((words().contains("OR") ? "(" + text + ")" : text) + " " + term);
    }

    /** The query without a term. */
    QueryText without(String term) {
        return new QueryText(words().stream().filter(word -> !word.equals(term)).collect(Collectors.joining(" ")));
    }

    private List<String> words() {
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(text);
        while (matcher.find()) {
            words.add(matcher.group());
        }
        return words;
    }
}
