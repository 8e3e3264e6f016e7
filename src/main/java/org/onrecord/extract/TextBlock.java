package org.onrecord.extract;

/**
 * A run of text that a browser would set as one paragraph, heading, list item or cell.
 *
 * @param owner the number of the innermost block element around it, as {@link PageOutline} counts
 * @param text one line
 * @param linkDensity the share of its text that is in links, 0 to 1
 * @param place what it is a part of
 * @param weight how much it looks like prose, as {@link BlockWeight} has it
 */
record TextBlock(int owner, String text, double linkDensity, Place place, double weight) {
    /** What a block is a part of, the innermost that applies. */
    enum Place {
        HEADING,
        CAPTION,
        LIST,
        TABLE,
        QUOTE,
        PROSE
    }

    static TextBlock of(int owner, String text, int linkLength, Place place) {
        double density = Math.min(1.0, (double) linkLength / text.length());
        return new TextBlock(owner, text, density, place, BlockWeight.of(text, density, place));
    }
}
