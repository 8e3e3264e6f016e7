package org.onrecord.extract;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;

/**
 * Reads the classes and ids of a page's elements. One for each page, since pages use the same few hundred names again and
 * again.
 *
 * <p>A name is taken apart into words at hyphens, underscores and capitals, and ends at digits: {@code c-articleByline2} is <i>c</i>,
 * <i>article</i>, <i>byline</i>. A word counts alone, and written together with the one before it: {@code most-read} is
 * <i>mostread</i>.
 */
final class NameSigns {
    /** Longer ones are no names: styles or data in a class. */
    private static final int LONGEST = 500;

    private static final Map<String, Set<Sign>> WORDS = new HashMap<>();

    static {
        put(Sign.COMMENTS, "comment comments disqus disqusthread respond commentlist");
        // finding one's way
        put(
                Sign.CLUTTER,
                "nav navbar navigation menu menus sidebar footer breadcrumb breadcrumbs pagination paginator pager masthead"
                        + " siteheader jumplink jumplinks skiplink toolbar tools");
        // other articles
        put(
                Sign.CLUTTER,
                "related recommend recommended recommendation recommendations recirc recirculation trending popular mostread"
                        + " mostpopular mostviewed breakingnews morestories morenews morefrom moreon morearticles readmore"
                        + " readnext readalso seealso upnext outbrain taboola carousel slider slideshow gallery ticker");
        // what the site wants of its readers
        put(
                Sign.CLUTTER,
                "share shared sharer shares sharebar sharetools sharethis sharedaddy sharing social socials socialmedia"
                        + " sociallinks socialbar addtoany followus newsletter newsletters subscribe subscribes subscription"
                        + " subscriptions subscriber subscribers signup login donate donation cta calltoaction upsell feedback"
                        + " contactform poll quiz survey rating");
        // advertising and consent
        put(
                Sign.CLUTTER,
                "promo promos promote promoted promotion promotions advert adverts advertisement advertisements advertising"
                        + " advertorial ad ads adsbygoogle adbox adslot adunit adwrapper adcontainer adbanner banner sponsor"
                        + " sponsored sponsors cookie cookies consent gdpr popup popups modal overlay lightbox disclaimer legal"
                        + " terms");
        // about the article
        put(
                Sign.CLUTTER,
                "tags taglist tagcloud taglinks topicslist authorbio authorbox authorinfo authorcard authorprofile bio"
                        + " aboutauthor byline bylines caption captions credit credits copyright postmeta entrymeta articlemeta"
                        + " meta metadata dateline timestamp date infobox navbox mweditsection reflist videoplayer videoplaylist"
                        + " player podcast audio listen weather stockquote");
        // not for the eye
        put(Sign.CLUTTER, "printonly noprint screenreader sronly visuallyhidden hidden");
        put(
                Sign.LEAD,
                "lead lede intro introduction standfirst dek deck subtitle subheadline subhead subheading summary abstract excerpt"
                        + " vorspann anrisstext chapo chapeau sumario entradilla bajada copete sottotitolo occhiello ingress");
        put(Sign.TEASER, "teaser teasers");
        put(Sign.LEAD, "teaser teasertext articleteaser");
        put(Sign.BYLINE, "byline bylines");
        put(Sign.AUTHOR, "author authors");
        put(Sign.AUTHOR_NAME, "authorname authornames bylinename bylineauthor");
        put(Sign.DATE, "date dateline timestamp byline meta");
        for (String what :
                "publi publish published publication pub post posted entry article news story content".split(" ")) {
            put(Sign.PUBLISHED, what + "on " + what + "date " + what + "time");
        }
        put(Sign.PAYWALL, "paywall regwall piano premiumwall meteredwall subscriberonly subscribersonly");
    }

    private final Map<String, Set<Sign>> known = new HashMap<>();

    private static void put(Sign sign, String words) {
        for (String word : words.split(" ")) {
            WORDS.computeIfAbsent(word, none -> EnumSet.noneOf(Sign.class)).add(sign);
        }
    }

    Set<Sign> of(Element element) {
        if (element.attributesSize() == 0) {
            return Set.of();
        }
        Set<Sign> ofClass = of(element.attributes().get("class"));
        Set<Sign> ofId = of(element.attributes().get("id"));
        if (ofClass.isEmpty() || ofId.isEmpty()) {
            return ofClass.isEmpty() ? ofId : ofClass;
        }
        Set<Sign> both = EnumSet.copyOf(ofClass);
        both.addAll(ofId);
        return both;
    }

    private Set<Sign> of(String names) {
        if (names.isEmpty() || names.length() > LONGEST) {
            return Set.of();
        }
        return known.computeIfAbsent(names, NameSigns::read);
    }

    private static Set<Sign> read(String names) {
        Set<Sign> signs = EnumSet.noneOf(Sign.class);
        String before = "";
        for (int start = 0; start < names.length(); ) {
            int end = start;
            while (end < names.length() && isLetter(names.charAt(end)) && !isHump(names, start, end)) {
                end++;
            }
            if (end > start) {
                String word = names.substring(start, end).toLowerCase(Locale.ROOT);
                add(word, signs);
                add(before + word, signs);
                before = word;
            }
            start = end;
            while (start < names.length() && !isStart(names, start)) {
                before = names.charAt(start) == ' ' ? "" : before;
                start++;
            }
        }
        return signs.isEmpty() ? Set.of() : signs;
    }

    /** A word starts at a letter that does not follow a digit: what follows digits is the rest of a number or a hash. */
    private static boolean isStart(String names, int i) {
        if (!isLetter(names.charAt(i))) {
            return false;
        }
        for (int at = i - 1; at >= 0 && Character.isLetterOrDigit(names.charAt(at)); at--) {
            if (Character.isDigit(names.charAt(at))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isHump(String names, int start, int i) {
        return i > start && Character.isUpperCase(names.charAt(i)) && Character.isLowerCase(names.charAt(i - 1));
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
    }

    private static void add(String word, Set<Sign> signs) {
        Set<Sign> known = WORDS.get(word);
        if (known != null) {
            signs.addAll(known);
        }
        if (word.startsWith("related")) {
            signs.add(Sign.CLUTTER);
        }
    }
}
