package org.onrecord.tag.name;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.onrecord.tag.text.Sentence;
import org.onrecord.tag.text.Token;
import org.onrecord.tag.text.WordLists;

/**
 * What the name model is told of words beside the words themselves: what the registry, the word lists and the part of
 * speech say, and how the same word is written elsewhere in the text.
 */
public final class NameTraits {
    private final WordLists words;

    public NameTraits(WordLists words) {
        this.words = words;
    }

    /** How words are written over a whole text. */
    public record Usage(Map<String, Integer> lower, Map<String, Integer> upperInside) {
        public static Usage of(List<Sentence> sentences) {
            Map<String, Integer> lower = new HashMap<>();
            Map<String, Integer> upper = new HashMap<>();
            for (Sentence sentence : sentences) {
                for (int i = 0; i < sentence.size(); i++) {
                    Token token = sentence.get(i);
                    if (!token.isWord()) {
                        continue;
                    }
                    if (!token.startsUpper()) {
                        lower.merge(token.lower(), 1, Integer::sum);
                    } else if (i > 0 && sentence.get(i - 1).isWord()) {
                        upper.merge(token.lower(), 1, Integer::sum);
                    }
                }
            }
            return new Usage(lower, upper);
        }
    }

    /**
     * What is known of each token of a sentence, a few short words each: OpenNLP shows the model those of the eight tokens on
     * either side as well.
     *
     * @param known maps a token's start to the registry's type for it
     */
    public String[][] of(Sentence sentence, Usage usage, Map<Integer, String> known) {
        int n = sentence.size();
        String[] lists = new String[n];
        for (int i = 0; i < n; i++) {
            lists[i] = lists(sentence.get(i), known);
        }
        String style = allCapitals(sentence) ? "C" : titleCase(sentence) ? "T" : "";
        String[][] all = new String[n][];
        for (int i = 0; i < n; i++) {
            all[i] = one(sentence, i, usage, lists, style);
        }
        return all;
    }

    private static String[] one(Sentence sentence, int i, Usage usage, String[] lists, String style) {
        Token token = sentence.get(i);
        List<String> traits = new ArrayList<>(4);
        traits.add(lists[i] + "/" + token.pos());
        if (token.startsUpper()) {
            int lower = Math.min(2, usage.lower().getOrDefault(token.lower(), 0));
            int upper = Math.min(2, usage.upperInside().getOrDefault(token.lower(), 0));
            boolean first = i == 0 || !sentence.get(i - 1).isWord();
            int from = i;
            while (sentence.at(from - 1).startsUpper() && i - from < 6) {
                from--;
            }
            int to = i;
            while (sentence.at(to + 1).startsUpper() && to - i < 6) {
                to++;
            }
            traits.add("u" + lower + upper + (first ? "F" : "") + style);
            traits.add("r" + (i - from) + (to - i) + lists[from] + ">" + lists[to]);
            traits.add("l" + sentence.get(to).lower());
        }
        if (i + 1 < lists.length && !(lists[i].isEmpty() && lists[i + 1].isEmpty())) {
            traits.add("n" + lists[i] + "+" + lists[i + 1]);
        }
        return traits.toArray(String[]::new);
    }

    private String lists(Token token, Map<Integer, String> known) {
        StringBuilder traits = new StringBuilder();
        String word = token.text();
        String plain = token.startsUpper() && word.length() > 3 && word.equals(word.toUpperCase(Locale.ROOT))
                ? word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT)
                : word;
        traits.append(known.getOrDefault(token.start(), ""));
        if (words.isForename(plain)) {
            traits.append('F');
        }
        if (words.surnames.contains(plain)) {
            traits.append('S');
        }
        if (words.familyFirst.contains(plain)) {
            traits.append('C');
        }
        if (words.isPlaceWord(token)) {
            traits.append('G');
        }
        if (words.titles.containsKey(word) || words.roles.containsKey(token.lower())) {
            traits.append('T');
        }
        if (words.orgHeads.contains(plain) || words.orgHeadsLower.contains(word)) {
            traits.append('O');
        }
        if (words.legalForms.contains(word)) {
            traits.append('L');
        }
        if (words.policyHeads.contains(word)) {
            traits.append('P');
        }
        return traits.toString();
    }

    private static boolean allCapitals(Sentence sentence) {
        int upper = 0;
        int letters = 0;
        for (Token token : sentence.tokens()) {
            if (Character.isLetter(token.text().charAt(0))) {
                letters++;
                if (token.text().length() > 1
                        && token.text().equals(token.text().toUpperCase(Locale.ROOT))) {
                    upper++;
                }
            }
        }
        return letters > 2 && upper * 3 > letters * 2;
    }

    private static boolean titleCase(Sentence sentence) {
        int upper = 0;
        int letters = 0;
        for (Token token : sentence.tokens()) {
            if (token.text().length() > 3 && Character.isLetter(token.text().charAt(0))) {
                letters++;
                upper += token.startsUpper() ? 1 : 0;
            }
        }
        return letters > 3 && upper * 10 > letters * 8;
    }

    /** The registry's type at each token of a text, for {@link #of}. */
    public static Map<Integer, String> known(List<Sentence> sentences, List<KnownNames.Hit> hits) {
        Map<Integer, String> known = new HashMap<>();
        int hit = 0;
        for (Sentence sentence : sentences) {
            for (Token token : sentence.tokens()) {
                while (hit < hits.size() && hits.get(hit).end() <= token.start()) {
                    hit++;
                }
                if (hit < hits.size() && hits.get(hit).start() < token.end()) {
                    Set<String> types = new HashSet<>();
                    hits.get(hit)
                            .entries()
                            .forEach(entry -> types.add(entry.type().name().substring(0, 3)));
                    String part = token.start() <= hits.get(hit).start() ? "b" : "i";
                    known.put(
                            token.start(),
                            part + (types.size() == 1 ? types.iterator().next() : "MIX") + ":");
                }
            }
        }
        return known;
    }
}
