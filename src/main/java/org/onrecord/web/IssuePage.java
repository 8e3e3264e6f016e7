package org.onrecord.web;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.NotFoundResponse;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.Issue;
import org.onrecord.article.IssueId;
import org.onrecord.article.Position;
import org.onrecord.registry.Registry;
import org.onrecord.search.ArticleSearch;
import org.onrecord.search.Stance;

/** {@code GET /issue/{id}}: who stands where on one issue, and who changed sides. */
final class IssuePage implements Handler {
    private final ArticleSearch search;
    private final Registry registry;
    private final Labels labels;
    private final Templates templates;

    IssuePage(ArticleSearch search, Registry registry, Labels labels, Templates templates) {
        this.search = search;
        this.registry = registry;
        this.labels = labels;
        this.templates = templates;
    }

    /**
     * An actor on one side.
     *
     * @param mixed whether some of its statements take the other side
     * @param newest the newest of its statements
     */
    record Row(String name, String href, String since, String statements, boolean mixed, StatementLine newest) {}

    /** What the template shows. */
    record View(
            Frame frame,
            String name,
            String proposition,
            List<Row> supporting,
            List<Row> opposed,
            @Nullable StanceChart chart,
            String supportingHref,
            String opposedHref) {
        View {
            supporting = List.copyOf(supporting);
            opposed = List.copyOf(opposed);
        }
    }

    @Override
    public void handle(Context ctx) {
        Issue issue = find(registry, ctx);
        List<Stance> stances = search.stancesOn(issue.id());
        templates.show(
                ctx,
                "issue",
                new View(
                        templates.frame(issue.name(), Section.ISSUES),
                        issue.name(),
                        issue.proposition(),
                        rows(stances, Position.FOR),
                        rows(stances, Position.AGAINST),
                        StanceChart.of(
                                        stances.stream()
                                                .flatMap(stance -> stance.evidence().stream())
                                                .toList(),
                                        labels)
                                .orElse(null),
                        statementsHref(issue.id(), Position.FOR),
                        statementsHref(issue.id(), Position.AGAINST)));
    }

    /** The issue in the address, or the answer that there is none. */
    static Issue find(Registry registry, Context ctx) {
        String id = ctx.pathParam("id");
        return registry.issues().stream()
                .filter(issue -> issue.id().value().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotFoundResponse("there is no issue " + id));
    }

    private List<Row> rows(List<Stance> stances, Position position) {
        return stances.stream()
                .filter(stance -> stance.position() == position)
                .sorted(Comparator.comparingInt(
                                (Stance stance) -> stance.evidence().size())
                        .reversed()
                        .thenComparing(Stance::actor))
                .map(this::row)
                .toList();
    }

    private Row row(Stance stance) {
        return new Row(
                labels.actor(stance.actor()),
                Links.actor(stance.actor()),
                stance.since() == null ? "" : "since " + Labels.day(stance.since()),
                Labels.count(stance.evidence().size(), "statement"),
                stance.evidence().stream()
                        .anyMatch(hit -> hit.statement().stand().position() != stance.position()),
                StatementLine.of(stance.evidence().getFirst(), labels));
    }

    private static String statementsHref(IssueId issue, Position position) {
        String query = QueryText.term("issue", issue.value()) + " " + QueryText.term("stance", position.label());
        return "/?show=statements&sort=date&q=" + Links.value(query);
    }
}
