package org.onrecord.tag;

import java.util.Map;
import org.onrecord.article.IssueId;
import org.onrecord.article.Position;
import org.onrecord.article.Stand;

/**
 * How often a stand with this evidence was right, speaker included, on articles that the models had not seen: a logistic
 * curve over the model's chance, the rules' verdict and whether the speaker is known, with weights from a word list.
 */
final class StandTrust {
    /** Beyond this the model's chance tells nothing more. */
    private static final double SUREST = 0.98;

    private final Map<String, String> weights;

    StandTrust(Lexicon list) {
        this.weights = Map.copyOf(list.values("weights"));
    }

    /** The chance that the draft's speaker takes this side. */
    double chance(double model, Stand rule, IssueId issue, Position position, Draft draft) {
        double bounded = Math.clamp(model, 1 - SUREST, SUREST);
        double sum = weight("base") + weight("chance") * Math.log(bounded / (1 - bounded));
        if (issue.equals(rule.issue()) && position == rule.position()) {
            sum += weight("agrees");
        } else if (rule.issue() != null) {
            sum += weight("contradicts");
        }
        if (draft.actor() == null) {
            sum += weight("unnamed");
        }
        return 1 / (1 + Math.exp(-sum));
    }

    private double weight(String name) {
        String weight = weights.get(name);
        if (weight == null) {
            throw new IllegalStateException("the word list stand-trust has no weight for " + name);
        }
        return Double.parseDouble(weight);
    }
}
