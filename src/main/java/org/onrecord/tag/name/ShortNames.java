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
import org.onrecord.article.ActorId;
import org.onrecord.article.EntityType;
import org.onrecord.tag.text.Reading;
import org.onrecord.tag.text.Sentence;
import org.onrecord.tag.text.Slug;
import org.onrecord.tag.text.Token;
import org.onrecord.tag.text.WordLists;

/**
 * The document pass: links names that are not registered to ids of their own, and finds what stands for a name elsewhere
 * in the text: a surname, the first word of a company's name, an acronym that stood in brackets.
 */
final class ShortNames {
    private record Short(EntityType type, @Nullable ActorId actor, int from) {}

    private final WordLists words;

    ShortNames(WordLists words) {
        this.words = words;
    }

    List<Name> spread(Reading reading, List<Name> found) {
        String text = reading.text();
        Map<String, ActorId> full = new HashMap<>();
        Map<String, List<Short>> shorts = new HashMap<>();
        for (Name name : found) {
            learn(text, name, full, shorts);
        }
        acronyms(reading, found, full, shorts);
        List<Name> linked = new ArrayList<>();
        for (Name name : found) {
            linked.add(link(text, name, full, shorts));
        }
        Map<String, Integer> lower = NameTraits.Usage.of(reading.sentences()).lower();
        boolean[] taken = new boolean[text.length()];
        linked.forEach(name -> java.util.Arrays.fill(taken, name.start(), name.end(), true));
        for (Sentence sentence : reading.sentences()) {
            for (int i = 0; i < sentence.size(); i++) {
                addShort(text, sentence, i, shorts, full, lower, taken, linked);
            }
        }
        linked.sort(Comparator.comparingInt(Name::start));
        return linked;
    }

    private void learn(String text, Name name, Map<String, ActorId> full, Map<String, List<Short>> shorts) {
        String whole = text.substring(name.start(), name.end());
        String[] parts = whole.split("\\s+");
        if (name.type() == EntityType.PRODUCT || name.type() == EntityType.POLICY) {
            if (whole.length() > 2) {
                put(shorts, whole, new Short(name.type(), null, name.start()));
            }
            if (name.type() == EntityType.PRODUCT && parts.length == 2 && PatternNames.isModelNumber(parts[1])) {
                put(shorts, parts[1], new Short(name.type(), null, name.start()));
            }
            return;
        }
        if (parts.length == 1 && name.actor() == null && name.type() != EntityType.GPE) {
            put(shorts, whole, new Short(name.type(), null, name.start()));
            return;
        }
        Short longer =
                name.type() == EntityType.PERSON && name.actor() == null ? meant(whole, name.start(), shorts) : null;
        ActorId actor = name.actor() != null ? name.actor() : longer != null ? longer.actor() : idOf(name, whole);
        if (actor == null) {
            return;
        }
        full.put(whole, actor);
        put(shorts, whole, new Short(name.type(), actor, name.start()));
        if (name.type() == EntityType.PERSON && parts.length >= 2) {
            put(shorts, parts[parts.length - 1], new Short(name.type(), actor, name.start()));
            put(shorts, parts[0], new Short(name.type(), actor, name.start()));
            if (parts.length == 3 && !parts[1].endsWith(".")) {
                put(shorts, parts[1] + " " + parts[2], new Short(name.type(), actor, name.start()));
            }
        }
        if (name.type() == EntityType.ORG && parts.length >= 2) {
            String first = parts[0].replaceFirst("[’']s?$", "");
            if (first.length() > 2 && !words.shortStop.contains(first) && Character.isUpperCase(first.charAt(0))) {
                put(shorts, first, new Short(name.type(), actor, name.start()));
            }
            if (parts.length >= 3 && !words.shortStop.contains(parts[0])) {
                put(shorts, parts[0] + " " + parts[1], new Short(name.type(), actor, name.start()));
            }
        }
    }

    private static void put(Map<String, List<Short>> shorts, String text, Short value) {
        shorts.computeIfAbsent(text, key -> new ArrayList<>()).add(value);
    }

    /** "… Bureau of Industry and Security (BIS)", "(“EAR”)": the acronym counts from there on. */
    private void acronyms(
            Reading reading, List<Name> found, Map<String, ActorId> full, Map<String, List<Short>> shorts) {
        String text = reading.text();
        for (Name name : found) {
            int i = name.end();
            if (i + 3 >= text.length() || !text.startsWith(" (", i)) {
                continue;
            }
            int close = text.indexOf(')', i + 2);
            if (close < 0 || close - i > 20) {
                continue;
            }
            String inside = text.substring(i + 2, close)
                    .replaceAll("^[“\"‘']|[”\"’']$", "")
                    .replaceFirst("^(?:the|or) ", "");
            if (inside.matches("[A-Z][A-Za-z&-]{1,9}")) {
                String whole = text.substring(name.start(), name.end());
                ActorId actor = name.actor() != null ? name.actor() : full.get(whole);
                put(shorts, inside, new Short(name.type(), actor, name.start()));
            }
        }
        for (Name name : found) {
            String whole = text.substring(name.start(), name.end());
            if (name.type() == EntityType.ORG && whole.contains(" ")) {
                StringBuilder initials = new StringBuilder();
                for (String part : whole.split("[\\s-]+")) {
                    if (Character.isUpperCase(part.charAt(0))) {
                        initials.append(part.charAt(0));
                    }
                }
                if (initials.length() >= 3 && !shorts.containsKey(initials.toString())) {
                    ActorId actor = name.actor() != null ? name.actor() : full.get(whole);
                    put(shorts, initials.toString(), new Short(name.type(), actor, name.start()));
                }
            }
        }
    }

    private Name link(String text, Name name, Map<String, ActorId> full, Map<String, List<Short>> shorts) {
        if (name.actor() != null || name.type() == EntityType.PRODUCT || name.type() == EntityType.POLICY) {
            return name;
        }
        String whole = text.substring(name.start(), name.end());
        Short meant = meant(whole, name.start(), shorts);
        if (meant == null && name.type() == EntityType.PERSON && whole.equals(whole.toUpperCase(Locale.ROOT))) {
            meant = meant(inTitleCase(whole), name.start(), shorts); // a transcript's "TAKEDA-BLAKE:"
        }
        if (meant != null && meant.actor() != null) {
            return new Name(name.start(), name.end(), meant.type(), meant.actor(), name.confidence());
        }
        ActorId own = full.get(whole);
        return name.with(own != null ? own : idOf(name, whole));
    }

    private static String inTitleCase(String capitals) {
        StringBuilder title = new StringBuilder(capitals.toLowerCase(Locale.ROOT));
        for (int i = 0; i < title.length(); i++) {
            if (i == 0 || !Character.isLetter(title.charAt(i - 1))) {
                title.setCharAt(i, Character.toUpperCase(title.charAt(i)));
            }
        }
        return title.toString();
    }

    /** What a short form means at a place: the last full name before it, else the first after it. */
    private static @Nullable Short meant(String text, int place, Map<String, List<Short>> shorts) {
        Short best = null;
        for (Short candidate : shorts.getOrDefault(text, List.of())) {
            if (candidate.actor() == null) {
                continue;
            }
            if (best == null || candidate.from() <= place) {
                best = candidate;
            }
        }
        return best;
    }

    private void addShort(
            String text,
            Sentence sentence,
            int i,
            Map<String, List<Short>> shorts,
            Map<String, ActorId> full,
            Map<String, Integer> lower,
            boolean[] taken,
            List<Name> linked) {
        Token token = sentence.get(i);
        if (!token.startsUpper() && !Character.isDigit(token.text().charAt(0)) || taken[token.start()]) {
            return;
        }
        int end = -1;
        String match = "";
        for (int length = 4; length >= 1 && end < 0; length--) {
            if (i + length > sentence.size()) {
                continue;
            }
            String piece =
                    text.substring(token.start(), sentence.get(i + length - 1).end());
            if (shorts.containsKey(piece) && !taken[sentence.get(i + length - 1).start()]) {
                end = sentence.get(i + length - 1).end();
                match = piece;
            }
        }
        if (end < 0) {
            return;
        }
        boolean common = lower.getOrDefault(token.lower(), 0) > 0;
        boolean first = i == 0 || !sentence.get(i - 1).isWord();
        boolean insideLonger = sentence.at(i + 1).startsUpper()
                && sentence.at(i + 1).start() == end + 1
                && sentence.at(i + 1).isA("PROPN")
                && taken[sentence.at(i + 1).start()];
        if (common && first && match.equals(token.text()) || insideLonger) {
            return;
        }
        Short meant = meant(match, token.start(), shorts);
        Short any = meant != null
                ? meant
                : shorts.getOrDefault(match, List.of(new Short(EntityType.ORG, null, 0)))
                        .getFirst();
        ActorId actor = any.actor();
        if (actor == null && any.type() != EntityType.PRODUCT && any.type() != EntityType.POLICY) {
            actor = idOf(new Name(token.start(), end, any.type(), null, 0.5), match);
        }
        linked.add(new Name(token.start(), end, any.type(), actor, 0.75));
        java.util.Arrays.fill(taken, token.start(), end, true);
    }

    private @Nullable ActorId idOf(Name name, String whole) {
        Set<String> dropped = name.type() == EntityType.ORG ? words.legalForms : Set.of();
        if (name.type() == EntityType.GPE) {
            String capital = words.capitals.get(whole);
            String place = words.places.get(whole);
            if (capital != null || place != null) {
                return new ActorId(
                        place != null ? place : String.valueOf(capital).replaceFirst(">.*", ""));
            }
        }
        // a nickname between the names is none of them: Mick “Moose” Orr
        String plain =
                name.type() == EntityType.PERSON ? whole.replaceAll(" [“\"‘'][^”\"’']{1,30}[”\"’'] ", " ") : whole;
        return Slug.of(plain, new HashSet<>(dropped));
    }
}
