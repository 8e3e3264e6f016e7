package org.onrecord.extract;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The text of the article: what stays when navigation, promotion and comments are taken away.
 *
 * <p>The cascade: read the page without what looks like clutter; if that leaves little, without what tags declare as such; if
 * that leaves little, all of it; and where the page gives the text as data and shows much less, the data.
 */
final class MainText {
    /** Fewer characters may be a teaser, or the rest was taken for clutter. */
    private static final int LITTLE = 600;

    /** The part around the headline is the article's when it has this share of the page's prose. */
    private static final double ENOUGH_PROSE = 0.25;

    private MainText() {}

    static String of(WebPage page, TitlePlace title) {
        PageOutline outline = page.outline();
        Clutter clutter =
                new Clutter(outline, ProseMap.prose(outline, page.blocks().all()));
        String text = "";
        for (Supplier<BitSet> left : List.<Supplier<BitSet>>of(clutter::byAllSigns, clutter::byNature, BitSet::new)) {
            String more = read(page, page.blocks().without(left.get()), title);
            if (more.length() > 3 * text.length()) {
                text = more;
            }
            if (text.length() >= LITTLE) {
                break;
            }
        }
        Optional<String> stated = page.linkedData().text("articleBody").map(MainText::paragraphs);
        return stated.isPresent() && stated.get().length() > 2 * text.length() ? stated.get() : text;
    }

    private static String read(WebPage page, List<TextBlock> blocks, TitlePlace title) {
        PageOutline outline = page.outline();
        int part = title.part(outline, ProseMap.prose(outline, blocks), ENOUGH_PROSE);
        int root = BodyRoot.find(outline, part, within(outline, part, blocks));
        List<TextBlock> kept = BodyBlocks.kept(outline, within(outline, root, blocks), title);
        return Stream.concat(Lead.missing(page, blocks, kept, title.heading()).stream(), kept.stream())
                .map(TextBlock::text)
                .collect(Collectors.joining("\n"));
    }

    private static List<TextBlock> within(PageOutline outline, int root, List<TextBlock> blocks) {
        return blocks.stream()
                .filter(block -> outline.holds(root, block.owner()))
                .toList();
    }

    private static String paragraphs(String stated) {
        String text = stated.contains("<p") || stated.contains("<br")
                ? Html.fragment(stated).wholeText()
                : stated;
        return text.lines()
                .map(Prose::lineOfMarkup)
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n"));
    }
}
