package org.onrecord.tag.speaker;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.Actor;
import org.onrecord.article.ActorId;
import org.onrecord.article.ActorKind;
import org.onrecord.article.EntityType;
import org.onrecord.registry.Registry;
import org.onrecord.tag.name.Name;
import org.onrecord.tag.name.Referent;
import org.onrecord.tag.text.Reading;
import org.onrecord.tag.text.WordLists;

/** Who appears by name in a text, with what the registry and the text say of each. */
final class Cast {
    private static final double FORENAME_TELLS = 1;
    private static final double ENDING_TELLS = 0.6;

    private final Reading reading;
    private final List<Name> names;
    private final Registry registry;
    private final WordLists words;
    private final Map<ActorId, Referent> members = new LinkedHashMap<>();
    private final Map<ActorId, Boolean> countries = new HashMap<>();

    Cast(Reading reading, List<Name> names, Registry registry, WordLists words) {
        this.reading = reading;
        this.names = names;
        this.registry = registry;
        this.words = words;
        Surroundings surroundings = new Surroundings(reading, names, words);
        for (int k = 0; k < names.size(); k++) {
            Referent member = member(names.get(k));
            if (member != null) {
                nameWords(names.get(k), member);
                surroundings.learn(k, member);
            }
        }
    }

    /** Who a name means; null for products, policies and unknown ones. */
    @Nullable
    Referent member(Name name) {
        ActorId actor = name.actor();
        if (actor == null || name.type() == EntityType.PRODUCT || name.type() == EntityType.POLICY) {
            return null;
        }
        return members.computeIfAbsent(actor, id -> first(id, name));
    }

    /** Who has this id; null when nobody of the text. */
    @Nullable
    Referent member(ActorId actor) {
        return members.get(actor);
    }

    private Referent first(ActorId id, Name name) {
        Actor known = registry.actor(id).orElse(null);
        Referent member = switch (name.type()) {
            case PERSON -> new Referent(Referent.Kind.PERSON, id, null);
            case GPE -> new Referent(Referent.Kind.PLACE, id, ActorKind.PLACE);
            case ORG, PRODUCT, POLICY ->
                new Referent(
                        Referent.Kind.BODY,
                        id,
                        known != null
                                ? known.kind()
                                : words.speakers.kindByName(reading.text().substring(name.start(), name.end())));
        };
        if (known != null) {
            learnRegistered(member, known);
        }
        return member;
    }

    private static void learnRegistered(Referent member, Actor known) {
        for (String description : known.descriptions()) {
            member.nouns.addAll(
                    Arrays.asList(description.toLowerCase(Locale.ROOT).split(" ")));
        }
        if (known.role() != null) {
            member.nouns.addAll(
                    Arrays.asList(known.role().toLowerCase(Locale.ROOT).split(" ")));
        }
        if (known.affiliation() != null) {
            member.houses.add(known.affiliation());
        }
        if (known.country() != null) {
            member.places.add(known.country().value());
        }
        member.gender = known.gender();
    }

    /** The nouns that are part of a name: the bureau is one that has "Bureau" in its name. */
    private void nameWords(Name name, Referent member) {
        String whole = reading.text().substring(name.start(), name.end());
        String[] parts = whole.split("[\\s-]+");
        if (name.type() == EntityType.PERSON) {
            if (member.likely == null && parts.length > 1) {
                boolean given = !words.familyFirst.contains(parts[0]);
                member.likely = given ? words.genderOf(parts[0]) : null;
                member.likelihood = FORENAME_TELLS;
                if (member.likely == null && given) {
                    member.likely = words.speakers.likelyGender(parts[0]);
                    member.likelihood = ENDING_TELLS;
                }
            }
            return;
        }
        for (String part : parts) {
            if (words.orgHeads.contains(part)
                    || words.orgHeadsLower.contains(part)
                    || words.speakers.isBody(part.toLowerCase(Locale.ROOT))) {
                member.nouns.add(part.toLowerCase(Locale.ROOT));
            }
        }
    }

    /** Whom the press of a country means by a noun such as "the administration", when the text is about that country. */
    @Nullable
    Referent usual(String noun) {
        String[] ids = words.speakers.usual.getOrDefault(noun, "").split(" ");
        if (ids.length < 2) {
            return null;
        }
        ActorId country = new ActorId(ids[1]);
        return countries.computeIfAbsent(country, this::isAbout)
                ? members.computeIfAbsent(
                        new ActorId(ids[0]), id -> new Referent(Referent.Kind.BODY, id, ActorKind.AGENCY))
                : null;
    }

    private boolean isAbout(ActorId country) {
        return members.containsKey(country)
                || members.keySet().stream()
                        .anyMatch(id -> registry.actor(id)
                                .map(actor -> country.equals(actor.country()))
                                .orElse(false));
    }

    /** The person who has a role in a house, wherever the text names them; null for none or when not clear. */
    @Nullable
    Referent titled(String role, ActorId house) {
        Referent found = null;
        for (Referent member : members.values()) {
            if (member.kind == Referent.Kind.PERSON && member.houses.contains(house) && member.nouns.contains(role)) {
                if (found != null) {
                    return null;
                }
                found = member;
            }
        }
        return found;
    }
}
