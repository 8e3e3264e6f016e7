package org.onrecord.extract;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The name that a site hangs on to its titles: "Budget passes | The Example Post". */
final class SiteName {
    private static final Pattern TAIL = Pattern.compile("^(.{8,}?)\\s*(?:[|•·»—–]|\\s[-:]|::)\\s+([^|•·»]{2,60})$");

    private SiteName() {}

    /** The title without the name, where something on the page shows that the tail or head is one. */
    static String cutFrom(String title, WebPage page) {
        String rest = title;
        for (int round = 0; round < 3; round++) {
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
        String host = page.uri() == null || page.uri().getHost() == null
                ? ""
                : bare(page.uri().getHost());
        boolean isHost = bare.length() > 3 && (host.equals(bare) || host.equals("www" + bare));
        return isHost || isLabel(name, bare, page) || page.siteNames().contains(bare);
    }

    /** Whether it is what the host is called, in one word. Two words may be a person with a site of that name. */
    private static boolean isLabel(String name, String bare, WebPage page) {
        String host = page.uri() == null || page.uri().getHost() == null
                ? ""
                : page.uri().getHost();
        for (String part : host.split("\\.")) {
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
        String host = page.uri() == null || page.uri().getHost() == null
                ? ""
                : bare(page.uri().getHost());
        boolean inHost = bare.length() > 3 && host.contains(bare);
        return inHost
                || page.siteNames().stream()
                        .filter(site -> site.length() > 2)
                        .anyMatch(site ->
                                bare.equals(site) || bare.contains(site) && site.length() > 5 || site.contains(bare));
    }

    /** What the page calls its site and publisher, in bare letters. */
    static Set<String> given(MetaElements meta, LinkedData linkedData) {
        return Stream.concat(
                        meta.of("og:site_name", "application-name", "twitter:site", "publisher", "twitter:domain"),
                        linkedData.values("publisher").stream()
                                .map(node -> node.path("name").asString("")))
                .map(SiteName::bare)
                .filter(name -> !name.isEmpty())
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
