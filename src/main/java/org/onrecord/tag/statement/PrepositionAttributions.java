package org.onrecord.tag.statement;

import org.onrecord.article.Act;
import org.onrecord.tag.name.NounPhrases;

/** Finds what prepositions of sources attribute: "According to X, …" and "…, according to X". */
final class PrepositionAttributions {
    /** Tokens between a source and the comma that ends its phrase. */
    private static final int LONGEST_REST = 20;

    private final CuedSentence sentence;
    private final ContentFinder contents;
    private final SentenceDrafts drafts;

    PrepositionAttributions(CuedSentence sentence, ContentFinder contents, SentenceDrafts drafts) {
        this.sentence = sentence;
        this.contents = contents;
        this.drafts = drafts;
    }

    void find() {
        for (int i = 0; i < sentence.size(); i++) {
            int words = sentence.sourceWords(i);
            if (words == 0 || sentence.isQuoted(i) || isRate(i)) {
                continue;
            }
            NounPhrases.Phrase source = sentence.phrases().startingAt(i + words);
            if (source == null) {
                continue;
            }
            CueHit cue = CueHit.noVerb(i, words, sentence.get(i).lower(), Act.ASSERT);
            if (opensClause(i)) {
                contentAfter(cue, source);
            } else {
                drafts.add(cue, source, contents.before(i, drafts.firstFree()), 0.8);
            }
        }
    }

    /** "40 per cent", "chips per rack". */
    private boolean isRate(int i) {
        return sentence.get(i).is("per") && sentence.at(i - 1).isA("NUM", "NOUN");
    }

    private boolean opensClause(int i) {
        return i == 0
                || i == 1 && sentence.get(0).isA("CCONJ", "ADV")
                || sentence.get(i - 1).is(";");
    }

    private void contentAfter(CueHit cue, NounPhrases.Phrase source) {
        int comma = source.to();
        while (comma < sentence.size() && !sentence.get(comma).is(",") && comma - source.to() < LONGEST_REST) {
            comma++;
        }
        if (sentence.at(comma).is(",")) {
            drafts.add(cue, source, contents.from(comma + 1), 0.85);
            drafts.useUpTo(comma + 1);
        }
    }
}
