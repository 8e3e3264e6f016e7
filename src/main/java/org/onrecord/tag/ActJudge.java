package org.onrecord.tag;

import org.onrecord.article.Act;
import org.onrecord.article.QuoteKind;

/** Tells what a speaker does by a statement, from the cue where it is specific, else from cue and content together. */
final class ActJudge {
    /** How likely another act than assert must be; tuned on a held-out quarter of the training articles. */
    private static final double CLEAR = 0.45;

    private final SequenceModel model;
    private final StatementFeatures features;

    ActJudge(SequenceModel model, StatementFeatures features) {
        this.model = model;
        this.features = features;
    }

    Act judge(Reading reading, Draft draft, QuoteKind quote) {
        if (draft.cueAct() != null && draft.cueAct() != Act.ASSERT) {
            return draft.cueAct();
        }
        double[] chances = model.chances(features.act(reading, draft, quote != QuoteKind.INDIRECT));
        for (int k = 0; k < chances.length; k++) {
            if (chances[k] >= CLEAR) {
                return Act.ofLabel(model.labels().get(k));
            }
        }
        return Act.ASSERT;
    }
}
