package org.onrecord.app;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.ActorId;
import org.onrecord.article.Article;
import org.onrecord.article.ArticleId;
import org.onrecord.article.Published;
import org.onrecord.article.SourceId;
import org.onrecord.fetch.Page;
import org.onrecord.registry.Registry;
import org.onrecord.state.Hints;

/**
 * A text that a person hands in: an article, or the words of one actor.
 *
 * @param title its headline; empty if none
 * @param published when it was published; null if unknown
 * @param actor whose words all of it is; null for an article
 * @param text the words
 */
record NewText(
        String title,
        @Nullable Published published,
        @Nullable ActorId actor,
        String text) {
    /** The source that handed-in texts are counted under. */
    static final SourceId SOURCE = new SourceId("handed-in");

    NewText {
        requireNonNull(title, "title");
        text = text.strip();
    }

    /** The text for the tagger: the words of an actor as a quotation with the actor's name before it. */
    String attributed(Registry registry) {
        if (actor == null) {
            return text;
        }
        boolean quoted = text.startsWith("\"") || text.startsWith("\u201c");
        return registry.nameOf(actor) + ": " + (quoted ? text : "\u201c" + text + "\u201d");
    }

    Article article(Registry registry, Instant now) {
        return new Article(
                id(registry), null, SOURCE, title, List.of(), published, now, "und", attributed(registry), 0);
    }

    /** As something to archive, so that the index can be rebuilt with it. */
    Page page(Registry registry, Instant now) {
        URI uri = uri(registry);
        byte[] body = attributed(registry).getBytes(StandardCharsets.UTF_8);
        return new Page(uri, uri, 200, Map.of("Content-Type", List.of("text/plain; charset=utf-8")), body, now);
    }

    Hints hints() {
        return new Hints(title, published, null, "");
    }

    private ArticleId id(Registry registry) {
        return ArticleId.of(uri(registry));
    }

    /** The same words of the same actor are the same text, however often they are handed in. */
    private URI uri(Registry registry) {
        return URI.create("urn:onrecord:" + ArticleId.ofKey(title + "\n" + published + "\n" + attributed(registry)));
    }
}
