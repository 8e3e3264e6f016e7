package org.onrecord.search;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;
import java.util.stream.Collectors;
import org.onrecord.article.Figure;

/** Writes the values of a figure as a person would. */
public final class Quantity {
    /** Above this, a number is easier to read in millions and billions. */
    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

    private static final BigDecimal BILLION = BigDecimal.valueOf(1_000_000_000);

    private Quantity() {}

    /** {@code $5.5 billion}, {@code 600,000 to 800,000 units}, {@code 12 percent}. */
    public static String of(Figure figure) {
        boolean dollars = figure.unit().equals("USD");
        String values = figure.values().stream()
                .map(value -> (dollars ? "$" : "") + number(value))
                .collect(Collectors.joining(" to "));
        return dollars ? values : values + " " + figure.unit();
    }

    /** {@code 200,000 units in 2025; 600,000 units or 1.6 million units in 2026}. */
    public static String summary(FigureComparison comparison) {
        return comparison.lines().stream()
                .map(line -> line.figures().stream()
                                .map(hit -> of(hit.figure()))
                                .distinct()
                                .collect(Collectors.joining(" or "))
                        + (line.period() == null ? "" : " in " + line.period()))
                .collect(Collectors.joining("; "));
    }

    private static String number(BigDecimal value) {
        BigDecimal size = value.abs();
        if (size.compareTo(BILLION) >= 0) {
            return plain(value.divide(BILLION)) + " billion";
        }
        if (size.compareTo(MILLION) >= 0) {
            return plain(value.divide(MILLION)) + " million";
        }
        return plain(value);
    }

    private static String plain(BigDecimal value) {
        return new DecimalFormat("#,##0.###", DecimalFormatSymbols.getInstance(Locale.UK)).format(value);
    }
}
