package org.onrecord.extract;

import org.onrecord.extract.TextBlock.Place;

/** How much a block looks like a paragraph of an article: above 0 for prose, below for lists of links and labels. */
final class BlockWeight {
    private static final String SENTENCE_ENDS = ".!?…。！？؟।";
    private static final String AFTER_SENTENCE = "\"”’»)]";

    /** A sentence shorter than this may be a label, a block longer than the other is prose even without a full stop. */
    private static final int SENTENCE = 50;

    private static final int PROSE = 140;

    /** One endless block does not outweigh a page of paragraphs. */
    private static final int LONGEST = 1500;

    /** Longer ones are data: no script that divides words has any. */
    private static final int LONGEST_WORD = 500;

    /** The weight of a label. */
    private static final double NOTHING = -6;

    private static final double MOSTLY_LINKS = 0.5;

    private static final int FIRST_IDEOGRAPH = 0x2E80;

    private BlockWeight() {}

    static double of(String text, double linkDensity, Place place) {
        if (isOneWord(text)) {
            return NOTHING;
        }
        double size = size(text);
        if (linkDensity > MOSTLY_LINKS) {
            return -Math.min(size, 120) / 2;
        }
        if (place == Place.HEADING || place == Place.CAPTION) {
            return 0;
        }
        boolean sentence = hasSentence(text);
        if (size >= PROSE || size >= SENTENCE && sentence) {
            double prose = Math.min(size, LONGEST) * (1 - linkDensity);
            return sentence ? prose : prose / 3;
        }
        return sentence ? size / 4 : NOTHING;
    }

    private static boolean isOneWord(String text) {
        return text.length() > LONGEST_WORD && text.charAt(0) < FIRST_IDEOGRAPH && text.indexOf(' ') < 0;
    }

    /** Whether a sentence ends in it: a full stop or its like before a space, a closing mark or the end. */
    private static boolean hasSentence(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (SENTENCE_ENDS.indexOf(text.charAt(i)) >= 0) {
                char next = i + 1 < text.length() ? text.charAt(i + 1) : ' ';
                if (next == ' ' || AFTER_SENTENCE.indexOf(next) >= 0) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Characters, those of scripts without spaces between words counted as much as the words they stand for. */
    private static double size(String text) {
        int ideographs = 0;
        for (int i = 0; i < text.length(); i++) {
            ideographs += text.charAt(i) >= FIRST_IDEOGRAPH ? 1 : 0;
        }
        return text.length() + 1.5 * ideographs;
    }
}
