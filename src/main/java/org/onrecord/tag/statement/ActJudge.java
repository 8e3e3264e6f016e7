package org.onrecord.tag.statement;

import java.util.Map;
import org.onrecord.article.Act;

/** Tells what a speaker does by a statement: what the engine holds likeliest. */
public final class ActJudge {
    private ActJudge() {}

    /** The act of a draft, given how likely its engine holds each. */
    public static Act judge(Draft draft, Map<Act, Double> chances) {
        Act best = Act.ASSERT;
        double most = 0;
        for (Act act : Act.values()) {
            double chance = chances.getOrDefault(act, 0.0);
            if (chance > most) {
                best = act;
                most = chance;
            }
        }
        return best;
    }
}
