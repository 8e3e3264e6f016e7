package org.onrecord.article;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A text that a person hands in: an article, or the words of one actor.
 *
 * @param title its headline; empty if none
 * @param published when it was published; null if unknown
 * @param actor whose words all of it is; null for an article
 * @param text the words, without blanks around them
 */
public record NewText(
        String title,
        @Nullable Published published,
        @Nullable Actor actor,
        String text) {
    /** The source that handed-in texts are counted under. */
    public static final SourceId SOURCE = new SourceId("handed-in");

    /** Throws {@link IllegalArgumentException} when there is no text. */
    public NewText {
        requireNonNull(title, "title");
        title = title.strip();
        text = text.replace("\r\n", "\n").strip();
        if (text.isEmpty()) {
            throw new IllegalArgumentException("there is no text to tag");
        }
    }

    /** The text for the tagger: the words of an actor as a quotation with the actor's name before it. */
    public String attributed() {
        if (actor == null) {
            return text;
        }
        boolean quoted = text.startsWith("\"") || text.startsWith("\u201c");
        return actor.name() + ": " + (quoted ? text : "\u201c" + text + "\u201d");
    }

    /** As an article that is not kept anywhere. */
    public Article article(Instant now) {
        return new Article(ArticleId.of(uri()), null, SOURCE, title, List.of(), published, now, "und", attributed(), 0);
    }

    /** Its identity: the same words of the same actor are the same text, however often they are handed in. */
    public URI uri() {
        return URI.create("urn:onrecord:" + ArticleId.ofKey(title + "\n" + published + "\n" + attributed()));
    }
}
