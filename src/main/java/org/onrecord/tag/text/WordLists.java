package org.onrecord.tag.text;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.Actor.Gender;

/** What the word lists say of names: given names, family names, places, titles, words of organisations. Safe to share. */
public final class WordLists {
    final Set<String> female;
    final Set<String> male;
    final Set<String> forenames = new HashSet<>();
    public final Set<String> surnames;
    public final Set<String> familyFirst;
    public final Map<String, String> titles;
    public final Map<String, String> roles;
    public final Set<String> voices;
    public final Set<String> groups;
    public final Set<String> documents;
    public final Set<String> bodies;
    public final Map<String, String> places;
    public final Map<String, String> capitals;
    public final Set<String> legalForms;
    public final Set<String> orgHeads;
    public final Set<String> orgHeadsLower;
    public final Set<String> shortStop;
    public final Set<String> policyHeads;
    public final Set<String> policyStop;
    public final SpeakerWords speakers = new SpeakerWords();
    private final Set<String> placeWords = new HashSet<>();

    public WordLists() {
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

    public boolean isPlaceWord(Token token) {
        return token.startsUpper() && placeWords.contains(token.lower());
    }

    /** The gender that a given name, title or role tells; null when it tells none. */
    @Nullable
    public Gender genderOf(String word) {
        String title = titles.getOrDefault(word, roles.getOrDefault(word.toLowerCase(Locale.ROOT), ""));
        if (title.equals("m") || male.contains(word)) {
            return Gender.MALE;
        }
        return title.equals("f") || female.contains(word) ? Gender.FEMALE : null;
    }

    public boolean isForename(String word) {
        if (forenames.contains(word)) {
            return true;
        }
        int hyphen = word.indexOf('-');
        return hyphen > 0 && forenames.contains(word.substring(0, hyphen));
    }
}
