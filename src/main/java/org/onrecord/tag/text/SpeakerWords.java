package org.onrecord.tag.text;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.Actor.Gender;
import org.onrecord.article.ActorId;
import org.onrecord.article.ActorKind;

/** What the word list of speakers says: which words may stand for whom, and who speaks for whom. Safe to share. */
public final class SpeakerWords {
    /** Several people of a house who speak for it. */
    public final Set<String> staff;
    /** One unnamed person whose words are the house's. */
    public final Set<String> leaders;
    /** Voices of a house, named or not. */
    public final Set<String> voices;
    /** People and things of somebody that speak for themselves. */
    public final Set<String> relations;

    /** Nouns for writings that are not names of documents elsewhere. */
    public final Set<String> writings;

    /** Nouns for one body of a country, with the ids of both. */
    public final Map<String, String> usual;

    private final Set<String> femaleEndings;
    private final Set<String> maleEndings;
    private final Map<ActorKind, Set<String>> kindNouns = new EnumMap<>(ActorKind.class);
    private final Map<String, String> kindOfWord;
    private final Map<String, String> feats;
    private final Map<String, String> synonyms;
    private final Map<String, String> nationalities;

    SpeakerWords() {
        Lexicon list = Lexicon.named("speakers");
        for (ActorKind kind : ActorKind.values()) {
            kindNouns.put(kind, kind == ActorKind.PERSON ? Set.of() : list.section(kind.label()));
        }
        kindOfWord = list.values("kinds");
        staff = list.section("staff");
        leaders = list.section("leaders");
        voices = list.section("voices");
        writings = list.section("writings");
        usual = list.values("usual");
        femaleEndings = list.section("female-endings");
        maleEndings = list.section("male-endings");
        relations = list.section("relations");
        feats = list.values("feats");
        synonyms = list.values("synonyms");
        nationalities = list.values("nationalities");
    }

    /** The gender that the ending of a given name makes likely; null for other endings. */
    @Nullable
    public Gender likelyGender(String forename) {
        String name = forename.toLowerCase(Locale.ROOT);
        if (femaleEndings.stream().anyMatch(name::endsWith)) {
            return Gender.FEMALE;
        }
        return maleEndings.stream().anyMatch(name::endsWith) ? Gender.MALE : null;
    }

    /** Whether a noun may stand for any actor of a kind: "the firm". */
    public boolean fits(ActorKind kind, String noun) {
        return kindNouns.getOrDefault(kind, Set.of()).contains(noun);
    }

    /** Whether a noun stands for a body or a place. */
    public boolean isBody(String noun) {
        return kindNouns.values().stream().anyMatch(nouns -> nouns.contains(noun));
    }

    /** What kind a body is by the words of its name; a company when they do not tell. */
    public ActorKind kindByName(String name) {
        ActorKind kind = null;
        for (String word : name.split("[\\s’']+")) {
            String told = kindOfWord.get(word);
            if (told != null) {
                kind = ActorKind.ofLabel(told);
                if (kind == ActorKind.AGENCY || kind == ActorKind.LEGISLATURE) {
                    return kind;
                }
            }
        }
        return kind == null ? ActorKind.COMPANY : kind;
    }

    /** What somebody is who does this: "runs" makes a boss. */
    public List<String> doer(String verb) {
        String nouns = feats.get(verb);
        return nouns == null ? List.of() : List.of(nouns.split(" "));
    }

    /** A noun, as it is used of one, with other nouns for the same. */
    public Set<String> withSynonyms(String noun) {
        Set<String> all = new HashSet<>();
        all.add(noun);
        String others = synonyms.get(noun);
        if (others != null) {
            all.addAll(List.of(others.split(" ")));
        }
        return all;
    }

    /** The place that an adjective or a people's name tells: "Dutch", "the Americans"; null for other words. */
    @Nullable
    public ActorId nationality(String word) {
        String place = nationalities.get(word);
        return place == null ? null : new ActorId(place);
    }

    /** Whether a word is a people's name: "Americans". */
    public boolean isPeople(String word) {
        return word.endsWith("s")
                && nationalities.containsKey(word)
                && !word.toUpperCase(Locale.ROOT).equals(word);
    }
}
