package org.onrecord.extract;

import org.jsoup.nodes.Element;

/**
 * A run of text that a browser would set as one paragraph, heading, list item or cell.
 *
 * @param owner the innermost block element around it
 * @param text one line
 * @param linkDensity the share of its text that is in links, 0 to 1
 * @param place what it is a part of
 * @param weight how much it looks like prose, as {@link BlockWeight} has it
 */
record TextBlock(Element owner, String text, double linkDensity, Place place, double weight) {
    /** What a block is a part of, the innermost that applies. */
    enum Place {
        HEADING,
        CAPTION,
        LIST,
        TABLE,
        QUOTE,
        PROSE
    }

    static TextBlock of(Element owner, String text, int linkLength, Place place) {
        double density = Math.min(1.0, (double) linkLength / text.length());
        return new TextBlock(owner, text, density, place, BlockWeight.of(text, density, place));
    }
}
