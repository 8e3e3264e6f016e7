package org.onrecord.tag;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.Actor.Gender;

/** What the word lists say of names: given names, family names, places, titles, words of organisations. Safe to share. */
final class WordLists {
    final Set<String> female;
    final Set<String> male;
    final Set<String> forenames = new HashSet<>();
    final Set<String> surnames;
    final Set<String> familyFirst;
    final Map<String, String> titles;
    final Map<String, String> roles;
    final Set<String> voices;
    final Set<String> groups;
    final Set<String> documents;
    final Set<String> bodies;
    final Map<String, String> places;
    final Map<String, String> capitals;
    final Set<String> legalForms;
    final Set<String> orgHeads;
    final Set<String> orgHeadsLower;
    final Set<String> shortStop;
    final Set<String> policyHeads;
    final Set<String> policyStop;
    final SpeakerWords speakers = new SpeakerWords();
    private final Set<String> placeWords = new HashSet<>();

    WordLists() {
        Lexicon given = Lexicon.named("forenames");
        female = given.section("female");
        male = given.section("male");
        forenames.addAll(female);
        forenames.addAll(male);
        forenames.addAll(given.section("either"));
        familyFirst = given.section("family-first");
        surnames = given.section("surnames");
        Lexicon people = Lexicon.named("people");
        titles = people.values("titles");
        roles = people.values("roles");
        voices = people.section("voices");
        groups = people.section("groups");
        documents = people.section("documents");
        bodies = people.section("bodies");
        Lexicon lands = Lexicon.named("places");
        places = lands.values("places");
        capitals = lands.values("capitals");
        Lexicon orgs = Lexicon.named("orgs");
        legalForms = orgs.section("legal-forms");
        orgHeads = orgs.section("heads");
        orgHeadsLower = orgs.section("heads-lower");
        shortStop = orgs.section("short-stop");
        Lexicon policies = Lexicon.named("policies");
        policyHeads = policies.section("heads");
        policyStop = policies.section("not-names");
        Map<String, String> all = new HashMap<>(places);
        all.putAll(capitals);
        for (String place : all.keySet()) {
            for (String word : place.split(" ")) {
                placeWords.add(word.toLowerCase(Locale.ROOT));
            }
        }
    }

    boolean isPlaceWord(Token token) {
        return token.startsUpper() && placeWords.contains(token.lower());
    }

    /** The gender that a given name, title or role tells; null when it tells none. */
    @Nullable
    Gender genderOf(String word) {
        String title = titles.getOrDefault(word, roles.getOrDefault(word.toLowerCase(Locale.ROOT), ""));
        if (title.equals("m") || male.contains(word)) {
            return Gender.MALE;
        }
        return title.equals("f") || female.contains(word) ? Gender.FEMALE : null;
    }

    boolean isForename(String word) {
        if (forenames.contains(word)) {
            return true;
        }
        int hyphen = word.indexOf('-');
        return hyphen > 0 && forenames.contains(word.substring(0, hyphen));
    }
}
