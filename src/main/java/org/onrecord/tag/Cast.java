package org.onrecord.tag;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.Actor;
import org.onrecord.article.Actor.Gender;
import org.onrecord.article.ActorId;
import org.onrecord.article.EntityType;
import org.onrecord.registry.Registry;

/** Who appears in a text, with what the text and the registry say of them: gender, and the nouns that may stand for them. */
final class Cast {
    /** How many names before a place are looked at; keeps the time linear on endless texts. */
    private static final int LOOK_BACK = 600;

    private static final List<String> COMPANY = List.of(
            "company",
            "firm",
            "chipmaker",
            "maker",
            "manufacturer",
            "group",
            "startup",
            "start-up",
            "supplier",
            "developer",
            "vendor",
            "business",
            "corporation",
            "designer",
            "giant");

    private final Reading reading;
    private final List<Name> names;
    private final Registry registry;
    private final WordLists words;
    private final Map<ActorId, Gender> genders = new HashMap<>();
    private final Map<ActorId, Set<String>> nouns = new HashMap<>();
    private final Map<ActorId, EntityType> types = new HashMap<>();
    private final int[] sentenceOf;

    Cast(Reading reading, List<Name> names, Registry registry, WordLists words) {
        this.reading = reading;
        this.names = names;
        this.registry = registry;
        this.words = words;
        this.sentenceOf = new int[names.size()];
        for (int k = 0; k < names.size(); k++) {
            sentenceOf[k] = reading.sentenceAt(names.get(k).start());
            ActorId actor = names.get(k).actor();
            if (actor != null) {
                types.putIfAbsent(actor, names.get(k).type());
                learn(names.get(k), actor, sentenceOf[k]);
            }
        }
    }

    private void learn(Name name, ActorId actor, int sentenceIndex) {
        Set<String> own = nouns.computeIfAbsent(actor, this::registered);
        if (sentenceIndex >= reading.sentences().size()) {
            return;
        }
        Sentence sentence = reading.sentences().get(sentenceIndex);
        int from = sentence.tokenAt(name.start());
        int to = sentence.tokenAt(name.end());
        if (name.type() == EntityType.PERSON) {
            person(actor, sentence, from, to, own);
        } else {
            String whole = reading.text().substring(name.start(), name.end());
            for (String word : whole.split("\\s+")) {
                if (words.orgHeads.contains(word) || words.orgHeadsLower.contains(word)) {
                    own.add(word.toLowerCase(Locale.ROOT));
                }
            }
        }
        // "X, a forwarder based in Singapore," and "brokerage X"
        if (sentence.at(to).is(",") || sentence.at(to).is("(")) {
            apposition(sentence, to + 1, own);
        }
        if (sentence.at(from - 1).isA("NOUN") && sentence.at(from - 1).isWord()) {
            own.add(sentence.at(from - 1).lower());
        }
        if (sentence.at(from - 1).is(",") && from >= 3) {
            Token before = sentence.at(from - 2);
            if (before.isA("NOUN") && sentence.at(0).isA("DET")) {
                own.add(before.lower());
            }
        }
    }

    private void person(ActorId actor, Sentence sentence, int from, int to, Set<String> own) {
        String first = sentence.get(Math.min(from, sentence.size() - 1)).text();
        Token before = sentence.at(from - 1);
        Gender told = words.genderOf(before.text());
        if (told == null && to - from > 1) {
            told = words.genderOf(first);
        }
        if (told != null) {
            genders.putIfAbsent(actor, told);
        }
        for (int i = from - 1; i >= Math.max(0, from - 6); i--) {
            Token token = sentence.get(i);
            if (words.titles.containsKey(token.text()) || words.roles.containsKey(token.lower())) {
                own.add(full(token.lower()));
            } else if (!token.isA("NOUN", "ADJ", "PROPN", "ADP") || token.is(",")) {
                break;
            }
        }
    }

    private static String full(String title) {
        return switch (title) {
            case "sen.", "sens.", "senators" -> "senator";
            case "rep.", "reps.", "congressman", "congresswoman" -> "representative";
            case "gov." -> "governor";
            case "prof." -> "professor";
            default -> title;
        };
    }

    private void apposition(Sentence sentence, int from, Set<String> own) {
        boolean article = sentence.at(from).isA("DET")
                || words.roles.containsKey(sentence.at(from).lower())
                || sentence.at(from).isA("NOUN", "ADJ");
        if (!article) {
            return;
        }
        for (int i = from; i < Math.min(sentence.size(), from + 8); i++) {
            Token token = sentence.get(i);
            if (token.isA("NOUN") && !sentence.at(i + 1).isA("NOUN")) {
                own.add(token.lower());
                if (token.lower().startsWith("spokes")) {
                    return;
                }
                if (!sentence.at(i + 1).isA("CCONJ")) {
                    return;
                }
            } else if (!token.isA("DET", "ADJ", "NOUN", "NUM", "PROPN", "CCONJ", "ADV")
                    && !token.is("'s")
                    && !token.is("-")) {
                return;
            }
        }
    }

    private Set<String> registered(ActorId id) {
        Set<String> own = new HashSet<>();
        Actor actor = registry.actor(id).orElse(null);
        if (actor == null) {
            return own;
        }
        own.addAll(actor.descriptions());
        if (actor.role() != null) {
            own.addAll(Arrays.asList(actor.role().toLowerCase(Locale.ROOT).split(" ")));
            own.add(actor.role());
        }
        if (actor.gender() != null) {
            genders.put(id, actor.gender());
        }
        switch (actor.kind()) {
            case COMPANY -> own.addAll(COMPANY);
            case AGENCY ->
                own.addAll(List.of("agency", "department", "ministry", "bureau").stream()
                        .filter(word -> actor.name().toLowerCase(Locale.ROOT).contains(word) || word.equals("agency"))
                        .toList());
            case LEGISLATURE ->
                own.addAll(List.of("committee", "panel", "chamber").stream()
                        .filter(word -> actor.name().toLowerCase(Locale.ROOT).contains(word) || word.equals("panel"))
                        .toList());
            case THINK_TANK -> own.addAll(List.of("institute", "think", "tank", "group", "centre", "center"));
            case NEWS_OUTLET -> own.addAll(List.of("newspaper", "paper", "outlet", "agency", "magazine", "site"));
            case ORGANISATION -> own.addAll(List.of("group", "organisation", "organization", "association", "body"));
            case PLACE -> own.addAll(List.of("country", "government", "administration", "city"));
            case PERSON -> {}
        }
        return own;
    }

    /** The pronoun's gender of a person; null when not known. */
    @Nullable
    Gender gender(ActorId actor) {
        return genders.get(actor);
    }

    /** A pronoun was taken for this person: it keeps that gender from now on. */
    void settle(ActorId actor, Gender gender) {
        genders.putIfAbsent(actor, gender);
    }

    /** The index of the last name that starts before a place; -1 for none. */
    int before(int place) {
        int low = 0;
        int high = names.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (names.get(middle).start() < place) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low - 1;
    }

    int sentencesApart(int name, int sentence) {
        return Math.max(0, sentence - sentenceOf[name]);
    }

    /** The last one named before a place for whom a noun may stand; null for none. */
    @Nullable
    ActorId described(String noun, int place, int sentence) {
        String word = full(noun);
        Set<ActorId> seen = new HashSet<>();
        ActorId fallback = null;
        for (int k = before(place), last = k - LOOK_BACK; k >= 0 && k > last; k--) {
            ActorId actor = names.get(k).actor();
            if (actor == null || !seen.add(actor)) {
                continue;
            }
            if (nouns.getOrDefault(actor, Set.of()).contains(word)) {
                return actor;
            }
            boolean unknownBody = names.get(k).type() == EntityType.ORG
                    && registry.actor(actor).isEmpty();
            if (fallback == null && unknownBody && COMPANY.contains(word) && looksLikeCompany(actor)) {
                fallback = actor;
            }
        }
        return fallback;
    }

    private boolean looksLikeCompany(ActorId actor) {
        Set<String> own = nouns.getOrDefault(actor, Set.of());
        return Set.of(
                        "department",
                        "ministry",
                        "bureau",
                        "agency",
                        "committee",
                        "commission",
                        "congress",
                        "senate",
                        "house",
                        "association",
                        "alliance",
                        "coalition",
                        "federation",
                        "union",
                        "institute",
                        "university",
                        "council",
                        "centre",
                        "center",
                        "forum",
                        "league")
                .stream()
                .noneMatch(own::contains);
    }

    /** "Orr Logic's chief engineer": the person of the text who has that role and is named near the body. */
    @Nullable
    ActorId titled(String role, ActorId body, int place) {
        for (int k = before(place), last = k - LOOK_BACK; k >= 0 && k > last; k--) {
            Name name = names.get(k);
            ActorId actor = name.actor();
            if (actor == null
                    || name.type() != EntityType.PERSON
                    || !nouns.getOrDefault(actor, Set.of()).contains(role)) {
                continue;
            }
            boolean near = registry.actor(actor)
                    .map(known -> body.equals(known.affiliation()))
                    .orElse(false);
            for (int m = Math.max(0, k - 2); m <= Math.min(names.size() - 1, k + 2) && !near; m++) {
                near = body.equals(names.get(m).actor()) && sentenceOf[m] == sentenceOf[k];
            }
            if (near) {
                return actor;
            }
        }
        return null;
    }

    /** The organisation that a bare "spokesman" or "statement" most likely speaks for. */
    @Nullable
    ActorId lastBody(int place, List<ActorId> recentSpeakers) {
        for (int k = before(place), last = k - LOOK_BACK; k >= 0 && k > last; k--) {
            Name name = names.get(k);
            if (name.type() == EntityType.ORG && name.actor() != null) {
                return name.actor();
            }
        }
        return null;
    }

    /** The department of justice, for "prosecutors", when the registry has it. */
    @Nullable
    ActorId justice() {
        ActorId justice = new ActorId("us-justice-department");
        return registry.actor(justice).isPresent() || types.containsKey(justice) ? justice : null;
    }
}
