package org.onrecord.tag.statement;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.Span;
import org.onrecord.tag.text.Reading;
import org.onrecord.tag.text.Sentence;

/** Gives quotations that no cue claimed to the speaker before them: “One,” said Orr. “Another.” */
final class LooseQuotes {
    /** A quotation of fewer words counts only when it is closed as a sentence of its own. */
    private static final int WORDS_OF_A_CLAUSE = 4;

    private static final int FEWEST_WORDS = 2;

    private final Reading reading;
    private final String text;
    private final BitSet claimed = new BitSet();
    private final NavigableMap<Integer, Draft> byEnd = new TreeMap<>();

    /**
     * A search in a text.
     *
     * @param drafts the statements that cues claimed
     */
    LooseQuotes(Reading reading, List<Draft> drafts) {
        this.reading = reading;
        this.text = reading.text();
        drafts.forEach(this::claim);
    }

    private void claim(Draft draft) {
        claimed.set(draft.start(), draft.end());
        if (draft.speakerStart() >= 0) {
            byEnd.put(draft.end(), draft);
        }
    }

    /** The statements that they make. */
    List<Draft> find() {
        List<Draft> found = new ArrayList<>();
        for (Span quote : reading.quotes().spans()) {
            Draft before = isClaimed(quote) ? null : before(quote);
            if (before != null) {
                Draft loose = before.withoutCue(quote.start(), quote.end());
                found.add(loose);
                claim(loose);
            }
        }
        return found;
    }

    private boolean isClaimed(Span quote) {
        int next = claimed.nextSetBit(quote.start());
        return next >= 0 && next < quote.end();
    }

    /** The statement that a quotation goes on with; null when it is none or stands alone. */
    private @Nullable Draft before(Span quote) {
        int at = reading.sentenceAt(quote.start());
        Map.Entry<Integer, Draft> last = byEnd.floorEntry(quote.start());
        if (at >= reading.sentences().size() || last == null) {
            return null;
        }
        Sentence sentence = reading.sentences().get(at);
        boolean opensSentence = quote.start() <= sentence.start() + 1;
        if (!opensSentence && !follows(quote, ":") && !follows(quote, "—") || !isSpeech(quote)) {
            return null;
        }
        Draft draft = last.getValue();
        int paragraphsApart =
                sentence.paragraph() - reading.sentences().get(draft.sentence()).paragraph();
        return paragraphsApart == 0 || paragraphsApart == 1 && opensSentence ? draft : null;
    }

    private boolean follows(Span quote, String mark) {
        return text.substring(Math.max(0, quote.start() - 5), quote.start())
                .stripTrailing()
                .endsWith(mark);
    }

    /** Whether the quoted words are somebody's speech rather than a term in quotation marks. */
    private boolean isSpeech(Span quote) {
        int words = text.substring(quote.start(), quote.end()).split("\\s+").length;
        char last = quote.length() > 2 ? text.charAt(quote.end() - 2) : ' ';
        boolean closed = ".!?".indexOf(last) >= 0;
        return words >= (closed ? FEWEST_WORDS : WORDS_OF_A_CLAUSE);
    }
}
