package org.onrecord.tag.engine;

import java.util.Map;
import java.util.function.Supplier;
import org.onrecord.article.Act;
import org.onrecord.tag.statement.Draft;

/** How likely each act is by the light engine: the cue's own where the cue is specific, else what the model holds. */
final class ActChances {
    private ActChances() {}

    /** The chances of a draft's acts; the model is asked only where it matters. */
    static Map<Act, Double> of(Draft draft, Supplier<Map<Act, Double>> model) {
        Act own = draft.cueAct();
        return own != null && own != Act.ASSERT ? Map.of(own, 1.0) : model.get();
    }
}
