package org.onrecord.tag.statement;

import java.util.Map;
import org.onrecord.article.Act;
import org.onrecord.article.IssueId;
import org.onrecord.article.Position;

/**
 * Attributed words with what their engine makes of them.
 *
 * @param draft who, by which cue, which words
 * @param acts how likely each act is, from 0 to 1
 * @param stands how likely each stand is, by label: {@code none}, or the issue's id, a bar and the position
 */
public record Said(Draft draft, Map<Act, Double> acts, Map<String, Double> stands) {
    public Said {
        acts = Map.copyOf(acts);
        stands = Map.copyOf(stands);
    }

    /** How likely the engine holds a side; 0 on an issue that it does not know. */
    public double chance(IssueId issue, Position position) {
        return stands.getOrDefault(issue.value() + "|" + position.label(), 0.0);
    }
}
