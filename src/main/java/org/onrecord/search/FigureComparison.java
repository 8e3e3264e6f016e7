package org.onrecord.search;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.ArticleId;
import org.onrecord.article.Figure;
import org.onrecord.article.Measure;

/**
 * A quantity as different articles give it: the figures of one subject and measure.
 *
 * @param subject whose quantity it is, by its usual name
 * @param measure what is measured
 * @param lines by period, the undated last, then by unit
 */
public record FigureComparison(String subject, Measure measure, List<Line> lines) {
    /** Figures that differ by less than this are the same one, rounded. */
    private static final BigDecimal ROUNDING = new BigDecimal("1.05");

    /** Whether articles agree on a quantity. */
    public enum Verdict {
        /** The articles give different values for the same period, unit and places. */
        DISAGREE,
        /** They give different values, but one sentence names other places than the other. */
        SCOPE,
        /** Values differ, but nothing says that they are of the same time or thing. */
        OPEN,
        /** Several articles give the same value. */
        AGREE,
        /** A single article gives it. */
        ALONE;

        /** The word in JSON and on pages: {@code disagree}. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * The figures of one period and unit.
     *
     * @param period null when the articles give none
     * @param figures by value, then newest first
     */
    public record Line(@Nullable String period, String unit, Verdict verdict, List<FigureHit> figures) {
        public Line {
            requireNonNull(unit, "unit");
            requireNonNull(verdict, "verdict");
            figures = List.copyOf(figures);
        }
    }

    private record Key(String subject, Measure measure) {}

    private record Time(@Nullable String period, String unit) {}

    public FigureComparison {
        requireNonNull(subject, "subject");
        requireNonNull(measure, "measure");
        lines = List.copyOf(lines);
    }

    /**
     * Groups figures; those without a subject or a measure of their own are left out. Groups in which articles disagree come first, then those of most
     * articles.
     *
     * @param usualName from a subject as an article writes it to the name that is the same for all of its names
     */
    public static List<FigureComparison> of(List<FigureHit> hits, UnaryOperator<String> usualName) {
        Map<Key, List<FigureHit>> groups = new LinkedHashMap<>();
        for (FigureHit hit : hits) {
            String subject = hit.figure().subject();
            if (subject != null && hit.figure().measure() != Measure.OTHER) {
                groups.computeIfAbsent(
                                new Key(usualName.apply(subject), hit.figure().measure()), key -> new ArrayList<>())
                        .add(hit);
            }
        }
        return groups.entrySet().stream()
                .map(group -> new FigureComparison(
                        group.getKey().subject(), group.getKey().measure(), lines(group.getValue())))
                .sorted(Comparator.comparing((FigureComparison comparison) -> comparison.verdict())
                        .thenComparing(Comparator.comparingLong(FigureComparison::articles)
                                .reversed()))
                .toList();
    }

    /** The gravest verdict of its lines. */
    public Verdict verdict() {
        return lines.stream().map(Line::verdict).min(Comparator.naturalOrder()).orElse(Verdict.ALONE);
    }

    /** In how many articles it is given. */
    public long articles() {
        return lines.stream()
                .flatMap(line -> line.figures().stream())
                .map(hit -> hit.article().id())
                .distinct()
                .count();
    }

    private static List<Line> lines(List<FigureHit> hits) {
        Map<Time, List<FigureHit>> lines = new LinkedHashMap<>();
        hits.forEach(hit -> lines.computeIfAbsent(
                        new Time(hit.figure().period(), hit.figure().unit()), key -> new ArrayList<>())
                .add(hit));
        return lines.entrySet().stream()
                .map(line -> new Line(
                        line.getKey().period(),
                        line.getKey().unit(),
                        verdict(line.getValue()),
                        line.getValue().stream()
                                .sorted(Comparator.comparing(FigureComparison::least))
                                .toList()))
                .sorted(Comparator.comparing((Line line) -> line.period() == null ? "~" : line.period())
                        .thenComparing(Line::unit))
                .toList();
    }

    private static Verdict verdict(List<FigureHit> hits) {
        Map<ArticleId, List<FigureHit>> byArticle =
                hits.stream().collect(Collectors.groupingBy(hit -> hit.article().id()));
        Verdict worst = hits.getFirst().figure().period() == null ? Verdict.OPEN : Verdict.DISAGREE;
        Verdict gravest = Verdict.ALONE;
        for (int i = 0; i < hits.size(); i++) {
            for (int j = i + 1; j < hits.size() && gravest != worst; j++) {
                Verdict verdict = verdict(hits.get(i), hits.get(j), byArticle);
                gravest = verdict.compareTo(gravest) < 0 ? verdict : gravest;
            }
        }
        return gravest;
    }

    private static Verdict verdict(FigureHit one, FigureHit other, Map<ArticleId, List<FigureHit>> byArticle) {
        if (one.article().id().equals(other.article().id())) {
            return Verdict.ALONE;
        }
        if (same(one.figure(), other.figure())) {
            return Verdict.AGREE;
        }
        // An article that gives both values, such as an old and a new estimate, contradicts neither.
        if (givesToo(one, other, byArticle) || givesToo(other, one, byArticle)) {
            return Verdict.AGREE;
        }
        if (one.figure().period() == null) {
            return Verdict.OPEN;
        }
        return one.places().equals(other.places()) ? Verdict.DISAGREE : Verdict.SCOPE;
    }

    /** Whether the article of one figure gives the other figure's value as well. */
    private static boolean givesToo(FigureHit one, FigureHit other, Map<ArticleId, List<FigureHit>> byArticle) {
        return byArticle.getOrDefault(one.article().id(), List.of()).stream()
                .anyMatch(hit -> same(hit.figure(), other.figure()));
    }

    private static boolean same(Figure one, Figure other) {
        return least(one).compareTo(most(other).multiply(ROUNDING)) <= 0
                && least(other).compareTo(most(one).multiply(ROUNDING)) <= 0;
    }

    private static BigDecimal least(FigureHit hit) {
        return least(hit.figure());
    }

    private static BigDecimal least(Figure figure) {
        return figure.values().stream().min(Comparator.naturalOrder()).orElseThrow();
    }

    private static BigDecimal most(Figure figure) {
        return figure.values().stream().max(Comparator.naturalOrder()).orElseThrow();
    }
}
