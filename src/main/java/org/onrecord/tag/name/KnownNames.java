package org.onrecord.tag.name;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.Actor;
import org.onrecord.article.ActorId;
import org.onrecord.article.Alias;
import org.onrecord.article.EntityType;
import org.onrecord.article.Topic;
import org.onrecord.registry.Registry;

/**
 * Finds the names of the registry in a text, the longest at each place. Immutable, safe to share.
 *
 * <p>Names count as whole words with their capitals, or written all in capitals; not inside addresses of the web or of
 * mail. What an alias demands ({@link Alias.Use}) is checked against the whole text.
 */
public final class KnownNames {
    /** A name of the registry. The actor is null for products and policies. */
    public record Entry(
            String text, EntityType type, @Nullable ActorId actor, Alias.Use use, List<String> context) {}

    /** A place in the text where entries stand; more than one when actors share the name. */
    record Hit(int start, int end, List<Entry> entries) {}

    private final Map<String, List<Entry>> byFirstWord = new HashMap<>();
    private final Map<ActorId, Set<ActorId>> houses = new HashMap<>();

    public KnownNames(Registry registry, List<Entry> more) {
        for (Actor actor : registry.actors()) {
            learnHouses(registry, actor);
            EntityType type = actor.kind().entityType();
            add(new Entry(actor.name(), type, actor.id(), Alias.Use.ALWAYS, List.of()));
            for (Alias alias : actor.aliases()) {
                add(new Entry(alias.text(), type, actor.id(), alias.use(), alias.context()));
            }
        }
        for (Topic topic : registry.topics()) {
            add(new Entry(topic.name(), topic.type(), null, Alias.Use.ALWAYS, List.of()));
            for (Alias alias : topic.aliases()) {
                add(new Entry(alias.text(), topic.type(), null, alias.use(), alias.context()));
            }
        }
        Set<String> registered = new HashSet<>();
        byFirstWord.values().forEach(entries -> entries.forEach(entry -> registered.add(entry.text())));
        more.stream().filter(entry -> !registered.contains(entry.text())).forEach(this::add);
        byFirstWord
                .values()
                .forEach(entries -> entries.sort(
                        Comparator.comparingInt((Entry entry) -> -entry.text().length())
                                .thenComparing(Entry::text)));
    }

    private void learnHouses(Registry registry, Actor actor) {
        ActorId house = actor.affiliation();
        if (house == null) {
            return;
        }
        Set<ActorId> all = new HashSet<>(Set.of(house));
        registry.actor(house).map(Actor::affiliation).ifPresent(all::add);
        houses.put(actor.id(), all);
    }

    /** The bodies that somebody belongs to: a member of a chamber, and so of the parliament. */
    Set<ActorId> houses(ActorId actor) {
        return houses.getOrDefault(actor, Set.of());
    }

    private void add(Entry entry) {
        String text = entry.text();
        put(entry, text);
        String capitals = text.toUpperCase(Locale.ROOT);
        if (text.length() >= 4 && !capitals.equals(text) && entry.use() == Alias.Use.ALWAYS) {
            put(new Entry(capitals, entry.type(), entry.actor(), entry.use(), entry.context()), capitals);
        }
        if (text.indexOf('\'') >= 0) {
            put(
                    new Entry(text.replace('\'', '’'), entry.type(), entry.actor(), entry.use(), entry.context()),
                    text.replace('\'', '’'));
        }
    }

    private void put(Entry entry, String text) {
        byFirstWord
                .computeIfAbsent(firstWord(text, 0), key -> new ArrayList<>())
                .add(entry);
    }

    private static String firstWord(String text, int start) {
        int i = start;
        while (i < text.length() && Character.isLetterOrDigit(text.charAt(i))) {
            i++;
        }
        return text.substring(start, i);
    }

    /** All places, in order, none overlapping another. Conditions on aliases are not yet checked. */
    public List<Hit> find(String text) {
        List<Hit> hits = new ArrayList<>();
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (!Character.isLetterOrDigit(c)) {
                i++;
                continue;
            }
            int wordEnd = i;
            while (wordEnd < text.length() && Character.isLetterOrDigit(text.charAt(wordEnd))) {
                wordEnd++;
            }
            Hit hit = wordEnd - i > 64 || insideAddress(text, i, wordEnd) ? null : at(text, i, wordEnd);
            if (hit != null) {
                hits.add(hit);
                i = hit.end();
            } else {
                i = wordEnd;
            }
        }
        return hits;
    }

    private @Nullable Hit at(String text, int start, int wordEnd) {
        List<Entry> candidates = byFirstWord.get(text.substring(start, wordEnd));
        if (candidates == null) {
            return null;
        }
        List<Entry> found = new ArrayList<>();
        int end = -1;
        for (Entry entry : candidates) {
            if (end >= 0 && entry.text().length() < end - start) {
                break;
            }
            int stop = start + entry.text().length();
            if (text.startsWith(entry.text(), start) && endsWord(text, stop)) {
                found.add(entry);
                end = stop;
            }
        }
        return found.isEmpty() ? null : new Hit(start, end, found);
    }

    private static boolean endsWord(String text, int end) {
        return end >= text.length()
                || !Character.isLetterOrDigit(text.charAt(end))
                || !Character.isLetterOrDigit(text.charAt(end - 1)) && text.charAt(end - 1) != '.';
    }

    private static boolean insideAddress(String text, int start, int end) {
        int from = start;
        int lowest = Math.max(0, start - 80);
        while (from > lowest && !Character.isWhitespace(text.charAt(from - 1))) {
            from--;
        }
        int to = end;
        int highest = Math.min(text.length(), end + 80);
        while (to < highest && !Character.isWhitespace(text.charAt(to))) {
            to++;
        }
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c == '@' || (c == ':' && text.startsWith("://", i)) || (c == 'w' && text.startsWith("www.", i))) {
                return true;
            }
        }
        return end + 1 < text.length() && text.charAt(end) == '.' && isDomain(text, end + 1);
    }

    /** "Nvidia.com" names a site; "Nvidia.It" is a missing space. */
    private static boolean isDomain(String text, int start) {
        String word = firstWord(text, start);
        return Set.of("com", "org", "net", "gov", "cn", "io", "edu").contains(word);
    }
}
