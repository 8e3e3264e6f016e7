package org.onrecord.extract;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/**
 * Which parts of a page are not its article, told from tags, roles, and the words in classes and ids.
 *
 * <p>Names lie: wrappers are called after one of the things that they hold, frameworks hide what scripts show later. So
 * nothing that holds much of the page's prose is clutter, but for comments, which can be longer than the article.
 *
 * @param prose how much prose lies where, nothing left out
 */
record Clutter(ProseMap prose) {
    private static final double MUCH_FOR_TAG = 0.5;
    private static final double MUCH_FOR_NAME = 0.35;
    private static final double MUCH_FOR_COMMENTS = 0.9;

    private static final Set<String> TAGS = Set.of("nav", "aside", "footer", "menu", "fieldset");
    private static final Set<String> ROLES = Set.of(
            "navigation",
            "banner",
            "complementary",
            "contentinfo",
            "search",
            "dialog",
            "alertdialog",
            "menu",
            "menubar",
            "toolbar",
            "tablist");
    private static final Pattern HIDDEN = Pattern.compile("(?i)display\\s*:\\s*none|visibility\\s*:\\s*hidden");

    private static final Pattern COMMENTS = words("comments?", "disqus(?:-thread)?", "respond", "commentlist");
    private static final Pattern NAMES = words(
            // finding one's way
            "nav(?:bar|igation)?",
            "menus?",
            "side-?bar",
            "footer",
            "bread-?crumbs?",
            "paginat(?:ion|or)",
            "pager",
            "masthead",
            "site-?header",
            "jump-?links?",
            "skip-?link",
            "toolbar",
            "tools",
            // other articles
            "related[a-z]*",
            "recommend(?:ed|ations?)?",
            "recirc(?:ulation)?",
            "trending",
            "popular",
            "most-?(?:read|popular|viewed)",
            "teasers?",
            "more-?(?:stories|news|from|on|articles)",
            "read-?(?:more|next|also)",
            "see-?also",
            "up-?next",
            "outbrain",
            "taboola",
            "carousel",
            "slider",
            "slideshow",
            "gallery",
            "ticker",
            // what the site wants of its readers
            "share(?:[drs]|bar|tools|-?this|daddy)?",
            "sharing",
            "social(?:s|media|links|bar)?",
            "addtoany",
            "follow-?us",
            "newsletters?",
            "subscri(?:be|ption|ber)s?",
            "sign-?up",
            "login",
            "log-?in",
            "donat(?:e|ion)",
            "cta",
            "call-?to-?action",
            "up-?sell",
            "feedback",
            "contact-?form",
            "poll",
            "quiz",
            "survey",
            "rating",
            // advertising and consent
            "promos?",
            "promot(?:ed|ion)s?",
            "advert(?:s|isement|isements|ising|orial)?",
            "ads?",
            "adsbygoogle",
            "ad-?(?:box|slot|unit|wrapper|container|banner)",
            "banner",
            "sponsor(?:ed|s)?",
            "cookies?",
            "consent",
            "gdpr",
            "pop-?ups?",
            "modal",
            "overlay",
            "lightbox",
            "disclaimer",
            "legal",
            "terms",
            // about the article
            "tags",
            "tag-?(?:list|cloud|links)",
            "topics-list",
            "author-?(?:bio|box|info|card|profile)",
            "bio",
            "about-?author",
            "by-?lines?",
            "captions?",
            "credits?",
            "copyright",
            "post-?meta",
            "entry-?meta",
            "article-?meta",
            "meta",
            "meta-?data",
            "dateline",
            "timestamp",
            "date",
            "infobox",
            "navbox",
            "mw-editsection",
            "reflist",
            "video-?(?:player|playlist)",
            "player",
            "podcast",
            "audio",
            "listen",
            "weather",
            "stock-?quote",
            // not for the eye
            "print-?only",
            "no-?print",
            "screen-?reader(?:-text)?",
            "sr-?only",
            "visually-?hidden",
            "hidden");
    private static final Pattern CAMEL = Pattern.compile("(?<=[a-z])(?=[A-Z])");

    private static Pattern words(String... words) {
        return Pattern.compile("(?i)(?:^|[^a-z])(?:" + String.join("|", words) + ")(?:[^a-z]|$)");
    }

    static Clutter of(Element body, List<TextBlock> allBlocks) {
        return new Clutter(prose(body, allBlocks));
    }

    /** How much prose lies where. */
    static ProseMap prose(Element body, List<TextBlock> blocks) {
        return ProseMap.of(body, blocks, block -> Math.max(0, block.weight()));
    }

    /** What tags, roles, styles and names say. */
    Predicate<Element> byAllSigns() {
        return element -> byNature().test(element)
                || isCommentsByName(element) && prose.share(element) < MUCH_FOR_COMMENTS
                || isByName(element) && prose.share(element) < MUCH_FOR_NAME;
    }

    /** What tags, roles and styles say, and comments. */
    Predicate<Element> byNature() {
        return element -> isByNature(element) && prose.share(element) < MUCH_FOR_TAG
                || isCommentsByName(element) && prose.share(element) < MUCH_FOR_TAG;
    }

    private static boolean isByNature(Element element) {
        return TAGS.contains(element.normalName())
                || ROLES.contains(element.attr("role").toLowerCase(Locale.ROOT))
                || element.hasAttr("hidden")
                || element.attr("aria-hidden").equalsIgnoreCase("true")
                || element.hasAttr("style")
                        && HIDDEN.matcher(element.attr("style")).find();
    }

    private static boolean isCommentsByName(Element element) {
        return !element.normalName().matches("html|body|main|article")
                && COMMENTS.matcher(names(element)).find();
    }

    private static boolean isByName(Element element) {
        return !element.normalName().matches("html|body|main|article")
                && NAMES.matcher(names(element)).find()
                && !isInRunningText(element);
    }

    /** Words in a sentence may be tagged or marked for sharing, and belong to it all the same. */
    private static boolean isInRunningText(Element element) {
        return TextBlocks.isInline(element) && (isWords(element.previousSibling()) || isWords(element.nextSibling()));
    }

    private static boolean isWords(@Nullable Node node) {
        return node instanceof TextNode text && text.getWholeText().strip().length() > 2;
    }

    private static String names(Element element) {
        if (!element.hasAttr("class") && !element.hasAttr("id")) {
            return "";
        }
        String names = element.className() + " " + element.id();
        return names.length() > 500 ? "" : CAMEL.matcher(names).replaceAll("-");
    }
}
