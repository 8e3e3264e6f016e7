package org.onrecord.tag.event;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.ActorId;
import org.onrecord.article.EntityType;
import org.onrecord.article.EventType;
import org.onrecord.article.PolicyEvent;
import org.onrecord.article.Published;
import org.onrecord.article.Span;
import org.onrecord.tag.name.Name;
import org.onrecord.tag.text.Lexicon;
import org.onrecord.tag.text.Reading;
import org.onrecord.tag.text.Sentence;
import org.onrecord.tag.text.Token;

/** Finds who took part in an event and when it happened, given the word that names it and its type. */
final class EventDetails {
    private static final int MOST_ACTORS = 4;
    /** The sentences in which participants are looked for, by how many they stand before the event's own. */
    private static final int[] SEARCH = {0, 1, 2, 3, 4, -1, -2};

    /** Who takes part in events of a type. */
    private enum Cast {
        /** Only the one who acts: a rule has an author. */
        AUTHORITY,
        /** The one who acts and the one whom it concerns: a licence has an issuer and a holder. */
        AUTHORITY_AND_CONCERNED,
        /** Bodies and persons: a bill has a chamber or a sponsor. */
        CHAMBER_OR_SPONSOR,
        /** Whoever is named: a meeting has two sides. */
        ALL_SIDES,
        /** Companies and those they deal with. */
        PARTNERS,
        /** A company of its own accord. */
        COMPANY
    }

    private final Set<String> bodies;
    private final Set<String> companyWords;
    private final Set<String> bodyWords;
    private final Set<String> media;
    private final Set<String> sponsored;
    private final Set<String> officials;
    private final Set<String> places;
    private final Map<String, String> peoples;
    private final DateReader dates = new DateReader();

    EventDetails() {
        Lexicon words = Lexicon.named("events");
        bodies = words.section("bodies");
        companyWords = words.section("company words");
        bodyWords = words.section("body words");
        media = words.section("media");
        sponsored = words.section("sponsored");
        officials = words.section("officials");
        places = words.section("before places");
        peoples = words.values("peoples");
    }

    /** The event that a word names, with its participants and date where the text gives them. */
    PolicyEvent read(Reading reading, List<Name> names, Span trigger, EventType type, double confidence) {
        List<Name> ordered = Name.inOrder(names);
        return new PolicyEvent(
                type,
                trigger.in(reading.text()),
                new Participants(reading, ordered, trigger, type).find(),
                date(reading, trigger),
                confidence);
    }

    private static Cast cast(EventType type) {
        return switch (type) {
            case RULE_ISSUED, PROCUREMENT_CURB, TARIFF -> Cast.AUTHORITY;
            case LICENCE_GRANTED, LICENCE_DENIED, LICENCE_REQUIRED, ENTITY_LISTING, INVESTIGATION, BAN, ENFORCEMENT ->
                Cast.AUTHORITY_AND_CONCERNED;
            case LEGISLATION -> Cast.CHAMBER_OR_SPONSOR;
            case MEETING -> Cast.ALL_SIDES;
            case DEAL -> Cast.PARTNERS;
            case PRODUCTION_PLAN -> Cast.COMPANY;
        };
    }

    private @Nullable String date(Reading reading, Span trigger) {
        int number = Math.min(
                reading.sentenceAt(trigger.start()), reading.sentences().size() - 1);
        if (number < 0) {
            return null;
        }
        Sentence sentence = reading.sentences().get(number);
        int from = Math.max(sentence.start(), trigger.start() - DateReader.REACH);
        int to = Math.min(sentence.end(), trigger.end() + DateReader.REACH);
        if (from > trigger.start() || to < trigger.end()) {
            return null;
        }
        Published published = reading.article().published();
        String own =
                dates.date(reading.text().substring(from, to), trigger.start() - from, trigger.end() - from, published);
        if (own == null) {
            own = dateOfParagraph(reading, number);
        }
        return own != null ? own : dateOfSentenceBefore(reading, number);
    }

    /** "On Tuesday the House voted. The bill passed." Else what is told as news happened in the month of publication. */
    private @Nullable String dateOfSentenceBefore(Reading reading, int number) {
        Published published = reading.article().published();
        Sentence own = reading.sentences().get(number);
        Sentence before = number == 0 ? own : reading.sentences().get(number - 1);
        String date = null;
        if (before != own && before.paragraph() == own.paragraph()) {
            int from = Math.max(before.start(), before.end() - DateReader.REACH);
            String text = reading.text().substring(from, before.end());
            date = dates.date(text, text.length(), text.length(), published);
        }
        return date != null || published == null
                ? date
                : published.day().toString().substring(0, 7);
    }

    /** In a chronicle the date opens the paragraph: "May 2025. The bureau opens an inquiry." */
    private @Nullable String dateOfParagraph(Reading reading, int number) {
        int paragraph = reading.sentences().get(number).paragraph();
        int first = number;
        while (first > 0
                && number - first < 12
                && reading.sentences().get(first - 1).paragraph() == paragraph) {
            first--;
        }
        int start = reading.sentences().get(first).start();
        String opening = reading.text().substring(start, Math.min(reading.text().length(), start + 30));
        return dates.opening(opening, reading.article().published());
    }

    /** The search for the participants of one event. */
    private final class Participants {
        private final Reading reading;
        private final List<Name> names;
        private final Span trigger;
        private final EventType type;
        private final int number;

        Participants(Reading reading, List<Name> names, Span trigger, EventType type) {
            this.reading = reading;
            this.names = names;
            this.trigger = trigger;
            this.type = type;
            this.number = reading.sentenceAt(trigger.start());
        }

        List<ActorId> find() {
            Set<ActorId> authority = new LinkedHashSet<>();
            Set<ActorId> concerned = new LinkedHashSet<>();
            Set<ActorId> persons = new LinkedHashSet<>();
            for (int back : SEARCH) {
                boolean own = back == 0;
                boolean later = back < 0;
                int at = number - back;
                boolean outside = at < 0 || at >= reading.sentences().size();
                if (outside || later && cast(type) != Cast.AUTHORITY_AND_CONCERNED) {
                    continue;
                }
                Sentence sentence = reading.sentences().get(at);
                boolean wantsAuthority = own || authority.isEmpty();
                boolean wantsConcerned = own || concerned.isEmpty() && persons.isEmpty() && back <= 2;
                boolean wantsPersons = own || persons.isEmpty() && authority.isEmpty() && concerned.isEmpty();
                for (Candidate candidate : in(sentence)) {
                    Set<ActorId> group = switch (candidate.role()) {
                        case BODY, GOVERNMENT -> wantsAuthority ? authority : Set.of();
                        case COMPANY -> wantsConcerned ? concerned : Set.of();
                        case PERSON -> wantsPersons ? persons : Set.of();
                    };
                    boolean fits = own || candidate.role() != Role.GOVERNMENT || group.isEmpty();
                    if (group instanceof LinkedHashSet<ActorId> && fits) {
                        group.add(candidate.actor());
                    }
                }
            }
            return chosen(authority, concerned, persons);
        }

        private List<ActorId> chosen(Set<ActorId> authority, Set<ActorId> concerned, Set<ActorId> persons) {
            List<ActorId> actors = new ArrayList<>();
            switch (cast(type)) {
                case AUTHORITY -> {
                    add(actors, authority, 2);
                    add(actors, actors.isEmpty() ? concerned : Set.of(), 1);
                }
                case AUTHORITY_AND_CONCERNED -> {
                    add(actors, authority, 1);
                    add(actors, concerned, 2);
                    add(actors, type == EventType.ENFORCEMENT ? persons : Set.of(), 2);
                }
                case CHAMBER_OR_SPONSOR -> {
                    boolean bySponsor =
                            sponsored.contains(trigger.in(reading.text()).text().toLowerCase(Locale.ROOT));
                    add(actors, bySponsor ? persons : Set.of(), 2);
                    add(actors, actors.isEmpty() ? authority : Set.of(), 1);
                    add(actors, actors.size() < 2 && !bySponsor ? persons : Set.of(), 1);
                }
                case ALL_SIDES -> {
                    add(actors, persons, 2);
                    add(actors, authority, 2);
                    add(actors, actors.size() < 2 ? concerned : Set.of(), 1);
                }
                case PARTNERS -> {
                    add(actors, concerned, 2);
                    add(actors, authority, actors.size() < 2 ? 1 : 0);
                }
                case COMPANY -> {
                    add(actors, concerned, 1);
                    add(actors, actors.isEmpty() ? authority : Set.of(), 1);
                }
            }
            return actors.subList(0, Math.min(actors.size(), MOST_ACTORS));
        }

        private static void add(List<ActorId> actors, Set<ActorId> more, int most) {
            more.stream().limit(most).forEach(actors::add);
        }

        /** Who is named or described in a sentence, the nearest to the trigger first. */
        private List<Candidate> in(Sentence sentence) {
            List<Candidate> found = new ArrayList<>();
            int from = Math.max(0, sentence.tokenAt(trigger.start()) - 60);
            int to = Math.min(sentence.size(), sentence.tokenAt(trigger.start()) + 60);
            for (int i = from; i < to; i++) {
                Token token = sentence.get(i);
                Name name = Name.at(names, token.start());
                Candidate candidate = name == null
                        ? described(sentence, i)
                        : name.start() == token.start() ? named(sentence, i, name) : null;
                if (candidate != null) {
                    found.add(candidate);
                }
            }
            found.sort((a, b) -> Integer.compare(a.gap(), b.gap()));
            return found;
        }

        private @Nullable Candidate named(Sentence sentence, int i, Name name) {
            ActorId actor = name.actor();
            if (actor == null) {
                return null;
            }
            return switch (name.type()) {
                case PERSON -> new Candidate(actor, Role.PERSON, gap(name.start(), name.end()));
                case ORG ->
                    isNewspaper(actor)
                            ? null
                            : new Candidate(
                                    actor, isBody(actor) ? Role.BODY : Role.COMPANY, gap(name.start(), name.end()));
                case GPE ->
                    isPlace(sentence, i, name)
                            ? null
                            : new Candidate(actor, Role.GOVERNMENT, gap(name.start(), name.end()) + 20);
                case PRODUCT, POLICY -> null;
            };
        }

        /** A name of a place is a place, not a government, after "in" or "to", or where it opens a dateline. */
        private boolean isPlace(Sentence sentence, int i, Name name) {
            if (type == EventType.MEETING || type == EventType.TARIFF) {
                return places.contains(sentence.at(i - 1).lower())
                        && !sentence.at(i - 1).is("to")
                        && !sentence.at(i - 1).is("on");
            }
            String words = reading.text().substring(name.start(), name.end());
            boolean shouted = words.length() > 4 && words.equals(words.toUpperCase(Locale.ROOT));
            Token before = sentence.at(i - 1);
            Token place = before.is("the") ? sentence.at(i - 2) : before;
            Token next = sentence.at(sentence.tokenAt(name.end() - 1) + 1);
            boolean attribute = next.isA("NOUN", "PROPN") && !officials.contains(next.lower());
            return shouted
                    || attribute
                    || places.contains(place.lower())
                    || place.is(",") && name.start() > trigger.start();
        }

        /** "The ministry", "the company", "Chinese regulators": who was meant before, or the country. */
        private @Nullable Candidate described(Sentence sentence, int i) {
            Token token = sentence.get(i);
            String country = peoples.get(token.lower());
            if (country != null && officials.contains(sentence.at(i + 1).lower())) {
                return new Candidate(new ActorId(country), Role.GOVERNMENT, gap(token.start(), token.end()));
            }
            if (!sentence.at(i - 1).is("the") && !sentence.at(i - 1).is("its")) {
                return null;
            }
            boolean body = bodyWords.contains(token.lower());
            if (!body && !companyWords.contains(token.lower())) {
                return null;
            }
            ActorId actor = lastNamed(token, body);
            return actor == null
                    ? null
                    : new Candidate(actor, body ? Role.BODY : Role.COMPANY, gap(token.start(), token.end()) + 10);
        }

        private @Nullable ActorId lastNamed(Token token, boolean body) {
            int seen = 0;
            for (int k = lastBefore(token.start()); k >= 0 && seen < 40; k--, seen++) {
                ActorId actor = names.get(k).actor();
                boolean fits = actor != null
                        && names.get(k).type() == EntityType.ORG
                        && (body ? isCalled(actor, names.get(k), token.lower()) : !isBody(actor));
                if (fits) {
                    return actor;
                }
            }
            return null;
        }

        private int lastBefore(int offset) {
            int low = 0;
            int high = names.size();
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (names.get(middle).end() <= offset) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            return low - 1;
        }

        private boolean isCalled(ActorId actor, Name name, String word) {
            return (actor.value() + "-").contains(word + "-")
                    || reading.text()
                            .substring(name.start(), name.end())
                            .toLowerCase(Locale.ROOT)
                            .contains(word);
        }

        private int gap(int start, int end) {
            return end <= trigger.start() ? trigger.start() - end : Math.max(0, start - trigger.end());
        }
    }

    private boolean isBody(ActorId actor) {
        return hasWord(actor, bodies);
    }

    private boolean isNewspaper(ActorId actor) {
        return hasWord(actor, media);
    }

    private static boolean hasWord(ActorId actor, Set<String> words) {
        for (String word : actor.value().split("-")) {
            if (words.contains(word)) {
                return true;
            }
        }
        return false;
    }

    private enum Role {
        BODY,
        GOVERNMENT,
        COMPANY,
        PERSON
    }

    private record Candidate(ActorId actor, Role role, int gap) {}
}
