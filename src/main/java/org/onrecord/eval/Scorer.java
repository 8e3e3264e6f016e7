package org.onrecord.eval;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.onrecord.article.Span;
import org.onrecord.eval.Annotations.Entity;
import org.onrecord.eval.Annotations.Event;
import org.onrecord.eval.Annotations.LedgerLine;
import org.onrecord.eval.Annotations.Speaker;
import org.onrecord.eval.Annotations.Statement;
import org.onrecord.eval.Pairing.Pair;

/**
 * Counts over articles what was found of what is annotated there. The figures, summed over all articles: {@code entity}
 * (place and type), {@code entity.TYPE}, {@code link} (place and actor), {@code content}, {@code attributed}, {@code act},
 * {@code stance} (each a condition more on paired statements), {@code ledger}, {@code event}, {@code event.actors},
 * {@code claim}.
 */
public final class Scorer {
    private static final int SHOWN_CONTENT = 90;
    private static final Comparator<LedgerLine> LEDGER_ORDER = Comparator.comparing(LedgerLine::actor)
            .thenComparing(line -> line.stand().issue(), Comparator.nullsLast(Comparator.<String>naturalOrder()))
            .thenComparing(line -> line.stand().position());

    private final SortedMap<String, Count> figures = new TreeMap<>();
    private final List<Miss> misses = new ArrayList<>();

    /** The place and type of a name. */
    private record Typed(Span span, String type) {
        static final Comparator<Typed> ORDER = Comparator.comparingInt((Typed typed) -> typed.span.start())
                .thenComparingInt(typed -> typed.span.end())
                .thenComparing(Typed::type);
    }

    /** The place and actor of a name. */
    private record Linked(Span span, String actor) {}

    /** Adds all articles. */
    public Scorer add(Gold gold, Predictions predictions) {
        gold.texts().forEach(text -> add(text.annotations(), predictions.of(text.annotations())));
        return this;
    }

    /** Adds one article. */
    public void add(Annotations gold, Annotations predicted) {
        entities(gold, predicted);
        links(gold.entities(), predicted.entities());
        statements(gold, predicted);
        ledger(gold, predicted);
        events(gold.events(), predicted.events());
        int claims =
                Pairing.of(gold.claims(), predicted.claims(), Agreement::claim).size();
        count("claim", claims, gold.claims().size(), predicted.claims().size());
    }

    /** The counts by name, in alphabetical order. */
    public SortedMap<String, Count> figures() {
        return new TreeMap<>(figures);
    }

    /** One figure; all 0 when there was nothing to count. */
    public Count figure(String name) {
        return figures.getOrDefault(name, Count.NONE);
    }

    /** What was missed and what was invented, article by article. */
    public List<Miss> misses() {
        return List.copyOf(misses);
    }

    private void count(String figure, int hit, int gold, int found) {
        figures.merge(figure, new Count(hit, gold, found), Count::plus);
    }

    private void entities(Annotations gold, Annotations predicted) {
        Set<Typed> wanted = typed(gold.entities());
        Set<Typed> found = typed(predicted.entities());
        count("entity", shared(wanted, found), wanted.size(), found.size());
        Set<String> types = new HashSet<>();
        wanted.forEach(entity -> types.add(entity.type()));
        found.forEach(entity -> types.add(entity.type()));
        for (String type : types) {
            Set<Typed> wantedHere = only(wanted, entity -> entity.type().equals(type));
            Set<Typed> foundHere = only(found, entity -> entity.type().equals(type));
            count("entity." + type, shared(wantedHere, foundHere), wantedHere.size(), foundHere.size());
        }
        for (Typed missed : only(wanted, entity -> !found.contains(entity))) {
            miss(gold, Miss.Kind.ENTITY_MISSED, words(gold, missed.span()), missed.type());
        }
        for (Typed invented : only(found, entity -> !wanted.contains(entity))) {
            miss(gold, Miss.Kind.ENTITY_INVENTED, words(gold, invented.span()), invented.type());
        }
    }

    private static Set<Typed> typed(List<Entity> entities) {
        Set<Typed> typed = new TreeSet<>(Typed.ORDER);
        entities.forEach(entity -> typed.add(new Typed(entity.span(), entity.type())));
        return typed;
    }

    /** An actor that was found for a name which the annotation has, but without an actor, counts neither way. */
    private void links(List<Entity> gold, List<Entity> predicted) {
        Set<Linked> wanted = linked(gold);
        Set<Span> names = gold.stream().map(Entity::span).collect(Collectors.toSet());
        Set<Span> linkedNames = wanted.stream().map(Linked::span).collect(Collectors.toSet());
        Set<Linked> found =
                only(linked(predicted), link -> linkedNames.contains(link.span()) || !names.contains(link.span()));
        count("link", shared(wanted, found), wanted.size(), found.size());
    }

    private static Set<Linked> linked(List<Entity> entities) {
        Set<Linked> linked = new LinkedHashSet<>();
        for (Entity entity : entities) {
            if (entity.actor() != null) {
                linked.add(new Linked(entity.span(), entity.actor()));
            }
        }
        return linked;
    }

    private void statements(Annotations gold, Annotations predicted) {
        int wanted = gold.statements().size();
        int found = predicted.statements().size();
        List<Pair<Statement>> pairs = Pairing.of(gold.statements(), predicted.statements(), Agreement::content);
        List<Pair<Statement>> attributed = pairs.stream()
                .filter(pair -> Agreement.speaker(
                        pair.gold().speaker(), pair.predicted().speaker()))
                .toList();
        count("content", pairs.size(), wanted, found);
        count("attributed", attributed.size(), wanted, found);
        count("act", howMany(attributed, Scorer::sameAct), wanted, found);
        count(
                "stance",
                howMany(attributed, Scorer::sameStand),
                howMany(gold.statements(), statement -> statement.stand() != null),
                howMany(predicted.statements(), statement -> statement.stand() != null));
        Set<Integer> right = attributed.stream().map(Pair::index).collect(Collectors.toSet());
        for (int i = 0; i < wanted; i++) {
            if (!right.contains(i)) {
                Statement missed = gold.statements().get(i);
                miss(gold, Miss.Kind.STATEMENT_MISSED, summary(gold, missed), missed.act() == null ? "" : missed.act());
            }
        }
    }

    private static boolean sameAct(Pair<Statement> pair) {
        return Objects.equals(pair.gold().act(), pair.predicted().act());
    }

    private static boolean sameStand(Pair<Statement> pair) {
        return pair.gold().stand() != null
                && pair.gold().stand().equals(pair.predicted().stand());
    }

    private static String summary(Annotations gold, Statement statement) {
        Speaker speaker = statement.speaker();
        String content = words(gold, statement.content());
        return (speaker == null ? "nobody" : words(gold, speaker.span())) + ": "
                + content.substring(0, Math.min(content.length(), SHOWN_CONTENT));
    }

    private void ledger(Annotations gold, Annotations predicted) {
        Set<LedgerLine> wanted = gold.ledger();
        Set<LedgerLine> found = predicted.ledger();
        count("ledger", shared(wanted, found), wanted.size(), found.size());
        lines(only(wanted, line -> !found.contains(line)))
                .forEach(line -> miss(gold, Miss.Kind.LEDGER_MISSED, line, ""));
        lines(only(found, line -> !wanted.contains(line)))
                .forEach(line -> miss(gold, Miss.Kind.LEDGER_INVENTED, line, ""));
    }

    private static List<String> lines(Set<LedgerLine> ledger) {
        return ledger.stream().sorted(LEDGER_ORDER).map(Scorer::line).toList();
    }

    private static String line(LedgerLine line) {
        String issue = line.stand().issue();
        return line.actor() + ", " + (issue == null ? "no issue" : issue) + ", "
                + line.stand().position();
    }

    private void events(List<Event> gold, List<Event> predicted) {
        List<Pair<Event>> pairs = Pairing.of(gold, predicted, Agreement::event);
        int together = howMany(pairs, pair -> Agreement.actors(pair.gold(), pair.predicted()));
        count("event", pairs.size(), gold.size(), predicted.size());
        count("event.actors", together, gold.size(), predicted.size());
    }

    private void miss(Annotations gold, Miss.Kind kind, String what, String detail) {
        misses.add(new Miss(gold.id(), kind, what, detail));
    }

    private static String words(Annotations gold, Span span) {
        return gold.text().substring(span.start(), span.end());
    }

    private static <T> int shared(Set<T> gold, Set<T> found) {
        return howMany(found, gold::contains);
    }

    private static <T> int howMany(Collection<T> all, Predicate<T> condition) {
        return (int) all.stream().filter(condition).count();
    }

    /** The members that fulfil a condition, in the same order. */
    private static <T> Set<T> only(Set<T> all, Predicate<T> condition) {
        return all.stream().filter(condition).collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
