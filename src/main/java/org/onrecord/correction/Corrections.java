package org.onrecord.correction;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.ActorId;
import org.onrecord.article.ArticleId;
import org.onrecord.article.Passage;
import org.onrecord.article.Statement;
import org.onrecord.article.TaggedArticle;
import org.onrecord.article.Verdict;
import org.onrecord.registry.Registry;
import org.onrecord.state.Correction;
import org.onrecord.state.CorrectionRows;

/**
 * What people corrected. A correction holds for its article whatever the tagger makes of the text later: over new models and
 * rules, over a rebuilt index, and in later versions of the article that still have the words. Safe for use by many threads.
 */
public final class Corrections {
    private static final Pattern PLACE = Pattern.compile("(\\d{1,9})-(\\d{1,9})");
    private static final int LONGEST_NOTE = 1_000;

    private final CorrectionRows rows;
    private final VerdictReader reader;
    private final Clock clock;

    public Corrections(CorrectionRows rows, Registry registry, Clock clock) {
        this.rows = rows;
        this.reader = new VerdictReader(registry);
        this.clock = clock;
    }

    /** The acts that a person can choose from, {@code lobbying} among them. */
    public static List<String> acts() {
        return VerdictReader.deeds();
    }

    /**
     * Writes a correction down; the index shows it after its next round.
     *
     * @param article the article as the index has it
     * @param words which statement: its place such as {@code 120-180}, some words that only its content has, or, for a
     *     statement that was not found, exactly its words as they stand in the article
     * @param source the words that name its speaker in the article; needed only to tell two statements of the same words
     *     apart, or to say who speaks where nobody was found
     * @param note why; may be empty
     * @throws CorrectionException when there is no such statement, actor, act or issue, or nothing would change
     */
    public Correction add(TaggedArticle article, String words, String source, TypedVerdict typed, String note) {
        Verdict verdict = reader.read(typed, article);
        if (verdict.isEmpty()) {
            throw new CorrectionException(
                    "nothing to correct: say who speaks, which act it is, or which side it takes");
        }
        if (note.length() > LONGEST_NOTE) {
            throw new CorrectionException("a note may have " + LONGEST_NOTE + " characters");
        }
        Optional<Statement> found = statement(article, words.strip(), source.strip());
        Passage content = found.map(Statement::content).orElseGet(() -> missed(article, words.strip()));
        String speaker = found.map(Statement::source).orElse(source.strip());
        if (found.isEmpty() && !verdict.statement()) {
            throw new CorrectionException("there is no statement with these words");
        }
        if (speaker.isEmpty() && verdict.attribution() != null) {
            speaker = sourceOf(verdict.attribution().actor(), source.strip(), content, article);
        }
        return rows.add(article.article().id(), content, speaker, verdict, note.strip(), clock.instant());
    }

    /** Takes a correction back; empty when there is none with this number, or it was taken back before. */
    public Optional<Correction> withdraw(long number) {
        return rows.withdraw(number, clock.instant());
    }

    /** Those of an article that hold, in the order in which they were made. */
    public List<Correction> of(ArticleId article) {
        return rows.of(article);
    }

    /** All of them, newest first, those too that were taken back. */
    public List<Correction> all() {
        return rows.all();
    }

    /** An article as people corrected it. */
    public TaggedArticle apply(TaggedArticle tagged) {
        List<Correction> corrections = rows.of(tagged.article().id());
        return corrections.isEmpty() ? tagged : CorrectedTags.of(tagged, corrections);
    }

    /** Which statement a person means; empty when no statement has these words. */
    private static Optional<Statement> statement(TaggedArticle article, String words, String source) {
        Matcher place = PLACE.matcher(words);
        boolean byPlace = place.matches();
        List<Statement> meant = article.statements().stream()
                .filter(statement -> byPlace
                        ? statement.content().start() == Integer.parseInt(place.group(1))
                                && statement.content().end() == Integer.parseInt(place.group(2))
                        : !words.isEmpty() && statement.content().text().contains(words))
                .filter(statement -> source.isEmpty() || statement.source().equals(source))
                .toList();
        List<Statement> exactly = meant.stream()
                .filter(statement -> statement.content().text().equals(words))
                .toList();
        List<Statement> best = exactly.isEmpty() ? meant : exactly;
        if (best.stream().map(Corrections::nameOf).distinct().count() > 1) {
            throw new CorrectionException("several statements have these words: "
                    + String.join("; ", best.stream().map(Corrections::nameOf).toList())
                    + ". Name one by its place, and where the places are the same by the words of its speaker");
        }
        if (best.isEmpty() && byPlace && source.isEmpty()) {
            throw new CorrectionException("no statement stands at " + words + "; the article has them at "
                    + String.join(
                            "; ",
                            article.statements().stream()
                                    .map(Corrections::nameOf)
                                    .toList()));
        }
        return best.stream().findFirst();
    }

    private static String nameOf(Statement statement) {
        return statement.content().start() + "-" + statement.content().end() + " ("
                + (statement.source().isEmpty() ? "no speaker" : statement.source()) + ")";
    }

    private static Passage missed(TaggedArticle article, String words) {
        return Places.of(words, article.article().text(), 0)
                .orElseThrow(() -> new CorrectionException(
                        "the article does not have these words: copy them exactly, within one paragraph: " + words));
    }

    /** The words that prove who speaks, where the tagger found none. */
    private static String sourceOf(@Nullable ActorId actor, String source, Passage content, TaggedArticle article) {
        if (actor == null) {
            return "";
        }
        if (!source.isEmpty()) {
            return Places.of(source, article.article().text(), content.start())
                    .map(Passage::text)
                    .orElseThrow(() -> new CorrectionException(
                            "the article does not have these words for the speaker: " + source));
        }
        return CorrectedTags.nearest(actor, content, article)
                .map(Passage::text)
                .orElseThrow(() -> new CorrectionException("the article does not name " + actor
                        + ": give the words that stand for the speaker, such as \"the senator\""));
    }
}
