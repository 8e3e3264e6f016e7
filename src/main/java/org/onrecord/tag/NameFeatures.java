package org.onrecord.tag;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * What the name model looks at: the word, its form and neighbours, the word lists, the registry, and how the same word is
 * written elsewhere in the text.
 */
final class NameFeatures {
    private final WordLists words;

    NameFeatures(WordLists words) {
        this.words = words;
    }

    /** How words are written over a whole text. */
    record Usage(Map<String, Integer> lower, Map<String, Integer> upperInside) {
        static Usage of(List<Sentence> sentences) {
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

    /** The features of each token of a sentence; {@code known} maps a token's start to the registry's type for it. */
    List<List<String>> of(Sentence sentence, Usage usage, Map<Integer, String> known) {
        int n = sentence.size();
        List<List<String>> all = new ArrayList<>(n);
        boolean capitals = allCapitals(sentence);
        boolean title = titleCase(sentence);
        String[] traits = new String[n];
        for (int i = 0; i < n; i++) {
            traits[i] = traits(sentence.get(i), known);
        }
        for (int i = 0; i < n; i++) {
            all.add(one(sentence, i, usage, traits, capitals, title));
        }
        return all;
    }

    private List<String> one(Sentence sentence, int i, Usage usage, String[] traits, boolean capitals, boolean title) {
        List<String> f = new ArrayList<>(64);
        Token token = sentence.get(i);
        String word = token.lower();
        f.add("b");
        f.add("w=" + word);
        f.add("W=" + token.text());
        String shape = shape(token.text());
        f.add("s=" + shape);
        f.add("p=" + token.pos());
        f.add("t=" + traits[i]);
        for (int length = 1; length <= 4; length++) {
            if (word.length() > length) {
                f.add("<" + word.substring(0, length));
                f.add(">" + word.substring(word.length() - length));
            }
        }
        for (int d = -2; d <= 2; d++) {
            if (d == 0) {
                continue;
            }
            Token near = sentence.at(i + d);
            f.add(d + "w=" + near.lower());
            f.add(d + "s=" + shape(near.text()));
            f.add(d + "p=" + near.pos());
            f.add(d + "t=" + trait(traits, i + d));
        }
        f.add("-1s0s1s=" + shape(sentence.at(i - 1).text()) + shape
                + shape(sentence.at(i + 1).text()));
        f.add("-1w0s=" + sentence.at(i - 1).lower() + "|" + shape);
        f.add("0s1w=" + shape + "|" + sentence.at(i + 1).lower());
        f.add("-1w0w=" + sentence.at(i - 1).lower() + "|" + word);
        f.add("0w1w=" + word + "|" + sentence.at(i + 1).lower());
        f.add("-1t0t=" + trait(traits, i - 1) + "|" + traits[i]);
        f.add("0t1t=" + traits[i] + "|" + trait(traits, i + 1));
        f.add("-1t0t1t=" + trait(traits, i - 1) + "|" + traits[i] + "|" + trait(traits, i + 1));
        f.add("-2w-1w=" + sentence.at(i - 2).lower() + "|" + sentence.at(i - 1).lower() + shape);
        f.add("1w2w=" + sentence.at(i + 1).lower() + "|" + sentence.at(i + 2).lower() + shape);
        boolean first = i == 0 || !sentence.get(i - 1).isWord();
        if (token.startsUpper()) {
            int lower = usage.lower().getOrDefault(word, 0);
            int upper = usage.upperInside().getOrDefault(word, 0);
            f.add("u=" + Math.min(2, lower) + Math.min(2, upper) + first);
            f.add("run=" + runHead(sentence, i) + "|" + runLength(sentence, i));
            f.add("runlast=" + runLast(sentence, i));
        }
        f.add("i=" + (i == 0) + capitals + title);
        return f;
    }

    private static String trait(String[] traits, int i) {
        return i < 0 || i >= traits.length ? "-" : traits[i];
    }

    private String traits(Token token, Map<Integer, String> known) {
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

    /** The first word of the run of capitalised words around a token. */
    private static String runHead(Sentence sentence, int i) {
        int from = i;
        while (sentence.at(from - 1).startsUpper() && i - from < 6) {
            from--;
        }
        return sentence.get(from).lower();
    }

    private static String runLast(Sentence sentence, int i) {
        int to = i;
        while (sentence.at(to + 1).startsUpper() && to - i < 6) {
            to++;
        }
        return sentence.get(to).lower();
    }

    private static int runLength(Sentence sentence, int i) {
        int from = i;
        while (sentence.at(from - 1).startsUpper() && i - from < 6) {
            from--;
        }
        int to = i;
        while (sentence.at(to + 1).startsUpper() && to - i < 6) {
            to++;
        }
        return to - from;
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

    /** The form of a word: X capital, x small, 9 digit, other marks as they are; runs shortened. */
    static String shape(String word) {
        StringBuilder shape = new StringBuilder();
        char last = 0;
        int run = 0;
        for (int i = 0; i < word.length() && shape.length() < 10; i++) {
            char c = word.charAt(i);
            char kind = Character.isUpperCase(c) ? 'X' : Character.isLetter(c) ? 'x' : Character.isDigit(c) ? '9' : c;
            run = kind == last ? run + 1 : 0;
            if (run < 2) {
                shape.append(kind);
            }
            last = kind;
        }
        return shape.toString();
    }

    /** The labels that the model knows. */
    static List<String> labels() {
        List<String> labels = new ArrayList<>();
        labels.add("O");
        for (String type : List.of("PERSON", "ORG", "GPE", "PRODUCT", "POLICY")) {
            labels.add("B-" + type);
            labels.add("I-" + type);
        }
        return labels;
    }

    /** The registry's type at each token of a text, for {@link #of}. */
    static Map<Integer, String> known(List<Sentence> sentences, List<KnownNames.Hit> hits) {
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
