package org.onrecord.digest;

import static java.util.Objects.requireNonNull;

import org.onrecord.article.ActorId;
import org.onrecord.article.ArticleId;
import org.onrecord.article.Statement;
import org.onrecord.search.ArticleHit;
import org.onrecord.search.ArticleRef;
import org.onrecord.search.EventHit;
import org.onrecord.search.StatementHit;

/** One thing that a digest reports. Its key is the same in every digest, so that nobody gets it twice. */
public sealed interface DigestItem {
    /** The identity of the item, for the record of what a subscriber has got. */
    String key();

    /** The article that the item comes from. */
    ArticleRef article();

    /** An article that matches a saved search. */
    record NewArticle(ArticleHit hit) implements DigestItem {
        public NewArticle {
            requireNonNull(hit, "hit");
        }

        @Override
        public String key() {
            return "article:" + article().id();
        }

        @Override
        public ArticleRef article() {
            return hit.article();
        }
    }

    /** A statement of a followed actor, or one that takes a side on a followed issue. */
    record NewStatement(StatementHit hit) implements DigestItem {
        /** How many characters one says only once: more than "We do not comment on that." */
        private static final int TELLING = 40;

        public NewStatement {
            requireNonNull(hit, "hit");
        }

        /**
         * By words, not by place: an edited article must not send its statements again. The same words of a known actor in
         * another article are the same statement, carried by another outlet, unless they are too few to tell.
         */
        @Override
        public String key() {
            Statement statement = hit.statement();
            ActorId actor =
                    statement.speaker() == null ? null : statement.speaker().actor();
            String words = OneLine.of(statement.content().text());
            String where = actor != null && words.length() >= TELLING
                    ? ""
                    : article().id().value();
            return "statement:" + ArticleId.ofKey(where + "\n" + (actor == null ? "" : actor) + "\n" + words);
        }

        @Override
        public ArticleRef article() {
            return hit.article();
        }
    }

    /** A policy event in an article that matches a saved search; one of its type and trigger an article. */
    record NewEvent(EventHit hit) implements DigestItem {
        public NewEvent {
            requireNonNull(hit, "hit");
        }

        @Override
        public String key() {
            return "event:" + article().id() + ":" + hit.event().type().label() + ":"
                    + hit.event().trigger().text();
        }

        @Override
        public ArticleRef article() {
            return hit.article();
        }
    }
}
