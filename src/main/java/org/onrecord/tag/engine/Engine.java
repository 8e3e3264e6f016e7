package org.onrecord.tag.engine;

import java.util.List;
import org.onrecord.article.Article;
import org.onrecord.article.Span;
import org.onrecord.tag.event.Trigger;
import org.onrecord.tag.name.Name;
import org.onrecord.tag.statement.Said;
import org.onrecord.tag.text.Reading;
import org.onrecord.tag.text.Sentence;

/**
 * What finds candidates in a text: names, attributed words, words for events, quantities. The stages around it link, resolve,
 * read and judge them. There are two: {@link EncoderEngine} and {@link MaxentEngine}. Safe to share between threads.
 */
public interface Engine {
    /** Looks at a text. */
    Findings look(Reading reading);

    /** Changes whenever its models change so that it might find something else. */
    String version();

    /**
     * Runs the engine's models once over a text without any rules, for measuring.
     *
     * @return a number that depends on all results
     */
    int bare(Article article, List<Sentence> sentences);

    /** What an engine sees in one text. Asked once for each kind, in this order. */
    interface Findings {
        /** Names, not linked to actors, in the order of the text. */
        List<Name> names();

        /**
         * Attributed words with their speakers resolved.
         *
         * @param names all names of the text, linked
         */
        List<Said> statements(List<Name> names);

        /** Words that tell of policy events, in the order of the text. */
        List<Trigger> triggers(List<Name> names);

        /** Where quantities worth checking stand, in the order of the text. */
        List<Span> figures(List<Name> names);
    }
}
