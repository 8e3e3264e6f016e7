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
    static List<String> lines(WebPage page, TitlePlace title) {
        List<TextBlock> blocks = page.blocks().all();
        OptionalInt at = title.firstBlock(page.outline(), blocks);
        if (at.isEmpty()) {
            return List.of();
        }
        int i = at.getAsInt();
        List<TextBlock> below = blocks.subList(i + 1, Math.min(blocks.size(), i + 1 + AFTER));
        List<TextBlock> above = blocks.subList(Math.max(0, i - BEFORE), i).reversed();
        return Stream.concat(below.stream(), above.stream())
                .map(TextBlock::text)
                .filter(text -> text.length() <= LONGEST)
                .toList();
    }
}
