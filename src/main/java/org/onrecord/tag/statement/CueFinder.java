package org.onrecord.tag.statement;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.onrecord.article.Act;
import org.onrecord.tag.text.Quotes;
import org.onrecord.tag.text.Sentence;
import org.onrecord.tag.text.Token;

/** Finds the verbs of a sentence that may attribute something, outside quotation marks. */
final class CueFinder {
    private static final Set<String> BE = Set.of("be", "is", "are", "was", "were", "been", "being", "'s", "'re");
    private static final Set<String> CLAUSE_STARTS =
            Set.of("that", "to", "whether", "how", "why", "what", "it", "they", "he", "she", "there", "we", "if");

    private final CueLexicon lexicon;

    CueFinder(CueLexicon lexicon) {
        this.lexicon = lexicon;
    }

    List<CueHit> find(Sentence sentence, Quotes quotes) {
        List<CueHit> hits = new ArrayList<>();
        int i = 0;
        while (i < sentence.size()) {
            CueLexicon.Cue cue = quotes.covers(sentence.get(i).start()) ? null : lexicon.at(sentence, i);
            if (cue == null || !isVerb(sentence, i, cue) || isSkipped(sentence, i, cue)) {
                i++;
                continue;
            }
            int to = i + cue.words();
            boolean looseIng = sentence.get(i).lower().endsWith("ing")
                    && shape(sentence, i) == CueHit.Shape.PARTICIPLE
                    && !sentence.at(i - 1).is(",")
                    && !sentence.at(i - 1).is("by")
                    && !sentence.at(i - 1).is("after")
                    && !sentence.at(i - 1).is("in")
                    && !sentence.at(i - 1).is("while")
                    && !opensContent(sentence, to);
            if (looseIng) {
                i = to;
                continue;
            }
            boolean named = sentence.at(i - 1).is("he") || sentence.at(i - 1).is("she");
            if (!cue.weak() || opensContent(sentence, to) || cue.takesObject() && named) {
                hits.add(new CueHit(i, to, cue, shape(sentence, i)));
            }
            i = to;
        }
        return hits;
    }

    private static boolean isVerb(Sentence sentence, int i, CueLexicon.Cue cue) {
        Token token = sentence.get(i);
        if (token.isVerbal()) {
            return !token.is("'s") || cue.words() > 1;
        }
        if (cue.words() > 1) {
            return true;
        }
        // The tagger takes some verbs for nouns or adjectives: "he quips", "counters".
        boolean afterSubject = sentence.at(i - 1).isA("PROPN", "PRON")
                && !sentence.at(i - 1).is("her")
                && !sentence.at(i - 1).is("his")
                && !sentence.at(i - 1).is("its")
                && !sentence.at(i - 1).is("their");
        boolean finite = token.lower().endsWith("s") || token.lower().endsWith("ed");
        return token.isA("NOUN", "ADJ", "PROPN", "ADP", "SCONJ", "X")
                && finite
                && afterSubject
                && !token.startsUpper()
                && !cue.weak();
    }

    private static boolean isSkipped(Sentence sentence, int i, CueLexicon.Cue cue) {
        Token before = sentence.at(i - 1);
        String word = sentence.get(i).lower();
        if (before.isA("DET") && !before.is("that") && !before.is("all") && !before.is("both") && !before.is("this")) {
            return true; // a noun or an adjective: "the proposed rule"
        }
        if (word.equals("said") && sentence.at(i + 1).isA("NOUN") && i == 0) {
            return true; // "Said device" in legal language
        }
        boolean adjectival = (word.endsWith("ed") || word.endsWith("ing"))
                && sentence.at(i + 1).isA("NOUN", "PROPN")
                && before.isA("ADP", "ADJ")
                && !before.is("by")
                && !before.is("after")
                && !before.is("of")
                && !before.is("in")
                && !before.is("for");
        boolean modal =
                Set.of("could", "may", "might", "can", "cannot").contains(before.lower()) && cue.act() != Act.ASSERT;
        if (modal || word.equals("regarding") || word.equals("concerning") || word.equals("according")) {
            return true;
        }
        boolean declined = (before.is("to")
                && Set.of("declined", "refused", "declines", "refuses", "reached")
                        .contains(sentence.at(i - 2).lower()));
        return adjectival || declined;
    }

    /** Whether a clause, quotation or infinitive follows, or the sentence ends as after "he shrugged." */
    static boolean opensContent(Sentence sentence, int to) {
        Token next = sentence.at(to);
        return CLAUSE_STARTS.contains(next.lower())
                || isQuoteMark(next)
                || next.is(":")
                || next.is(",") && isQuoteMark(sentence.at(to + 1))
                || next.isA("PROPN", "PRON") && sentence.at(to + 1).isVerbal();
    }

    static boolean isQuoteMark(Token token) {
        return "“\"‘”«'".contains(token.text()) && token.text().length() == 1;
    }

    private static CueHit.Shape shape(Sentence sentence, int i) {
        int before = i - 1;
        while (before >= 0
                && sentence.get(before).isA("ADV")
                && !sentence.get(before).is("not")) {
            before--;
        }
        Token token = sentence.at(before);
        String word = sentence.get(i).lower();
        if (token.is("to") && sentence.at(i - 1).isA("PART", "ADP", "ADV")) {
            return CueHit.Shape.INFINITIVE;
        }
        boolean ing = word.endsWith("ing");
        if (BE.contains(token.lower())
                && !ing
                && (word.endsWith("ed")
                        || Set.of(
                                        "told",
                                        "put",
                                        "seen",
                                        "held",
                                        "written",
                                        "said",
                                        "quoted",
                                        "known",
                                        "understood",
                                        "thought",
                                        "heard",
                                        "found",
                                        "read")
                                .contains(word))) {
            return CueHit.Shape.PASSIVE;
        }
        if (ing
                && !BE.contains(token.lower())
                && !Set.of("keep", "keeps", "kept").contains(token.lower())) {
            return CueHit.Shape.PARTICIPLE;
        }
        return CueHit.Shape.FINITE;
    }
}
