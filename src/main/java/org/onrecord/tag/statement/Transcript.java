package org.onrecord.tag.statement;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.EntityType;
import org.onrecord.article.Span;
import org.onrecord.tag.name.Name;
import org.onrecord.tag.text.Reading;
import org.onrecord.tag.text.Sentence;

/** Reads the lines of a transcript: what follows the name and the colon of "Padma Orr, CEO: …" is what she says. */
final class Transcript {
    /** Characters of a bullet or dash before the name. */
    private static final int LONGEST_BULLET = 3;

    /** Characters between a name and its colon. */
    private static final int LONGEST_TITLE = 70;

    private static final int SHORTEST_SPEECH = 4;

    /**
     * A line of a transcript.
     *
     * @param speaker the name before the colon
     * @param speech what stands after it
     */
    record Line(Name speaker, Span speech) {}

    private Transcript() {}

    /**
     * A paragraph as a line of a transcript; null when it is none.
     *
     * @param opening the first sentence of the paragraph
     * @param names those that stand in that sentence, in order
     */
    static @Nullable Line line(Reading reading, Sentence opening, List<Name> names) {
        if (names.isEmpty() || !isSpeaker(names.getFirst(), opening)) {
            return null;
        }
        Name speaker = names.getFirst();
        String text = reading.text();
        int lineFeed = text.indexOf('\n', opening.start());
        int end = lineFeed < 0 ? text.length() : lineFeed;
        int limit = Math.min(end, speaker.end() + LONGEST_TITLE);
        int colon = text.indexOf(':', speaker.end(), Math.max(speaker.end(), limit));
        if (colon < 0
                || colon + 2 >= end
                || text.charAt(colon + 1) != ' '
                || !isTitle(text.substring(speaker.end(), colon))
                || opening.hasVerb(speaker.end(), colon)) {
            return null;
        }
        int start = colon + 2;
        while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        return end - start < SHORTEST_SPEECH ? null : new Line(speaker, new Span(start, end));
    }

    private static boolean isSpeaker(Name name, Sentence opening) {
        return name.start() - opening.start() <= LONGEST_BULLET
                && (name.type() == EntityType.PERSON || name.type() == EntityType.ORG);
    }

    private static boolean isTitle(String betweenNameAndColon) {
        return betweenNameAndColon.isBlank()
                || betweenNameAndColon.startsWith(",")
                || betweenNameAndColon.startsWith(" (");
    }
}
