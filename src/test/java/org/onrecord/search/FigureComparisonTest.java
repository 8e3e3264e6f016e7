package org.onrecord.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.onrecord.article.ArticleId;
import org.onrecord.article.Figure;
import org.onrecord.article.Measure;
import org.onrecord.article.Passage;
import org.onrecord.search.FigureComparison.Verdict;

class FigureComparisonTest {
    private static final String CHIP = "Kestrel";

    @Test
    void otherValuesForTheSamePeriodDisagree() {
        FigureComparison comparison = of(units("a", "2026", 600_000), units("b", "2026", 1_600_000));

        assertThat(comparison.verdict()).isEqualTo(Verdict.DISAGREE);
        assertThat(comparison.lines().getFirst().figures())
                .extracting(hit -> hit.article().id().value())
                .containsExactly("a", "b");
    }

    @Test
    void otherPeriodsAndUnitsStandOnLinesOfTheirOwn() {
        FigureComparison comparison = of(
                units("a", "2025", 200_000), units("b", "2026", 600_000), figure("c", CHIP, "2026", "percent", "", 40));

        assertThat(comparison.lines())
                .extracting(line -> line.period() + " " + line.unit())
                .containsExactly("2025 units", "2026 percent", "2026 units");
        assertThat(comparison.verdict()).isEqualTo(Verdict.ALONE);
        assertThat(comparison.articles()).isEqualTo(3);
    }

    @Test
    void roundedValuesAndOverlappingRangesAgree() {
        assertThat(of(units("a", "2026", 600_000), units("b", "2026", 610_000)).verdict())
                .isEqualTo(Verdict.AGREE);
        assertThat(of(units("a", "2026", 600_000, 800_000), units("b", "2026", 750_000))
                        .verdict())
                .isEqualTo(Verdict.AGREE);
    }

    @Test
    void withoutAPeriodNothingIsSaidToDisagree() {
        assertThat(of(units("a", null, 600_000), units("b", null, 1_600_000)).verdict())
                .isEqualTo(Verdict.OPEN);
    }

    @Test
    void anotherPlaceInTheSentenceMayBeAnotherScope() {
        assertThat(of(
                                figure("a", CHIP, "2026", "units", "china", 600_000),
                                figure("b", CHIP, "2026", "units", "", 1_600_000))
                        .verdict())
                .isEqualTo(Verdict.SCOPE);
    }

    @Test
    void anArticleThatGivesTheOldAndTheNewValueContradictsNobody() {
        assertThat(of(units("a", "2026", 600_000), units("a", "2026", 900_000), units("b", "2026", 600_000))
                        .verdict())
                .isEqualTo(Verdict.AGREE);
        assertThat(of(units("a", "2026", 600_000), units("a", "2026", 900_000)).verdict())
                .isEqualTo(Verdict.ALONE);
    }

    @Test
    void aQuantityThatThousandsOfArticlesGiveIsComparedInTime() {
        FigureHit[] hits = new FigureHit[2_400];
        for (int i = 0; i < hits.length; i++) {
            hits[i] = figure("a" + i, CHIP, "2026", "units", "place-" + i, 1_000L << (i % 2));
        }

        FigureComparison comparison = assertTimeoutPreemptively(Duration.ofSeconds(20), () -> of(hits));

        assertThat(comparison.verdict()).isEqualTo(Verdict.SCOPE);
    }

    @Test
    void subjectsAreJoinedByTheirUsualNamesAndDisagreementsComeFirst() {
        UnaryOperator<String> names = name -> name.replace("the ", "").replace(" chip", "");

        List<FigureComparison> comparisons = FigureComparison.of(
                List.of(
                        figure("a", "Merlin", "2026", "units", "", 5),
                        figure("b", "the Merlin chip", "2026", "units", "", 5),
                        figure("a", "Kestrel", "2026", "units", "", 5),
                        figure("b", "Kestrel", "2026", "units", "", 9)),
                names);

        assertThat(comparisons)
                .extracting(one -> one.subject() + " " + one.verdict().label())
                .containsExactly("Kestrel disagree", "Merlin agree");
    }

    private static FigureComparison of(FigureHit... hits) {
        return FigureComparison.of(List.of(hits), UnaryOperator.identity()).getFirst();
    }

    private static FigureHit units(String article, @Nullable String period, long... values) {
        return figure(article, CHIP, period, "units", "", values);
    }

    private static FigureHit figure(
            String article, String subject, @Nullable String period, String unit, String place, long... values) {
        List<BigDecimal> numbers =
                Arrays.stream(values).mapToObj(BigDecimal::valueOf).toList();
        Set<String> places = place.isEmpty() ? Set.of() : Set.of(place);
        return new FigureHit(
                new ArticleRef(new ArticleId(article), null, "Title", null, null),
                new Figure(Passage.of("words", 0, 5), subject, Measure.PRODUCTION, numbers, unit, period, 0.9),
                new Snippet("words", List.of()),
                null,
                places);
    }
}
