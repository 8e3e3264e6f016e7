package org.onrecord.tag.stand;

import org.onrecord.article.IssueId;
import org.onrecord.article.Position;
import org.onrecord.article.Stand;
import org.onrecord.tag.statement.Draft;

/**
 * A side that a statement may take, by its engine or by the rules.
 *
 * @param chance how likely the engine holds it, from 0 to 1
 * @param elsewhere how much likelier than the other side it holds it in the speaker's other statements, summed over these
 * @param rule what the rules read in the statement, maybe on another issue or no side at all
 */
public record Proposal(Draft draft, IssueId issue, Position position, double chance, double elsewhere, Stand rule) {
    /** Whether the rules read this side too. */
    boolean isAgreed() {
        return issue.equals(rule.issue()) && position == rule.position();
    }

    /** Whether the rules read the other side: then a wrong one is likelier than elsewhere, and worse than none. */
    boolean isContradicted() {
        return issue.equals(rule.issue()) && position != rule.position();
    }
}
