package org.onrecord.tag.stand;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.onrecord.article.Act;
import org.onrecord.article.Issue;
import org.onrecord.article.IssueId;
import org.onrecord.article.Position;
import org.onrecord.article.Stand;
import org.onrecord.registry.Registry;
import org.onrecord.tag.statement.Said;
import org.onrecord.tag.text.Reading;

/** Gathers which sides the statements of a text may take. */
public final class Proposals {
    /** A side that the engine holds less likely, and the rules do not see, is not considered. */
    private static final double LEAST_CHANCE = 0.1;

    private final StandRules rules;
    private final List<IssueId> issues;

    public Proposals(Registry registry) {
        this.rules = new StandRules(registry);
        this.issues = registry.issues().stream().map(Issue::id).toList();
    }

    /** The sides proposed for each statement, in the order of the statements; often none. */
    public List<List<Proposal>> of(Reading reading, List<Said> said, List<Act> acts) {
        Set<IssueId> about = rules.about(reading);
        List<List<Proposal>> all = new ArrayList<>();
        for (int i = 0; i < said.size(); i++) {
            Said one = said.get(i);
            Stand rule = rules.judge(reading, about, one.draft(), acts.get(i));
            List<Proposal> proposals = new ArrayList<>();
            for (IssueId issue : issues) {
                for (Position position : List.of(Position.FOR, Position.AGAINST)) {
                    double chance = one.chance(issue, position);
                    boolean agreed = issue.equals(rule.issue()) && position == rule.position();
                    if (chance >= LEAST_CHANCE || agreed) {
                        double elsewhere = elsewhere(said, one, issue, position);
                        proposals.add(new Proposal(one.draft(), issue, position, chance, elsewhere, rule));
                    }
                }
            }
            all.add(proposals);
        }
        return all;
    }

    private static double elsewhere(List<Said> said, Said one, IssueId issue, Position position) {
        Position opposite = position == Position.FOR ? Position.AGAINST : Position.FOR;
        double sum = 0;
        for (Said other : said) {
            if (other != one
                    && one.draft().actor() != null
                    && one.draft().actor().equals(other.draft().actor())) {
                sum += other.chance(issue, position) - other.chance(issue, opposite);
            }
        }
        return sum;
    }
}
