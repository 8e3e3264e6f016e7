package org.onrecord.tag.stand;

import java.util.List;
import java.util.Map;
import org.onrecord.tag.text.Lexicon;
import org.onrecord.tag.train.TrustTrainer;

/**
 * How often a stand with this evidence was right, speaker included, on articles that no model had seen: a logistic curve over
 * a few signs, with weights from a word list that {@link TrustTrainer} writes.
 */
public final class StandTrust {
    /** The signs, in the order of {@link #signs}. */
    public static final List<String> SIGNS =
            List.of("base", "chance", "elsewhere", "agrees", "contradicts", "unnamed", "said");

    /** Beyond this a chance tells nothing more. */
    private static final double SUREST = 0.99;

    private final double[] weights;

    StandTrust(Lexicon list) {
        Map<String, String> named = list.values("weights");
        this.weights = SIGNS.stream().mapToDouble(sign -> weight(named, sign)).toArray();
    }

    /** The name of the word list with an engine's weights. */
    public static String listFor(String engine) {
        return "trust-" + engine;
    }

    /** The chance that the statement's speaker takes the proposed side. */
    double chance(Proposal proposal) {
        return chance(weights, signs(proposal));
    }

    public static double chance(double[] weights, double[] signs) {
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * signs[i];
        }
        return 1 / (1 + Math.exp(-sum));
    }

    /** What speaks for and against a proposed side. */
    public static double[] signs(Proposal proposal) {
        double ruled = proposal.rule().confidence();
        return new double[] {
            1,
            logit(proposal.chance()),
            Math.clamp(proposal.elsewhere(), -1, 1),
            proposal.isAgreed() ? ruled : 0,
            proposal.isContradicted() ? ruled : 0,
            proposal.draft().actor() == null ? 1 : 0,
            logit(proposal.draft().confidence())
        };
    }

    private static double logit(double chance) {
        double bounded = Math.clamp(chance, 1 - SUREST, SUREST);
        return Math.log(bounded / (1 - bounded));
    }

    private static double weight(Map<String, String> weights, String name) {
        String weight = weights.get(name);
        if (weight == null) {
            throw new IllegalStateException("the list of trust weights has none for " + name);
        }
        return Double.parseDouble(weight);
    }
}
