package org.onrecord.registry;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.Actor;
import org.onrecord.article.ActorId;
import org.onrecord.article.ActorKind;
import org.onrecord.article.Alias;
import org.onrecord.article.EntityType;
import org.onrecord.article.Issue;
import org.onrecord.article.IssueId;
import org.onrecord.article.Topic;
import org.onrecord.config.ConfigFile;
import org.onrecord.config.Problems;
import org.onrecord.config.Section;

/** Turns {@code actors.yaml}, {@code congress.yaml} and {@code issues.yaml} into a {@link Registry}. */
final class RegistryReader {
    private static final String ACTORS_SCHEMA = "actors.schema.json";

    /** An actor as one file has it, and the place there for problems that show only later. */
    private record Entry(Actor actor, Section place) {}

    private final Problems problems;
    private final Map<ActorId, Entry> actors = new LinkedHashMap<>();
    private final Set<String> knownIds = new HashSet<>();
    private final Map<String, Topic> topics = new LinkedHashMap<>();

    RegistryReader(Problems problems) {
        this.problems = problems;
    }

    Registry read(Path folder) {
        Section own = ConfigFile.read(folder.resolve("actors.yaml"), ACTORS_SCHEMA, problems);
        Section congress = ConfigFile.readIfPresent(folder.resolve("congress.yaml"), ACTORS_SCHEMA, problems);
        Section issues = ConfigFile.read(folder.resolve("issues.yaml"), "issues.schema.json", problems);
        knownIds.addAll(own.textOfEach("actors", "id"));
        Set<String> ownIds = Set.copyOf(knownIds);
        knownIds.addAll(congress.textOfEach("actors", "id"));
        addActors(own, Set.of());
        addActors(congress, ownIds);
        addTopics(own);
        addTopics(congress);
        checkAliases();
        return new Registry(
                actors.values().stream().map(Entry::actor).toList(), List.copyOf(topics.values()), issues(issues));
    }

    private void addActors(Section file, Set<String> overridden) {
        for (Section section : file.sections("actors")) {
            Actor actor = actor(section);
            if (overridden.contains(actor.id().value())) {
                continue;
            }
            Entry first = actors.putIfAbsent(actor.id(), new Entry(actor, section));
            if (first != null) {
                section.problem(
                        "id",
                        "the id " + actor.id() + " is taken by " + first.place().place());
            }
            checkReference(section, "affiliation", actor.affiliation());
            checkReference(section, "country", actor.country());
        }
    }

    private void checkReference(Section section, String key, @Nullable ActorId actor) {
        if (actor != null && !knownIds.contains(actor.value())) {
            section.problem(key, "found \"" + actor + "\"; no actor has this id in actors.yaml or congress.yaml");
        }
    }

    private static Actor actor(Section section) {
        return new Actor(
                new ActorId(section.text("id")),
                section.text("name"),
                ActorKind.ofLabel(section.text("kind")),
                section.textOrNull("role"),
                idOrNull(section, "affiliation"),
                idOrNull(section, "country"),
                gender(section.textOrNull("gender")),
                section.texts("descriptions"),
                aliases(section));
    }

    private static @Nullable ActorId idOrNull(Section section, String key) {
        String id = section.textOrNull(key);
        return id == null ? null : new ActorId(id);
    }

    private static Actor.@Nullable Gender gender(@Nullable String label) {
        return label == null ? null : Actor.Gender.valueOf(label.toUpperCase(Locale.ROOT));
    }

    /** Plain texts and groups may stand mixed in the list; those that always count come first. */
    private static List<Alias> aliases(Section section) {
        List<Alias> aliases = new ArrayList<>();
        section.texts("aliases").forEach(text -> aliases.add(Alias.always(text)));
        section.sections("aliases").forEach(alias -> aliases.add(alias(alias)));
        return aliases;
    }

    private static Alias alias(Section section) {
        Alias.Use use =
                Alias.Use.valueOf(section.text("when").toUpperCase(Locale.ROOT).replace('-', '_'));
        return new Alias(section.text("text"), use, section.texts("context"));
    }

    private void addTopics(Section file) {
        for (Section section : file.sections("topics")) {
            Topic topic = topic(section);
            if (topics.putIfAbsent(topic.id(), topic) != null) {
                section.problem("id", "another topic has the id " + topic.id());
            }
            checkReference(section, "owner", topic.owner());
        }
    }

    private static Topic topic(Section section) {
        return new Topic(
                section.text("id"),
                section.text("name"),
                EntityType.valueOf(section.text("type").toUpperCase(Locale.ROOT)),
                idOrNull(section, "owner"),
                aliases(section));
    }

    /** A name that always counts must not name two actors: the tagger could only guess. */
    private void checkAliases() {
        Map<String, Entry> owners = new HashMap<>();
        for (Entry entry : actors.values()) {
            for (String name : namesThatAlwaysCount(entry.actor())) {
                Entry other = owners.putIfAbsent(name, entry);
                if (other != null
                        && !isCapitalOf(entry.actor(), other.actor())
                        && !isCapitalOf(other.actor(), entry.actor())) {
                    entry.place()
                            .problem("the name \"" + name + "\" also belongs to "
                                    + other.actor().id() + " (" + other.place().place()
                                    + "); say in one of them when it counts");
                }
            }
        }
    }

    private static Set<String> namesThatAlwaysCount(Actor actor) {
        Set<String> names = new LinkedHashSet<>(Set.of(actor.name()));
        actor.aliases().stream()
                .filter(alias -> alias.use() == Alias.Use.ALWAYS)
                .forEach(alias -> names.add(alias.text()));
        return names;
    }

    /**
     * Capitals stand for governments: a city may share a name with its country, and the tagger knows which is meant. The
     * country need not be a place: that of Brussels is the European Union.
     */
    private static boolean isCapitalOf(Actor city, Actor country) {
        return city.kind() == ActorKind.PLACE && country.id().equals(city.country());
    }

    private static List<Issue> issues(Section file) {
        Map<IssueId, Issue> issues = new LinkedHashMap<>();
        for (Section section : file.sections("issues")) {
            Issue issue = new Issue(
                    new IssueId(section.text("id")),
                    section.text("name"),
                    section.text("proposition"),
                    section.texts("subjects"),
                    section.texts("outside"),
                    section.texts("loosening"),
                    section.texts("tightening"),
                    section.texts("towards"),
                    section.texts("away"));
            if (issues.putIfAbsent(issue.id(), issue) != null) {
                section.problem("id", "another issue has the id " + issue.id());
            }
        }
        return List.copyOf(issues.values());
    }
}
