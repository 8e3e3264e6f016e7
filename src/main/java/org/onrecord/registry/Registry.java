package org.onrecord.registry;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.onrecord.article.Actor;
import org.onrecord.article.ActorId;
import org.onrecord.article.Issue;
import org.onrecord.article.IssueId;
import org.onrecord.article.Topic;
import org.onrecord.config.Problems;

/** The actors, topics and issues that are known by name. Immutable and safe to share. */
public final class Registry {
    private final Map<ActorId, Actor> actors = new LinkedHashMap<>();
    private final List<Topic> topics;
    private final Map<IssueId, Issue> issues = new TreeMap<>();

    /** Throws {@link IllegalArgumentException} when two actors or two issues share an id. */
    public Registry(List<Actor> actors, List<Topic> topics, List<Issue> issues) {
        for (Actor actor : actors) {
            if (this.actors.put(actor.id(), actor) != null) {
                throw new IllegalArgumentException("two actors have the id " + actor.id());
            }
        }
        this.topics = List.copyOf(topics);
        for (Issue issue : issues) {
            if (this.issues.put(issue.id(), issue) != null) {
                throw new IllegalArgumentException("two issues have the id " + issue.id());
            }
        }
    }

    /**
     * Reads {@code actors.yaml} and {@code issues.yaml}, which must exist, and {@code congress.yaml}, which need not. An
     * actor of {@code actors.yaml} takes the place of the one with the same id in {@code congress.yaml}.
     *
     * @return what could be read; not to be used when the problems are not empty
     */
    public static Registry read(Path configFolder, Problems problems) {
        return new RegistryReader(problems).read(configFolder);
    }

    public Optional<Actor> actor(ActorId id) {
        return Optional.ofNullable(actors.get(id));
    }

    /** The one actor with this id, or else with this name in whatever letter case; empty when there is none or several. */
    public Optional<Actor> called(String idOrName) {
        List<Actor> named = actors.values().stream()
                .filter(actor ->
                        actor.id().value().equals(idOrName) || actor.name().equalsIgnoreCase(idOrName))
                .toList();
        return named.stream()
                .filter(actor -> named.size() == 1 || actor.id().value().equals(idOrName))
                .findFirst();
    }

    /** All actors in the order of the files. */
    public List<Actor> actors() {
        return List.copyOf(actors.values());
    }

    /** The name to show for an actor: the registered one, else the id. */
    public String nameOf(ActorId id) {
        Actor actor = actors.get(id);
        return actor != null ? actor.name() : id.value();
    }

    /** All products and policies. */
    public List<Topic> topics() {
        return topics;
    }

    public Optional<Issue> issue(IssueId id) {
        return Optional.ofNullable(issues.get(id));
    }

    /** All issues by id. */
    public List<Issue> issues() {
        return List.copyOf(issues.values());
    }

    /** A SHA-256 over everything that can change what is found in a text; computed anew by each call. */
    public String digest() {
        return new ContentHash().of(actors.values(), topics, issues.values());
    }
}
