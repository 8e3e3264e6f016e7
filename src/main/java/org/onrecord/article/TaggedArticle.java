package org.onrecord.article;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * An article with everything that was found in it, each finding with its place in the text.
 *
 * <p>A finding whose passage does not stand in the article's text is refused: a tag without evidence does not exist.
 *
 * @param article the article
 * @param mentions names, in the order of the text, none overlapping another
 * @param statements attributed words, in the order of the text; one may lie inside another's content
 * @param events what was decided or done
 * @param figures quantities
 */
public record TaggedArticle(
        Article article,
        List<Mention> mentions,
        List<Statement> statements,
        List<PolicyEvent> events,
        List<Figure> figures) {
    public TaggedArticle {
        requireNonNull(article, "article");
        mentions = List.copyOf(mentions);
        statements = List.copyOf(statements);
        events = List.copyOf(events);
        figures = List.copyOf(figures);
        String text = article.text();
        mentions.forEach(mention -> check(mention.passage(), text));
        for (Statement statement : statements) {
            check(statement.content(), text);
            if (statement.speaker() != null) {
                check(statement.speaker().passage(), text);
            }
            if (statement.cue() != null) {
                check(statement.cue(), text);
            }
        }
        events.forEach(event -> check(event.trigger(), text));
        figures.forEach(figure -> check(figure.passage(), text));
    }

    /** The same findings in an article with the same text. */
    public TaggedArticle withArticle(Article other) {
        return new TaggedArticle(other, mentions, statements, events, figures);
    }

    private static void check(Passage passage, String text) {
        if (!passage.standsIn(text)) {
            throw new IllegalArgumentException(
                    "the article does not say \"" + passage.text() + "\" at " + passage.start());
        }
    }
}
