package org.onrecord.extract;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;

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

    static String of(WebPage page, String title) {
        Element body = page.document().body();
        Clutter clutter = Clutter.of(body, TextBlocks.of(body, element -> false));
        String text = "";
        for (Predicate<Element> skip : List.of(clutter.byAllSigns(), clutter.byNature(), nothing())) {
            String more = read(body, skip, title);
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

    private static Predicate<Element> nothing() {
        return element -> false;
    }

    private static String read(Element body, Predicate<Element> skip, String title) {
        List<TextBlock> blocks = TextBlocks.of(body, skip);
        Optional<Element> heading = TitlePlace.heading(body, title);
        Element part = TitlePlace.part(body, heading, Clutter.prose(body, blocks), ENOUGH_PROSE);
        Element root = BodyRoot.find(part, within(part, blocks));
        return BodyBlocks.kept(within(root, blocks), heading, title).stream()
                .map(TextBlock::text)
                .collect(Collectors.joining("\n"));
    }

    private static List<TextBlock> within(Element root, List<TextBlock> blocks) {
        return blocks.stream()
                .filter(block -> BodyRoot.holds(root, block.owner()))
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
