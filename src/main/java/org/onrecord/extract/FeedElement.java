package org.onrecord.extract;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Elements of feeds by their usual names, whatever prefix and namespace a publisher gave them. */
final class FeedElement {
    /** Parts of namespace names that tell what the elements are, whatever their prefix. */
    private static final Map<String, String> VOCABULARIES = Map.of(
            "purl.org/dc/", "dc:",
            "purl.org/rss/1.0/modules/content", "content:",
            "search.yahoo.com/mrss", "media:",
            "itunes", "itunes:",
            "w3.org/2005/Atom", "",
            "purl.org/atom", "",
            "purl.org/rss/1.0/", "",
            "my.netscape.com", "",
            "backend.userland.com/rss", "",
            "1999/02/22-rdf-syntax", "");

    /** Prefixes that mean the feed's own vocabulary where nothing says otherwise. */
    private static final Set<String> OWN = Set.of("", "rss", "atom", "atom10", "a", "a10", "rdf", "feed");

    private FeedElement() {}

    /** The lower-case name, with one of the prefixes {@code dc content media itunes} or the publisher's if it is of another vocabulary. */
    static String name(Element element) {
        String full = element.tagName().toLowerCase(Locale.ROOT);
        int colon = full.indexOf(':');
        String prefix = colon < 0 ? "" : full.substring(0, colon);
        String local = full.substring(colon + 1);
        if (prefix.isEmpty()) {
            return local;
        }
        String namespace = namespace(element, prefix);
        String vocabulary = namespace == null ? null : vocabulary(namespace);
        if (vocabulary != null) {
            return vocabulary + local;
        }
        return OWN.contains(prefix) ? local : prefix.equals("dcterms") ? "dc:" + local : full;
    }

    private static @Nullable String vocabulary(String namespace) {
        String longest = null;
        for (String part : VOCABULARIES.keySet()) {
            if (namespace.contains(part)
                    && (!namespace.contains("/modules/") || part.contains("/modules/"))
                    && (longest == null || part.length() > longest.length())) {
                longest = part;
            }
        }
        return longest == null ? null : VOCABULARIES.get(longest);
    }

    private static @Nullable String namespace(Element element, String prefix) {
        for (Element at = element; at != null; at = at.parent()) {
            String declared = at.attributes().getIgnoreCase("xmlns:" + prefix);
            if (!declared.isEmpty()) {
                return declared;
            }
        }
        return null;
    }

    static List<Element> children(Element parent, String name) {
        return parent.children().stream()
                .filter(child -> name(child).equals(name))
                .toList();
    }

    /** The plain text of the first child that has one of these names and is not empty; earlier names win. */
    static String text(Element parent, String... names) {
        for (String name : names) {
            for (Element child : children(parent, name)) {
                String text = plain(child);
                if (!text.isEmpty()) {
                    return text;
                }
            }
        }
        return "";
    }

    private static String plain(Element element) {
        String type = element.attr("type").toLowerCase(Locale.ROOT);
        if (element.attr("mode").equals("base64")) {
            return Prose.lineOfMarkup(base64(element.text()));
        }
        boolean markup = !(type.equals("text") || type.equals("text/plain") || type.contains("xhtml"));
        return markup ? Prose.lineOfMarkup(element.wholeText()) : Prose.line(element.text());
    }

    /** Atom 0.3 allowed text in base64. */
    private static String base64(String text) {
        try {
            return new String(Base64.getMimeDecoder().decode(text), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            // labelled base64 but it is not: then it is text
            return text;
        }
    }

    /** The base for relative addresses in an element: {@code xml:base} of it and what surrounds it, then the document's. */
    static @Nullable URI base(Element element, @Nullable URI documentBase) {
        String own = element.attr("xml:base");
        Element parent = element.parent();
        URI outer = parent == null ? documentBase : base(parent, documentBase);
        return own.isEmpty() ? outer : Address.resolve(outer, own).orElse(outer);
    }
}
