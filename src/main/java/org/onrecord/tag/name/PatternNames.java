package org.onrecord.tag.name;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.onrecord.article.EntityType;
import org.onrecord.tag.text.Reading;
import org.onrecord.tag.text.Sentence;
import org.onrecord.tag.text.Token;
import org.onrecord.tag.text.WordLists;

/**
 * Finds products and policies by the form of their names: letters with digits after a maker's or family's name ("Kestrel
 * K80", "910C"), and capitalised words before "Act", "Rule", "List".
 */
final class PatternNames {
    private static final Pattern NUMBERED =
            Pattern.compile("(?<![A-Za-z])(?:Section|Executive Order|Order No\\.|Title) (\\d+[A-Za-z0-9()-]*)");
    private static final Pattern MODEL = Pattern.compile("[A-Z]{1,5}-?\\d{2,5}[A-Za-z]{0,2}|\\d{3,4}[A-Z]{1,2}");

    private final WordLists words;

    PatternNames(WordLists words) {
        this.words = words;
    }

    List<Name> find(Reading reading) {
        List<Name> names = new ArrayList<>();
        Matcher numbered = NUMBERED.matcher(reading.text());
        while (numbered.find()) {
            names.add(new Name(numbered.start(), numbered.end(), EntityType.POLICY, null, 0.8));
        }
        Set<String> models = new HashSet<>();
        for (Sentence sentence : reading.sentences()) {
            policies(sentence, reading.text(), names);
            products(sentence, reading.text(), names, models);
        }
        return names;
    }

    private void policies(Sentence sentence, String text, List<Name> names) {
        for (int i = 1; i < sentence.size(); i++) {
            Token head = sentence.get(i);
            if (!words.policyHeads.contains(head.text())) {
                continue;
            }
            int from = i;
            while (from > 0 && i - from < 9 && inName(sentence, from - 1, i)) {
                from--;
            }
            while (from < i
                    && (!sentence.get(from).startsUpper()
                            || words.policyStop.contains(sentence.get(from).text()))) {
                from++;
            }
            if (from < i && sentence.get(from).start() < head.start()) {
                int end = head.end();
                names.add(new Name(sentence.get(from).start(), end, EntityType.POLICY, null, 0.7));
            }
        }
    }

    private static boolean inName(Sentence sentence, int i, int head) {
        Token token = sentence.get(i);
        if (token.startsUpper() && token.isWord()) {
            return true;
        }
        boolean joining = token.is("and")
                || token.is("of")
                || token.is("the")
                || token.is("for")
                || token.is("in")
                || token.is("to");
        return joining
                && i > 0
                && i + 1 < head + 1
                && (sentence.at(i - 1).startsUpper() || sentence.at(i - 1).is("of"));
    }

    private void products(Sentence sentence, String text, List<Name> names, Set<String> models) {
        for (int i = 0; i < sentence.size(); i++) {
            Token token = sentence.get(i);
            if (!MODEL.matcher(token.text()).matches()
                    || token.text().matches("(?:Q|H|FY|G|F|CO|B|M)[1-9]|FY\\d+|\\d{3,4}[AS]|G\\d{1,2}")) {
                continue;
            }
            boolean yearLike = token.text().matches("\\d{4}[A-Z]?");
            if (!yearLike) {
                names.add(new Name(token.start(), token.end(), EntityType.PRODUCT, null, 0.6));
            }
        }
    }

    /** Whether a word has the form of a model's number. */
    static boolean isModelNumber(String word) {
        return MODEL.matcher(word).matches();
    }
}
