package org.onrecord.tag.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.onrecord.article.Span;

/**
 * Mends what the models cut apart: a sentence after an abbreviation ("U.S. | Commerce"), a closing quotation mark at the
 * head of the next sentence, and a full stop cut off an abbreviation.
 */
public final class SentenceJoints {
    private final Set<String> always;
    private final Set<String> beforeCapital;
    private final Set<String> openers;

    public SentenceJoints(Lexicon abbreviations) {
        this.always = abbreviations.section("before-name");
        this.beforeCapital = abbreviations.section("inside-name");
        this.openers = abbreviations.section("sentence-openers");
    }

    List<Span> joined(String text, List<Span> sentences) {
        List<Span> joined = new ArrayList<>();
        for (Span sentence : sentences) {
            int start = sentence.start();
            if (!joined.isEmpty()) {
                Span last = joined.getLast();
                while (start < sentence.end() && "”’\"'»)".indexOf(text.charAt(start)) >= 0 && closes(text, start)) {
                    start++;
                }
                if (start > sentence.start()) {
                    joined.set(joined.size() - 1, new Span(last.start(), start));
                    last = joined.getLast();
                    while (start < sentence.end() && Character.isWhitespace(text.charAt(start))) {
                        start++;
                    }
                    if (start >= sentence.end()) {
                        continue;
                    }
                }
                if (belongs(text, last, start, sentence.end())) {
                    joined.set(joined.size() - 1, new Span(last.start(), sentence.end()));
                    continue;
                }
            }
            joined.add(new Span(start, sentence.end()));
        }
        return joined;
    }

    private static boolean closes(String text, int i) {
        return i + 1 >= text.length() || !Character.isLetterOrDigit(text.charAt(i + 1));
    }

    private boolean belongs(String text, Span last, int start, int end) {
        char first = text.charAt(start);
        if (Character.isLowerCase(first)) {
            // “Will it work?” he asked. A mark inside quotation marks does not end the sentence around it.
            return true;
        }
        int word = last.end();
        while (word > last.start() && !Character.isWhitespace(text.charAt(word - 1))) {
            word--;
        }
        String ending = text.substring(word, last.end()).replaceFirst("^[(“\"‘]+", "");
        if (always.contains(ending)) {
            return true;
        }
        if (ending.matches("[A-Z]\\.") && Character.isUpperCase(first)) {
            return true; // an initial
        }
        return beforeCapital.contains(ending)
                && (Character.isUpperCase(first) || Character.isDigit(first))
                && !openers.contains(firstWord(text, start, end));
    }

    private static String firstWord(String text, int start, int end) {
        int i = start;
        while (i < end && (Character.isLetter(text.charAt(i)) || text.charAt(i) == '’' || text.charAt(i) == '\'')) {
            i++;
        }
        return text.substring(start, i);
    }

    /** Puts the full stop back on abbreviations inside a sentence. */
    List<Span> rejoined(String text, List<Span> words) {
        List<Span> joined = new ArrayList<>(words.size());
        for (int i = 0; i < words.size(); i++) {
            Span word = words.get(i);
            boolean stop = word.length() == 1 && text.charAt(word.start()) == '.';
            if (stop && !joined.isEmpty() && joined.getLast().end() == word.start()) {
                String whole = text.substring(joined.getLast().start(), word.end());
                boolean abbreviated = whole.length() > 3 && whole.matches("(?:[A-Za-z]\\.){2,}")
                        || (i + 1 < words.size() && (always.contains(whole) || beforeCapital.contains(whole)));
                if (abbreviated) {
                    joined.set(joined.size() - 1, new Span(joined.getLast().start(), word.end()));
                    continue;
                }
            }
            if (word.length() > 2 && i + 1 == words.size() && text.charAt(word.end() - 1) == '.') {
                String whole = text.substring(word.start(), word.end());
                if (!whole.matches("(?:[A-Za-z]\\.)+") && !always.contains(whole) && !beforeCapital.contains(whole)) {
                    joined.add(new Span(word.start(), word.end() - 1));
                    joined.add(new Span(word.end() - 1, word.end()));
                    continue;
                }
            }
            joined.add(word);
        }
        return joined;
    }
}
