package org.onrecord.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.ActorId;
import org.onrecord.article.ArticleId;
import org.onrecord.article.IssueId;
import org.onrecord.article.Position;
import org.onrecord.article.Speaker;
import org.onrecord.article.Statement;
import org.onrecord.search.Snippet;
import org.onrecord.search.StatementHit;

/**
 * A statement as a page lists it.
 *
 * @param speaker who says it, as people name it
 * @param speakerHref the speaker's ledger; null for unnamed sources
 * @param asWritten the words that name the speaker in the text, when they differ from the name; else null
 * @param verb what the speaker does: "urges"
 * @param side {@code for}, {@code against} or {@code none}, for the style
 * @param position the position for people
 * @param issue the issue it takes a side on; null for none
 * @param issueHref the page of that issue; null for none
 * @param words the statement, perhaps with the words around it
 * @param chance that the side is right, from 0 to 100; means nothing without an issue
 * @param confidence that speaker and words are right, from 0 to 100
 * @param facts what the tag says, in full: speaker, cue, act, how sure
 * @param anchor its place within the page of its article
 * @param href its place in its article
 * @param correctHref the form that corrects it
 * @param corrected whether a person has corrected or confirmed it
 */
record StatementCard(
        String speaker,
        @Nullable String speakerHref,
        @Nullable String asWritten,
        String verb,
        String side,
        String position,
        @Nullable String issue,
        @Nullable String issueHref,
        List<Piece> words,
        long chance,
        long confidence,
        List<Fact> facts,
        String anchor,
        String href,
        String correctHref,
        boolean corrected) {
    /** Longer contents are cut in lists; the article, where it may be shown, has them in full. */
    private static final int QUOTATION_LIMIT = 320;

    StatementCard {
        words = List.copyOf(words);
        facts = List.copyOf(facts);
    }

    /** A statement on the page of its own article: just its content. */
    static StatementCard of(ArticleId article, Statement statement, Labels labels) {
        return of(
                article,
                statement,
                List.of(new Piece(shortened(statement.content().text()), false)),
                labels);
    }

    /** A statement among answers: its content in the sentence around it. */
    static StatementCard of(StatementHit hit, Labels labels) {
        Snippet evidence = hit.evidence();
        List<Piece> words = evidence.text().length() <= 2 * QUOTATION_LIMIT
                ? Piece.of(evidence)
                : List.of(new Piece(shortened(hit.statement().content().text()), true));
        return of(hit.article().id(), hit.statement(), words, labels);
    }

    /** "Jensen Huang urges: ▲ for AI chip exports". */
    static String summary(Statement statement, Labels labels) {
        String summary = speakerOf(statement.speaker(), labels) + " " + statement.verb();
        IssueId issue = statement.stand().issue();
        return issue == null
                ? summary
                : summary + ": " + Labels.position(statement.stand().position()) + " " + labels.issue(issue);
    }

    private static StatementCard of(ArticleId article, Statement statement, List<Piece> words, Labels labels) {
        Speaker speaker = statement.speaker();
        String name = speakerOf(speaker, labels);
        ActorId actor = speaker == null ? null : speaker.actor();
        String asWritten = speaker == null ? name : speaker.passage().text();
        IssueId issue = statement.stand().issue();
        Position position = statement.stand().position();
        return new StatementCard(
                name,
                actor == null ? null : Links.actor(actor),
                name.equals(asWritten) ? null : asWritten,
                statement.verb(),
                position.label(),
                Labels.position(position),
                issue == null ? null : labels.issue(issue),
                issue == null ? null : Links.issue(issue),
                words,
                Math.round(100 * statement.stand().confidence()),
                Math.round(100 * statement.confidence()),
                Fact.of(statement, labels),
                Links.anchor('s', statement.content().span()),
                Links.place(article, 's', statement.content().span()),
                Links.correct(article, statement.content().span(), statement.source()),
                statement.corrected());
    }

    private static String speakerOf(@Nullable Speaker speaker, Labels labels) {
        if (speaker == null) {
            return "Somebody";
        }
        return speaker.actor() == null ? speaker.passage().text() : labels.actor(speaker.actor());
    }

    static String shortened(String text) {
        if (text.length() <= QUOTATION_LIMIT) {
            return text;
        }
        int lastSpace = text.lastIndexOf(' ', QUOTATION_LIMIT);
        return text.substring(0, lastSpace > QUOTATION_LIMIT / 2 ? lastSpace : QUOTATION_LIMIT) + " …";
    }
}
