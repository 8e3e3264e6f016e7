package org.onrecord.tag.stand;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.onrecord.article.Issue;
import org.onrecord.tag.text.Lexicon;
import org.onrecord.tag.text.Token;
import org.onrecord.tag.text.WordForms;

/**
 * Finds the things that words talk of and which way each goes on one issue: with its proposition ("the sale", "lifting the
 * ban") or against it ("the ban", "an end to sales").
 *
 * <p>English puts what governs before what is governed, so that a chain such as "delay the lifting of the ban" is composed
 * from its right end; what befalls a thing may follow it ("the ban was lifted").
 */
final class Direction {
    /**
     * A thing talked of.
     *
     * @param start the index of its first word, what governs it included
     * @param end the index after its last word
     * @param sign 1 with the proposition, -1 against it
     * @param composed whether something is done to it or governs it
     * @param turned whether what governs it last turned it
     */
    record Thing(int start, int end, int sign, boolean composed, boolean turned) {
        private Thing turned(int until) {
            return new Thing(start, until, -sign, true, true);
        }
    }

    private enum Kind {
        LOOSENING,
        TIGHTENING,
        REVERSING,
        EASING,
        DENYING
    }

    private record Mark(int start, int end, Kind kind, boolean reverses) {}

    /** A word governs only what follows it this closely. */
    private static final int REACH = 6;

    private static final int DENY_REACH = 8;

    /** What becomes of a thing is told this closely behind it. */
    private static final int FAR = 9;

    private static final Set<String> BREAKS =
            Set.of(".", ";", ":", "!", "?", "–", "—", "but", "while", "although", "though", "whereas", "because");
    private static final Set<String> LINKS = Set.of("on", "of", "to", "against", "for");
    private static final Set<String> BEING =
            Set.of("is", "are", "was", "were", "be", "been", "being", "get", "gets", "got");

    private final Phrases loosening;
    private final Phrases tightening;
    private final Phrases reverse;
    private final Phrases ease;
    private final Phrases fail;
    private final Phrases not;
    private final Phrases take;
    private final Phrases particle;

    Direction(Issue issue, Lexicon list, WordForms forms) {
        loosening = new Phrases(issue.loosening(), forms);
        tightening = new Phrases(issue.tightening(), forms);
        reverse = new Phrases(list.section("reverse"), forms);
        fail = new Phrases(list.section("fail"), forms);
        ease = new Phrases(list.section("ease"), forms);
        not = new Phrases(list.section("not"), forms);
        take = new Phrases(list.section("take"), forms);
        particle = new Phrases(list.section("particle"), forms);
    }

    /** The things in the order of the text. A negation at a place in {@code used} belongs to something else. */
    List<Thing> things(List<Token> tokens, Set<Integer> used) {
        List<Mark> marks = marks(tokens, used);
        List<Thing> things = new ArrayList<>();
        Thing thing = null;
        for (int i = marks.size() - 1; i >= 0; i--) {
            Mark mark = marks.get(i);
            if (thing != null && !governs(tokens, mark, thing)) {
                things.addFirst(befallen(tokens, thing));
                thing = null;
            }
            if (thing != null) {
                thing = new Thing(
                        mark.start(), thing.end(), composed(tokens, mark, thing), true, mark.kind() == Kind.REVERSING);
            } else if (mark.kind() == Kind.LOOSENING || mark.kind() == Kind.TIGHTENING) {
                thing = new Thing(mark.start(), mark.end(), mark.kind() == Kind.LOOSENING ? 1 : -1, false, false);
            }
        }
        if (thing != null) {
            things.addFirst(befallen(tokens, thing));
        }
        return things;
    }

    /**
     * Which way the main thing goes that words tell of, 0 when there is none. Where one is governed by what is done to it
     * ("bars sales"), that is the event; a bare name of a thing tells less.
     */
    int of(List<Token> tokens) {
        List<Thing> things = things(tokens, Set.of());
        for (Thing thing : things) {
            if (thing.composed()) {
                return thing.sign();
            }
        }
        return things.isEmpty() ? 0 : things.getFirst().sign();
    }

    private List<Mark> marks(List<Token> tokens, Set<Integer> used) {
        List<Mark> marks = new ArrayList<>();
        for (int i = 0; i < tokens.size(); ) {
            int loose = loosening.lengthAt(tokens, i);
            int tight = tightening.lengthAt(tokens, i);
            int turn = reverse.lengthAt(tokens, i);
            int less = ease.lengthAt(tokens, i);
            int no = used.contains(i) ? 0 : not.lengthAt(tokens, i);
            int length = Math.max(Math.max(loose, tight), Math.max(Math.max(turn, less), no));
            if (length > 0) {
                Kind kind = tight == length
                        ? Kind.TIGHTENING
                        : loose == length
                                ? Kind.LOOSENING
                                : turn == length ? Kind.REVERSING : less == length ? Kind.EASING : Kind.DENYING;
                Mark mark = new Mark(i, i + length, kind, turn == length || less == length);
                if (!mark.reverses() || marks.isEmpty() || !isDoneTo(tokens, marks.getLast(), i)) {
                    marks.add(mark);
                }
            }
            i += Math.max(1, length);
        }
        return marks;
    }

    /** Whether the word at an index tells what becomes of the mark before it, and governs nothing: "the curbs be eased". */
    private static boolean isDoneTo(List<Token> tokens, Mark before, int index) {
        List<Token> between = tokens.subList(before.end(), index);
        return between.size() < FAR
                && between.stream().noneMatch(token -> BREAKS.contains(token.lower()))
                && !tokens.get(index).lower().endsWith("ing")
                && between.stream()
                        .skip(Math.max(0, between.size() - 2))
                        .anyMatch(token -> BEING.contains(token.lower()));
    }

    private static boolean governs(List<Token> tokens, Mark mark, Thing thing) {
        int gap = thing.start() - mark.end();
        return gap <= (mark.kind() == Kind.DENYING ? DENY_REACH : REACH)
                && !joins(tokens, mark.end(), thing.start())
                && tokens.subList(mark.end(), thing.start()).stream()
                        .noneMatch(token -> BREAKS.contains(token.lower()));
    }

    /** Whether "and" opens a deed of its own between two places: "restore the licence and drop the toll". */
    private static boolean joins(List<Token> tokens, int from, int to) {
        for (int i = from; i < to; i++) {
            if (tokens.get(i).is("and")
                    && i + 1 < tokens.size()
                    && tokens.get(i + 1).isVerbal()) {
                return true;
            }
        }
        return false;
    }

    private static int composed(List<Token> tokens, Mark mark, Thing thing) {
        return switch (mark.kind()) {
            case REVERSING, DENYING -> -thing.sign();
            // what was forbidden is eased into its opposite; a thing that hinders hinders less
            case EASING -> thing.sign() > 0 && thing.turned() ? -1 : 1;
            // "export controls": the second word says what it is; "ease controls": the first one does
            case LOOSENING -> mark.reverses() ? 1 : thing.sign();
            // "the ban hurts sales" speaks of the ban; "ban sales" and "stop the curbs" turn what follows
            case TIGHTENING -> mark.reverses() && !isSubject(tokens, mark) ? -thing.sign() : -1;
        };
    }

    private static boolean isSubject(List<Token> tokens, Mark mark) {
        Token last = tokens.get(mark.end() - 1);
        return last.isNominal()
                && mark.end() < tokens.size()
                && !LINKS.contains(tokens.get(mark.end()).lower())
                && mark.end() - mark.start() == 1;
    }

    /** The thing turned by what is said to have become of it: "the ban was lifted", "the bill fails". */
    private Thing befallen(List<Token> tokens, Thing thing) {
        if (isTakenAway(tokens, thing)) {
            return thing.turned(thing.end() + 1);
        }
        boolean passive = false;
        for (int i = thing.end(); i < Math.min(tokens.size(), thing.end() + FAR); i++) {
            Token token = tokens.get(i);
            if (BREAKS.contains(token.lower()) || token.is(",")) {
                break;
            }
            passive |= BEING.contains(token.lower());
            int turn = Math.max(reverse.lengthAt(tokens, i), thing.sign() < 0 ? ease.lengthAt(tokens, i) : 0);
            boolean ended = turn > 0 && (passive || isPast(token) && !hasObject(tokens, i + turn));
            if (ended || fails(tokens, i) && i - thing.end() <= 2 && !passive) {
                return thing.turned(i + 1);
            }
        }
        return thing;
    }

    private boolean fails(List<Token> tokens, int index) {
        boolean up = index + 1 < tokens.size() && tokens.get(index + 1).is("up");
        return !up && !tokens.get(index).isA("NOUN", "PROPN") && fail.lengthAt(tokens, index) > 0;
    }

    private boolean isTakenAway(List<Token> tokens, Thing thing) {
        if (thing.end() >= tokens.size() || particle.lengthAt(tokens, thing.end()) == 0) {
            return false;
        }
        for (int i = Math.max(0, thing.start() - 3); i < thing.start(); i++) {
            if (take.lengthAt(tokens, i) > 0) {
                return true;
            }
        }
        return false;
    }

    /** Whether a verb stands in a past form, as a participle does. */
    private static boolean isPast(Token token) {
        return !token.lower().endsWith("s")
                && !token.lower().endsWith("ing")
                && !token.isA("NOUN", "ADP")
                && token.lower().length() > 3;
    }

    private static boolean hasObject(List<Token> tokens, int index) {
        return index < tokens.size() && tokens.get(index).isA("DET", "ADJ", "NOUN", "PROPN", "PRON", "NUM", "X");
    }
}
