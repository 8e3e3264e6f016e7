package org.onrecord.extract;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Who wrote the article, from the most explicit statement to the least: linked data, meta elements, elements marked or named
 * as a byline. A statement that only repeats the site's name gives way to one that names somebody.
 */
final class Byline {
    private static final String[] META = {
        "author",
        "article:author_name",
        "parsely-author",
        "sailthru.author",
        "byl",
        "dc.creator",
        "dcterms.creator",
        "cXenseParse:author",
        "citation_author",
        "article:author",
        "og:article:author",
        "article.author"
    };
    /** Two to four capitalised words behind a "by" that begins a line or follows "written". */
    private static final Pattern AFTER_BY =
            Pattern.compile("(?:^|[|•·–—-]\\s|\\d\\s)(?:(?:[Ww]ritten|[Pp]osted|[Pp]ublished|WRITTEN) )?"
                    + "(?:[Bb]y|BY|[Vv]on|VON|Par|Por|Door|Text|Author|Autor(?:in)?|Words by)\\s*:?\\s+"
                    + "((?:(?:\\p{Lu}[\\p{L}.'’-]*|and|und|et|y|von|van|de|der|&)(?:,?\\s+|$)){2,8})");

    private Byline() {}

    static List<String> of(WebPage page, String title) {
        List<Supplier<Stream<String>>> statements = new ArrayList<>();
        statements.add(() -> page.linkedData().values("author").stream().map(Byline::name));
        statements.add(() -> page.meta(META).limit(10));
        statements.addAll(new BylinePlaces(page.outline()).texts());
        statements.add(() -> HeadlineSurroundings.lines(page, title).stream().flatMap(Byline::afterBy));
        List<String> siteOnly = List.of();
        for (Supplier<Stream<String>> statement : statements) {
            List<String> names = names(statement.get());
            List<String> people =
                    names.stream().filter(name -> !SiteName.isOf(name, page)).toList();
            if (!people.isEmpty()) {
                return people;
            }
            siteOnly = siteOnly.isEmpty() ? names : siteOnly;
        }
        return siteOnly;
    }

    private static Stream<String> afterBy(String line) {
        Matcher found = AFTER_BY.matcher(line);
        return found.find() ? Stream.of(found.group(1)) : Stream.empty();
    }

    private static String name(JsonNode author) {
        if (author.isString()) {
            return author.asString("");
        }
        JsonNode name = author.path("name");
        if (name.isArray()) {
            List<String> all = new ArrayList<>();
            name.forEach(one -> all.add(one.asString("")));
            return String.join("; ", all);
        }
        return name.asString("");
    }

    private static List<String> names(Stream<String> raw) {
        Map<String, String> names = new LinkedHashMap<>();
        raw.flatMap(text -> AuthorNames.in(text).stream())
                .forEach(name -> names.putIfAbsent(SiteName.bare(name), name));
        return List.copyOf(names.values());
    }
}
