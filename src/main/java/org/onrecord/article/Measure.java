package org.onrecord.article;

import java.util.Locale;

/** What a figure measures. The labels are those of the annotated articles: {@code market-share}. */
public enum Measure {
    PRODUCTION,
    SHIPMENT,
    SALES,
    PRICE,
    CHARGE_OR_LOSS,
    MARKET_SHARE,
    REVENUE,
    PERFORMANCE,
    STAKE,
    OTHER;

    /** The word for it in the annotated articles, queries and JSON: {@code market-share}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The measure with this label; throws {@link IllegalArgumentException} for any other word. */
    public static Measure ofLabel(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
