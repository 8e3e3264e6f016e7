package org.onrecord.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.onrecord.article.Act;
import org.onrecord.article.ActorId;
import org.onrecord.article.Article;
import org.onrecord.article.ArticleId;
import org.onrecord.article.EntityType;
import org.onrecord.article.Figure;
import org.onrecord.article.Measure;
import org.onrecord.article.Mention;
import org.onrecord.article.Passage;
import org.onrecord.article.QuoteKind;
import org.onrecord.article.Speaker;
import org.onrecord.article.Stand;
import org.onrecord.article.Statement;
import org.onrecord.article.TaggedArticle;

class MarkedTextTest {
    @Test
    void nestsANameInItsSpeakerAndAFigureInItsStatement() {
        String text = "Ada Pell said 40 chips vanished.";

        String shown = shown(
                text,
                List.of(mention(text, "Ada Pell")),
                List.of(statement(text, "Ada Pell", "40 chips vanished")),
                List.of(figure(text, "40")));

        assertThat(shown)
                .isEqualTo("[speaker [name person Ada Pell]] [cue said] [said none#s14-31 [figure#f14-16 40] chips"
                        + " vanished].");
    }

    @Test
    void splitsAFindingThatCrossesTheEndOfTheOneAroundIt() {
        String text = "one two three four";

        String shown = shown(
                text, List.of(), List.of(statement(text, null, "one two three")), List.of(figure(text, "three four")));

        assertThat(shown).isEqualTo("[said none#s0-13 one two [figure#f8-18 three]][figure~f8-18  four]");
    }

    @Test
    void onlyTheFirstPartOfAStatementOverTwoParagraphsBearsItsId() {
        String text = "She said:\nFirst.\n\nSecond.";

        String shown = shown(text, List.of(), List.of(statement(text, null, "First.\n\nSecond.")), List.of());

        assertThat(shown).isEqualTo("She [cue said]:|[said none#s10-25 First.]|[said none~s10-25 Second.]");
    }

    @Test
    void twoStatementsAtOnePlaceShareOneId() {
        String text = "Ada Pell said so.";
        Statement statement = statement(text, null, "so");

        assertThat(shown(text, List.of(), List.of(statement, statement), List.of()))
                .contains("[said none#s14-16 [said none~s14-16 so]]");
    }

    @Test
    void leavesNothingOutAndAddsNothing() {
        for (TaggedArticle tagged : Newsstand.articles()) {
            String words = MarkedText.of(tagged, labels()).stream()
                    .map(paragraph -> words(paragraph.parts()))
                    .collect(Collectors.joining("\n"));

            assertThat(words).isEqualTo(tagged.article().text().replaceAll("\\n\\s*\\n", "\n"));
        }
    }

    private static Labels labels() {
        return new Labels(Newsstand.registry(), List.of());
    }

    private static String shown(String text, List<Mention> mentions, List<Statement> statements, List<Figure> figures) {
        Article article =
                new Article(new ArticleId("x"), null, null, "", List.of(), null, Newsstand.NOW, "en", text, 0);
        return MarkedText.of(new TaggedArticle(article, mentions, statements, List.of(), figures), labels()).stream()
                .map(paragraph -> shown(paragraph.parts()))
                .collect(Collectors.joining("|"));
    }

    /** Marks in brackets: style, {@code #} and id or {@code ~} and anchor, what is inside. */
    private static String shown(List<Marked> parts) {
        StringBuilder shown = new StringBuilder();
        for (Marked part : parts) {
            switch (part) {
                case Marked.Words words -> shown.append(words.text());
                case Marked.Mark mark -> {
                    shown.append('[').append(mark.style());
                    if (mark.anchor() != null) {
                        shown.append(mark.first() ? '#' : '~').append(mark.anchor());
                    }
                    shown.append(' ').append(shown(mark.inside())).append(']');
                }
            }
        }
        return shown.toString();
    }

    private static String words(List<Marked> parts) {
        return parts.stream()
                .map(part -> switch (part) {
                    case Marked.Words words -> words.text();
                    case Marked.Mark mark -> words(mark.inside());
                })
                .collect(Collectors.joining());
    }

    private static Passage find(String text, String words) {
        int start = text.indexOf(words);
        return Passage.of(text, start, start + words.length());
    }

    private static Mention mention(String text, String name) {
        return new Mention(find(text, name), EntityType.PERSON, null, 1);
    }

    private static Statement statement(String text, @Nullable String speaker, String content) {
        return new Statement(
                speaker == null ? null : new Speaker(find(text, speaker), new ActorId("ada-pell")),
                text.contains("said") ? find(text, "said") : null,
                find(text, content),
                QuoteKind.INDIRECT,
                Act.ASSERT,
                Stand.NONE,
                1);
    }

    private static Figure figure(String text, String words) {
        return new Figure(find(text, words), null, Measure.OTHER, List.of(BigDecimal.valueOf(40)), "units", null, 1);
    }
}
