package org.onrecord.tag.text;

import java.util.ArrayList;
import java.util.List;
import org.onrecord.article.Article;

/**
 * An article read: its sentences with words and parts of speech, and what stands in quotation marks.
 *
 * @param article the article
 * @param text the part of its text that is tagged
 * @param sentences in the order of the text; empty when the language is not English
 * @param quotes quoted stretches, marks included, in the order of the text
 */
public record Reading(Article article, String text, List<Sentence> sentences, Quotes quotes) {
    private static final int MOST_WORDS = 120;

    public Reading {
        sentences = List.copyOf(sentences);
    }

    /** The index of the sentence that holds an offset, or of the next one after it. */
    public int sentenceAt(int offset) {
        int low = 0;
        int high = sentences.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sentences.get(middle).end() <= offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The words of a stretch of the text, the first 120 of them. */
    public List<Token> words(int start, int end) {
        List<Token> words = new ArrayList<>();
        for (int s = sentenceAt(start); s < sentences.size() && words.size() < MOST_WORDS; s++) {
            Sentence sentence = sentences.get(s);
            if (sentence.start() >= end) {
                break;
            }
            for (int i = sentence.tokenAt(start);
                    i < sentence.size() && sentence.get(i).start() < end;
                    i++) {
                words.add(sentence.get(i));
            }
        }
        return words.size() > MOST_WORDS ? words.subList(0, MOST_WORDS) : words;
    }
}
