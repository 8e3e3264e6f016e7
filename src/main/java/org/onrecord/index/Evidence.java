package org.onrecord.index;

import org.onrecord.article.Figure;
import org.onrecord.article.PolicyEvent;
import org.onrecord.article.Span;
import org.onrecord.article.Statement;

/** Which part of an article's text shows a finding: whole sentences. The same for searching and for showing. */
public final class Evidence {
    /** How far a speaker or cue may stand from the content to be shown with it. */
    private static final int REACH = 400;

    private final Sentences sentences;

    public Evidence(String text) {
        this(new Sentences(text));
    }

    /** @param sentences those of the article's text, shared with who else needs them */
    public Evidence(Sentences sentences) {
        this.sentences = sentences;
    }

    /** The sentences with the content, and with speaker and cue where they stand near. */
    public Span of(Statement statement) {
        Span whole = statement.content().span();
        if (statement.speaker() != null) {
            whole = joined(whole, statement.speaker().passage().span());
        }
        if (statement.cue() != null) {
            whole = joined(whole, statement.cue().span());
        }
        return sentences.around(whole);
    }

    /** The sentence with the trigger. */
    public Span of(PolicyEvent event) {
        return sentences.around(event.trigger().span());
    }

    /** The sentence with the words that state it. */
    public Span of(Figure figure) {
        return sentences.around(figure.passage().span());
    }

    private static Span joined(Span content, Span other) {
        int gap = Math.max(other.start() - content.end(), content.start() - other.end());
        return gap > REACH
                ? content
                : new Span(Math.min(content.start(), other.start()), Math.max(content.end(), other.end()));
    }
}
