package org.onrecord.tag.event;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.ActorId;
import org.onrecord.article.EntityType;
import org.onrecord.article.EventType;
import org.onrecord.article.Span;
import org.onrecord.tag.event.Candidate.Role;
import org.onrecord.tag.name.Name;
import org.onrecord.tag.name.NamePlaces;
import org.onrecord.tag.text.Reading;
import org.onrecord.tag.text.Sentence;
import org.onrecord.tag.text.Token;

/** Finds who is named or described around one event. */
final class Candidates {
    /** How many words before and after the event are looked at. */
    private static final int WORDS = 60;

    /** How many names back "the ministry" may mean. */
    private static final int NAMES_BACK = 40;

    /** A country counts as if it stood so many characters farther away than who acts for it. */
    private static final int COUNTRY = 20;

    /** A description counts as if it stood so many characters farther away than a name. */
    private static final int DESCRIPTION = 10;

    /** A name in capitals of more letters than these opens a dateline: "BEIJING". */
    private static final int LONGEST_ABBREVIATION = 4;

    private final Reading reading;
    private final List<Name> names;
    private final Span trigger;
    private final EventType type;
    private final EventWords words;

    /**
     * A search around an event.
     *
     * @param names in the order of the text
     * @param trigger the words that name the event
     */
    Candidates(Reading reading, List<Name> names, Span trigger, EventType type, EventWords words) {
        this.reading = reading;
        this.names = names;
        this.trigger = trigger;
        this.type = type;
        this.words = words;
    }

    /** Who is named or described in a sentence, the nearest to the event first. */
    List<Candidate> in(Sentence sentence) {
        List<Candidate> found = new ArrayList<>();
        int middle = sentence.tokenAt(trigger.start());
        for (int i = Math.max(0, middle - WORDS); i < Math.min(sentence.size(), middle + WORDS); i++) {
            Candidate candidate = at(sentence, i);
            if (candidate != null) {
                found.add(candidate);
            }
        }
        found.sort(Comparator.comparingInt(Candidate::gap));
        return found;
    }

    private @Nullable Candidate at(Sentence sentence, int i) {
        int start = sentence.get(i).start();
        Name name = NamePlaces.at(names, start);
        if (name == null) {
            return described(sentence, i);
        }
        return name.start() == start ? named(sentence, i, name) : null;
    }

    private @Nullable Candidate named(Sentence sentence, int i, Name name) {
        ActorId actor = name.actor();
        if (actor == null) {
            return null;
        }
        int gap = gap(name.start(), name.end());
        return switch (name.type()) {
            case PERSON -> new Candidate(actor, Role.PERSON, gap);
            case ORG ->
                words.isNewspaper(actor)
                        ? null
                        : new Candidate(actor, words.isBody(actor) ? Role.BODY : Role.COMPANY, gap);
            case GPE -> isPlace(sentence, i, name) ? null : new Candidate(actor, Role.GOVERNMENT, gap + COUNTRY);
            case PRODUCT, POLICY -> null;
        };
    }

    /** A name of a place is a place, not a government, after "in" or "to", or where it opens a dateline. */
    private boolean isPlace(Sentence sentence, int i, Name name) {
        Token before = sentence.at(i - 1);
        if (type == EventType.MEETING || type == EventType.TARIFF) {
            return words.beforePlaces.contains(before.lower()) && !before.is("to") && !before.is("on");
        }
        Token preposition = before.is("the") ? sentence.at(i - 2) : before;
        Token next = sentence.at(sentence.tokenAt(name.end() - 1) + 1);
        boolean attribute = next.isA("NOUN", "PROPN") && !words.officials.contains(next.lower());
        return isInCapitals(name)
                || attribute
                || words.beforePlaces.contains(preposition.lower())
                || preposition.is(",") && name.start() > trigger.start();
    }

    private boolean isInCapitals(Name name) {
        String text = textOf(name);
        return text.length() > LONGEST_ABBREVIATION && text.equals(text.toUpperCase(Locale.ROOT));
    }

    /** "The ministry", "the company", "Chinese regulators": who was meant before, or the country. */
    private @Nullable Candidate described(Sentence sentence, int i) {
        Token token = sentence.get(i);
        int gap = gap(token.start(), token.end());
        String country = words.peoples.get(token.lower());
        if (country != null && words.officials.contains(sentence.at(i + 1).lower())) {
            return new Candidate(new ActorId(country), Role.GOVERNMENT, gap);
        }
        boolean body = words.bodyNouns.contains(token.lower());
        boolean known = sentence.at(i - 1).is("the") || sentence.at(i - 1).is("its");
        if (!known || !body && !words.companyNouns.contains(token.lower())) {
            return null;
        }
        ActorId actor = lastNamed(token, body);
        return actor == null ? null : new Candidate(actor, body ? Role.BODY : Role.COMPANY, gap + DESCRIPTION);
    }

    private @Nullable ActorId lastNamed(Token noun, boolean body) {
        int last = NamePlaces.firstAfter(names, noun.start()) - 1;
        for (int k = last; k > Math.max(-1, last - NAMES_BACK); k--) {
            Name name = names.get(k);
            ActorId actor = name.actor();
            if (actor != null
                    && name.type() == EntityType.ORG
                    && (body ? isCalled(actor, name, noun.lower()) : !words.isBody(actor))) {
                return actor;
            }
        }
        return null;
    }

    private boolean isCalled(ActorId actor, Name name, String word) {
        return (actor.value() + "-").contains(word + "-")
                || textOf(name).toLowerCase(Locale.ROOT).contains(word);
    }

    private String textOf(Name name) {
        return reading.text().substring(name.start(), name.end());
    }

    private int gap(int start, int end) {
        return end <= trigger.start() ? trigger.start() - end : Math.max(0, start - trigger.end());
    }
}
