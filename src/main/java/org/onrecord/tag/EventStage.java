package org.onrecord.tag;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.ActorId;
import org.onrecord.article.EntityType;
import org.onrecord.article.EventType;
import org.onrecord.article.Passage;
import org.onrecord.article.PolicyEvent;
import org.onrecord.article.Statement;
import org.onrecord.registry.Registry;

/** Finds what was decided or done: a trigger with a word of its field near it, who took part, and when. */
final class EventStage {
    private static final int NEAR = 110;
    private static final Set<String> WISHES = Set.of(
            "would",
            "could",
            "should",
            "might",
            "may",
            "must",
            "if",
            "whether",
            "unless",
            "not",
            "n't",
            "never",
            "wants",
            "want",
            "urged",
            "urges",
            "consider",
            "considering",
            "hopes",
            "propose",
            "proposes",
            "proposed",
            "would-be",
            "can",
            "no");

    private record Kind(EventType type, Set<String> triggers, Set<String> near) {}

    private final List<Kind> kinds = new ArrayList<>();
    private final DateReader dates = new DateReader();

    EventStage(Registry registry, WordLists words) {
        Lexicon list = Lexicon.named("events");
        for (EventType type : EventType.values()) {
            Set<String> near = type == EventType.MEETING ? Set.of() : list.section(type.label() + " near");
            kinds.add(new Kind(type, list.section(type.label()), near));
        }
    }

    List<PolicyEvent> find(Reading reading, List<Name> names, List<Statement> said) {
        Map<EventType, List<PolicyEvent>> found = new TreeMap<>();
        int first = 0;
        for (Sentence sentence : reading.sentences()) {
            while (first < names.size() && names.get(first).end() <= sentence.start()) {
                first++;
            }
            int to = first;
            while (to < names.size() && names.get(to).start() < sentence.end()) {
                to++;
            }
            List<Name> own = names.subList(first, to);
            List<Name> earlier = names.subList(Math.max(0, first - 3), first);
            for (Kind kind : kinds) {
                PolicyEvent event = in(reading, sentence, own, earlier, kind);
                List<PolicyEvent> same = found.computeIfAbsent(kind.type(), key -> new ArrayList<>());
                if (event != null && isNew(event, same)) {
                    same.add(event);
                }
            }
        }
        List<PolicyEvent> events = new ArrayList<>();
        found.values().forEach(events::addAll);
        events.sort((a, b) -> a.trigger().span().compareTo(b.trigger().span()));
        return events;
    }

    /** One event is told several times: only the first telling counts, unless date or participants differ wholly. */
    private static boolean isNew(PolicyEvent event, List<PolicyEvent> same) {
        for (PolicyEvent other : same) {
            boolean sameDate = event.date() == null
                    || other.date() == null
                    || event.date().startsWith(other.date())
                    || other.date().startsWith(event.date());
            Set<ActorId> shared = new HashSet<>(event.actors());
            shared.retainAll(other.actors());
            if (sameDate
                    && (!shared.isEmpty()
                            || event.actors().isEmpty()
                            || other.actors().isEmpty())) {
                return false;
            }
        }
        return true;
    }

    private @Nullable PolicyEvent in(
            Reading reading, Sentence sentence, List<Name> own, List<Name> earlier, Kind kind) {
        Token best = null;
        for (int i = 0; i < sentence.size(); i++) {
            Token token = sentence.get(i);
            boolean stands = kind.triggers().contains(token.lower())
                    && !reading.quotes().covers(token.start())
                    && fits(sentence, i, kind)
                    && !isWish(sentence, i);
            if (stands && (best == null || token.isA("VERB") && !best.isA("VERB"))) {
                best = token;
            }
        }
        if (best == null) {
            return null;
        }
        Set<ActorId> actors = participants(own, best, kind.type());
        double confidence = 0.65;
        if (actors.isEmpty()) {
            actors = participants(earlier, best, kind.type());
            confidence = 0.5;
        }
        if (actors.isEmpty()) {
            return null;
        }
        String text = reading.text().substring(sentence.start(), sentence.end());
        String date = dates.date(
                text, best.start() - sentence.start(), reading.article().published());
        return new PolicyEvent(
                kind.type(),
                Passage.of(reading.text(), best.start(), best.end()),
                List.copyOf(actors),
                date,
                confidence);
    }

    private static boolean fits(Sentence sentence, int i, Kind kind) {
        Token token = sentence.get(i);
        if (kind.type() == EventType.MEETING) {
            return !token.is("meet") && (!token.is("met") || sentence.at(i + 1).isWord());
        }
        for (Token other : sentence.tokens()) {
            if (other != token
                    && Math.abs(other.start() - token.start()) <= NEAR
                    && kind.near().contains(other.lower())) {
                return true;
            }
        }
        return kind.near().contains(token.lower());
    }

    private static boolean isWish(Sentence sentence, int i) {
        for (int j = Math.max(0, i - 5); j < i; j++) {
            if (WISHES.contains(sentence.get(j).lower())) {
                return true;
            }
        }
        Token before = sentence.at(i - 1);
        return before.is("to") && sentence.get(i).isA("VERB");
    }

    /** Bodies, countries and persons named near the trigger; for a list or licence the one who gives and the one who gets. */
    private static Set<ActorId> participants(List<Name> own, Token trigger, EventType type) {
        Set<ActorId> actors = new LinkedHashSet<>();
        List<Name> near = new ArrayList<>(own);
        near.sort((a, b) ->
                Integer.compare(Math.abs(a.start() - trigger.start()), Math.abs(b.start() - trigger.start())));
        for (Name name : near) {
            boolean place = name.type() == EntityType.GPE
                    && name.start() > trigger.start()
                    && type != EventType.MEETING
                    && type != EventType.TARIFF;
            boolean person = name.type() == EntityType.PERSON
                    && type != EventType.MEETING
                    && type != EventType.LEGISLATION
                    && type != EventType.ENFORCEMENT;
            if (name.actor() != null && !place && !person && actors.size() < 3) {
                actors.add(name.actor());
            }
        }
        return actors;
    }
}
