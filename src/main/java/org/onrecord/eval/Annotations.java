package org.onrecord.eval;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.Span;
import org.onrecord.article.TaggedArticle;
import org.onrecord.json.TaggedArticleJson;

/**
 * What stands in one article according to a person or a tagger; only what is compared. Types, acts, issues and units are
 * plain words here, so that annotations with words of their own can be scored too.
 *
 * @param id the article's id
 * @param text the article's text
 * @param entities names
 * @param statements attributed words
 * @param events what was decided or done
 * @param claims quantities
 */
public record Annotations(
        String id,
        String text,
        List<Entity> entities,
        List<Statement> statements,
        List<Event> events,
        List<Claim> claims) {
    public Annotations {
        requireNonNull(id, "id");
        requireNonNull(text, "text");
        entities = List.copyOf(entities);
        statements = List.copyOf(statements);
        events = List.copyOf(events);
        claims = List.copyOf(claims);
    }

    /** A name; without actor when nobody is known by it. */
    public record Entity(Span span, String type, @Nullable String actor) {}

    /** Attributed words; the act is null when none was given, the stand when the statement takes no side. */
    public record Statement(
            @Nullable Speaker speaker,
            Span content,
            @Nullable String act,
            @Nullable Stand stand) {}

    /** Who is given as the source; without actor when it is unnamed. */
    public record Speaker(Span span, @Nullable String actor) {}

    /** A side taken: {@code for} or {@code against} an issue. */
    public record Stand(@Nullable String issue, String position) {}

    /** An event with the place of the word that names it. */
    public record Event(String type, Span trigger, Set<String> actors) {
        public Event {
            actors = Set.copyOf(actors);
        }
    }

    /** A quantity; a value that was left open is {@link Double#NaN} and equals nothing. */
    public record Claim(
            Span span, List<Double> values, @Nullable String unit) {
        public Claim {
            values = List.copyOf(values);
        }
    }

    /** A line of the ledger: an actor, and the side it takes. */
    public record LedgerLine(String actor, Stand stand) {}

    /** An article in which nothing was found. */
    static Annotations none(String id, String text) {
        return new Annotations(id, text, List.of(), List.of(), List.of(), List.of());
    }

    /** What a tagger found. */
    public static Annotations of(TaggedArticle tagged) {
        String text = tagged.article().text();
        List<String> problems = new ArrayList<>();
        Annotations annotations = new AnnotationReader(text, problems)
                .read(tagged.article().id().value(), TaggedArticleJson.write(tagged));
        if (!problems.isEmpty()) {
            throw new IllegalStateException("a tagged article's own form cannot be read: " + problems);
        }
        return annotations;
    }

    /** The sides that the named actors of this article take, each once. */
    public Set<LedgerLine> ledger() {
        Set<LedgerLine> lines = new LinkedHashSet<>();
        for (Statement statement : statements) {
            Speaker speaker = statement.speaker();
            if (statement.stand() != null && speaker != null && speaker.actor() != null) {
                lines.add(new LedgerLine(speaker.actor(), statement.stand()));
            }
        }
        return lines;
    }
}
