package org.onrecord.correction;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.Act;
import org.onrecord.article.Actor;
import org.onrecord.article.ActorId;
import org.onrecord.article.IssueId;
import org.onrecord.article.Mention;
import org.onrecord.article.Position;
import org.onrecord.article.Speaker;
import org.onrecord.article.Stand;
import org.onrecord.article.Statement;
import org.onrecord.article.TaggedArticle;
import org.onrecord.article.Verdict;
import org.onrecord.article.Verdict.Attribution;
import org.onrecord.registry.Registry;

/** Reads what a person typed as a verdict. Every word that it does not know is answered with those that it does. */
final class VerdictReader {
    private final Registry registry;

    VerdictReader(Registry registry) {
        this.registry = registry;
    }

    Verdict read(TypedVerdict typed, TaggedArticle article) {
        if (!typed.statement()) {
            return Verdict.NO_STATEMENT;
        }
        return new Verdict(
                true,
                typed.speaker().isBlank() ? null : attribution(typed.speaker().strip(), article),
                typed.act().isBlank() ? null : deed(typed.act().strip()),
                typed.stance().isBlank() ? null : stand(typed.stance().strip()));
    }

    private Attribution attribution(String typed, TaggedArticle article) {
        if (typed.equalsIgnoreCase(TypedVerdict.NOBODY)) {
            return new Attribution(null);
        }
        return registry.called(typed)
                .map(Actor::id)
                .or(() -> named(typed, article))
                .map(Attribution::new)
                .orElseThrow(() -> new CorrectionException("no actor is called " + typed
                        + ": write an id or a name from config/actors.yaml, somebody whom the article names, or "
                        + TypedVerdict.NOBODY));
    }

    /** Somebody without a place in the registry, whom the article names or who speaks in it. */
    private static Optional<ActorId> named(String typed, TaggedArticle article) {
        return Stream.concat(
                        article.mentions().stream()
                                .filter(mention -> mention.passage().text().equalsIgnoreCase(typed)
                                        || isCalled(mention.actor(), typed))
                                .map(Mention::actor),
                        article.statements().stream()
                                .map(Statement::speaker)
                                .filter(Objects::nonNull)
                                .map(Speaker::actor)
                                .filter(actor -> isCalled(actor, typed)))
                .filter(Objects::nonNull)
                .findFirst();
    }

    private static boolean isCalled(@Nullable ActorId actor, String typed) {
        return actor != null && actor.value().equals(typed);
    }

    private static String deed(String typed) {
        String label = typed.toLowerCase(Locale.ROOT);
        List<String> deeds = deeds();
        if (!deeds.contains(label)) {
            throw new CorrectionException("no act is called " + typed + ": write one of " + String.join(", ", deeds));
        }
        return label;
    }

    /** The acts in a person's words, lobbying among them. */
    static List<String> deeds() {
        List<String> labels = Arrays.stream(Act.values()).map(Act::label).collect(Collectors.toList());
        labels.add(Statement.LOBBYING);
        return List.copyOf(labels);
    }

    /** {@code none}, or an issue and a side: {@code ai-chip-exports:for}. */
    private Stand stand(String typed) {
        if (typed.equalsIgnoreCase(Position.NONE.label())) {
            return Stand.NONE;
        }
        int colon = typed.lastIndexOf(':');
        String side = colon < 0 ? "" : typed.substring(colon + 1).strip().toLowerCase(Locale.ROOT);
        if (!side.equals(Position.FOR.label()) && !side.equals(Position.AGAINST.label())) {
            throw new CorrectionException(
                    "no side: " + typed + ": write ISSUE:for, ISSUE:against or none; issues are " + issues());
        }
        return new Stand(issue(typed.substring(0, colon).strip()), Position.ofLabel(side), 1);
    }

    private IssueId issue(String typed) {
        return registry.issues().stream()
                .map(issue -> issue.id())
                .filter(id -> id.value().equals(typed))
                .findFirst()
                .orElseThrow(
                        () -> new CorrectionException("no issue is called " + typed + ": write one of " + issues()));
    }

    private String issues() {
        return registry.issues().stream().map(issue -> issue.id().value()).collect(Collectors.joining(", "));
    }
}
