package org.onrecord.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.onrecord.extract.TextBlock.Place;

/** Which blocks inside the body are the article's own text. */
final class BodyBlocks {
    private static final double MOSTLY_LINK = 0.7;

    /** Prose above the headline is something else when at least this share stands below it. */
    private static final double MOST = 0.5;

    /** Where a page cuts its text, it says so in one of the last blocks. */
    private static final int LAST = 8;

    private static final int LONGEST_LABEL = 70;

    /** Labels of things that stand among paragraphs, in the languages of the papers we met. Whole blocks only, in small letters. */
    private static final Pattern LABEL = Pattern.compile("(?:"
            + "advertisement|advertising|continue reading(?: below)?|story continues below.*|anzeige|werbung|publicidad|publicité|pubblicità|"
            + "(?:read|see|watch|more|related|also)(?: (?:more|also|next|on|about|stories|articles|coverage|news|now|below|this|here|on this|from .*))*|"
            + "related (?:article|content|link|topic|video)s?|recommended.*|don.t miss|most read.*|trending.*|what to read next|you may also like|"
            + "mehr zum thema|lesen sie auch.*|lesetipps?|auch interessant|lire aussi.*|à lire aussi.*|a lire aussi.*|à découvrir|voir aussi|"
            + "lea también.*|leer más.*|te puede interesar.*|noticias? relacionadas?|para saber más|leggi anche.*|leia (?:também|mais).*|saiba mais|"
            + "czytaj (?:więcej|także|też).*|lees ook.*|læs også.*|les også.*|läs (?:också|även|mer).*|читайте также.*|ayrıca oku.*|taip pat skaitykite|"
            + "comments?|\\d+ comments?|kommentare|leave a comment|share(?: this)?(?: (?:article|story|post))?|share on .*|teilen|tweet|print|email|copy link|"
            + "watch now|watch video|listen|play|close|caption|text size|newsletter|sign up.*newsletter.*|subscribe(?: now)?|log in|sign in|topics?|tags?|"
            + "loading.*|\\[?/?cta\\]?|_+|[*\\-–—•·\\s#]+|\\d+\\s*/\\s*\\d+|placeholder.*"
            + ")\\s*[:.…»>]*");

    private static final Pattern CREDIT = Pattern.compile(
            "(?:(?:photo|image|picture|foto|bild|video|fotos|photos|crédit|credit|copyright|source|quelle)s?(?: (?:by|von|credit|courtesy))?\\s*[:©]|[©\\[(]\\s*(?:foto|photo|image|©)).{0,100}|©.{0,80}");
    private static final Pattern MARKUP =
            Pattern.compile("<(?:img|iframe|a|div|script|ins|blockquote)\\b[^>]*>?.*", Pattern.DOTALL);

    private BodyBlocks() {}

    static List<TextBlock> kept(PageOutline outline, List<TextBlock> blocks, TitlePlace title) {
        List<TextBlock> kept = new ArrayList<>();
        String bareTitle = SiteName.bare(title.title());
        for (TextBlock block : belowHeading(outline, blocks, title)) {
            if (block.linkDensity() < MOSTLY_LINK
                    && block.place() != Place.CAPTION
                    && !isTitle(block, bareTitle)
                    && !isLabel(block.text())) {
                kept.add(block);
            }
        }
        int end = Math.max(0, kept.size() - LAST);
        kept.subList(end, kept.size()).removeIf(block -> Paywall.isNotice(block.text()));
        return kept;
    }

    private static List<TextBlock> belowHeading(PageOutline outline, List<TextBlock> blocks, TitlePlace title) {
        List<TextBlock> below = blocks.subList(title.firstBlock(outline, blocks).orElse(0), blocks.size());
        return prose(below) >= MOST * prose(blocks) ? below : blocks;
    }

    private static double prose(List<TextBlock> blocks) {
        return blocks.stream().mapToDouble(block -> Math.max(0, block.weight())).sum();
    }

    private static boolean isTitle(TextBlock block, String bareTitle) {
        return block.place() == Place.HEADING && SiteName.bare(block.text()).equals(bareTitle);
    }

    private static boolean isLabel(String text) {
        if (text.length() > 2 * LONGEST_LABEL) {
            return text.startsWith("<") && MARKUP.matcher(text).matches();
        }
        String small = text.toLowerCase(Locale.ROOT);
        return text.length() <= LONGEST_LABEL && LABEL.matcher(small).matches()
                || CREDIT.matcher(small).matches()
                || text.startsWith("<") && MARKUP.matcher(text).matches();
    }
}
