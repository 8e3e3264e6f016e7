package org.onrecord.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValuesTest {
    private static final String TEXT = "Ada Lindqvist said the rule was a mistake.";

    @Test
    void aSpanHasAtLeastOneUnit() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Span(3, 3));
        assertThatIllegalArgumentException().isThrownBy(() -> new Span(-1, 3));
        assertThat(new Span(2, 5).length()).isEqualTo(3);
    }

    @Test
    void spansThatOnlyTouchDoNotOverlap() {
        assertThat(new Span(0, 3).overlaps(new Span(3, 5))).isFalse();
        assertThat(new Span(0, 4).overlaps(new Span(3, 5))).isTrue();
        assertThat(new Span(0, 9).contains(new Span(3, 9))).isTrue();
        assertThat(new Span(0, 9).contains(new Span(3, 10))).isFalse();
    }

    @Test
    void anOuterSpanSortsBeforeTheSpansInside() {
        assertThat(List.of(new Span(4, 6), new Span(0, 2), new Span(0, 9)).stream()
                        .sorted())
                .containsExactly(new Span(0, 9), new Span(0, 2), new Span(4, 6));
    }

    @Test
    void aPassageHasExactlyTheWordsOfItsPlace() {
        assertThat(Passage.of(TEXT, 0, 13)).isEqualTo(new Passage(new Span(0, 13), "Ada Lindqvist"));
        assertThatIllegalArgumentException().isThrownBy(() -> new Passage(new Span(0, 12), "Ada Lindqvist"));
    }

    @Test
    void aFindingThatDoesNotStandInTheTextIsRefused() {
        Mention elsewhere = new Mention(new Passage(new Span(0, 5), "Orrin"), EntityType.ORG, null, 1);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TaggedArticle(article(), List.of(elsewhere), List.of(), List.of(), List.of()))
                .withMessageContaining("does not say \"Orrin\" at 0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Jensen", "jensen huang", "-jensen", "jensen--huang", "jensén"})
    void anIdIsLowerCaseWordsJoinedByHyphens(String wrong) {
        assertThatIllegalArgumentException().isThrownBy(() -> new ActorId(wrong));
    }

    @Test
    void theSameUrlGivesTheSameArticleId() {
        URI url = URI.create("https://news.example/" + "long/".repeat(50_000));

        assertThat(ArticleId.of(url)).isEqualTo(ArticleId.of(URI.create(url.toString())));
        assertThat(ArticleId.of(url).value()).hasSize(32);
        assertThat(ArticleId.of(url)).isNotEqualTo(ArticleId.of(url.resolve("other")));
    }

    /** Ids are stored: the first half of the hash that FIPS 180-2 gives for this text. */
    @Test
    void anArticleIdStaysTheSameFromReleaseToRelease() {
        assertThat(ArticleId.of(URI.create("abc"))).hasToString("ba7816bf8f01cfea414140de5dae2223");
    }

    @Test
    void aDayWithoutATimeSortsAsItsMidnightAndPrintsAsADay() {
        Published day = Published.on(LocalDate.parse("2026-01-05"));
        Published time = Published.at(OffsetDateTime.parse("2026-01-05T23:30:00-05:00"));

        assertThat(day.instant()).isEqualTo(Instant.parse("2026-01-05T00:00:00Z"));
        assertThat(day).hasToString("2026-01-05");
        assertThat(time.day()).isEqualTo(day.day());
        assertThat(time.instant()).isEqualTo(Instant.parse("2026-01-06T04:30:00Z"));
    }

    @Test
    void aStandNeedsBothIssueAndPositionOrNeither() {
        IssueId issue = new IssueId("ai-chip-exports");

        assertThat(new Stand(issue, Position.FOR, 0.8).issue()).isEqualTo(issue);
        assertThatIllegalArgumentException().isThrownBy(() -> new Stand(issue, Position.NONE, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Stand(null, Position.AGAINST, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> new Stand(issue, Position.FOR, 1.01));
    }

    @Test
    void aliasesWithContextNeedTheirWordsAndOthersHaveNone() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Alias("Commerce", Alias.Use.WITH_CONTEXT, List.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Alias("Commerce", Alias.Use.ALWAYS, List.of("exports")));
    }

    @ParameterizedTest
    @EnumSource(EventType.class)
    void everyLabelLeadsBackToItsEventType(EventType type) {
        assertThat(type.label()).matches("[a-z]+(-[a-z]+)*");
        assertThat(EventType.ofLabel(type.label())).isEqualTo(type);
    }

    @ParameterizedTest
    @EnumSource(Act.class)
    void everyLabelLeadsBackToItsAct(Act act) {
        assertThat(Act.ofLabel(act.label())).isEqualTo(act);
    }

    @Test
    void aStatementIsToldByTheVerbOfItsActUnlessItIsLobbying() {
        Passage content = Passage.of(TEXT, 19, 42);

        assertThat(new Statement(null, null, content, QuoteKind.INDIRECT, Act.CRITICIZE, Stand.NONE, 0.9).verb())
                .isEqualTo("criticizes");
        assertThat(new Statement(null, null, content, QuoteKind.INDIRECT, Act.URGE, Stand.NONE, 0.9, true).verb())
                .isEqualTo("lobbies");
    }

    private static Article article() {
        return new Article(new ArticleId("a"), null, null, "", List.of(), null, Instant.EPOCH, "en", TEXT, 0);
    }
}
