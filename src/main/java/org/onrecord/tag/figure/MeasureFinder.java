package org.onrecord.tag.figure;

import java.util.Map;
import org.onrecord.article.Measure;
import org.onrecord.tag.text.Lexicon;
import org.onrecord.tag.text.Sentence;
import org.onrecord.tag.text.Token;

/** Finds what a figure measures, by the nearest word that tells it: "revenue", "shipped", "market share". */
final class MeasureFinder {
    /** How far from a figure such a word may stand, in characters. */
    private static final int NEAR = 70;

    private final Map<String, String> measures;

    MeasureFinder(Lexicon words) {
        this.measures = words.values("measures");
    }

    Measure of(Sentence sentence, Quantity quantity) {
        Measure best = Measure.OTHER;
        int nearest = NEAR;
        for (int i = sentence.tokenAt(Math.max(sentence.start(), quantity.start() - NEAR));
                i < sentence.size() && sentence.get(i).start() < quantity.end() + NEAR;
                i++) {
            Token token = sentence.get(i);
            String label = measures.get(token.lower());
            int gap = token.start() < quantity.start()
                    ? quantity.start() - token.start()
                    : Math.max(0, token.start() - quantity.end());
            if (label != null && gap < nearest && suits(Measure.ofLabel(label), quantity)) {
                nearest = gap;
                best = Measure.ofLabel(label);
            }
        }
        return best;
    }

    /** Money is not shipped, chips are no revenue, and a share of a market is in percent. */
    private static boolean suits(Measure measure, Quantity quantity) {
        boolean money = quantity.kind() == Quantity.Kind.MONEY;
        boolean share = quantity.kind() == Quantity.Kind.PERCENT || quantity.kind() == Quantity.Kind.PART;
        boolean bare = quantity.kind() == Quantity.Kind.BARE;
        return switch (measure) {
            case PRICE, REVENUE, STAKE -> money || share || bare;
            case SHIPMENT, PRODUCTION, PERFORMANCE -> !money;
            case MARKET_SHARE -> share || bare;
            case SALES, CHARGE_OR_LOSS, OTHER -> true;
        };
    }
}
