package org.onrecord.tag.name;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.onrecord.article.ActorId;
import org.onrecord.article.Alias;
import org.onrecord.article.EntityType;
import org.onrecord.tag.text.Reading;
import org.onrecord.tag.text.Slug;
import org.onrecord.tag.text.WordLists;

/**
 * Finds the names of a text: the registry's, those that the model finds, and those that have the form of a product's or
 * policy's name; then gives way to {@link ShortNames} for what stands for them elsewhere in the text.
 */
public final class NameStage {
    private final KnownNames known;
    private final PatternNames patterns;
    private final Surnames surnames;
    private final ShortNames shortNames;
    private final WordLists words;

    public NameStage(KnownNames known, WordLists words) {
        this.known = known;
        this.patterns = new PatternNames(words);
        this.surnames = new Surnames(known);
        this.shortNames = new ShortNames(words);
        this.words = words;
    }

    /**
     * The names in the order of the text, none overlapping another.
     *
     * @param modelled what the engine takes for names
     */
    public List<Name> find(Reading reading, List<Name> modelled) {
        List<Name> names = new ArrayList<>(registered(reading));
        Set<ActorId> mistaken = new HashSet<>();
        for (Name name : modelled) {
            merge(reading.text(), names, name, mistaken);
        }
        for (Name name : patterns.find(reading)) {
            merge(reading.text(), names, name, mistaken);
        }
        Surnames.forget(reading.text(), names, mistaken);
        surnames.link(reading.text(), names);
        names.sort(Comparator.comparingInt(Name::start));
        return shortNames.spread(reading, names);
    }

    /** Only the registry's names, for texts that are not read sentence by sentence. */
    public List<Name> registered(Reading reading) {
        return accepted(reading, known.find(reading.text()));
    }

    /**
     * Adds a name that stands alone or is longer than the ones it covers.
     *
     * @param mistaken takes those whose surname turned out to be part of somebody else's full name
     */
    private void merge(String text, List<Name> names, Name candidate, Set<ActorId> mistaken) {
        List<Name> overlapping = names.stream()
                .filter(name -> name.overlaps(candidate.start(), candidate.end()))
                .toList();
        if (overlapping.isEmpty()) {
            names.add(candidate);
            return;
        }
        boolean contains = overlapping.stream()
                .allMatch(name -> candidate.start() <= name.start()
                        && name.end() <= candidate.end()
                        && candidate.length() > name.length());
        boolean person =
                overlapping.stream().anyMatch(name -> name.type() == EntityType.PERSON && name.actor() != null);
        if (!contains || overlapping.size() > 2 || !addsWords(text, overlapping, candidate)) {
            return;
        }
        Name last = overlapping.getLast();
        if (person) {
            if (overlapping.size() == 1) {
                Surnames.takeIn(text, names, last, candidate, mistaken);
            }
            return;
        }
        ActorId actor = candidate.type() == EntityType.ORG
                        && last.type() == EntityType.ORG
                        && last.end() == candidate.end()
                        && overlapping.size() == 2
                ? last.actor()
                : null;
        names.removeAll(overlapping);
        names.add(candidate.with(actor));
    }

    /** Whether a longer name has words of a name beyond the registered ones: "Orr University", not "U.S. officials". */
    private boolean addsWords(String text, List<Name> inside, Name candidate) {
        StringBuilder rest = new StringBuilder();
        int from = candidate.start();
        for (Name name : inside) {
            rest.append(text, from, Math.max(from, name.start())).append(' ');
            from = name.end();
        }
        rest.append(text, from, Math.max(from, candidate.end()));
        List<String> more = java.util.Arrays.stream(rest.toString().split("[\\s.,'’-]+"))
                .filter(word -> !word.isEmpty())
                .toList();
        boolean capital = more.stream()
                .anyMatch(word -> Character.isUpperCase(word.charAt(0)) || Character.isDigit(word.charAt(0)));
        Name first = inside.getFirst();
        if (!capital || first.type() != EntityType.ORG || first.start() != candidate.start()) {
            return capital;
        }
        String last = more.getLast();
        return words.orgHeads.contains(last) || words.policyHeads.contains(last) || candidate.type() != EntityType.ORG;
    }

    /** The registry's hits whose conditions hold. */
    private List<Name> accepted(Reading reading, List<KnownNames.Hit> hits) {
        String text = reading.text();
        String lower = text.toLowerCase(Locale.ROOT);
        Set<ActorId> seen = new HashSet<>();
        Map<String, Boolean> contexts = new HashMap<>();
        List<Name> names = new ArrayList<>();
        for (KnownNames.Hit hit : hits) {
            List<KnownNames.Entry> holding = hit.entries().stream()
                    .filter(entry -> holds(entry, hit, text, lower, seen, contexts))
                    .toList();
            if (holding.isEmpty()) {
                continue;
            }
            KnownNames.Entry entry = choose(holding, hit, text);
            ActorId actor = entry.actor();
            if (actor != null && entry.use() != Alias.Use.AFTER_FULL_NAME) {
                seen.add(actor);
            }
            names.add(new Name(hit.start(), hit.end(), entry.type(), actor, holding.size() == 1 ? 0.98 : 0.85));
        }
        return names;
    }

    private boolean holds(
            KnownNames.Entry entry,
            KnownNames.Hit hit,
            String text,
            String lower,
            Set<ActorId> seen,
            Map<String, Boolean> contexts) {
        return switch (entry.use()) {
            case ALWAYS -> true;
            case AFTER_FULL_NAME -> entry.actor() != null && seen.contains(entry.actor());
            case WITH_TITLE ->
                (entry.actor() != null && seen.contains(entry.actor()))
                        || words.titles.containsKey(before(text, hit.start()));
            case WITH_CONTEXT ->
                entry.context().stream()
                        .anyMatch(word ->
                                contexts.computeIfAbsent(word, key -> lower.contains(key.toLowerCase(Locale.ROOT))));
        };
    }

    private static String before(String text, int start) {
        int to = start;
        while (to > 0 && text.charAt(to - 1) == ' ') {
            to--;
        }
        int from = to;
        while (from > 0 && !Character.isWhitespace(text.charAt(from - 1)) && to - from < 30) {
            from--;
        }
        return text.substring(from, to);
    }

    private static KnownNames.Entry choose(List<KnownNames.Entry> entries, KnownNames.Hit hit, String text) {
        if (entries.size() == 1) {
            return entries.getFirst();
        }
        boolean city = PlaceChooser.isCity(text, hit.start(), hit.end());
        String slug = String.valueOf(Slug.of(hit.entries().getFirst().text(), Set.of()));
        for (KnownNames.Entry entry : entries) {
            boolean entryIsCity = entry.actor() != null && entry.actor().value().startsWith(slug);
            if (entry.type() == EntityType.GPE && entryIsCity == city) {
                return entry;
            }
        }
        return entries.getFirst();
    }
}
