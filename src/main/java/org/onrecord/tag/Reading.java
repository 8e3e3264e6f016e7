package org.onrecord.tag;

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
record Reading(Article article, String text, List<Sentence> sentences, Quotes quotes) {
    Reading {
        sentences = List.copyOf(sentences);
    }

    /** The index of the sentence that holds an offset, or of the next one after it. */
    int sentenceAt(int offset) {
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
}
