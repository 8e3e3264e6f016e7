package org.onrecord.search;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.ArticleId;
import org.onrecord.article.Position;

/**
 * How strong the evidence for a side is.
 *
 * @param statements how many statements take the side
 * @param articles in how many articles
 * @param opposing how many statements of the same actor take the other side
 * @param first the day of the earliest statement on the side; null when none is dated
 * @param last the day of the latest; null as above
 * @param least the chance that the least sure of them was read right
 * @param most the chance that the surest of them was read right
 * @param confidence the chance that at least one of them was read right, each article counted once and copied words not at all
 */
public record Strength(
        int statements,
        int articles,
        int opposing,
        @Nullable LocalDate first,
        @Nullable LocalDate last,
        double least,
        double most,
        double confidence) {
    private static final double STRONG = 0.9;
    private static final double FAIR = 0.7;
    private static final double UNCLEAR = 0.5;

    /** A word for it. */
    public enum Grade {
        /** At least nine times in ten. */
        STRONG,
        /** At least seven times in ten. */
        FAIR,
        /** More often right than not. */
        WEAK,
        /** More often wrong than right: nobody should be said to stand there for this alone. */
        UNCLEAR;

        /** The word in JSON and on pages: {@code strong}. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Strength {
        if (statements < 1 || articles < 1) {
            throw new IllegalArgumentException("a side needs a statement in an article");
        }
    }

    /** The strength of one side among statements of one actor on one issue; at least one takes it. */
    static Strength of(Position side, List<SideTaken> all) {
        List<SideTaken> own = all.stream().filter(taken -> taken.side() == side).toList();
        List<LocalDate> days = own.stream()
                .filter(SideTaken::dated)
                .map(SideTaken::day)
                .sorted()
                .toList();
        List<Double> chances = own.stream().map(SideTaken::chance).sorted().toList();
        return new Strength(
                own.size(),
                (int) own.stream().map(SideTaken::article).distinct().count(),
                all.size() - own.size(),
                days.isEmpty() ? null : days.getFirst(),
                days.isEmpty() ? null : days.getLast(),
                chances.getFirst(),
                chances.getLast(),
                confidence(own));
    }

    /** The word for it. */
    public Grade grade() {
        if (confidence >= STRONG) {
            return Grade.STRONG;
        }
        if (confidence >= FAIR) {
            return Grade.FAIR;
        }
        return confidence >= UNCLEAR ? Grade.WEAK : Grade.UNCLEAR;
    }

    /** The chance that at least one of these statements was read right. */
    static double confidence(List<SideTaken> statements) {
        Map<Long, SideTaken> wordings = new HashMap<>();
        statements.forEach(taken -> wordings.merge(taken.wording(), taken, Strength::surer));
        Map<ArticleId, SideTaken> articles = new HashMap<>();
        wordings.values().forEach(taken -> articles.merge(taken.article(), taken, Strength::surer));
        double allWrong = 1;
        for (SideTaken taken : articles.values()) {
            allWrong *= 1 - taken.chance();
        }
        return 1 - allWrong;
    }

    /** The surest of these statements; of equals the first. */
    static SideTaken surest(List<SideTaken> statements) {
        return statements.stream().reduce(Strength::surer).orElseThrow();
    }

    private static SideTaken surer(SideTaken one, SideTaken other) {
        return other.chance() > one.chance() ? other : one;
    }
}
