package org.onrecord.digest;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.ArticleId;
import org.onrecord.article.Speaker;
import org.onrecord.article.Statement;
import org.onrecord.digest.DigestIssue.Kind;
import org.onrecord.digest.DigestItem.FigureDispute;
import org.onrecord.digest.DigestItem.NewEvent;
import org.onrecord.digest.DigestItem.NewPosition;
import org.onrecord.digest.DigestItem.NewStatement;
import org.onrecord.digest.DigestItem.NewStory;
import org.onrecord.digest.MailView.Link;
import org.onrecord.digest.MailView.Section;
import org.onrecord.registry.Registry;
import org.onrecord.search.ArticleRef;

/** Puts what is new into the words of a mail. */
final class MailWords {
    private static final int LONGEST_SUBJECT = 150;
    private static final DateTimeFormatter SHORT_DAY = DateTimeFormatter.ofPattern("MMM d", Locale.ENGLISH);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter WEEKDAY = DateTimeFormatter.ofPattern("EEEE, d MMMM uuuu", Locale.ENGLISH);

    private final MailLinks links;
    private final EntryWords entries;

    MailWords(Registry registry, MailSettings settings, SourceBook sources) {
        this.links = new MailLinks(settings.webAddress());
        this.entries = new EntryWords(registry, sources, links);
    }

    /** @param unsubscribePage where the reader can unsubscribe; null for nowhere */
    MailView view(DigestIssue issue, @Nullable String unsubscribePage) {
        Digest digest = issue.digest();
        String name = EntryWords.line(digest.name());
        return new MailView(
                subject(issue, name),
                name,
                WEEKDAY.format(issue.window().atZone(digest.zone())),
                summary(issue),
                issue.isEmpty()
                        ? List.of()
                        : issue.trends().stream().map(TrendWords::picture).toList(),
                sections(issue),
                issue.quiet().isEmpty() || issue.isEmpty()
                        ? null
                        : "Searched, and nothing new: "
                                + issue.quiet().stream().map(EntryWords::line).collect(Collectors.joining("; ")) + ".",
                issue.troubles().isEmpty()
                        ? null
                        : issue.troubles().stream()
                                .map(trouble -> "Missing here: " + EntryWords.line(trouble) + ".")
                                .collect(Collectors.joining(" ")),
                "You get this because " + issue.subscriber().address() + " is a subscriber of “" + name
                        + "”. To stop it, "
                        + (unsubscribePage == null
                                ? "answer with the subject “unsubscribe”."
                                : "open the page below and press its button."),
                unsubscribePage,
                links.page("/"));
    }

    /** "7 new: Chip exports, daily (Mar 10)"; of a long name the end is cut, never the day. */
    private static String subject(DigestIssue issue, String name) {
        String count = (issue.isEmpty() ? "Nothing" : Integer.toString(issue.size())) + " new: ";
        String day =
                " (" + SHORT_DAY.format(issue.window().atZone(issue.digest().zone())) + ")";
        return count + OneLine.of(name, LONGEST_SUBJECT - count.length() - day.length()) + day;
    }

    /** "1 change of position, 3 policy events and 7 statements by 4 speakers from 5 sources, since 9 March 2026." */
    private static String summary(DigestIssue issue) {
        String since = since(issue);
        if (issue.isEmpty()) {
            return "Nothing new " + since + ".";
        }
        List<DigestItem> items = issue.sections().stream()
                .flatMap(section -> section.items().stream())
                .toList();
        List<String> counts = new ArrayList<>();
        long changes = count(items, NewPosition.class, position -> position.before() != null);
        add(counts, changes, "change of position", "changes of position");
        add(counts, count(items, NewPosition.class, position -> true) - changes, "first position", "first positions");
        add(counts, count(items, NewEvent.class, event -> true), "policy event", "policy events");
        add(
                counts,
                count(items, FigureDispute.class, dispute -> true),
                "figure that articles disagree on",
                "figures that articles disagree on");
        long statements = count(items, NewStatement.class, statement -> true);
        if (statements > 0) {
            counts.add(Words.count(statements, "statement") + " by " + Words.count(speakers(items), "speaker"));
        }
        add(counts, count(items, NewStory.class, story -> true), "story", "stories");
        long sources = items.stream()
                .flatMap(item -> item.articles().stream())
                .map(article -> String.valueOf(article.source()))
                .distinct()
                .count();
        return Words.list(counts) + ", from " + Words.count(sources, "source") + ", " + since + ".";
    }

    private static String since(DigestIssue issue) {
        return issue.last() == null
                ? "in the past " + days(issue.digest().reach().toDays())
                : "since " + DAY.format(issue.last().atZone(issue.digest().zone()));
    }

    private static String days(long days) {
        return days == 1 ? "day" : days + " days";
    }

    private interface Wanted<T> {
        boolean is(T item);
    }

    private static <T> long count(List<DigestItem> items, Class<T> kind, Wanted<T> wanted) {
        return items.stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .filter(wanted::is)
                .count();
    }

    private static void add(List<String> counts, long number, String one, String many) {
        if (number > 0) {
            counts.add(number == 1 ? "1 " + one : number + " " + many);
        }
    }

    private static long speakers(List<DigestItem> items) {
        return items.stream()
                .filter(NewStatement.class::isInstance)
                .map(item -> ((NewStatement) item).hit().statement())
                .map(Statement::speaker)
                .map(MailWords::identity)
                .distinct()
                .count();
    }

    private static String identity(@Nullable Speaker speaker) {
        if (speaker == null) {
            return "";
        }
        return speaker.actor() == null
                ? "“" + speaker.passage().text()
                : speaker.actor().value();
    }

    private List<Section> sections(DigestIssue issue) {
        Set<ArticleId> above = new HashSet<>();
        List<Section> sections = new ArrayList<>();
        for (DigestIssue.Section section : issue.sections()) {
            sections.add(section(section, above));
            section.items().stream()
                    .flatMap(item -> item.articles().stream())
                    .map(ArticleRef::id)
                    .forEach(above::add);
        }
        return sections;
    }

    private Section section(DigestIssue.Section section, Set<ArticleId> above) {
        Link more = section.more() == 0
                ? null
                : new Link(section.more() + " more", links.list(section.kind(), section.moreQuery()));
        return new Section(
                kind(section.kind()),
                heading(section),
                links.list(section.kind(), section.query()),
                section.items().stream().map(item -> entries.entry(item, above)).toList(),
                more);
    }

    private static String kind(Kind kind) {
        return switch (kind) {
            case POSITIONS, EVENTS, FIGURES -> "";
            case STATEMENTS -> "Statements";
            case STORIES -> "Stories";
        };
    }

    private static String heading(DigestIssue.Section section) {
        return section.kind() == Kind.POSITIONS ? "What changed" : EntryWords.line(section.heading());
    }
}
