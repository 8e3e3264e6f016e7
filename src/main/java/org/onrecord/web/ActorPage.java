package org.onrecord.web;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.NotFoundResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.Act;
import org.onrecord.article.Actor;
import org.onrecord.article.ActorId;
import org.onrecord.article.Alias;
import org.onrecord.article.Statement;
import org.onrecord.registry.Registry;
import org.onrecord.search.ArticleSearch;
import org.onrecord.search.Hits;
import org.onrecord.search.SearchRequest;
import org.onrecord.search.SearchRequest.Sort;
import org.onrecord.search.SideTaken;
import org.onrecord.search.Stance;
import org.onrecord.search.StatementHit;

/** {@code GET /actor/{id}}: who somebody is, where it stands now or at the end of a past day, and what it said. */
final class ActorPage implements Handler {
    private static final int NEWEST = 20;
    private static final int MOST_EVIDENCE = 100;

    private final ArticleSearch search;
    private final Registry registry;
    private final Labels labels;
    private final Templates templates;
    private final Clock clock;

    ActorPage(ArticleSearch search, Registry registry, Labels labels, Templates templates, Clock clock) {
        this.search = search;
        this.registry = registry;
        this.labels = labels;
        this.templates = templates;
        this.clock = clock;
    }

    /**
     * Where the actor stands on one issue, with the evidence.
     *
     * @param side {@code for}, {@code against} or {@code unclear}, for the style
     * @param evidence the newest statements
     * @param more how many there are besides
     * @param allHref the search for all of them
     */
    record Ledger(
            String issue,
            String issueHref,
            String side,
            String position,
            String since,
            StrengthLine strength,
            @Nullable StanceChart chart,
            List<ChangeCard> changes,
            List<StatementLine> evidence,
            int more,
            String allHref) {
        Ledger {
            changes = List.copyOf(changes);
            evidence = List.copyOf(evidence);
        }
    }

    /** How often an actor did something with words; {@code share} is of the most frequent act, from 0 to 100. */
    record ActCount(String act, long statements, long share, String href) {}

    /**
     * What the template shows.
     *
     * @param kind what it is, in a word or a few
     * @param affiliation the body it acts for or is part of; null for none or unknown
     * @param country null for none or unknown
     * @param total "36 statements"
     * @param allHref the search for all of them
     */
    record View(
            Frame frame,
            String name,
            String kind,
            @Nullable ActorLink affiliation,
            @Nullable ActorLink country,
            List<String> aliases,
            AsOf asOf,
            List<Ledger> ledgers,
            List<ActCount> acts,
            List<StatementLine> statements,
            String total,
            String allHref) {
        View {
            aliases = List.copyOf(aliases);
            ledgers = List.copyOf(ledgers);
            acts = List.copyOf(acts);
            statements = List.copyOf(statements);
        }
    }

    @Override
    public void handle(Context ctx) {
        ActorId id = idOf(ctx);
        LocalDate day = AsOf.day(ctx);
        Optional<Actor> actor = registry.actor(id);
        QueryText saidBy = new QueryText(QueryText.term("said-by", id.value()));
        List<Stance> whole = search.stancesOf(id);
        List<Stance> stances = day == null ? whole : search.stancesOf(id, day);
        QueryText until = day == null ? saidBy : saidBy.with("before:" + day.plusDays(1));
        Hits<StatementHit> statements = search.statements(new SearchRequest(until.text(), Sort.DATE, 0, NEWEST, false));
        if (actor.isEmpty() && whole.isEmpty() && statements.hits().isEmpty()) {
            throw new NotFoundResponse("nobody is known as " + id);
        }
        templates.show(
                ctx,
                "actor",
                new View(
                        templates.frame(labels.actor(id), Section.ACTORS).with(PageForms.of(ctx)),
                        labels.actor(id),
                        actor.map(ActorPage::kind).orElse("not in the registry, met in texts"),
                        link(actor.map(Actor::affiliation)),
                        link(actor.map(Actor::country)),
                        actor.map(ActorPage::aliases).orElse(List.of()),
                        AsOf.of(Links.actor(id), day, whole.stream(), LocalDate.now(clock)),
                        stances.stream()
                                .map(stance -> ledger(stance, whole, saidBy, day))
                                .toList(),
                        acts(until),
                        statements.hits().stream()
                                .map(hit -> StatementLine.of(hit, labels))
                                .toList(),
                        Labels.count(statements.total(), "statement"),
                        Links.statements(until)));
    }

    /** The id in the address, or the answer that nobody has it. */
    static ActorId idOf(Context ctx) {
        try {
            return new ActorId(ctx.pathParam("id"));
        } catch (IllegalArgumentException e) {
            throw new NotFoundResponse("nobody is known as " + ctx.pathParam("id"));
        }
    }

    /** What it is: "senator", "company". */
    static String kind(Actor actor) {
        return actor.role() != null ? actor.role() : actor.kind().label().replace('-', ' ');
    }

    private @Nullable ActorLink link(Optional<ActorId> id) {
        return id.map(known -> ActorLink.of(known, labels)).orElse(null);
    }

    private static List<String> aliases(Actor actor) {
        return actor.aliases().stream().map(Alias::text).distinct().toList();
    }

    private Ledger ledger(Stance stance, List<Stance> whole, QueryText saidBy, @Nullable LocalDate day) {
        QueryText query = saidBy.with(QueryText.term("issue", stance.issue().value()));
        List<Stance> onIssue =
                whole.stream().filter(one -> one.issue().equals(stance.issue())).toList();
        List<SideTaken> newest = stance.taken().stream().limit(MOST_EVIDENCE).toList();
        List<SideTaken> wanted = new ArrayList<>(newest);
        wanted.addAll(StatementLines.ofChanges(stance));
        StatementLines lines = new StatementLines(wanted, search, labels);
        return new Ledger(
                labels.issue(stance.issue()),
                Links.issue(stance.issue()),
                StanceMatrix.side(stance),
                Labels.position(stance.position()),
                stance.since() == null ? "" : "since " + Labels.day(stance.since()),
                StrengthLine.of(stance.strength()),
                StanceChart.of(onIssue, query, day, labels).orElse(null),
                stance.changes().stream()
                        .flatMap(change -> lines.change(stance.actor(), change).stream())
                        .toList(),
                newest.stream().flatMap(taken -> lines.line(taken).stream()).toList(),
                stance.taken().size() - newest.size(),
                Links.statements(query));
    }

    /** How often each act was done; those never done are left out. */
    private List<ActCount> acts(QueryText query) {
        List<ActCount> counts = new ArrayList<>();
        for (Act act : Act.values()) {
            addCount(act.label(), query, counts);
        }
        addCount(Statement.LOBBYING, query, counts);
        long most = counts.stream().mapToLong(ActCount::statements).max().orElse(1);
        return counts.stream()
                .map(count ->
                        new ActCount(count.act(), count.statements(), 100 * count.statements() / most, count.href()))
                .toList();
    }

    private void addCount(String act, QueryText query, List<ActCount> counts) {
        QueryText narrowed = query.with(QueryText.term("act", act));
        long statements = search.statements(new SearchRequest(narrowed.text(), Sort.DATE, 0, 1, false))
                .total();
        if (statements > 0) {
            counts.add(new ActCount(act, statements, 0, Links.statements(narrowed)));
        }
    }
}
