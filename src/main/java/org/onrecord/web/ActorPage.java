package org.onrecord.web;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.NotFoundResponse;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.Actor;
import org.onrecord.article.ActorId;
import org.onrecord.article.Alias;
import org.onrecord.registry.Registry;
import org.onrecord.search.ArticleSearch;
import org.onrecord.search.Hits;
import org.onrecord.search.SearchRequest;
import org.onrecord.search.SearchRequest.Sort;
import org.onrecord.search.Stance;
import org.onrecord.search.StatementHit;

/** {@code GET /actor/{id}}: the ledger of one actor, and its newest statements. */
final class ActorPage implements Handler {
    private static final int NEWEST = 30;

    private final ArticleSearch search;
    private final Registry registry;
    private final Labels labels;
    private final Templates templates;

    ActorPage(ArticleSearch search, Registry registry, Labels labels, Templates templates) {
        this.search = search;
        this.registry = registry;
        this.labels = labels;
        this.templates = templates;
    }

    /** Where the actor stands on one issue, with the evidence. */
    record Ledger(
            String issue,
            String issueHref,
            String side,
            String position,
            String since,
            String statements,
            @Nullable StanceChart chart,
            List<StatementLine> evidence) {
        Ledger {
            evidence = List.copyOf(evidence);
        }
    }

    /** What the template shows. */
    record View(
            Frame frame,
            String name,
            String what,
            String aliases,
            List<Ledger> ledgers,
            List<StatementLine> statements,
            String total,
            String allHref) {
        View {
            ledgers = List.copyOf(ledgers);
            statements = List.copyOf(statements);
        }
    }

    @Override
    public void handle(Context ctx) {
        ActorId id = idOf(ctx);
        Optional<Actor> actor = registry.actor(id);
        List<Stance> stances = search.stancesOf(id);
        String query = QueryText.term("said-by", id.value());
        Hits<StatementHit> statements = search.statements(new SearchRequest(query, Sort.DATE, 0, NEWEST, false));
        if (actor.isEmpty() && stances.isEmpty() && statements.hits().isEmpty()) {
            throw new NotFoundResponse("nobody is known as " + id);
        }
        templates.show(
                ctx,
                "actor",
                new View(
                        templates.frame(labels.actor(id), Section.ACTORS),
                        labels.actor(id),
                        actor.map(known -> ActorsPage.what(known, labels)).orElse("not in the registry, met in texts"),
                        actor.map(ActorPage::aliases).orElse(""),
                        stances.stream().map(this::ledger).toList(),
                        statements.hits().stream()
                                .map(hit -> StatementLine.of(hit, labels))
                                .toList(),
                        Labels.count(statements.total(), "statement"),
                        "/?show=statements&sort=date&q=" + Links.value(query)));
    }

    /** The id in the address, or the answer that nobody has it. */
    static ActorId idOf(Context ctx) {
        try {
            return new ActorId(ctx.pathParam("id"));
        } catch (IllegalArgumentException e) {
            throw new NotFoundResponse("nobody is known as " + ctx.pathParam("id"));
        }
    }

    private Ledger ledger(Stance stance) {
        return new Ledger(
                labels.issue(stance.issue()),
                Links.issue(stance.issue()),
                stance.position().label(),
                Labels.position(stance.position()),
                stance.since() == null ? "" : "since " + Labels.day(stance.since()),
                Labels.count(stance.evidence().size(), "statement"),
                StanceChart.of(stance.evidence(), labels).orElse(null),
                stance.evidence().stream()
                        .map(hit -> StatementLine.of(hit, labels))
                        .toList());
    }

    private static String aliases(Actor actor) {
        return String.join(
                ", ", actor.aliases().stream().map(Alias::text).distinct().toList());
    }
}
