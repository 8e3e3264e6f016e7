package org.onrecord.tag.stand;

import java.util.List;
import org.onrecord.tag.text.Lexicon;
import org.onrecord.tag.text.Token;
import org.onrecord.tag.text.WordForms;

/**
 * Whether words leave open where their speaker stands: conditions, questions, both sides weighed, irony, the views of
 * somebody else, a quarrel about a name.
 */
final class Openness {
    private static final int LEAD = 6;

    private final Phrases condition;
    private final Phrases bothSides;
    private final Phrases irony;
    private final Phrases reporting;
    private final Phrases naming;

    Openness(Lexicon list, WordForms forms) {
        condition = new Phrases(list.section("if"), forms);
        bothSides = new Phrases(list.section("both"), forms);
        irony = new Phrases(list.section("irony"), forms);
        reporting = new Phrases(list.section("reporting"), forms);
        naming = new Phrases(list.section("naming"), forms);
    }

    boolean leaves(List<Token> words) {
        return asks(words)
                || condition.in(words)
                || bothSides.in(words)
                || irony.in(words)
                || reports(words)
                || naming.in(words.subList(0, Math.min(LEAD, words.size())));
    }

    private static boolean asks(List<Token> words) {
        return words.stream().anyMatch(token -> token.text().startsWith("?"));
    }

    /** Whether the words report, outside a quotation, what somebody says: "it a cost and told employees that". */
    private boolean reports(List<Token> words) {
        for (int i = 0; i < words.size(); i++) {
            if ("\"“‘«".contains(words.get(i).text())) {
                return false;
            }
            if (reporting.lengthAt(words, i) > 0) {
                return true;
            }
        }
        return false;
    }
}
