package org.onrecord.tag.stand;

import java.util.List;
import java.util.Map;
import org.onrecord.tag.statement.Draft;
import org.onrecord.tag.text.Reading;
import org.onrecord.tag.text.Sentence;
import org.onrecord.tag.text.Token;

/**
 * What "the decision", "the move" or "it" did on one issue, by what the article told before: the sentence so far, the
 * sentences before, the opening, the headline.
 */
final class Discourse {
    /** Of a longer sentence, only the last words are read. */
    private static final int MOST_WORDS = 80;

    /**
     * Which way each part of the article before a statement goes: 1 with the issue's proposition, -1 against it, 0 neither.
     *
     * @param here the statement's own sentence, up to its content
     * @param before the nearest of the sentences before that goes any way
     * @param opening the first of the article's opening sentences that does
     * @param headline its title
     */
    record Context(int here, int before, int opening, int headline) {
        /** The places by name. */
        Map<String, Integer> places() {
            return Map.of("here", here, "before", before, "opening", opening, "headline", headline);
        }

        boolean isSilent() {
            return places().values().stream().allMatch(way -> way == 0);
        }

        /** The way of most places; 0 where there is none. */
        int sign() {
            return Integer.signum(here + before + opening + headline);
        }
    }

    private static final int NEAR = 3;
    private static final int OPENING = 2;

    private Discourse() {}

    static Context of(Reading reading, IssueScope scope, Direction direction, Draft draft) {
        int s = Math.min(reading.sentenceAt(draft.start()), reading.sentences().size() - 1);
        Sentence sentence = reading.sentences().get(s);
        List<Token> soFar = sentence.tokens().subList(0, sentence.tokenAt(draft.start()));
        int before = 0;
        for (int k = s - 1; k >= Math.max(0, s - NEAR) && before == 0; k--) {
            before = way(told(reading, reading.sentences().get(k)), scope, direction);
        }
        int opening = 0;
        for (int k = 0; k < Math.min(OPENING, s) && opening == 0; k++) {
            opening = way(told(reading, reading.sentences().get(k)), scope, direction);
        }
        return new Context(
                way(soFar, scope, direction), before, opening, way(IssueScope.headline(reading), scope, direction));
    }

    private static int way(List<Token> words, IssueScope scope, Direction direction) {
        return scope.excludes(words) ? 0 : direction.of(words);
    }

    /** The words of a sentence that the article tells itself, outside quotation marks. */
    private static List<Token> told(Reading reading, Sentence sentence) {
        return sentence.last(MOST_WORDS).stream()
                .filter(token -> reading.quotes().at(token.start()).isEmpty())
                .toList();
    }
}
