package org.onrecord.tag.stand;

import java.util.List;
import java.util.Map;
import org.onrecord.article.IssueId;
import org.onrecord.article.Position;
import org.onrecord.article.Stand;
import org.onrecord.tag.statement.Draft;
import org.onrecord.tag.text.Lexicon;
import org.onrecord.tag.train.TrustTrainer;

/**
 * How often a stand with this evidence was right, speaker included, on articles that no model had seen: a logistic curve over
 * a few signs, with weights from a word list that {@link TrustTrainer} writes.
 */
public final class StandTrust {
    /** The signs, in the order of {@link #signs}. */
    public static final List<String> SIGNS = List.of("base", "chance", "agrees", "contradicts", "unnamed", "said");

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

    /** The chance that the draft's speaker takes this side. */
    double chance(double model, Stand rule, IssueId issue, Position position, Draft draft) {
        return chance(weights, signs(model, rule, issue, position, draft));
    }

    public static double chance(double[] weights, double[] signs) {
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * signs[i];
        }
        return 1 / (1 + Math.exp(-sum));
    }

    /**
     * What speaks for and against a stand.
     *
     * @param model how likely the engine holds it
     * @param rule what the rules read
     */
    public static double[] signs(double model, Stand rule, IssueId issue, Position position, Draft draft) {
        double[] signs = new double[SIGNS.size()];
        signs[0] = 1;
        signs[1] = logit(model);
        if (rule.issue() != null) {
            boolean agrees = issue.equals(rule.issue()) && position == rule.position();
            signs[agrees ? 2 : 3] = rule.confidence();
        }
        signs[4] = draft.actor() == null ? 1 : 0;
        signs[5] = logit(draft.confidence());
        return signs;
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
