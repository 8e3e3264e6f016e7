package org.onrecord.digest;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.ActorId;
import org.onrecord.article.IssueId;
import org.onrecord.article.PolicyEvent;
import org.onrecord.article.Published;
import org.onrecord.article.SourceId;
import org.onrecord.article.Stand;
import org.onrecord.article.Statement;
import org.onrecord.digest.DigestItem.NewArticle;
import org.onrecord.digest.DigestItem.NewEvent;
import org.onrecord.digest.DigestItem.NewStatement;
import org.onrecord.digest.MailView.Entry;
import org.onrecord.digest.MailView.Section;
import org.onrecord.registry.Registry;
import org.onrecord.search.Snippet;

/** Puts what is new into the words of a mail. */
final class MailWords {
    private static final int LONGEST_SUBJECT = 150;
    private static final int LONGEST_LINE = 300;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter SHORT_DAY = DateTimeFormatter.ofPattern("MMM d", Locale.ENGLISH);
    private static final DateTimeFormatter WEEKDAY = DateTimeFormatter.ofPattern("EEEE, d MMMM uuuu", Locale.ENGLISH);

    private final Registry registry;
    private final MailSettings settings;

    MailWords(Registry registry, MailSettings settings) {
        this.registry = registry;
        this.settings = settings;
    }

    /**
     * @param unsubscribePage where the reader can unsubscribe; null for nowhere
     */
    MailView view(DigestIssue issue, @Nullable String unsubscribePage) {
        Digest digest = issue.digest();
        String name = line(digest.name());
        return new MailView(
                subject(issue, name),
                name,
                WEEKDAY.format(issue.window().atZone(digest.zone())) + " · "
                        + (issue.isEmpty() ? "nothing new" : issue.size() + " new"),
                issue.sections().stream().map(this::section).toList(),
                issue.troubles().stream()
                                .map(trouble -> "Missing here: " + line(trouble) + ". ")
                                .collect(Collectors.joining())
                        + "You get this because " + issue.subscriber().address() + " is a subscriber of “" + name
                        + "”. To stop it, "
                        + (unsubscribePage == null
                                ? "answer with the subject “unsubscribe”."
                                : "open the page below and press its button."),
                unsubscribePage);
    }

    /** "7 new: Chip exports, daily (Mar 10)"; of a long name the end is cut, never the day. */
    private static String subject(DigestIssue issue, String name) {
        String count = (issue.isEmpty() ? "Nothing" : Integer.toString(issue.size())) + " new: ";
        String day =
                " (" + SHORT_DAY.format(issue.window().atZone(issue.digest().zone())) + ")";
        return count + OneLine.of(name, LONGEST_SUBJECT - count.length() - day.length()) + day;
    }

    private Section section(DigestIssue.Section section) {
        String more = section.more() == 0 ? null : section.more() + " more. All of them: " + line(section.query());
        return new Section(
                line(section.heading()),
                webPage(section.query()),
                section.items().stream().map(this::entry).toList(),
                more);
    }

    private @Nullable String webPage(String query) {
        return settings.webAddress() == null
                ? null
                : settings.webAddress() + "/?q=" + URLEncoder.encode(query, StandardCharsets.UTF_8);
    }

    private Entry entry(DigestItem item) {
        return switch (item) {
            case NewArticle article ->
                entry(item, "Article", "", Stand.NONE, article.hit().passage());
            case NewEvent event ->
                entry(
                        item,
                        kind(event.hit().event()),
                        date(event.hit().event()),
                        Stand.NONE,
                        event.hit().evidence());
            case NewStatement statement ->
                entry(
                        item,
                        speaker(statement.hit().statement()),
                        deed(statement.hit().statement()),
                        statement.hit().statement().stand(),
                        statement.hit().evidence());
        };
    }

    private Entry entry(DigestItem item, String who, String deed, Stand stand, Snippet evidence) {
        String headline = line(item.article().title());
        return new Entry(
                line(who),
                deed,
                switch (stand.position()) {
                    case FOR, AGAINST -> stand.position().label();
                    case NONE -> null;
                },
                stand.issue() == null ? "" : line(nameOf(stand.issue())),
                Excerpt.of(evidence),
                headline.isEmpty() ? "Untitled" : headline,
                link(item.article().url()),
                origin(item.article().source(), item.article().published()));
    }

    private String speaker(Statement statement) {
        if (statement.speaker() == null) {
            return "Unnamed source";
        }
        ActorId actor = statement.speaker().actor();
        return actor == null ? statement.speaker().passage().text() : registry.nameOf(actor);
    }

    private static String deed(Statement statement) {
        if (statement.lobbying()) {
            return "lobbies";
        }
        return switch (statement.act()) {
            case ASSERT -> "says";
            case ANNOUNCE -> "announces";
            case SUPPORT -> "supports";
            case CRITICIZE -> "criticizes";
            case WARN -> "warns";
            case URGE -> "urges";
            case DENY -> "denies";
        };
    }

    private String nameOf(IssueId id) {
        return registry.issue(id).map(issue -> issue.name()).orElse(id.value());
    }

    /** "Licence granted". */
    private static String kind(PolicyEvent event) {
        String words = event.type().label().replace('-', ' ');
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    private static String date(PolicyEvent event) {
        return event.date() == null ? "" : event.date();
    }

    private static @Nullable String link(@Nullable URI url) {
        return url != null && ("http".equalsIgnoreCase(url.getScheme()) || "https".equalsIgnoreCase(url.getScheme()))
                ? url.toASCIIString()
                : null;
    }

    /** "daily-ledger, 5 August 2026". */
    private static String origin(@Nullable SourceId source, @Nullable Published published) {
        String day = published == null ? "undated" : DAY.format(published.day());
        return source == null ? day : line(source.value()) + ", " + day;
    }

    private static String line(String words) {
        return OneLine.of(words, LONGEST_LINE);
    }
}
