package org.onrecord.extract;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** The short lines around the headline, where byline and date stand on pages that mark neither. */
final class HeadlineSurroundings {
    private static final int BEFORE = 6;
    private static final int AFTER = 12;
    private static final int LONGEST = 140;

    private HeadlineSurroundings() {}

    /** The lines below the headline, then those above, nearest first; none when the page has no headline. */
    static List<String> lines(WebPage page, String title) {
        PageOutline outline = page.outline();
        OptionalInt heading = TitlePlace.heading(outline, title);
        List<TextBlock> blocks = page.blocks().all();
        for (int i = 0; heading.isPresent() && i < blocks.size(); i++) {
            if (outline.holds(heading.getAsInt(), blocks.get(i).owner())) {
                List<TextBlock> below = blocks.subList(i + 1, Math.min(blocks.size(), i + 1 + AFTER));
                List<TextBlock> above =
                        blocks.subList(Math.max(0, i - BEFORE), i).reversed();
                return Stream.concat(below.stream(), above.stream())
                        .map(TextBlock::text)
                        .filter(text -> text.length() <= LONGEST)
                        .toList();
            }
        }
        return List.of();
    }
}
