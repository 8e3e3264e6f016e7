package org.onrecord.extract;

import java.util.BitSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;
import org.jsoup.nodes.Attributes;
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
record Clutter(PageOutline outline, ProseMap prose) {
    private static final double MUCH_FOR_TAG = 0.5;
    private static final double MUCH_FOR_NAME = 0.35;
    private static final double MUCH_FOR_COMMENTS = 0.9;

    private static final Set<String> TAGS = Set.of("nav", "aside", "footer", "menu", "fieldset", "form");
    private static final Set<String> FRAMES = Set.of("html", "body", "main", "article");
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

    /** What tags, roles, styles and names say: the numbers of the elements, with all that is under them. */
    BitSet byAllSigns() {
        return where(element -> isByNature(element) && prose.share(element) < MUCH_FOR_TAG
                || has(element, Sign.COMMENTS) && prose.share(element) < MUCH_FOR_COMMENTS
                || (has(element, Sign.CLUTTER) || has(element, Sign.TEASER) && isLinked(element))
                        && prose.share(element) < MUCH_FOR_NAME
                        && !isInRunningText(element));
    }

    /** What tags, roles and styles say, and comments. */
    BitSet byNature() {
        return where(element -> isByNature(element) && prose.share(element) < MUCH_FOR_TAG
                || has(element, Sign.COMMENTS) && prose.share(element) < MUCH_FOR_TAG);
    }

    private BitSet where(IntPredicate clutter) {
        BitSet found = new BitSet(outline.size());
        for (int element = 1; element < outline.size(); element++) {
            if (clutter.test(element)) {
                found.set(element, outline.last(element) + 1);
                element = outline.last(element);
            }
        }
        return found;
    }

    private boolean isByNature(int number) {
        Element element = outline.element(number);
        if (TAGS.contains(element.normalName())) {
            return true;
        }
        return element.attributesSize() > 0 && isByAttributes(element.attributes());
    }

    private static boolean isByAttributes(Attributes attributes) {
        String style = attributes.get("style");
        return ROLES.contains(attributes.get("role").toLowerCase(Locale.ROOT))
                || attributes.hasKey("hidden")
                || attributes.get("aria-hidden").equalsIgnoreCase("true")
                || !style.isEmpty() && HIDDEN.matcher(style).find();
    }

    private boolean has(int number, Sign sign) {
        return outline.signs(number).contains(sign) && !FRAMES.contains(outline.name(number));
    }

    private boolean isLinked(int element) {
        return outline.hasUnder(element, "a") || outline.element(element).closest("a") != null;
    }

    /** Words in a sentence may be tagged or marked for sharing, and belong to it all the same. */
    private boolean isInRunningText(int number) {
        Element element = outline.element(number);
        return PageOutline.isInline(element.normalName())
                && (isWords(element.previousSibling()) || isWords(element.nextSibling()));
    }

    private static boolean isWords(@Nullable Node node) {
        return node instanceof TextNode text && text.getWholeText().strip().length() > 2;
    }
}
