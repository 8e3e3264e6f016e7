package org.onrecord.web;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.ActorId;
import org.onrecord.article.Article;
import org.onrecord.article.ArticleId;
import org.onrecord.article.IssueId;
import org.onrecord.article.Position;
import org.onrecord.article.Span;
import org.onrecord.article.Statement;
import org.onrecord.article.TaggedArticle;
import org.onrecord.search.ArticleHit;
import org.onrecord.search.ArticleRef;
import org.onrecord.search.ArticleSearch;
import org.onrecord.search.EventHit;
import org.onrecord.search.Facet;
import org.onrecord.search.FigureHit;
import org.onrecord.search.Hits;
import org.onrecord.search.QueryException;
import org.onrecord.search.SearchRequest;
import org.onrecord.search.Snippet;
import org.onrecord.search.Stance;
import org.onrecord.search.StatementHit;
import org.onrecord.search.StoryHit;

/**
 * Answers from a list of articles. Knows words and a few fields, all joined by AND; a query with an open quotation mark is
 * wrong.
 */
final class FixedSearch implements ArticleSearch {
    private final List<TaggedArticle> articles;

    FixedSearch(List<TaggedArticle> articles) {
        this.articles = articles.stream()
                .sorted(Comparator.comparing(
                                (TaggedArticle tagged) -> tagged.article().sortInstant())
                        .reversed())
                .toList();
    }

    @Override
    public void check(String query) {
        matching(query);
    }

    @Override
    public Hits<ArticleHit> articles(SearchRequest request) {
        List<TaggedArticle> matching = matching(request.query());
        return page(
                matching.stream()
                        .map(tagged -> new ArticleHit(
                                ref(tagged), 1.5f, passage(tagged, request.query()), storyOf(tagged), copies(tagged)))
                        .toList(),
                request,
                request.facets() ? facets(matching) : List.of());
    }

    @Override
    public Hits<StatementHit> statements(SearchRequest request) {
        List<TaggedArticle> matching = matching(request.query());
        Predicate<Statement> wanted = statementsOf(request.query());
        return page(
                matching.stream()
                        .flatMap(tagged ->
                                tagged.statements().stream().filter(wanted).map(statement -> hit(tagged, statement)))
                        .toList(),
                request,
                request.facets() ? facets(matching) : List.of());
    }

    @Override
    public Hits<EventHit> events(SearchRequest request) {
        return page(
                matching(request.query()).stream()
                        .flatMap(tagged -> tagged.events().stream()
                                .map(event -> new EventHit(
                                        ref(tagged),
                                        event,
                                        around(tagged, event.trigger().span()))))
                        .toList(),
                request,
                List.of());
    }

    @Override
    public Hits<FigureHit> figures(SearchRequest request) {
        return page(
                matching(request.query()).stream()
                        .flatMap(tagged -> tagged.figures().stream()
                                .map(figure -> new FigureHit(
                                        ref(tagged),
                                        figure,
                                        around(tagged, figure.passage().span()))))
                        .toList(),
                request,
                List.of());
    }

    @Override
    public Hits<StoryHit> stories(SearchRequest request) {
        return new Hits<>(List.of(), 0, List.of());
    }

    @Override
    public Optional<TaggedArticle> article(ArticleId id) {
        return articles.stream()
                .filter(tagged -> tagged.article().id().equals(id))
                .findFirst();
    }

    @Override
    public List<ArticleRef> copies(ArticleId id) {
        return article(id).stream()
                .map(TaggedArticle::article)
                .map(one -> new ArticleRef(one.id(), one.url(), one.title(), one.source(), one.published()))
                .toList();
    }

    @Override
    public List<Stance> stancesOf(ActorId actor) {
        return stances(
                hit -> actor.equals(actorOf(hit.statement())),
                hit -> hit.statement().stand().issue());
    }

    @Override
    public List<Stance> stancesOn(IssueId issue) {
        return stances(hit -> issue.equals(hit.statement().stand().issue()), hit -> actorOf(hit.statement()));
    }

    @Override
    public List<Facet.Count> speakers(int limit) {
        Map<String, Long> counts = new LinkedHashMap<>();
        for (TaggedArticle tagged : articles) {
            tagged.statements().stream()
                    .map(FixedSearch::actorOf)
                    .flatMap(Stream::ofNullable)
                    .distinct()
                    .forEach(actor -> counts.merge(actor.value(), 1L, Long::sum));
        }
        return counts(counts).stream().limit(limit).toList();
    }

    @Override
    public void close() {}

    private List<Stance> stances(Predicate<StatementHit> wanted, Function<StatementHit, @Nullable Object> key) {
        Map<Object, List<StatementHit>> evidence = new LinkedHashMap<>();
        for (TaggedArticle tagged : articles) {
            for (Statement statement : tagged.statements()) {
                StatementHit hit = hit(tagged, statement);
                Object one = key.apply(hit);
                if (wanted.test(hit)
                        && one != null
                        && statement.stand().position() != Position.NONE
                        && actorOf(statement) != null) {
                    evidence.computeIfAbsent(one, k -> new ArrayList<>()).add(hit);
                }
            }
        }
        return evidence.values().stream().map(FixedSearch::stance).toList();
    }

    private static Stance stance(List<StatementHit> evidence) {
        Position position = evidence.getFirst().statement().stand().position();
        StatementHit earliest = evidence.stream()
                .takeWhile(hit -> hit.statement().stand().position() == position)
                .reduce((a, b) -> b)
                .orElseThrow();
        Statement statement = evidence.getFirst().statement();
        return new Stance(
                requireNonNull(actorOf(statement)),
                requireNonNull(statement.stand().issue()),
                position,
                earliest.article().published(),
                evidence);
    }

    private List<TaggedArticle> matching(String query) {
        if (query.chars().filter(c -> c == '"').count() % 2 == 1) {
            throw new QueryException(
                    query.lastIndexOf('"'), "a quotation mark is opened and never closed", query + "\"");
        }
        return articles.stream()
                .filter(tagged -> words(query).allMatch(word -> matches(tagged, word)))
                .toList();
    }

    private static Stream<String> words(String query) {
        return Stream.of(query.split("\\s+")).filter(word -> !word.isEmpty());
    }

    private static boolean matches(TaggedArticle tagged, String word) {
        Article article = tagged.article();
        String value = word.substring(word.indexOf(':') + 1);
        if (word.startsWith("source:")) {
            return article.source() != null && article.source().value().equals(value);
        }
        if (word.startsWith("date:")) {
            return article.published() != null && article.published().toString().startsWith(value);
        }
        if (word.contains(":")) {
            return tagged.statements().stream().anyMatch(statementsOf(word));
        }
        return (article.title() + "\n" + article.text())
                .toLowerCase(Locale.ROOT)
                .contains(word.toLowerCase(Locale.ROOT).replace("\"", ""));
    }

    private static Predicate<Statement> statementsOf(String query) {
        return statement -> words(query).allMatch(word -> {
            String value = word.substring(word.indexOf(':') + 1);
            return switch (word.substring(0, Math.max(0, word.indexOf(':')))) {
                case "said-by" -> {
                    ActorId actor = actorOf(statement);
                    yield actor != null && actor.value().equals(value);
                }
                case "act" -> statement.act().label().equals(value);
                case "stance" -> statement.stand().position().label().equals(value);
                case "issue" -> {
                    IssueId issue = statement.stand().issue();
                    yield issue != null && issue.value().equals(value);
                }
                default -> true;
            };
        });
    }

    private static <T> Hits<T> page(List<T> all, SearchRequest request, List<Facet> facets) {
        return new Hits<>(
                all.stream().skip(request.offset()).limit(request.limit()).toList(), all.size(), facets);
    }

    private static List<Facet> facets(List<TaggedArticle> articles) {
        Map<String, Map<String, Long>> fields = new LinkedHashMap<>();
        List.of("source", "said-by", "act", "stance", "issue", "date")
                .forEach(field -> fields.put(field, new HashMap<>()));
        for (TaggedArticle tagged : articles) {
            Article article = tagged.article();
            count(
                    fields,
                    "source",
                    article.source() == null ? null : article.source().value());
            LocalDate day =
                    article.published() == null ? null : article.published().day();
            count(fields, "date", day == null ? null : day.toString());
            for (Statement statement : tagged.statements()) {
                ActorId actor = actorOf(statement);
                count(fields, "said-by", actor == null ? null : actor.value());
                count(fields, "act", statement.act().label());
                IssueId issue = statement.stand().issue();
                count(fields, "issue", issue == null ? null : issue.value());
                count(
                        fields,
                        "stance",
                        issue == null ? null : statement.stand().position().label());
            }
        }
        return fields.entrySet().stream()
                .map(field -> new Facet(field.getKey(), counts(field.getValue())))
                .toList();
    }

    private static void count(Map<String, Map<String, Long>> fields, String field, @Nullable String value) {
        if (value != null) {
            fields.computeIfAbsent(field, f -> new HashMap<>()).merge(value, 1L, Long::sum);
        }
    }

    private static List<Facet.Count> counts(Map<String, Long> counts) {
        return counts.entrySet().stream()
                .map(count -> new Facet.Count(count.getKey(), count.getValue()))
                .sorted(Comparator.comparingLong(Facet.Count::articles)
                        .reversed()
                        .thenComparing(Facet.Count::value))
                .toList();
    }

    private static @Nullable ActorId actorOf(Statement statement) {
        return statement.speaker() == null ? null : statement.speaker().actor();
    }

    private static StatementHit hit(TaggedArticle tagged, Statement statement) {
        return new StatementHit(
                ref(tagged), statement, around(tagged, statement.content().span()));
    }

    private static String storyOf(TaggedArticle tagged) {
        return "about-" + tagged.article().id();
    }

    /** The letter of the senators is the one report that others copied. */
    private static int copies(TaggedArticle tagged) {
        return tagged.article().id().value().equals("25-lawmakers-letter") ? 2 : 0;
    }

    private static ArticleRef ref(TaggedArticle tagged) {
        Article article = tagged.article();
        return new ArticleRef(article.id(), article.url(), article.title(), article.source(), article.published());
    }

    /** The passage in its paragraph, or in as much of it as 150 characters on either side hold. */
    private static Snippet around(TaggedArticle tagged, Span span) {
        String text = tagged.article().text();
        int start = Math.max(text.lastIndexOf('\n', span.start()) + 1, span.start() - 150);
        int lineFeed = text.indexOf('\n', span.end());
        int end = Math.min(lineFeed < 0 ? text.length() : lineFeed, span.end() + 150);
        return new Snippet(text.substring(start, end), List.of(new Span(span.start() - start, span.end() - start)));
    }

    private static Snippet passage(TaggedArticle tagged, String query) {
        String text = tagged.article().text();
        Optional<String> word = words(query).filter(one -> !one.contains(":")).findFirst();
        int at = word.map(one -> text.toLowerCase(Locale.ROOT).indexOf(one.toLowerCase(Locale.ROOT)))
                .orElse(-1);
        if (at < 0) {
            return new Snippet(text.substring(0, Math.min(240, text.length())), List.of());
        }
        return around(tagged, new Span(at, at + word.orElseThrow().length()));
    }
}
