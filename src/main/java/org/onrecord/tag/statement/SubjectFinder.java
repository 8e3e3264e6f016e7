package org.onrecord.tag.statement;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.EntityType;
import org.onrecord.tag.name.Name;
import org.onrecord.tag.name.NounPhrases;
import org.onrecord.tag.text.Token;

/** Finds who does what a verb says: the phrase before it, across appositions, auxiliaries and relative clauses. */
final class SubjectFinder {
    private static final Set<String> RELATIVE = Set.of("who", "which", "that");
    private static final Set<String> BETWEEN =
            Set.of("not", "n't", "never", "also", "only", "then", "to", "'d", "'s", "'ve", "'ll", "'re");

    private final CuedSentence sentence;
    private final NounPhrases phrases;

    SubjectFinder(CuedSentence sentence) {
        this.sentence = sentence;
        this.phrases = sentence.phrases();
    }

    /** The subject directly before the verb group at {@code verb}; null when something else stands there. */
    NounPhrases.@Nullable Phrase before(int verb) {
        int i = verb - 1;
        while (i >= 0 && isBetween(i)) {
            i--;
        }
        if (i < 0) {
            return null;
        }
        Token token = sentence.get(i);
        if (RELATIVE.contains(token.lower()) && i > 0) {
            int noun = sentence.get(i - 1).is(",") ? i - 2 : i - 1;
            return noun >= 0 ? phrases.endingAt(noun) : null;
        }
        if (token.is(",") || token.is("–") || token.is("—") || token.is("--")) {
            return acrossInsertion(i);
        }
        if (token.is(")")) {
            int open = i;
            while (open > 0 && !sentence.get(open).is("(") && i - open < 25) {
                open--;
            }
            return open > 0 && sentence.get(open).is("(") ? phrases.endingAt(open - 1) : null;
        }
        return sentence.isQuoted(i) ? null : phrases.endingAt(i);
    }

    private boolean isBetween(int i) {
        Token token = sentence.get(i);
        return token.isA("AUX")
                || token.isA("ADV") && !token.is("here") && !token.is("there")
                || BETWEEN.contains(token.lower()) && !token.isA("PRON")
                || Set.of(
                                "have", "has", "had", "did", "does", "do", "keeps", "kept", "was", "is", "were", "are",
                                "been")
                        .contains(token.lower())
                || token.isA("VERB")
                        && Set.of("went", "continued", "intends", "wants", "tried", "began", "used", "goes")
                                .contains(token.lower())
                        && sentence.at(i + 1).isA("PART", "ADP");
    }

    /** "X, a forwarder based in Singapore, said": the phrase before the comma that opens the insertion. */
    private NounPhrases.@Nullable Phrase acrossInsertion(int close) {
        // "its chairman, Xu Dingyuan, said": the name inside is the one who speaks
        NounPhrases.Phrase inside = phrases.endingAt(close - 1);
        if (inside != null
                && inside.from() > 1
                && sentence.get(inside.from() - 1)
                        .lower()
                        .equals(sentence.get(close).lower())
                && isPerson(inside)
                && phrases.endingAt(inside.from() - 2) != null
                && !isPersonAt(inside.from() - 2)) {
            return inside;
        }
        String mark = sentence.get(close).lower();
        int tries = 0;
        for (int i = close - 1; i > 0 && close - i < 40 && tries < 4; i--) {
            if (!sentence.get(i).lower().equals(mark)) {
                continue;
            }
            tries++;
            if (sentence.get(i + 1).isA("CCONJ") || sentence.isQuoted(i)) {
                continue;
            }
            NounPhrases.Phrase phrase = phrases.endingAt(i - 1);
            boolean opens = opensInsertion(i + 1);
            if (phrase != null && opens && (phrase.to() == i || tries == 1)) {
                return phrase;
            }
        }
        return null;
    }

    private boolean isPerson(NounPhrases.Phrase phrase) {
        return isPersonAt(phrase.headTo() - 1);
    }

    private boolean isPersonAt(int i) {
        Name name = phrases.nameAt(i);
        return name != null && name.type() == EntityType.PERSON;
    }

    private boolean opensInsertion(int i) {
        Token token = sentence.at(i);
        return token.isA("DET", "NOUN", "PROPN", "NUM", "ADJ", "ADP", "SCONJ", "ADV")
                || token.is("who")
                || token.is("which")
                || token.is("whose")
                || token.is("whom")
                || token.isA("VERB")
                || token.isA("PRON");
    }
}
