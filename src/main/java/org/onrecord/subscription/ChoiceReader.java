package org.onrecord.subscription;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.Actor;
import org.onrecord.article.ActorId;
import org.onrecord.article.IssueId;
import org.onrecord.digest.Digest;
import org.onrecord.digest.Digest.SavedSearch;
import org.onrecord.digest.QuietHours;
import org.onrecord.registry.Registry;
import org.onrecord.search.SavedSearches;

/**
 * Reads what somebody filled in: {@code kind name saved queries actors issues days at zone when_empty quiet}. Each problem is
 * told; none hides another.
 */
public final class ChoiceReader {
    private static final int MOST = 50;
    private static final int LONGEST_NAME = 100;

    private final Registry registry;
    private final SavedSearches saved;

    public ChoiceReader(Registry registry, SavedSearches saved) {
        this.registry = registry;
        this.saved = saved;
    }

    /**
     * What the fields say.
     *
     * @param fields the values of each field; of {@code queries} and {@code actors} each line counts
     * @throws SubscriptionException with every problem
     */
    public Choice read(Map<String, List<String>> fields) {
        List<String> problems = new ArrayList<>();
        Choice.Kind kind = one(fields, "kind").equals("alert") ? Choice.Kind.ALERT : Choice.Kind.DIGEST;
        List<SavedSearch> searches = searches(fields, problems);
        List<ActorId> actors = lines(fields, "actors").stream()
                .flatMap(line -> actor(line, problems).stream())
                .distinct()
                .toList();
        List<IssueId> issues = all(fields, "issues").stream()
                .flatMap(id -> known(() -> new IssueId(id))
                        .filter(issue -> registry.issue(issue).isPresent())
                        .or(() -> {
                            problems.add("There is no issue " + id);
                            return Optional.empty();
                        })
                        .stream())
                .distinct()
                .toList();
        if (searches.size() + actors.size() + issues.size() > MOST) {
            problems.add("Choose " + MOST + " searches, people and issues at most");
        }
        if (kind == Choice.Kind.ALERT && (searches.size() != 1 || !actors.isEmpty() || !issues.isEmpty())) {
            problems.add(
                    "An alert has one search and nothing else; said-by: and issue: in a query stand for people and issues");
        } else if (searches.isEmpty() && actors.isEmpty() && issues.isEmpty() && problems.isEmpty()) {
            problems.add("Choose at least one search, person or issue");
        }
        Set<DayOfWeek> days = days(fields, problems);
        if (kind == Choice.Kind.DIGEST && days.isEmpty()) {
            problems.add("Choose at least one day");
        }
        ZoneId zone = read(one(fields, "zone"), ChoiceReader::zone, ZoneOffset.UTC, problems);
        LocalTime at = one(fields, "at").isEmpty() && kind == Choice.Kind.ALERT
                ? LocalTime.MIDNIGHT
                : read(one(fields, "at"), ChoiceReader::time, LocalTime.MIDNIGHT, problems);
        String hours = one(fields, "quiet");
        @Nullable
        QuietHours quiet = hours.isEmpty() ? null : read(hours, words -> QuietHours.parse(words, zone), null, problems);
        String name = one(fields, "name").replaceAll("\\s+", " ");
        if (name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
            problems.add("A name has " + LONGEST_NAME + " characters at most");
        }
        if (!problems.isEmpty()) {
            throw new SubscriptionException(problems);
        }
        return new Choice(
                kind,
                name.isEmpty() ? usualName(searches, actors, issues) : name,
                searches,
                actors,
                issues,
                days,
                at,
                zone,
                one(fields, "when_empty").isEmpty() || one(fields, "when_empty").equals("skip")
                        ? Digest.WhenEmpty.SKIP
                        : Digest.WhenEmpty.NOTE,
                quiet);
    }

    private List<SavedSearch> searches(Map<String, List<String>> fields, List<String> problems) {
        List<SavedSearch> searches = new ArrayList<>();
        for (String name : all(fields, "saved")) {
            saved.find(name)
                    .ifPresentOrElse(
                            known -> searches.add(new SavedSearch(known.name(), "search:\"" + known.name() + "\"")),
                            () -> problems.add("There is no saved search " + name));
        }
        lines(fields, "queries").forEach(query -> searches.add(new SavedSearch(shortened(query), query)));
        return searches;
    }

    private Optional<ActorId> actor(String words, List<String> problems) {
        Optional<ActorId> found = registry.called(words).map(Actor::id);
        if (found.isEmpty()) {
            problems.add("Nobody in the registry is called " + words + "; the page of an actor shows its id");
        }
        return found;
    }

    private static Set<DayOfWeek> days(Map<String, List<String>> fields, List<String> problems) {
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        for (String day : all(fields, "days")) {
            known(() -> DayOfWeek.valueOf(day.toUpperCase(Locale.ROOT)))
                    .ifPresentOrElse(days::add, () -> problems.add("There is no day " + day));
        }
        return days;
    }

    private String usualName(List<SavedSearch> searches, List<ActorId> actors, List<IssueId> issues) {
        if (!searches.isEmpty()) {
            return searches.getFirst().name();
        }
        return actors.isEmpty()
                ? registry.issue(issues.getFirst()).map(issue -> issue.name()).orElse("OnRecord")
                : registry.nameOf(actors.getFirst());
    }

    private static String shortened(String query) {
        return query.length() <= LONGEST_NAME ? query : query.substring(0, LONGEST_NAME - 1) + "…";
    }

    private static ZoneId zone(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "A time zone is written as America/New_York or Asia/Taipei, not " + name, e);
        }
    }

    private static LocalTime time(String words) {
        try {
            return LocalTime.parse(words);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("A time is written as 07:30, not " + words, e);
        }
    }

    private static <T extends @Nullable Object> T read(
            String words, Function<String, T> reading, T otherwise, List<String> problems) {
        try {
            return reading.apply(words);
        } catch (IllegalArgumentException e) {
            problems.add(String.valueOf(e.getMessage()));
            return otherwise;
        }
    }

    private interface Making<T> {
        T make();
    }

    private static <T> Optional<T> known(Making<T> making) {
        try {
            return Optional.of(making.make());
        } catch (IllegalArgumentException noSuchForm) {
            return Optional.empty();
        }
    }

    private static List<String> all(Map<String, List<String>> fields, String name) {
        return fields.getOrDefault(name, List.of()).stream()
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .distinct()
                .toList();
    }

    private static List<String> lines(Map<String, List<String>> fields, String name) {
        return all(fields, name).stream()
                .flatMap(String::lines)
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .distinct()
                .toList();
    }

    private static String one(Map<String, List<String>> fields, String name) {
        List<String> values = all(fields, name);
        return values.isEmpty() ? "" : values.getLast();
    }
}
