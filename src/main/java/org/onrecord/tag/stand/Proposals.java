package org.onrecord.tag.stand;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.onrecord.article.Act;
import org.onrecord.article.ActorId;
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
        Map<Side, Double> leanings = leanings(said);
        List<List<Proposal>> all = new ArrayList<>();
        for (int i = 0; i < said.size(); i++) {
            Said one = said.get(i);
            ActorId actor = one.draft().actor();
            Stand rule = rules.judge(reading, about, one.draft(), acts.get(i));
            List<Proposal> proposals = new ArrayList<>();
            for (IssueId issue : issues) {
                double elsewhere =
                        actor == null ? 0 : leanings.getOrDefault(new Side(actor, issue), 0.0) - leaning(one, issue);
                proposals.add(new Proposal(
                        one.draft(), issue, Position.FOR, one.chance(issue, Position.FOR), elsewhere, rule));
                proposals.add(new Proposal(
                        one.draft(), issue, Position.AGAINST, one.chance(issue, Position.AGAINST), -elsewhere, rule));
            }
            proposals.removeIf(proposal -> proposal.chance() < LEAST_CHANCE && !proposal.isAgreed());
            all.add(proposals);
        }
        return all;
    }

    /** How much likelier than against an issue the engine holds each speaker for it, summed over the speaker's statements. */
    private Map<Side, Double> leanings(List<Said> said) {
        Map<Side, Double> leanings = new HashMap<>();
        for (Said one : said) {
            ActorId actor = one.draft().actor();
            if (actor != null) {
                issues.forEach(issue -> leanings.merge(new Side(actor, issue), leaning(one, issue), Double::sum));
            }
        }
        return leanings;
    }

    private static double leaning(Said said, IssueId issue) {
        return said.chance(issue, Position.FOR) - said.chance(issue, Position.AGAINST);
    }
}
