package org.onrecord.tag.statement;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.ActorId;
import org.onrecord.article.Span;
import org.onrecord.tag.name.NounPhrases;
import org.onrecord.tag.speaker.SpeakerResolver;

/** Drafts the statements of one sentence, and remembers how far the sentence is used up. */
final class SentenceDrafts {
    private static final int SHORTEST_CONTENT = 2;

    private final int index;
    private final CuedSentence sentence;
    private final SourceCheck sources;
    private final SpeakerResolver speakers;
    private final List<Draft> drafts;
    private int firstFree;

    /**
     * Drafts for a sentence.
     *
     * @param index the sentence's index in the text
     * @param drafts those of the text so far; new ones are put there
     */
    SentenceDrafts(
            int index, CuedSentence sentence, SourceCheck sources, SpeakerResolver speakers, List<Draft> drafts) {
        this.index = index;
        this.sentence = sentence;
        this.sources = sources;
        this.speakers = speakers;
        this.drafts = drafts;
    }

    /** The first token that belongs to no attribution so far: what stands before a later speaker starts here. */
    int firstFree() {
        return firstFree;
    }

    /** Uses the sentence up, up to and without a token. */
    void useUpTo(int token) {
        firstFree = Math.max(firstFree, token);
    }

    /** Whether a statement's content starts at an offset of the text. */
    boolean hasContentAt(int offset) {
        return drafts.stream().anyMatch(draft -> draft.start() == offset);
    }

    /** Drafts a statement, unless there is nothing said or the subject cannot be a source. */
    void add(CueHit cue, NounPhrases.Phrase subject, @Nullable Span content, double confidence) {
        if (content == null || content.length() < SHORTEST_CONTENT) {
            return;
        }
        Span speaker = sources.words(sentence, subject);
        int cueStart = sentence.get(cue.from()).start();
        if (speaker == null || holdsAttribution(content, speaker, cueStart)) {
            return;
        }
        ActorId actor = speakers.actor(speaker.start(), speaker.end());
        if (actor == null && sources.isSilentThing(sentence, subject, speaker)) {
            return;
        }
        drafts.add(new Draft(
                index,
                speaker.start(),
                speaker.end(),
                actor,
                cueStart,
                sentence.get(cue.to() - 1).end(),
                cue.cue().base(),
                cue.act(),
                content.start(),
                content.end(),
                confidence));
    }

    /** Whether both speaker and cue would stand inside the words that they attribute. */
    private static boolean holdsAttribution(Span content, Span speaker, int cueStart) {
        return content.contains(speaker) && content.start() < cueStart && cueStart < content.end();
    }
}
