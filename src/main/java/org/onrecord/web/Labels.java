package org.onrecord.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.ActorId;
import org.onrecord.article.EntityType;
import org.onrecord.article.Issue;
import org.onrecord.article.IssueId;
import org.onrecord.article.Position;
import org.onrecord.article.Published;
import org.onrecord.article.SourceId;
import org.onrecord.article.Topic;
import org.onrecord.registry.Registry;
import org.onrecord.search.CalendarStep;

/** The words that people read in place of ids, enums and dates. */
final class Labels {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.UK);
    private static final DateTimeFormatter DAY_OF_YEAR = DateTimeFormatter.ofPattern("d MMM", Locale.UK);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMM uuuu", Locale.UK);

    private final Registry registry;
    private final Map<SourceId, WatchedSource> sources;

    Labels(Registry registry, List<WatchedSource> sources) {
        this.registry = registry;
        this.sources = sources.stream().collect(Collectors.toMap(WatchedSource::id, Function.identity()));
    }

    /** The registered name; for an actor that was only met in texts its id, written as a name. */
    String actor(ActorId id) {
        return registry.actor(id).isPresent() ? registry.nameOf(id) : id.asName();
    }

    String issue(IssueId id) {
        return registry.issue(id).map(Issue::name).orElseGet(() -> id.value().replace('-', ' '));
    }

    String source(@Nullable SourceId id) {
        if (id == null) {
            return "Handed in";
        }
        WatchedSource source = sources.get(id);
        return source == null ? id.value() : source.name();
    }

    /** The usual name of a product or policy. */
    String topic(String id) {
        return registry.topics().stream()
                .filter(topic -> topic.id().equals(id))
                .findFirst()
                .map(Topic::name)
                .orElse(id);
    }

    String language(String tag) {
        return tag.equals("und") ? "unknown" : Locale.forLanguageTag(tag).getDisplayLanguage(Locale.UK);
    }

    /** Whether an article may be shown in full. One of a source that is no longer configured may not. */
    boolean mayShowText(@Nullable SourceId id) {
        if (id == null) {
            return true;
        }
        WatchedSource source = sources.get(id);
        return source != null && source.fullText();
    }

    static String day(@Nullable Published published) {
        return published == null ? "undated" : day(published.day());
    }

    static String day(LocalDate day) {
        return DAY.format(day);
    }

    /** "3 Feb 2026", "3 – 9 Feb 2026", "3 Feb 2025 – 9 Mar 2026". */
    static String days(LocalDate first, LocalDate last) {
        if (first.equals(last)) {
            return day(first);
        }
        boolean sameYear = first.getYear() == last.getYear();
        if (sameYear && first.getMonth() == last.getMonth()) {
            return first.getDayOfMonth() + " – " + day(last);
        }
        return (sameYear ? DAY_OF_YEAR.format(first) : day(first)) + " – " + day(last);
    }

    /** A step of the calendar: "3 Feb 2026", "the week of 3 Feb 2026", "Feb 2026", "Q1 2026", "2026". */
    static String step(CalendarStep step, LocalDate start) {
        return switch (step) {
            case DAY -> day(start);
            case WEEK -> "the week of " + day(start);
            case MONTH -> date(start.toString().substring(0, 7));
            case QUARTER -> "Q" + (start.getMonthValue() + 2) / 3 + " " + start.getYear();
            case YEAR -> Integer.toString(start.getYear());
        };
    }

    /** A year, month or day in ISO form as people write it; as it is, when no calendar has it: 2025-02-29. */
    static String date(String iso) {
        try {
            return switch (iso.length()) {
                case 10 -> day(LocalDate.parse(iso));
                case 7 -> MONTH.format(YearMonth.parse(iso));
                default -> iso;
            };
        } catch (DateTimeException noSuchDay) {
            return iso;
        }
    }

    /** The position with a sign, so that colour is never the only difference. */
    static String position(Position position) {
        return switch (position) {
            case FOR -> "▲ for";
            case AGAINST -> "▼ against";
            case NONE -> "no side";
        };
    }

    static String entity(EntityType type) {
        return switch (type) {
            case PERSON -> "person";
            case ORG -> "organisation";
            case GPE -> "place or government";
            case PRODUCT -> "product";
            case POLICY -> "policy";
        };
    }

    /** {@code 1 article}, {@code 2,345 articles}. */
    static String count(long number, String one) {
        String many = one.endsWith("y") ? one.substring(0, one.length() - 1) + "ies" : one + "s";
        return number == 1 ? "1 " + one : String.format(Locale.UK, "%,d %s", number, many);
    }
}
