package org.onrecord.extract;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** The lead of an article that stands apart from its body, between headline and pictures, or in the page's header. */
final class Lead {
    /** Shorter ones are labels. */
    private static final int SHORTEST = 40;

    /** A description may be cut off, or a little shorter than what is shown: this much of its start, in letters, must agree. */
    private static final int AGREED = 32;

    private Lead() {}

    /**
     * The block that says what the page gives as its description or marks as a lead.
     *
     * @param blocks the page's text without clutter
     * @param kept the body's blocks, among which a lead is no longer missing
     */
    static Optional<TextBlock> missing(
            WebPage page, List<TextBlock> blocks, List<TextBlock> kept, OptionalInt heading) {
        if (kept.isEmpty()) {
            return Optional.empty();
        }
        int first = blocks.indexOf(kept.getFirst());
        List<String> descriptions = descriptions(page);
        return blocks.subList(0, Math.max(0, first)).stream()
                .filter(block -> block.text().length() >= SHORTEST && block.linkDensity() == 0)
                .filter(block -> block.place() == TextBlock.Place.PROSE || block.place() == TextBlock.Place.HEADING)
                .filter(block -> heading.isEmpty() || !page.outline().holds(heading.getAsInt(), block.owner()))
                .filter(block -> isDescribed(block, descriptions) || isMarked(page, block, heading))
                .reduce((before, last) -> last)
                .filter(block -> kept.stream().noneMatch(other -> agree(start(other.text()), start(block.text()))));
    }

    private static List<String> descriptions(WebPage page) {
        return Stream.concat(
                        page.linkedData().text("description").stream(),
                        page.meta("og:description", "description", "twitter:description"))
                .map(Prose::lineOfMarkup)
                .map(Lead::start)
                .filter(description -> description.length() >= AGREED)
                .distinct()
                .toList();
    }

    private static boolean isDescribed(TextBlock block, List<String> descriptions) {
        String bare = start(block.text());
        return descriptions.stream().anyMatch(description -> agree(description, bare));
    }

    private static String start(String text) {
        return SiteName.bare(text.substring(0, Math.min(text.length(), 2 * AGREED)));
    }

    private static boolean agree(String one, String other) {
        int length = Math.min(AGREED, Math.min(one.length(), other.length()));
        return length >= AGREED && one.regionMatches(0, other, 0, length);
    }

    /** Below the headline, and called a lead. */
    private static boolean isMarked(WebPage page, TextBlock block, OptionalInt heading) {
        PageOutline outline = page.outline();
        boolean below = heading.isPresent() && block.owner() > heading.getAsInt();
        return below
                && block.weight() > 0
                && (outline.signs(block.owner()).contains(Sign.LEAD)
                        || outline.signs(outline.parent(block.owner())).contains(Sign.LEAD));
    }
}
