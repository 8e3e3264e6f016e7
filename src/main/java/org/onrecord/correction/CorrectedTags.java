package org.onrecord.correction;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.Act;
import org.onrecord.article.ActorId;
import org.onrecord.article.Mention;
import org.onrecord.article.Passage;
import org.onrecord.article.QuoteKind;
import org.onrecord.article.Speaker;
import org.onrecord.article.Stand;
import org.onrecord.article.Statement;
import org.onrecord.article.TaggedArticle;
import org.onrecord.article.Verdict;
import org.onrecord.state.Correction;

/** The tags of an article with what people said of them in the place of what the tagger found. */
final class CorrectedTags {
    private static final Comparator<Statement> IN_ORDER =
            Comparator.comparing((Statement statement) -> statement.content().span());

    private CorrectedTags() {}

    /**
     * The article with its corrections, later ones over earlier ones. A correction whose words the text no longer has rests.
     *
     * @param corrections those that hold, in the order in which they were made
     */
    static TaggedArticle of(TaggedArticle tagged, List<Correction> corrections) {
        List<Statement> statements = new ArrayList<>(tagged.statements());
        for (Correction correction : corrections) {
            Places.of(
                            correction.content().text(),
                            tagged.article().text(),
                            correction.content().start())
                    .ifPresent(content -> correct(statements, content, correction, tagged));
        }
        statements.sort(IN_ORDER);
        return new TaggedArticle(tagged.article(), tagged.mentions(), statements, tagged.events(), tagged.figures());
    }

    private static void correct(
            List<Statement> statements, Passage content, Correction correction, TaggedArticle tagged) {
        Optional<Statement> found = Places.statement(statements, content.span(), correction.source());
        Verdict verdict = correction.verdict();
        if (!verdict.statement()) {
            found.ifPresent(statements::remove);
            return;
        }
        Statement before = found.orElseGet(() -> added(content, correction.source(), tagged));
        Statement after = corrected(before, content, correction, tagged);
        found.ifPresentOrElse(old -> statements.set(statements.indexOf(old), after), () -> statements.add(after));
    }

    /** A statement that the tagger does not find. */
    private static Statement added(Passage content, String source, TaggedArticle tagged) {
        Speaker speaker = Places.of(source, tagged.article().text(), content.start())
                .map(words -> new Speaker(words, actorAt(words, tagged)))
                .orElse(null);
        return new Statement(speaker, null, content, quote(content.text()), Act.ASSERT, Stand.NONE, 1);
    }

    private static @Nullable ActorId actorAt(Passage words, TaggedArticle tagged) {
        return tagged.mentions().stream()
                .filter(mention -> mention.passage().span().overlaps(words.span()))
                .map(Mention::actor)
                .findFirst()
                .orElse(null);
    }

    private static Statement corrected(
            Statement statement, Passage content, Correction correction, TaggedArticle tagged) {
        Verdict verdict = correction.verdict();
        boolean lobbying =
                verdict.deed() == null ? statement.lobbying() : verdict.deed().equals(Statement.LOBBYING);
        Act act = verdict.deed() == null ? statement.act() : lobbying ? Act.URGE : Act.ofLabel(verdict.deed());
        return new Statement(
                verdict.attribution() == null
                        ? statement.speaker()
                        : speaker(statement, verdict.attribution().actor(), content, correction.source(), tagged),
                statement.cue(),
                content,
                statement.quote(),
                act,
                verdict.stand() == null ? statement.stand() : verdict.stand(),
                verdict.attribution() == null ? statement.confidence() : 1,
                lobbying,
                true);
    }

    /** The speaker's words stay the evidence; where there were none, those of the correction, or a mention of the actor. */
    private static @Nullable Speaker speaker(
            Statement statement, @Nullable ActorId actor, Passage content, String source, TaggedArticle tagged) {
        Speaker before = statement.speaker();
        if (before != null) {
            return new Speaker(before.passage(), actor);
        }
        if (actor == null) {
            return null;
        }
        return Places.of(source, tagged.article().text(), content.start())
                .or(() -> nearest(actor, content, tagged))
                .map(words -> new Speaker(words, actor))
                .orElse(null);
    }

    /** The mention of an actor that stands nearest to a statement. */
    static Optional<Passage> nearest(ActorId actor, Passage content, TaggedArticle tagged) {
        return tagged.mentions().stream()
                .filter(mention -> actor.equals(mention.actor()))
                .map(Mention::passage)
                .min(Comparator.comparingInt(words -> Math.abs(words.start() - content.start())));
    }

    /** By the quotation marks at its ends and in it. */
    private static QuoteKind quote(String words) {
        boolean open = words.startsWith("\"") || words.startsWith("\u201c");
        boolean closed = words.endsWith("\"") || words.endsWith("\u201d");
        if (open && closed) {
            return QuoteKind.DIRECT;
        }
        return words.chars().anyMatch(c -> c == '"' || c == '\u201c' || c == '\u201d')
                ? QuoteKind.MIXED
                : QuoteKind.INDIRECT;
    }
}
