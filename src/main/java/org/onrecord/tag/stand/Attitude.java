package org.onrecord.tag.stand;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.onrecord.tag.text.Lexicon;
import org.onrecord.tag.text.Token;
import org.onrecord.tag.text.WordForms;

/**
 * What a speaker's own words think of what they speak of: whether they call it good or bad, find it too little, or say that
 * it must be. Negation turns the word that it stands before; what is good for an opponent is bad.
 */
final class Attitude {
    /**
     * What was found in words.
     *
     * @param value 1 where they speak well of it, -1 where badly, 0 where they do neither or both
     * @param insufficient whether they find it too little of itself
     * @param demand whether they say that something must or must not be
     * @param used places of negations that belong to a judgement
     */
    record Found(int value, boolean insufficient, boolean demand, Set<Integer> used) {
        Found {
            used = Set.copyOf(used);
        }
    }

    private static final int REACH = 4;

    private final Phrases good;
    private final Phrases bad;
    private final Phrases insufficient;
    private final Phrases must;
    private final Phrases not;
    private final Phrases foe;

    Attitude(Lexicon list, WordForms forms) {
        good = new Phrases(list.section("good"), forms);
        bad = new Phrases(list.section("bad"), forms);
        insufficient = new Phrases(list.section("insufficient"), forms);
        must = new Phrases(list.section("must"), forms);
        not = new Phrases(list.section("not"), forms);
        foe = new Phrases(list.section("foe"), forms);
    }

    Found in(List<Token> tokens) {
        Set<Integer> used = new HashSet<>();
        boolean praises = false;
        boolean blames = false;
        boolean demands = false;
        int denied = -1;
        for (int i = 0; i < tokens.size(); ) {
            int well = good.lengthAt(tokens, i);
            int badly = bad.lengthAt(tokens, i);
            int length = Math.max(well, badly);
            if (length > 0) {
                boolean positive = well >= badly;
                if (denied >= 0 && i - denied <= REACH) {
                    positive = !positive;
                    used.add(denied);
                    denied = -1;
                }
                if (helpsFoe(tokens, i + length)) {
                    positive = !positive;
                }
                praises |= positive;
                blames |= !positive;
            } else if (not.lengthAt(tokens, i) > 0) {
                denied = i;
            }
            demands |= must.lengthAt(tokens, i) > 0;
            i += Math.max(1, length);
        }
        int value = praises == blames ? 0 : praises ? 1 : -1;
        return new Found(value, insufficient.in(tokens), demands, used);
    }

    private boolean helpsFoe(List<Token> tokens, int from) {
        for (int i = from; i < Math.min(tokens.size(), from + REACH); i++) {
            if (foe.lengthAt(tokens, i) > 0) {
                return true;
            }
        }
        return false;
    }
}
