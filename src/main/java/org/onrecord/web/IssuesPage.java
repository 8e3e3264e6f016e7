package org.onrecord.web;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.onrecord.article.Issue;
import org.onrecord.article.Position;
import org.onrecord.registry.Registry;
import org.onrecord.search.ArticleSearch;
import org.onrecord.search.Strength;

/** {@code GET /issues}: the questions on which actors take sides. */
final class IssuesPage implements Handler {
    private final ArticleSearch search;
    private final Registry registry;
    private final Templates templates;

    IssuesPage(ArticleSearch search, Registry registry, Templates templates) {
        this.search = search;
        this.registry = registry;
        this.templates = templates;
    }

    /** How many actors stand on either side of an issue, and of how many the evidence is too weak to say. */
    record Sides(long supporting, long opposed, long unclear) {
        static Sides of(Issue issue, ArticleSearch search) {
            Map<String, Long> actors = search.stancesOn(issue.id()).stream()
                    .collect(Collectors.groupingBy(StanceMatrix::side, Collectors.counting()));
            return new Sides(
                    actors.getOrDefault(Position.FOR.label(), 0L),
                    actors.getOrDefault(Position.AGAINST.label(), 0L),
                    actors.getOrDefault(Strength.Grade.UNCLEAR.label(), 0L));
        }
    }

    /** An issue, and who stands where. */
    record Row(String name, String href, String proposition, Sides sides) {}

    /** What the template shows. */
    record View(Frame frame, List<Row> rows) {
        View {
            rows = List.copyOf(rows);
        }
    }

    @Override
    public void handle(Context ctx) {
        List<Row> rows = registry.issues().stream().map(this::row).toList();
        templates.show(
                ctx,
                "issues",
                new View(templates.frame("Issues", Section.ISSUES).with(PageForms.ofList("/issues", null)), rows));
    }

    private Row row(Issue issue) {
        return new Row(issue.name(), Links.issue(issue.id()), issue.proposition(), Sides.of(issue, search));
    }
}
