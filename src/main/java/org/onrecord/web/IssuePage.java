package org.onrecord.web;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.NotFoundResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.ActorId;
import org.onrecord.article.Issue;
import org.onrecord.registry.Registry;
import org.onrecord.search.ArticleSearch;
import org.onrecord.search.LedgerWords;
import org.onrecord.search.PositionChange;
import org.onrecord.search.Stance;

/** {@code GET /issue/{id}}: who stands where on one issue, now or at the end of a past day, and who changed sides. */
final class IssuePage implements Handler {
    private static final int NEWEST_CHANGES = 4;
    private static final int MOST_CHANGES = 20;

    private final ArticleSearch search;
    private final Registry registry;
    private final Labels labels;
    private final Templates templates;
    private final Clock clock;

    IssuePage(ArticleSearch search, Registry registry, Labels labels, Templates templates, Clock clock) {
        this.search = search;
        this.registry = registry;
        this.labels = labels;
        this.templates = templates;
        this.clock = clock;
    }

    private record Changed(ActorId actor, PositionChange change) {}

    /**
     * What the template shows.
     *
     * @param chart every statement, also those after the day that is shown
     * @param changes the newest ones, newest first
     * @param allChanges how many there are
     * @param allHref the page with every actor
     * @param statementsHref the search for all statements that take a side
     */
    record View(
            Frame frame,
            String name,
            String proposition,
            AsOf asOf,
            @Nullable StanceChart chart,
            List<ChangeCard> changes,
            int allChanges,
            StanceMatrix matrix,
            String allHref,
            String statementsHref) {
        View {
            changes = List.copyOf(changes);
        }

        List<ChangeCard> newestChanges() {
            return changes.subList(0, Math.min(NEWEST_CHANGES, changes.size()));
        }

        List<ChangeCard> olderChanges() {
            return changes.subList(newestChanges().size(), changes.size());
        }

        boolean isCut() {
            return matrix.groups().stream().anyMatch(StanceMatrix.Group::isCut);
        }

        boolean isEmpty() {
            return matrix.groups().stream().allMatch(group -> group.actors() == 0);
        }
    }

    @Override
    public void handle(Context ctx) {
        Issue issue = find(registry, ctx);
        LocalDate day = AsOf.day(ctx);
        List<Stance> whole = search.stancesOn(issue.id());
        List<Stance> stances = day == null ? whole : search.stancesOn(issue.id(), day);
        List<Changed> changes = changes(stances);
        QueryText query = new QueryText(QueryText.term("issue", issue.id().value()));
        String path = Links.issue(issue.id());
        templates.show(
                ctx,
                "issue",
                new View(
                        templates.frame(issue.name(), Section.ISSUES).with(PageForms.of(ctx)),
                        issue.name(),
                        issue.proposition(),
                        AsOf.of(path, day, whole.stream(), LocalDate.now(clock)),
                        StanceChart.of(whole, query, day, labels).orElse(null),
                        cards(changes.stream().limit(MOST_CHANGES).toList()),
                        changes.size(),
                        StanceMatrix.of(stances, "true".equals(ctx.queryParam("all")), search, labels),
                        path + "?all=true" + (day == null ? "" : "&on=" + day),
                        Links.statements(query)));
    }

    /** The issue in the address, or the answer that there is none. */
    static Issue find(Registry registry, Context ctx) {
        String id = ctx.pathParam("id");
        return registry.issues().stream()
                .filter(issue -> issue.id().value().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotFoundResponse("there is no issue " + id));
    }

    /** Changes of side, newest first. */
    private static List<Changed> changes(List<Stance> stances) {
        return stances.stream()
                .flatMap(stance -> stance.changes().stream().map(change -> new Changed(stance.actor(), change)))
                .sorted(Comparator.comparing(
                                (Changed changed) -> changed.change().after().day())
                        .reversed())
                .toList();
    }

    private List<ChangeCard> cards(List<Changed> changes) {
        StatementLines lines = new StatementLines(
                changes.stream()
                        .flatMap(changed -> LedgerWords.proofs(changed.change()))
                        .toList(),
                search,
                labels);
        return changes.stream()
                .flatMap(changed -> lines.change(changed.actor(), changed.change()).stream())
                .toList();
    }
}
