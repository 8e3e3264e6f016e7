package org.onrecord.tag.statement;

import org.jspecify.annotations.Nullable;
import org.onrecord.article.Act;
import org.onrecord.article.ActorId;
import org.onrecord.article.QuoteKind;
import org.onrecord.article.Span;
import org.onrecord.tag.text.Reading;

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
public record Draft(
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

    /** Whether all, some or none of the content's letters stand inside quotation marks. */
    public QuoteKind quoteKind(Reading reading) {
        int inside = 0;
        int total = 0;
        int i = start;
        while (i < end) {
            Span quote = reading.quotes().at(i).orElse(null);
            int to = quote == null ? i + 1 : Math.min(quote.end(), end);
            for (; i < to; i++) {
                if (Character.isLetterOrDigit(reading.text().charAt(i))) {
                    total++;
                    inside += quote == null ? 0 : 1;
                }
            }
        }
        return inside == 0 ? QuoteKind.INDIRECT : inside == total ? QuoteKind.DIRECT : QuoteKind.MIXED;
    }
}
