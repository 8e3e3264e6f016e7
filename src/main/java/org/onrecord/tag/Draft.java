package org.onrecord.tag;

import org.jspecify.annotations.Nullable;
import org.onrecord.article.Act;
import org.onrecord.article.ActorId;

/**
 * A statement in the making: places in the text, not yet judged.
 *
 * @param sentence the index of the sentence of its cue or content
 * @param speakerStart where the speaker's words start; -1 for none
 * @param speakerEnd where they end
 * @param actor the speaker, resolved; null when unnamed
 * @param cueStart where the cue starts; -1 for none
 * @param cueEnd where it ends
 * @param base the cue's base form; empty for none
 * @param cueAct the act that the cue usually makes; null without a cue
 * @param start where the content starts
 * @param end where it ends
 * @param confidence that speaker and content are right
 */
record Draft(
        int sentence,
        int speakerStart,
        int speakerEnd,
        @Nullable ActorId actor,
        int cueStart,
        int cueEnd,
        String base,
        @Nullable Act cueAct,
        int start,
        int end,
        double confidence) {
    Draft with(int newStart, int newEnd) {
        return new Draft(
                sentence,
                speakerStart,
                speakerEnd,
                actor,
                cueStart,
                cueEnd,
                base,
                cueAct,
                newStart,
                newEnd,
                confidence);
    }

    Draft withoutCue(int newStart, int newEnd) {
        return new Draft(
                sentence, speakerStart, speakerEnd, actor, -1, -1, "", null, newStart, newEnd, confidence * 0.9);
    }
}
