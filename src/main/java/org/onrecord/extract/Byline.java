package org.onrecord.extract;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Who wrote the article, from the most explicit statement to the least: linked data, meta elements, elements marked or named
 * as a byline. A statement that only repeats the site's name, or gives a role, gives way to one that
 * names persons.
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
    /** What a label of a twitter card says when its data is the author. */
    private static final Pattern WRITTEN = Pattern.compile(
            "(?iu).*(?:\\bby|von|par|por|door|\\bda|\\bdi|\\ba[fv]|przez|автор|author|autor|auteur|作者)\\b.*");

    private Byline() {}

    static List<String> of(WebPage page, TitlePlace title) {
        List<Supplier<Stream<String>>> statements = new ArrayList<>();
        statements.add(() -> page.linkedData().values("author").stream().map(Byline::name));
        statements.add(() -> page.meta(META).limit(10));
        statements.add(() -> Stream.of("1", "2").flatMap(number -> inCard(page, number)));
        statements.addAll(new BylinePlaces(page.outline(), title.heading()).texts());
        statements.add(() -> BylineLines.in(HeadlineSurroundings.lines(page, title)).stream());
        statements.add(() -> BylineLines.atEnd(page.blocks().all()).stream());
        List<String> nobody = List.of();
        for (Supplier<Stream<String>> statement : statements) {
            List<String> names = names(statement.get());
            boolean sure = nobody.isEmpty();
            List<String> people = names.stream()
                    .filter(name -> !SiteName.isOf(name, page) && !AuthorNames.isRole(name))
                    .filter(name -> sure || AuthorNames.isPersonOrAgency(name))
                    .toList();
            if (!people.isEmpty()) {
                return people;
            }
            nobody = nobody.isEmpty() ? names : nobody;
        }
        return nobody;
    }

    private static Stream<String> inCard(WebPage page, String number) {
        boolean written = page.meta("twitter:label" + number)
                .anyMatch(label -> WRITTEN.matcher(label).matches());
        return written ? page.meta("twitter:data" + number) : Stream.empty();
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
