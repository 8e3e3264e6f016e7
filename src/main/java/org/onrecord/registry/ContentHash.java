package org.onrecord.registry;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.Actor;
import org.onrecord.article.Alias;
import org.onrecord.article.Issue;
import org.onrecord.article.Topic;
import org.onrecord.hash.Sha256;

/** A hash over all that the registry says: the same content gives the same hash on every machine. */
final class ContentHash {
    private final MessageDigest sha256 = Sha256.digest();

    String of(Collection<Actor> actors, Collection<Topic> topics, Collection<Issue> issues) {
        addAll(actors, ContentHash::add);
        addAll(topics, ContentHash::add);
        addAll(issues, ContentHash::add);
        return HexFormat.of().formatHex(sha256.digest());
    }

    private void add(Actor actor) {
        add(actor.id());
        add(actor.name());
        add(actor.kind());
        add(actor.role());
        add(actor.affiliation());
        add(actor.country());
        add(actor.gender());
        addAll(actor.descriptions(), ContentHash::add);
        addAll(actor.aliases(), ContentHash::add);
    }

    private void add(Alias alias) {
        add(alias.text());
        add(alias.use());
        addAll(alias.context(), ContentHash::add);
    }

    private void add(Topic topic) {
        add(topic.id());
        add(topic.name());
        add(topic.type());
        add(topic.owner());
        addAll(topic.aliases(), ContentHash::add);
    }

    private void add(Issue issue) {
        add(issue.id());
        add(issue.name());
        add(issue.proposition());
        List.of(issue.subjects(), issue.outside(), issue.loosening(), issue.tightening(), issue.towards(), issue.away())
                .forEach(phrases -> addAll(phrases, ContentHash::add));
    }

    private <T> void addAll(Collection<T> items, BiConsumer<ContentHash, T> adding) {
        add(items.size());
        items.forEach(item -> adding.accept(this, item));
    }

    /** Ids, enums, numbers and texts; the length goes first, so that no two contents run into the same bytes. */
    private void add(@Nullable Object value) {
        byte[] bytes = value == null ? new byte[0] : value.toString().getBytes(StandardCharsets.UTF_8);
        sha256.update((value == null ? "-" : bytes.length + ":").getBytes(StandardCharsets.UTF_8));
        sha256.update(bytes);
    }
}
