package org.onrecord.tag.statement;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.Span;
import org.onrecord.tag.text.Reading;
import org.onrecord.tag.text.Sentence;
import org.onrecord.tag.text.Token;

/**
 * Sets the borders that the network gives right by what it does not look at as a whole: sentences, quotations and phrases. A
 * quotation belongs to a content wholly or not at all; neither content nor source ends with "the" or "of".
 */
public final class SpanMender {
    private static final int LONGEST_PHRASE = 8;
    private static final Set<String> DECLINING =
            Set.of("declined", "declines", "refused", "refuses", "decline", "refuse");

    private final Reading reading;
    private final int[] others;

    /**
     * A mender for a text.
     *
     * @param attributed the sources and cues of all statements of the text: a content does not reach over the next one
     */
    public SpanMender(Reading reading, List<Span> attributed) {
        this.reading = reading;
        this.others = attributed.stream().mapToInt(Span::start).sorted().toArray();
    }

    /** The whole phrase of a source. */
    public Span source(Span span) {
        Sentence sentence = sentenceAt(span.start());
        if (sentence == null) {
            return span;
        }
        int from = sentence.tokenAt(span.start());
        int to = to(sentence, span.end());
        while (to - from > 1 && (sentence.get(to - 1).isA("CCONJ") || isLooseMark(sentence.get(to - 1)))) {
            to--;
        }
        if (to > from && isOpen(sentence.get(to - 1))) {
            int end = phraseEnd(sentence, to);
            to = end > to ? end : to;
        }
        return to > from
                ? new Span(sentence.get(from).start(), sentence.get(to - 1).end())
                : span;
    }

    private static int phraseEnd(Sentence sentence, int to) {
        int end = to;
        boolean noun = false;
        while (end < sentence.size() && end - to < LONGEST_PHRASE) {
            Token token = sentence.get(end);
            if (token.isA("NOUN", "PROPN")) {
                noun = true;
            } else if (!token.isA("DET", "ADJ", "NUM") && !token.is("'s") && !token.is("-")) {
                break;
            }
            end++;
        }
        return noun ? end : to;
    }

    /**
     * The whole of a content; empty when nothing is said by it.
     *
     * @param cue the word that attributes it
     */
    public Optional<Span> content(Span span, @Nullable Span cue) {
        Sentence first = sentenceAt(span.start());
        if (first == null) {
            return Optional.of(span);
        }
        int start = start(first, span, cue);
        int end = Math.max(start, withQuotation(start, span.end()));
        Sentence last = sentenceAt(Math.max(start, end - 1));
        if (last != null) {
            end = end(last, start, end);
        }
        if (end <= start || saysNothing(start, end, cue)) {
            return Optional.empty();
        }
        return Optional.of(new Span(start, end));
    }

    /** "that" after the cue and an "and" or comma before the words are not said. */
    private int start(Sentence sentence, Span span, @Nullable Span cue) {
        int i = sentence.tokenAt(span.start());
        boolean afterCue = cue != null && cue.end() <= span.start() && span.start() - cue.end() <= 2;
        while (i + 1 < sentence.size()
                && sentence.get(i).start() < span.end()
                && (afterCue
                                && sentence.get(i).is("that")
                                && sentence.get(i + 1).end() <= span.end()
                        || sentence.get(i).is(",")
                        || sentence.get(i).is(":"))) {
            i++;
        }
        return i < sentence.size() && sentence.get(i).start() < span.end()
                ? Math.max(span.start(), sentence.get(i).start())
                : span.start();
    }

    private int withQuotation(int start, int end) {
        Span quote = reading.quotes().at(Math.max(start, end - 1)).orElse(null);
        return quote != null && quote.start() >= start && quote.end() > end ? quote.end() : end;
    }

    private int end(Sentence sentence, int start, int end) {
        int to = to(sentence, end);
        int rest = sentenceEnd(sentence);
        boolean abbreviation = to < sentence.size()
                && end < rest
                && reading.text().charAt(Math.min(end, reading.text().length() - 1)) == '.'
                && sentence.end() - end > 2;
        if (to > 0 && end < rest && (abbreviation || isOpen(sentence.get(to - 1)))) {
            int next = nextOther(end);
            if (next >= rest) {
                return rest;
            }
            to = to(sentence, next);
        }
        while (to > 0
                && sentence.get(to - 1).start() >= start
                && sentence.get(to - 1).end()
                        <= Math.max(end, sentence.get(to - 1).end())
                && (sentence.get(to - 1).isA("CCONJ")
                        || sentence.get(to - 1).is(",")
                        || sentence.get(to - 1).is(";"))) {
            to--;
        }
        boolean trimmed = to > 0 && sentence.get(to - 1).end() < end
                || to > 0 && sentence.get(to - 1).start() >= end;
        return trimmed ? Math.max(start, sentence.get(to - 1).end()) : end;
    }

    /** Where the words of a sentence end, without its full stop. */
    private static int sentenceEnd(Sentence sentence) {
        Token last = sentence.get(sentence.size() - 1);
        boolean stop = sentence.size() > 1 && last.text().equals(".");
        return stop ? sentence.get(sentence.size() - 2).end() : last.end();
    }

    private int nextOther(int place) {
        int at = Arrays.binarySearch(others, place);
        int next = at >= 0 ? at : -at - 1;
        return next < others.length ? others[next] : Integer.MAX_VALUE;
    }

    /** Whether the words are none ("“"), or those of somebody who says nothing ("declined to comment"). */
    private boolean saysNothing(int start, int end, @Nullable Span cue) {
        String text = reading.text();
        String content = text.substring(start, end);
        if (content.codePoints().noneMatch(Character::isLetterOrDigit)) {
            return true;
        }
        boolean declining = cue != null
                && DECLINING.contains(text.substring(cue.start(), cue.end())
                        .toLowerCase(Locale.ROOT)
                        .replace(" to", ""));
        return declining && (content.startsWith("to comment") || content.startsWith("comment"));
    }

    /** Whether a phrase cannot end with this word. */
    private static boolean isOpen(Token token) {
        return token.isA("DET", "ADP", "SCONJ", "CCONJ") && token.isWord()
                || token.is("to") && token.isA("PART")
                || Set.of("its", "their", "his", "your", "my", "our").contains(token.lower());
    }

    private static boolean isLooseMark(Token token) {
        return token.is(",") || token.is("–") || token.is("—") || token.is(":");
    }

    private @Nullable Sentence sentenceAt(int place) {
        int at = reading.sentenceAt(place);
        return at < reading.sentences().size() ? reading.sentences().get(at) : null;
    }

    /** The index of the first token that starts at or after an offset. */
    private static int to(Sentence sentence, int offset) {
        int to = sentence.tokenAt(offset);
        return to < sentence.size() && sentence.get(to).start() < offset ? to + 1 : to;
    }
}
