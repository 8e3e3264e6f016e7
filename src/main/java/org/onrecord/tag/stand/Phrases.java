package org.onrecord.tag.stand;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.onrecord.tag.text.Token;
import org.onrecord.tag.text.WordForms;

/** Words and phrases that are looked for in a text, in any of their forms. */
final class Phrases {
    /** A phrase as it was given, and the forms of each of its words. */
    private record Phrase(String name, List<Set<String>> words) {}

    /** May stand inside a phrase: "close the gap" is "close gap" too. */
    private static final Set<String> DETERMINERS = Set.of(
            "a", "an", "the", "its", "their", "our", "his", "her", "this", "that", "these", "those", "any", "all");

    private final Map<String, List<Phrase>> byFirstWord = new HashMap<>();

    Phrases(Collection<String> phrases, WordForms forms) {
        for (String name : phrases) {
            List<Set<String>> words = words(name).stream().map(forms::of).toList();
            Phrase phrase = new Phrase(name, words);
            words.getFirst()
                    .forEach(first -> byFirstWord
                            .computeIfAbsent(first, key -> new ArrayList<>())
                            .add(phrase));
        }
    }

    /** A phrase cut as the reader of sentences cuts a text: a possessive is a word of its own. */
    private static List<String> words(String phrase) {
        String plain = phrase.toLowerCase(Locale.ROOT).replace('’', '\'').replace("'s", " 's");
        return List.of(plain.strip().split("\\s+"));
    }

    /** How many words of the text the longest phrase takes that starts at an index; 0 for none. */
    int lengthAt(List<Token> tokens, int index) {
        int longest = 0;
        for (Phrase phrase : byFirstWord.getOrDefault(tokens.get(index).lower(), List.of())) {
            longest = Math.max(longest, end(phrase, tokens, index) - index);
        }
        return longest;
    }

    /** Where a phrase ends that starts at an index; the index itself when it does not stand there. */
    private static int end(Phrase phrase, List<Token> tokens, int index) {
        int at = index + 1;
        for (int k = 1; k < phrase.words().size(); k++) {
            Set<String> forms = phrase.words().get(k);
            if (at < tokens.size()
                    && !forms.contains(tokens.get(at).lower())
                    && DETERMINERS.contains(tokens.get(at).lower())) {
                at++;
            }
            if (at >= tokens.size() || !forms.contains(tokens.get(at).lower())) {
                return index;
            }
            at++;
        }
        return at;
    }

    /** Whether one of the phrases stands among the words. */
    boolean in(List<Token> tokens) {
        for (int i = 0; i < tokens.size(); i++) {
            if (lengthAt(tokens, i) > 0) {
                return true;
            }
        }
        return false;
    }

    /** The phrases that stand among the words, as they were given. */
    Set<String> foundIn(List<Token> tokens) {
        Set<String> found = new HashSet<>();
        for (int i = 0; i < tokens.size(); i++) {
            for (Phrase phrase : byFirstWord.getOrDefault(tokens.get(i).lower(), List.of())) {
                if (end(phrase, tokens, i) > i) {
                    found.add(phrase.name());
                }
            }
        }
        return found;
    }
}
