package org.onrecord.extract;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The name that a site hangs on to its titles: "Budget passes | The Example Post". */
final class SiteName {
    private static final Pattern TAIL = Pattern.compile("^(.{8,}?)\\s*(?:[|•·»—–]|\\s[-:]|::)\\s+([^|•·»]{2,60})$");

    /** Chinese, Japanese and Korean titles need no space before the name, which ends in "net", "paper", "news". */
    private static final Pattern PAPER =
            Pattern.compile("^(.{4,}?)\\s*[-_|｜—–]+\\s*[\\p{IsHan}\\p{IsKatakana}\\p{IsHangul}]{0,8}"
                    + "(?:[网網报報]|新闻|新聞|ニュース|뉴스|일보|신문)$");

    private static final int SHORTEST_INITIALS = 3;

    private SiteName() {}

    /** The title without the name, where something on the page shows that the tail or head is one. */
    static String cutFrom(String title, WebPage page) {
        String rest = title;
        for (int round = 0; round < 3; round++) {
            Matcher paper = PAPER.matcher(rest);
            if (paper.matches()) {
                rest = paper.group(1);
                continue;
            }
            Matcher tail = TAIL.matcher(rest);
            if (!tail.matches()) {
                return rest;
            }
            String head = greedyHead(rest, tail);
            String name = rest.substring(head.length()).replaceFirst("^\\s*(?:[|•·»—–:-]|::)+\\s*", "");
            if (!isName(name, page) && !isHeading(head, page)) {
                return rest;
            }
            rest = head;
        }
        return rest;
    }

    /** The last divider counts: headlines have dashes too. */
    private static String greedyHead(String title, Matcher tail) {
        Matcher last = Pattern.compile("^(.{8,})(?:\\s*[|•·»]|\\s[—–:-]|\\s::)\\s+[^|•·»]{2,60}$")
                .matcher(title);
        return (last.matches() ? last.group(1) : tail.group(1)).strip();
    }

    /** Whether this is the site's own name, in full. */
    static boolean isOf(String name, WebPage page) {
        String bare = bare(name);
        String host = bare(host(page));
        boolean isHost = bare.length() > 3 && (host.equals(bare) || host.equals("www" + bare));
        return isHost || isLabel(name, bare, page) || page.siteNames().contains(bare);
    }

    /** Whether it is what the host is called, in one word. Two words may be a person with a site of that name. */
    private static boolean isLabel(String name, String bare, WebPage page) {
        for (String part : host(page).split("\\.")) {
            String label = bare(part);
            if (label.equals(bare) && name.indexOf(' ') < 0) {
                return true;
            }
        }
        return false;
    }

    private static boolean isName(String name, WebPage page) {
        String bare = bare(name);
        if (bare.isEmpty()) {
            return true;
        }
        String host = bare(host(page));
        boolean inHost = bare.length() > 3 && host.contains(bare);
        return inHost
                || isShortenedTo(host(page), name)
                || page.siteNames().stream()
                        .filter(site -> site.length() > 2)
                        .anyMatch(site ->
                                bare.equals(site) || bare.contains(site) && site.length() > 5 || site.contains(bare));
    }

    private static String host(WebPage page) {
        return page.uri() == null || page.uri().getHost() == null
                ? ""
                : page.uri().getHost();
    }

    /** Whether a part of the host is made of the first letters of the name's words. */
    private static boolean isShortenedTo(String host, String name) {
        StringBuilder initials = new StringBuilder();
        for (String word : name.strip().split("[\\s-]+")) {
            if (!word.isEmpty() && Character.isLetter(word.codePointAt(0))) {
                initials.appendCodePoint(Character.toLowerCase(word.codePointAt(0)));
            }
        }
        return initials.length() >= SHORTEST_INITIALS
                && List.of(host.split("\\.")).contains(initials.toString());
    }

    /** What the page calls its site and publisher, in bare letters. Some give the article's title as the application's name. */
    static Set<String> given(MetaElements meta, LinkedData linkedData, String title) {
        String bareTitle = bare(title);
        return Stream.concat(
                        meta.of("og:site_name", "application-name", "twitter:site", "publisher", "twitter:domain"),
                        linkedData.values("publisher").stream()
                                .map(node -> node.path("name").asString("")))
                .map(SiteName::bare)
                .filter(name -> !name.isEmpty() && !name.equals(bareTitle))
                .collect(Collectors.toSet());
    }

    private static boolean isHeading(String head, WebPage page) {
        String bare = bare(head);
        return page.outline()
                .named("h1")
                .mapToObj(number -> page.outline().element(number).text())
                .anyMatch(text -> bare(text).equals(bare));
    }

    static String bare(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .forEach(out::appendCodePoint);
        return out.toString();
    }
}
