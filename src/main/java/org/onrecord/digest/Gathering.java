package org.onrecord.digest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.onrecord.article.ActorId;
import org.onrecord.article.ArticleId;
import org.onrecord.article.IssueId;
import org.onrecord.article.Span;
import org.onrecord.digest.DigestIssue.Kind;
import org.onrecord.digest.DigestItem.FigureDispute;
import org.onrecord.digest.DigestItem.NewEvent;
import org.onrecord.digest.DigestItem.NewStatement;
import org.onrecord.digest.DigestItem.NewStory;
import org.onrecord.registry.Registry;
import org.onrecord.registry.UsualNames;
import org.onrecord.search.ArticleSearch;
import org.onrecord.search.EventHit;
import org.onrecord.search.FigureComparison;
import org.onrecord.search.FigureComparison.Verdict;
import org.onrecord.search.FigureHit;
import org.onrecord.search.QueryException;
import org.onrecord.search.SearchRequest;
import org.onrecord.search.SearchRequest.Recent;
import org.onrecord.search.SearchRequest.Sort;
import org.onrecord.search.Stance;
import org.onrecord.search.StatementHit;

/** Asks the index all that one digest wants to know, once for all subscribers who want it equally new. */
final class Gathering {
    /** How many matches of one question are looked at, newest first. */
    private static final int EXAMINED = 1_000;

    /** How many of the newest figures, new or old, are compared with the new ones. */
    private static final int COMPARED = 500;

    private final ArticleSearch search;
    private final Registry registry;
    private final UsualNames names;
    private final Digest digest;
    private final Recent reach;
    private final Trends trends;

    private final List<DigestException> troubles = new ArrayList<>();
    private final List<Stance> stances = new ArrayList<>();
    private final Set<ArticleId> fresh = new LinkedHashSet<>();
    private final List<Findings.Section> statements = new ArrayList<>();
    private final List<Findings.Section> stories = new ArrayList<>();
    private final Map<String, EventHit> events = new LinkedHashMap<>();
    private final Map<String, FigureHit> newFigures = new LinkedHashMap<>();
    private final Map<String, FigureHit> figures = new LinkedHashMap<>();
    private final List<String> queries = new ArrayList<>();

    private Gathering(
            ArticleSearch search, Registry registry, UsualNames names, Digest digest, Recent reach, Trends trends) {
        this.search = search;
        this.registry = registry;
        this.names = names;
        this.digest = digest;
        this.reach = reach;
        this.trends = trends;
    }

    static Findings of(
            Digest digest, Recent reach, ArticleSearch search, Registry registry, UsualNames names, Trends trends) {
        return new Gathering(search, registry, names, digest, reach, trends).findings();
    }

    private Findings findings() {
        digest.issues().forEach(this::follow);
        digest.actors().forEach(this::follow);
        digest.searches().forEach(this::answer);
        List<Findings.Section> sections = new ArrayList<>();
        sections.add(section(
                Kind.POSITIONS, "Positions", any(followed()), Positions.taken(stances, fresh, search).stream()));
        sections.add(section(
                Kind.EVENTS,
                "Policy events",
                any(queries),
                EventHit.grouped(List.copyOf(events.values())).stream()
                        .map(reports -> new NewEvent(reports.getFirst(), reports.subList(1, reports.size())))));
        sections.add(section(Kind.FIGURES, "Figures that disagree", any(queries), disputes()));
        sections.addAll(statements);
        sections.addAll(stories);
        return new Findings(sections, trends.of(digest, stances, any(queries)), troubles);
    }

    private void follow(IssueId issue) {
        stances.addAll(search.stancesOn(issue));
        String heading = registry.issue(issue).map(known -> known.name()).orElse(issue.value());
        addStatements(heading, "about:" + issue);
    }

    private void follow(ActorId actor) {
        stances.addAll(search.stancesOf(actor));
        addStatements(registry.nameOf(actor), "said-by:" + actor);
        String involving = "actor:" + actor;
        queries.add(involving);
        search.events(newest(involving)).hits().stream()
                .filter(hit -> hit.event().actors().contains(actor))
                .forEach(this::addEvent);
        addFigures(involving);
    }

    private void addStatements(String heading, String query) {
        List<StatementHit> hits = search.statements(newest(query)).hits();
        hits.forEach(hit -> fresh.add(hit.article().id()));
        statements.add(new Findings.Section(
                Kind.STATEMENTS,
                heading,
                query,
                true,
                bySpeaker(hits)
                        .map(NewStatement::new)
                        .map(DigestItem.class::cast)
                        .toList()));
    }

    /** Those of one speaker together, in the place of the newest of them. */
    private static Stream<StatementHit> bySpeaker(List<StatementHit> hits) {
        Map<String, List<StatementHit>> speakers = hits.stream()
                .collect(Collectors.groupingBy(Gathering::speaker, LinkedHashMap::new, Collectors.toList()));
        return speakers.values().stream().flatMap(List::stream);
    }

    private static String speaker(StatementHit hit) {
        var speaker = hit.statement().speaker();
        if (speaker == null) {
            return "";
        }
        return speaker.actor() == null
                ? "\"" + speaker.passage().text()
                : speaker.actor().value();
    }

    /** Everything that a saved search finds, or why it finds nothing. */
    private void answer(Digest.SavedSearch saved) {
        String query = saved.query();
        try {
            search.check(query);
            search.events(newest(query)).hits().forEach(this::addEvent);
            addFigures(query);
            stories.add(new Findings.Section(
                    Kind.STORIES,
                    saved.name(),
                    query,
                    true,
                    search.stories(newest(query)).hits().stream()
                            .map(NewStory::new)
                            .map(DigestItem.class::cast)
                            .toList()));
            queries.add(query.isBlank() ? "*" : query);
        } catch (QueryException e) {
            troubles.add(new DigestException(unanswerable(saved, e), e));
        }
    }

    private String unanswerable(Digest.SavedSearch saved, QueryException e) {
        return "the search \"" + saved.name() + "\" of the digest " + digest.id() + " cannot be answered: at character "
                + (e.position() + 1) + ": " + e.getMessage()
                + e.repaired().map(query -> "; write instead: " + query).orElse("");
    }

    private void addEvent(EventHit hit) {
        events.putIfAbsent(place(hit.article().id(), hit.event().trigger().span()), hit);
    }

    private void addFigures(String query) {
        for (FigureHit hit : search.figures(newest(query)).hits()) {
            String place = place(hit.article().id(), hit.figure().passage().span());
            newFigures.putIfAbsent(place, hit);
            figures.putIfAbsent(place, hit);
        }
        for (FigureHit hit : search.figures(
                        SearchRequest.of(query).sorted(Sort.DATE).page(0, COMPARED))
                .hits()) {
            figures.putIfAbsent(place(hit.article().id(), hit.figure().passage().span()), hit);
        }
    }

    private static String place(ArticleId article, Span span) {
        return article + " " + span;
    }

    private Stream<DigestItem> disputes() {
        if (newFigures.isEmpty()) {
            return Stream.of();
        }
        Set<ArticleId> newArticles =
                newFigures.values().stream().map(hit -> hit.article().id()).collect(Collectors.toSet());
        return FigureComparison.of(List.copyOf(figures.values()), names::of).stream()
                .flatMap(quantity -> quantity.lines().stream()
                        .filter(line -> line.verdict() == Verdict.DISAGREE)
                        .filter(line -> line.figures().stream()
                                .anyMatch(hit ->
                                        newArticles.contains(hit.article().id())))
                        .map(line -> new FigureDispute(quantity, line)));
    }

    private List<String> followed() {
        return statements.stream().map(Findings.Section::query).toList();
    }

    /** One query for all that any of several finds. */
    private static String any(List<String> queries) {
        return switch (queries.size()) {
            case 0 -> "";
            case 1 -> queries.getFirst();
            default -> queries.stream().collect(Collectors.joining(") OR (", "(", ")"));
        };
    }

    private static Findings.Section section(
            Kind kind, String heading, String query, Stream<? extends DigestItem> items) {
        return new Findings.Section(
                kind,
                heading,
                query,
                false,
                items.map(Function.<DigestItem>identity()::apply).toList());
    }

    private SearchRequest newest(String query) {
        return SearchRequest.of(query).sorted(Sort.DATE).page(0, EXAMINED).within(reach);
    }
}
