package org.onrecord.extract;

import java.util.regex.Pattern;
import org.onrecord.extract.TextBlock.Place;

/** How much a block looks like a paragraph of an article: above 0 for prose, below for lists of links and labels. */
final class BlockWeight {
    private static final Pattern SENTENCE_END = Pattern.compile("[.!?…。！？؟।](?:[\\s\"”’»)\\]]|$)");

    /** A sentence shorter than this may be a label, a block longer than the other is prose even without a full stop. */
    private static final int SENTENCE = 50;

    private static final int PROSE = 140;

    /** One endless block does not outweigh a page of paragraphs. */
    private static final int LONGEST = 1500;

    private static final double MOSTLY_LINKS = 0.5;

    private BlockWeight() {}

    static double of(String text, double linkDensity, Place place) {
        double size = size(text);
        if (linkDensity > MOSTLY_LINKS) {
            return -Math.min(size, 120) / 2;
        }
        if (place == Place.HEADING || place == Place.CAPTION) {
            return 0;
        }
        boolean sentence = SENTENCE_END.matcher(text).find();
        if (size >= PROSE || size >= SENTENCE && sentence) {
            double prose = Math.min(size, LONGEST) * (1 - linkDensity);
            return sentence ? prose : prose / 3;
        }
        return sentence ? size / 4 : -6;
    }

    /** Characters, those of scripts without spaces between words counted as much as the words they stand for. */
    private static double size(String text) {
        long ideographs = text.chars().filter(c -> c >= 0x2E80).count();
        return text.length() + 1.5 * ideographs;
    }
}
