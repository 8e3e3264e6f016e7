package org.onrecord.correction;

import org.jspecify.annotations.Nullable;
import org.onrecord.article.Stand;
import org.onrecord.article.Verdict;
import org.onrecord.json.Json;
import org.onrecord.state.Correction;
import tools.jackson.databind.node.ObjectNode;

/** Corrections as JSON. */
public final class CorrectionJson {
    private CorrectionJson() {}

    /**
     * {@code id article words start end source statement made withdrawn note}, and of what was corrected {@code speaker} (an id,
     * or {@code nobody}), {@code act} and {@code stance}, as {@link TypedVerdict} takes them; null for the rest.
     */
    public static ObjectNode write(Correction correction) {
        Verdict verdict = correction.verdict();
        return Json.MAPPER
                .createObjectNode()
                .put("id", correction.number())
                .put("article", correction.article().value())
                .put("words", correction.content().text())
                .put("start", correction.content().start())
                .put("end", correction.content().end())
                .put("source", correction.source())
                .put("statement", verdict.statement())
                .put("speaker", speaker(verdict))
                .put("act", verdict.deed())
                .put("stance", stance(verdict.stand()))
                .put("note", correction.note())
                .put("made", correction.madeAt().toString())
                .put(
                        "withdrawn",
                        correction.withdrawnAt() == null
                                ? null
                                : correction.withdrawnAt().toString());
    }

    private static @Nullable String speaker(Verdict verdict) {
        if (verdict.attribution() == null) {
            return null;
        }
        return verdict.attribution().actor() == null
                ? TypedVerdict.NOBODY
                : verdict.attribution().actor().value();
    }

    private static @Nullable String stance(@Nullable Stand stand) {
        if (stand == null) {
            return null;
        }
        return stand.issue() == null
                ? "none"
                : stand.issue() + ":" + stand.position().label();
    }
}
