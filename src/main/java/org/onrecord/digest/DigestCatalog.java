package org.onrecord.digest;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.ActorId;
import org.onrecord.article.IssueId;
import org.onrecord.config.ConfigFile;
import org.onrecord.config.Problems;
import org.onrecord.config.Section;
import org.onrecord.registry.Registry;

/** The digests, alerts and subscribers of {@code config/digests.yaml}. */
public final class DigestCatalog {
    private static final String AT = " at ";

    private final Map<String, Digest> digests;
    private final Map<String, Alert> alerts;
    private final List<Subscriber> subscribers;

    private DigestCatalog(Map<String, Digest> digests, Map<String, Alert> alerts, List<Subscriber> subscribers) {
        this.digests = digests;
        this.alerts = alerts;
        this.subscribers = subscribers;
    }

    /** Reads {@code digests.yaml} of a configuration folder; actors and issues must be known to the registry. */
    public static DigestCatalog read(Path configFolder, Registry registry, Problems problems) {
        Section file = ConfigFile.readIfPresent(configFolder.resolve("digests.yaml"), "digests.schema.json", problems);
        Map<String, Digest> digests = new LinkedHashMap<>();
        file.each("digests", section -> {
            Digest digest = digest(section, registry);
            if (digests.putIfAbsent(digest.id(), digest) != null) {
                section.problem("id", "another digest has the id " + digest.id());
            }
            return digest;
        });
        Map<String, Alert> alerts = new LinkedHashMap<>();
        file.each("alerts", section -> {
            Alert alert = alert(section);
            if (digests.containsKey(alert.id()) || alerts.putIfAbsent(alert.id(), alert) != null) {
                section.problem("id", "another alert or digest has the id " + alert.id());
            }
            return alert;
        });
        Set<String> ids = new HashSet<>(file.textOfEach("digests", "id"));
        Set<String> alertIds = new HashSet<>(file.textOfEach("alerts", "id"));
        Map<String, Subscriber> subscribers = new LinkedHashMap<>();
        file.each("subscribers", section -> {
            Subscriber subscriber = subscriber(section, ids, alertIds);
            if (subscribers.putIfAbsent(subscriber.address(), subscriber) != null) {
                section.problem("email", "another subscriber has the address " + subscriber.address());
            }
            return subscriber;
        });
        return new DigestCatalog(digests, alerts, List.copyOf(subscribers.values()));
    }

    public List<Digest> digests() {
        return List.copyOf(digests.values());
    }

    public Optional<Digest> find(String id) {
        return Optional.ofNullable(digests.get(id));
    }

    public List<Alert> alerts() {
        return List.copyOf(alerts.values());
    }

    public List<Subscriber> subscribers() {
        return subscribers;
    }

    private static Digest digest(Section section, Registry registry) {
        String schedule = section.text("schedule");
        int at = schedule.indexOf(AT);
        return new Digest(
                section.text("id"),
                section.text("name"),
                LocalTime.parse(schedule.substring(at + AT.length())),
                days(schedule.substring(0, at)),
                section.convert("zone", DigestCatalog::zone, ZoneOffset.UTC),
                section.each("searches", DigestCatalog::search),
                section.values(
                        "actors", known(ActorId::new, id -> registry.actor(id).isPresent(), "actor")),
                section.values(
                        "issues", known(IssueId::new, id -> registry.issue(id).isPresent(), "issue")),
                section.duration("reach", Digest.USUAL_REACH),
                section.convert(
                        "whenEmpty",
                        word -> Digest.WhenEmpty.valueOf(word.toUpperCase(Locale.ROOT)),
                        Digest.WhenEmpty.SKIP));
    }

    /** A heading and a query, or the name of a saved search, which is the heading unless another is given. */
    private static Digest.SavedSearch search(Section section) {
        String saved = section.textOrNull("saved");
        String query = section.textOrNull("query");
        if ((saved == null) == (query == null)) {
            throw new IllegalArgumentException(
                    "a search has a query or the name of a saved one (saved), one of the two");
        }
        if (saved != null) {
            if (saved.contains("\"")) {
                throw new IllegalArgumentException("the name of a saved search has no quotation marks");
            }
            return new Digest.SavedSearch(section.text("name", saved), "search:\"" + saved + "\"");
        }
        return new Digest.SavedSearch(section.text("name"), query == null ? "" : query);
    }

    /** {@code daily}, {@code weekdays}, or the plural of one day. */
    private static Set<DayOfWeek> days(String words) {
        return switch (words) {
            case "daily" -> EnumSet.allOf(DayOfWeek.class);
            case "weekdays" -> EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY);
            default ->
                EnumSet.of(
                        DayOfWeek.valueOf(words.substring(0, words.length() - 1).toUpperCase(Locale.ROOT)));
        };
    }

    private static ZoneId zone(String name) {
        try {
            return ZoneId.of(name);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "allowed is an IANA time zone such as America/New_York or Asia/Taipei", e);
        }
    }

    private static Alert alert(Section section) {
        Digest.SavedSearch search = search(section);
        return new Alert(
                section.text("id"),
                search.name(),
                search.query(),
                section.integer("mostPerDay", 1, 10_000, Alert.USUAL_MOST_PER_DAY));
    }

    private static Subscriber subscriber(Section section, Set<String> digests, Set<String> alerts) {
        Set<String> ordered =
                Set.copyOf(section.values("digests", known(Function.identity(), digests::contains, "digest")));
        Set<String> alerted =
                Set.copyOf(section.values("alerts", known(Function.identity(), alerts::contains, "alert")));
        if (!section.has("digests") && !section.has("alerts")) {
            throw new IllegalArgumentException("a subscriber has at least one of digests and alerts");
        }
        ZoneId zone = section.convert("zone", DigestCatalog::zone, ZoneOffset.UTC);
        @Nullable
        QuietHours quiet = section.textOrNull("quiet") == null
                ? null
                : section.convert("quiet", words -> QuietHours.parse(words, zone));
        return new Subscriber(section.convert("email", Subscriber::checked), ordered, alerted, quiet);
    }

    /** Makes an id of a text; throws when nothing is known by it. */
    private static <T> Function<String, T> known(Function<String, T> id, Predicate<T> isKnown, String kind) {
        return text -> Optional.of(id.apply(text))
                .filter(isKnown)
                .orElseThrow(() -> new IllegalArgumentException("no " + kind + " has this id"));
    }
}
