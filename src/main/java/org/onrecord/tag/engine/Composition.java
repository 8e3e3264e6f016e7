package org.onrecord.tag.engine;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.onrecord.article.Act;
import org.onrecord.tag.text.Lexicon;
import org.onrecord.tag.text.Token;
import org.onrecord.tag.text.WordForms;

/**
 * Composes a statement's stand on loosening or tightening out of its parts: the direction of the thing talked about,
 * turned by words such as "lift" and "end", times the speaker's attitude, turned by negation.
 */
final class Composition {
    private static final Set<String> LESS = Set.of("fewer", "less", "little");

    private final Set<String> tighten;
    private final Set<String> loosen;
    private final Set<String> reverse;
    private final Set<String> good;
    private final Set<String> bad;
    private final Set<String> must;
    private final Set<String> not;

    Composition(Lexicon list) {
        tighten = all(list, "tighten");
        loosen = all(list, "loosen");
        reverse = all(list, "reverse");
        good = all(list, "good");
        bad = all(list, "bad");
        must = all(list, "must");
        not = all(list, "not");
    }

    private static Set<String> all(Lexicon list, String section) {
        Set<String> forms = new HashSet<>();
        list.section(section).forEach(word -> forms.addAll(WordForms.regular(word)));
        return forms;
    }

    /** 1 where the words go towards loosening, -1 towards tightening, 0 where they tell nothing. */
    int direction(List<Token> words) {
        int tight = -1;
        int loose = -1;
        boolean turned = false;
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i).lower();
            if (tighten.contains(word) && tight < 0) {
                tight = i;
            }
            if (loosen.contains(word) && loose < 0) {
                loose = i;
            }
        }
        int thing = tight >= 0 && (loose < 0 || Math.abs(tight - loose) <= 4 || tight < loose) ? tight : loose;
        if (thing < 0) {
            return 0;
        }
        int direction = thing == tight ? -1 : 1;
        for (int i = Math.max(0, thing - 6); i < thing; i++) {
            String word = words.get(i).lower();
            if (reverse.contains(word) && (direction < 0 ? !tighten.contains(word) || loosen.contains(word) : true)) {
                turned = !turned;
            }
        }
        return turned ? -direction : direction;
    }

    /** 1 where the speaker speaks well of it or asks for it, -1 where badly, 0 where it cannot be told. */
    int attitude(List<Token> words, Act act) {
        int sign = 0;
        boolean negated = false;
        int since = 99;
        for (Token token : words) {
            String word = token.lower();
            since++;
            if (not.contains(word) || LESS.contains(word)) {
                negated = true;
                since = 0;
            }
            boolean turned = since <= 4;
            if (bad.contains(word)) {
                sign -= turned && since > 0 ? -1 : 1;
            } else if (good.contains(word)) {
                sign += turned && since > 0 ? -1 : 1;
            }
        }
        int own = Integer.signum(sign);
        return switch (act) {
            case SUPPORT -> 1;
            case CRITICIZE, WARN -> -1;
            case URGE ->
                words.size() > 1
                                && (words.get(0).is("not")
                                        || words.get(1).is("not")
                                        || words.stream().limit(6).anyMatch(token -> token.is("not")))
                        ? -1
                        : 1;
            case DENY -> own != 0 ? own : 0;
            case ASSERT ->
                own != 0
                        ? own
                        : words.stream().anyMatch(token -> must.contains(token.lower())) ? (negated ? -1 : 1) : 0;
            case ANNOUNCE -> 1;
        };
    }

    /** 1 where the words speak of ending or avoiding something, else 0. */
    int turned(List<Token> words) {
        return words.stream().anyMatch(token -> reverse.contains(token.lower()) || AVOID.contains(token.lower()))
                ? 1
                : 0;
    }

    private static final Set<String> AVOID = Set.of(
            "avoid",
            "avoiding",
            "reduce",
            "reducing",
            "wean",
            "replace",
            "replacing",
            "shun",
            "less",
            "instead",
            "away",
            "cut");

    /** The stand on loosening: 1 for, -1 against, 0 open. */
    int stand(List<Token> words, int context, Act act) {
        int direction = direction(words);
        int attitude = attitude(words, act);
        return (direction == 0 ? context : direction) * attitude;
    }
}
