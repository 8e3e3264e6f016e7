package org.onrecord.article;

import static java.util.Objects.requireNonNull;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A quantity that somebody might check. The annotated articles call it a claim.
 *
 * @param passage the words that state it
 * @param subject whose quantity it is, as in the text ("Ascend 910C"); null when the text names nothing
 * @param measure what is measured
 * @param values one value, or the two ends of a range, written out ("$5.5 billion" is 5500000000)
 * @param unit what the values count: {@code units}, {@code USD}, {@code percent}, {@code months}
 * @param period the time it holds for ({@code 2025}, {@code 2025-Q1}); null when the text gives none
 * @param confidence from 0 (a guess) to 1 (certain)
 */
public record Figure(
        Passage passage,
        @Nullable String subject,
        Measure measure,
        List<BigDecimal> values,
        String unit,
        @Nullable String period,
        double confidence) {
    public Figure {
        requireNonNull(passage, "passage");
        requireNonNull(measure, "measure");
        values = List.copyOf(values);
        if (values.isEmpty() || values.size() > 2) {
            throw new IllegalArgumentException("a figure has one value or the two ends of a range, not " + values);
        }
        requireNonNull(unit, "unit");
        Confidence.check(confidence);
    }
}
