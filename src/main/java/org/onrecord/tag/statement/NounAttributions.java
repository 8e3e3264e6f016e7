package org.onrecord.tag.statement;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.Act;
import org.onrecord.article.Span;
import org.onrecord.tag.name.NounPhrases;
import org.onrecord.tag.text.Token;

/** Finds what nouns attribute to their owner: "Her advice: …", "the firm's line is that …", "in his words, …". */
final class NounAttributions {
    /** Tokens between a verb that attributes and a noun after it that is its object. */
    private static final int OBJECT_REACH = 6;

    private static final int NONE = -1;
    private static final Set<String> OWNERS = Set.of("his", "her", "its", "their");
    private static final Set<String> EQUATING = Set.of("is", "was", "remains", "'s", "has");

    private final CuedSentence sentence;
    private final ContentFinder contents;
    private final SentenceDrafts drafts;

    NounAttributions(CuedSentence sentence, ContentFinder contents, SentenceDrafts drafts) {
        this.sentence = sentence;
        this.contents = contents;
        this.drafts = drafts;
    }

    void find() {
        for (int noun = 1; noun < sentence.size(); noun++) {
            String word = sentence.get(noun).lower();
            Act act = sentence.lexicon().noun(word);
            if (act == null || sentence.isQuoted(noun)) {
                continue;
            }
            NounPhrases.Phrase owner = owner(noun);
            if (owner != null) {
                attribute(CueHit.noVerb(noun, 1, word, act), owner);
            }
        }
    }

    /** Whose noun it is: "her", "the company's"; null when it is nobody's. */
    private NounPhrases.@Nullable Phrase owner(int noun) {
        int i = noun - 1;
        while (i >= 0 && sentence.get(i).isA("ADJ")) {
            i--;
        }
        Token token = sentence.at(i);
        if (OWNERS.contains(token.lower())) {
            return new NounPhrases.Phrase(i, i + 1, i, i + 1);
        }
        boolean possessive = token.is("'s") || token.is("'");
        return possessive && i > 0 ? sentence.phrases().endingAt(i - 1) : null;
    }

    private void attribute(CueHit cue, NounPhrases.Phrase owner) {
        Token preposition = sentence.at(owner.from() - 1);
        boolean adverbial = preposition.is("in") || preposition.is("by");
        if (sentence.at(cue.to()).is(".")) {
            // "…, in his words."
            if (adverbial && owner.from() > 2) {
                drafts.add(cue, owner, contents.before(owner.from() - 1, drafts.firstFree()), 0.6);
            }
            return;
        }
        int start = contentStart(cue, adverbial);
        Span content = start == NONE ? null : contents.from(start);
        if (content != null && !drafts.hasContentAt(content.start())) {
            drafts.add(cue, owner, content, 0.7);
        }
    }

    /**
     * Where the content after a noun starts, as a token.
     *
     * @param adverbial whether "in" or "by" stands before the owner: "in his words, …"
     */
    private int contentStart(CueHit cue, boolean adverbial) {
        int next = cue.to();
        Token token = sentence.at(next);
        if (token.is(":") || token.is(",") && adverbial) {
            return next + 1;
        }
        if (sentence.isQuoteMark(next)) {
            return next;
        }
        if (EQUATING.contains(token.lower())) {
            return afterEquating(next);
        }
        return token.is("that") && !isObject(cue) ? next + 1 : NONE;
    }

    /** "is that …", "has been: …", "was “…”". */
    private int afterEquating(int verb) {
        int i = verb + 1;
        if (sentence.at(i).is("been") || sentence.at(i).isA("ADV")) {
            i++;
        }
        if (sentence.at(i).is("that") || sentence.at(i).is(":")) {
            return i + 1;
        }
        return sentence.isQuoteMark(i) ? i : NONE;
    }

    /** Whether a verb that attributes stands shortly before: "repeated its warning that …". */
    private boolean isObject(CueHit noun) {
        return sentence.cues().stream()
                .anyMatch(verb -> verb.from() < noun.from() && noun.from() - verb.from() < OBJECT_REACH);
    }
}
