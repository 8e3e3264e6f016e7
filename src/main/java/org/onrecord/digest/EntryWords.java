package org.onrecord.digest;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.ActorId;
import org.onrecord.article.ArticleId;
import org.onrecord.article.IssueId;
import org.onrecord.article.OfficialDocument;
import org.onrecord.article.PagePath;
import org.onrecord.article.PolicyEvent;
import org.onrecord.article.Position;
import org.onrecord.article.Stand;
import org.onrecord.article.Statement;
import org.onrecord.digest.DigestItem.FigureDispute;
import org.onrecord.digest.DigestItem.NewEvent;
import org.onrecord.digest.DigestItem.NewPosition;
import org.onrecord.digest.DigestItem.NewStatement;
import org.onrecord.digest.DigestItem.NewStory;
import org.onrecord.digest.MailView.Entry;
import org.onrecord.digest.MailView.Link;
import org.onrecord.digest.MailView.Quote;
import org.onrecord.registry.Registry;
import org.onrecord.search.ArticleRef;
import org.onrecord.search.EventHit;
import org.onrecord.search.FigureHit;
import org.onrecord.search.Quantity;
import org.onrecord.search.Snippet;
import org.onrecord.search.StatementHit;

/** Puts items into the words of a mail. */
final class EntryWords {
    private static final int LONGEST_LINE = 300;
    /** More sources of one story are only counted. */
    private static final int MOST_SOURCES = 8;

    private static final Snippet NOTHING = new Snippet("", List.of());
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    private final Registry registry;
    private final SourceBook sources;
    private final MailLinks links;

    EntryWords(Registry registry, SourceBook sources, MailLinks links) {
        this.registry = registry;
        this.sources = sources;
        this.links = links;
    }

    /** @param above the articles that the mail has quoted from already: their stories are named, and not quoted again */
    Entry entry(DigestItem item, Set<ArticleId> above) {
        return switch (item) {
            case NewPosition position -> position(position);
            case NewEvent event -> event(event);
            case FigureDispute dispute -> dispute(dispute);
            case NewStatement statement -> statement(statement.hit());
            case NewStory story -> story(story, above);
        };
    }

    String issue(IssueId id) {
        return line(registry.issue(id).map(issue -> issue.name()).orElse(id.value()));
    }

    /** The registered name; of somebody who was only met in texts the id, written as a name. */
    private String name(ActorId actor) {
        return line(registry.actor(actor).isPresent() ? registry.nameOf(actor) : actor.asName());
    }

    static String line(String words) {
        return OneLine.of(words, LONGEST_LINE);
    }

    private Entry position(NewPosition position) {
        StatementHit before = position.before();
        List<Quote> quotes = new ArrayList<>();
        if (before != null) {
            quotes.add(quote("Before", before));
        }
        quotes.add(quote(before == null ? "" : "Now", position.now()));
        return new Entry(
                name(position.actor()),
                before == null ? "is on record for the first time" : "changes sides",
                position.side().label(),
                issue(position.issue()),
                "",
                quotes,
                true);
    }

    private Entry statement(StatementHit hit) {
        Statement statement = hit.statement();
        Stand stand = statement.stand();
        return new Entry(
                speaker(statement),
                statement.verb(),
                side(stand),
                stand.issue() == null ? "" : issue(stand.issue()),
                "",
                List.of(quote("", hit)),
                false);
    }

    private Entry event(NewEvent item) {
        PolicyEvent event = item.hit().event();
        List<String> facts = new ArrayList<>();
        String participants = event.actors().stream().map(this::name).collect(Collectors.joining(", "));
        if (!participants.isEmpty()) {
            facts.add(participants);
        }
        OfficialDocument document = Stream.concat(Stream.of(item.hit()), item.others().stream())
                .map(hit -> hit.event().document())
                .filter(known -> known != null)
                .findFirst()
                .orElse(null);
        if (document != null) {
            facts.add(line(document.inWords()));
        }
        if (!item.others().isEmpty()) {
            facts.add("also reported by "
                    + names(item.others().stream().map(EventHit::article).toList()));
        }
        return new Entry(
                kind(event),
                event.date() == null ? "" : date(event.date()),
                null,
                "",
                capitalised(String.join(" · ", facts)),
                List.of(quote(
                        "",
                        null,
                        Surroundings.NONE,
                        item.hit().evidence(),
                        item.hit().article(),
                        PagePath.event(
                                item.hit().article().id(), event.trigger().span()))),
                false);
    }

    private Entry dispute(FigureDispute item) {
        String period = item.line().period();
        return new Entry(
                line(item.quantity().subject()),
                item.quantity().measure().label().replace('-', ' ') + (period == null ? "" : " in " + period),
                null,
                "",
                "",
                item.line().figures().stream()
                        .limit(MOST_SOURCES)
                        .map(this::figure)
                        .toList(),
                item.line().figures().size() == 2);
    }

    private Quote figure(FigureHit hit) {
        return quote(
                Quantity.of(hit.figure()),
                null,
                Surroundings.NONE,
                hit.evidence(),
                hit.article(),
                PagePath.figure(hit.article().id(), hit.figure()));
    }

    private Entry story(NewStory item, Set<ArticleId> above) {
        List<ArticleRef> articles = item.hit().articles();
        ArticleRef first = articles.getFirst();
        boolean quoted = articles.stream().anyMatch(article -> above.contains(article.id()));
        List<String> facts = new ArrayList<>();
        if (item.hit().total() > 1) {
            facts.add(item.hit().spread() + ": " + names(articles));
        }
        if (quoted) {
            facts.add("quoted above");
        }
        return new Entry(
                headline(first),
                "",
                null,
                "",
                capitalised(String.join(" · ", facts)),
                List.of(quote(
                        "",
                        null,
                        Surroundings.NONE,
                        quoted ? NOTHING : item.hit().passage(),
                        first,
                        PagePath.article(first.id()))),
                false);
    }

    /** "Northwire, Capital Post and 3 more". */
    private String names(List<ArticleRef> articles) {
        List<String> names = articles.stream().map(this::source).distinct().toList();
        String listed = names.stream().limit(MOST_SOURCES).collect(Collectors.joining(", "));
        return names.size() > MOST_SOURCES ? listed + " and " + (names.size() - MOST_SOURCES) + " more" : listed;
    }

    private Quote quote(String label, StatementHit hit) {
        ArticleRef article = hit.article();
        boolean around = article.source() != null && sources.showsText(article.source());
        Stand stand = hit.statement().stand();
        return quote(
                label.isEmpty()
                        ? ""
                        : label + ", " + day(article) + ": " + stand.position().label(),
                label.isEmpty() ? null : side(stand),
                around ? Surroundings.of(hit) : Surroundings.NONE,
                hit.evidence(),
                article,
                PagePath.statement(article.id(), hit.statement()));
    }

    private Quote quote(
            String label, @Nullable String side, Surroundings around, Snippet words, ArticleRef article, String path) {
        return new Quote(
                label,
                side,
                around.before(),
                Excerpt.of(words),
                around.after(),
                new Link(headline(article), MailLinks.elsewhere(article.url())),
                source(article) + ", " + day(article),
                links.page(path));
    }

    private String source(ArticleRef article) {
        return article.source() == null ? "Handed in" : line(sources.name(article.source()));
    }

    private static String headline(ArticleRef article) {
        String headline = line(article.title());
        return headline.isEmpty() ? "Untitled" : headline;
    }

    private static String day(ArticleRef article) {
        return article.published() == null
                ? "undated"
                : DAY.format(article.published().day());
    }

    private String speaker(Statement statement) {
        if (statement.speaker() == null) {
            return "Unnamed source";
        }
        ActorId actor = statement.speaker().actor();
        return actor == null ? line(statement.speaker().passage().text()) : name(actor);
    }

    private static @Nullable String side(Stand stand) {
        return stand.position() == Position.NONE ? null : stand.position().label();
    }

    /** "Licence granted". */
    private static String kind(PolicyEvent event) {
        return capitalised(event.type().label().replace('-', ' '));
    }

    /** A day or a month as people write it; as it is, when no calendar has it. */
    private static String date(String iso) {
        try {
            return switch (iso.length()) {
                case 10 -> DAY.format(LocalDate.parse(iso));
                case 7 -> MONTH.format(YearMonth.parse(iso));
                default -> iso;
            };
        } catch (DateTimeException noSuchDay) {
            return iso;
        }
    }

    private static String capitalised(String words) {
        return words.isEmpty() ? "" : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
