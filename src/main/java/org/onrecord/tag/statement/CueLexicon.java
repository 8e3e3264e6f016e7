package org.onrecord.tag.statement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.Act;
import org.onrecord.tag.text.Lexicon;
import org.onrecord.tag.text.Sentence;

/** The words that attribute, in all their forms, with the act that each usually makes. Safe to share. */
public final class CueLexicon {
    /**
     * A cue as the list has it.
     *
     * @param base the verb's base form, or the phrase
     * @param act what the speaker usually does with it
     * @param words how many words it has
     * @param tells whether somebody told comes before the content
     * @param weak whether it attributes only before a clause, a quotation or an infinitive
     * @param takesObject whether its content may be a noun phrase
     */
    public record Cue(String base, Act act, int words, boolean tells, boolean weak, boolean takesObject) {
        /** A cue that attributes whatever follows, a noun phrase too. */
        static Cue always(String base, Act act, int words) {
            return new Cue(base, act, words, false, false, true);
        }
    }

    private record Phrase(List<String> rest, Cue cue) {}

    private final Map<String, Cue> verbs = new HashMap<>();
    private final Map<String, List<Phrase>> phrases = new HashMap<>();
    private final Map<String, Act> nouns = new HashMap<>();
    private final List<List<String>> sources = new ArrayList<>();
    private final Map<String, String> irregular;
    private final Set<String> adverbialStarts;
    private final Set<String> timesAfterSpeaker;
    private final Set<String> timesAfterCue;
    private final Set<String> conjunctions;

    public CueLexicon() {
        Lexicon list = Lexicon.named("cues");
        irregular = list.values("irregular");
        adverbialStarts = list.section("adverbial-starts");
        timesAfterSpeaker = list.section("times-after-speaker");
        timesAfterCue = list.section("times-after-cue");
        conjunctions = list.section("conjunctions");
        Set<String> tells = list.section("tell");
        Set<String> weak = list.section("weak");
        Set<String> objects = list.section("objects");
        for (Act act : Act.values()) {
            for (String base : list.section(act.label())) {
                Cue cue = new Cue(base, act, 1, tells.contains(base), weak.contains(base), objects.contains(base));
                forms(base).forEach(form -> verbs.putIfAbsent(form, cue));
            }
        }
        list.values("phrases").forEach((phrase, act) -> {
            List<String> words = Arrays.asList(phrase.split(" "));
            Cue cue = Cue.always(phrase, Act.ofLabel(act), words.size());
            for (String form : forms(words.getFirst())) {
                phrases.computeIfAbsent(form, key -> new ArrayList<>())
                        .add(new Phrase(words.subList(1, words.size()), cue));
            }
        });
        phrases.values()
                .forEach(list2 -> list2.sort(Comparator.comparingInt(
                        (Phrase phrase) -> -phrase.rest().size())));
        list.values("nouns").forEach((noun, act) -> nouns.put(noun, Act.ofLabel(act)));
        list.section("sources").forEach(source -> sources.add(List.of(source.split(" "))));
    }

    /** The forms of a verb: irregular ones from the list, else by the rules of English. */
    List<String> forms(String base) {
        String given = irregular.get(base);
        if (given != null) {
            List<String> forms = new ArrayList<>(Arrays.asList(given.split(" ")));
            forms.add(base);
            return forms;
        }
        int n = base.length();
        boolean consonantY = base.endsWith("y") && "aeiou".indexOf(base.charAt(n - 2)) < 0;
        if (consonantY) {
            String stem = base.substring(0, n - 1);
            return List.of(base, stem + "ies", stem + "ied", base + "ing");
        }
        if (base.endsWith("e")) {
            return List.of(base, base + "s", base + "d", base.substring(0, n - 1) + "ing");
        }
        boolean hissing = base.endsWith("s")
                || base.endsWith("x")
                || base.endsWith("z")
                || base.endsWith("ch")
                || base.endsWith("sh");
        return List.of(base, base + (hissing ? "es" : "s"), base + "ed", base + "ing");
    }

    /** The verb or phrase that stands at a place of a sentence; null when there is none. */
    @Nullable
    public Cue at(Sentence sentence, int index) {
        String word = sentence.get(index).lower();
        for (Phrase phrase : phrases.getOrDefault(word, List.of())) {
            if (sentence.reads(index + 1, phrase.rest())) {
                return phrase.cue();
            }
        }
        return verbs.get(word);
    }

    /** The act of a noun that attributes ("warning"); null for other words. */
    @Nullable
    Act noun(String word) {
        return nouns.get(word);
    }

    /** How many words at a place make a preposition of sources ("according to"); 0 for none. */
    int sourceWords(Sentence sentence, int index) {
        for (List<String> words : sources) {
            if (sentence.reads(index, words)) {
                return words.size();
            }
        }
        return 0;
    }

    /** Whether a clause that starts with this word is an adverbial ("after the vote, …"), not what was said. */
    boolean opensAdverbial(String word) {
        return adverbialStarts.contains(word);
    }

    /** Whether the word tells the time after an inverted subject: "said Orr yesterday". */
    boolean isTimeAfterSpeaker(String word) {
        return timesAfterSpeaker.contains(word);
    }

    /** Whether the word tells the time or place between cue and content: "said again that". */
    boolean isTimeAfterCue(String word) {
        return timesAfterCue.contains(word);
    }

    /** Whether the word may join a new clause to the content before it. */
    boolean joinsClauses(String word) {
        return conjunctions.contains(word);
    }
}
