package org.onrecord.tag.statement;

import org.onrecord.article.Act;

/**
 * A cue where it stands in a sentence.
 *
 * @param from its first token
 * @param to the token after its last
 * @param cue what the list says of it
 * @param shape how the sentence is built around it
 */
record CueHit(int from, int to, CueLexicon.Cue cue, Shape shape) {
    /** How a verb stands. */
    enum Shape {
        /** With a subject of its own: "X said". */
        FINITE,
        /** "…, adding that": the subject is that of the clause before. */
        PARTICIPLE,
        /** "to argue that": the subject is that of the verb before. */
        INFINITIVE,
        /** "was accused by". */
        PASSIVE
    }

    /** Words that attribute without a verb of their own: "according to", "her advice:". */
    static CueHit noVerb(int from, int words, String base, Act act) {
        return new CueHit(from, from + words, CueLexicon.Cue.always(base, act, words), Shape.FINITE);
    }

    Act act() {
        return cue.act();
    }
}
