package org.onrecord.index;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.onrecord.article.Span;

/**
 * The sentences of a text, roughly and fast: good enough to show a finding with the words around it. Never over a line feed,
 * not after common abbreviations, without the white space around them. For one thread.
 */
public final class Sentences {
    private static final Set<String> ABBREVIATIONS = Set.of(
            "mr", "mrs", "ms", "dr", "sen", "rep", "gov", "gen", "prof", "st", "vs", "no", "inc", "corp", "co", "ltd",
            "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sept", "sep", "oct", "nov", "dec", "jr", "sr", "dept",
            "est");

    private final String text;
    private final List<Span> spans = new ArrayList<>();
    private boolean divided;

    /** Divides nothing yet: many an article is loaded of which no sentence is shown. */
    public Sentences(String text) {
        this.text = text;
    }

    private void divide() {
        if (divided) {
            return;
        }
        divided = true;
        BreakIterator breaks = BreakIterator.getSentenceInstance(Locale.ROOT);
        breaks.setText(text);
        int start = 0;
        for (int end = breaks.next(); end != BreakIterator.DONE; end = breaks.next()) {
            if (end == text.length() || !endsInAbbreviation(start, end)) {
                addLines(start, end);
                start = end;
            }
        }
    }

    /** All of them in the order of the text. */
    public List<Span> all() {
        divide();
        return List.copyOf(spans);
    }

    /** From the start of the sentence that {@code span} begins in to the end of the one it ends in. */
    public Span around(Span span) {
        divide();
        int start = span.start();
        int end = span.end();
        for (Span sentence : spans) {
            if (sentence.overlaps(span)) {
                start = Math.min(start, sentence.start());
                end = Math.max(end, sentence.end());
            }
        }
        return new Span(start, end);
    }

    private boolean endsInAbbreviation(int start, int end) {
        int last = end;
        while (last > start && Character.isWhitespace(text.charAt(last - 1))) {
            if (text.charAt(last - 1) == '\n') {
                return false;
            }
            last--;
        }
        if (last <= start || text.charAt(last - 1) != '.') {
            return false;
        }
        int first = last - 1;
        while (first > start && (Character.isLetter(text.charAt(first - 1)) || text.charAt(first - 1) == '.')) {
            first--;
        }
        String word = text.substring(first, last - 1);
        // "J." of a name and "U.S." rarely end a sentence; where they do, two sentences are shown instead of one.
        boolean initials = word.length() == 1 || word.indexOf('.') == 1;
        return initials || ABBREVIATIONS.contains(word.toLowerCase(Locale.ROOT));
    }

    private void addLines(int start, int end) {
        int from = start;
        while (from < end) {
            int feed = text.indexOf('\n', from);
            int to = feed < 0 || feed > end ? end : feed;
            addTrimmed(from, to);
            from = to + 1;
        }
    }

    private void addTrimmed(int start, int end) {
        int from = start;
        int to = end;
        while (from < to && Character.isWhitespace(text.charAt(from))) {
            from++;
        }
        while (to > from && Character.isWhitespace(text.charAt(to - 1))) {
            to--;
        }
        if (from < to) {
            spans.add(new Span(from, to));
        }
    }
}
