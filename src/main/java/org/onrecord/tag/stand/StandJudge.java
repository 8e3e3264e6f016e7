package org.onrecord.tag.stand;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.Act;
import org.onrecord.article.ActorId;
import org.onrecord.article.Issue;
import org.onrecord.article.IssueId;
import org.onrecord.article.Position;
import org.onrecord.article.Stand;
import org.onrecord.registry.Registry;
import org.onrecord.tag.statement.Said;
import org.onrecord.tag.text.Lexicon;
import org.onrecord.tag.text.Reading;

/**
 * Tells where statements place their speakers on the registry's issues. Each statement is judged by its own words; where
 * one speaker's statements in a text disagree, the weaker side is left open. Rules and model choose the side together; how
 * sure it is, is measured ({@link StandTrust}), since both are surer of themselves than they are right. Abstains when unsure.
 */
public final class StandJudge {
    private record Side(ActorId actor, IssueId issue) {}

    /** The label of statements without a side, for the models. */
    public static final String NONE = "none";

    /** A side that the engine holds less likely, and the rules do not see, is not considered. */
    private static final double LEAST_CHANCE = 0.1;

    private final StandRules rules;
    private final StandTrust trust;
    private final Registry registry;
    private final double least;

    /**
     * @param engine the name of the engine whose chances it weighs
     * @param least stands that are less sure are left open, from 0 to 1
     */
    public StandJudge(Registry registry, String engine, double least) {
        this.rules = new StandRules(registry);
        this.trust = new StandTrust(Lexicon.named(StandTrust.listFor(engine)));
        this.registry = registry;
        this.least = least;
    }

    /** The stand of each draft of a text, in the same order. */
    public List<Stand> judge(Reading reading, List<Said> said, List<Act> acts) {
        List<Stand> stands = new ArrayList<>();
        Set<IssueId> about = rules.about(reading);
        Map<Side, Double> balance = new HashMap<>();
        for (int i = 0; i < said.size(); i++) {
            Stand stand = weighed(reading, about, said.get(i), acts.get(i));
            stands.add(stand);
            Side side = side(said.get(i).draft().actor(), stand);
            if (side != null) {
                balance.merge(side, sign(stand) * stand.confidence(), Double::sum);
            }
        }
        List<Stand> answers = new ArrayList<>();
        for (int i = 0; i < said.size(); i++) {
            Stand stand = stands.get(i);
            Side side = side(said.get(i).draft().actor(), stand);
            double all = side == null ? sign(stand) : balance.getOrDefault(side, 0.0);
            boolean outvoted = all * sign(stand) <= 0;
            answers.add(outvoted || stand.confidence() < least ? Stand.NONE : stand);
        }
        return answers;
    }

    /** The likeliest side, by the engine's chances and the rules together. */
    private Stand weighed(Reading reading, Set<IssueId> about, Said said, Act act) {
        Stand rule = rules.judge(reading, about, said.draft(), act);
        Stand best = Stand.NONE;
        double most = 0;
        for (Issue issue : registry.issues()) {
            for (Position position : List.of(Position.FOR, Position.AGAINST)) {
                double chance = said.chance(issue.id(), position);
                if (isCandidate(chance, rule, issue.id(), position) && !isContradicted(issue.id(), position, rule)) {
                    double trusted = knows(said, issue.id())
                            ? trust.chance(chance, rule, issue.id(), position, said.draft())
                            : rule.confidence();
                    if (trusted > most) {
                        most = trusted;
                        best = new Stand(issue.id(), position, trusted);
                    }
                }
            }
        }
        return best;
    }

    /** Whether the rules read the other side: then a wrong one is likelier than elsewhere, and worse than none. */
    private static boolean isContradicted(IssueId issue, Position position, Stand rule) {
        return issue.equals(rule.issue()) && position != rule.position();
    }

    /** Whether the engine has learnt anything of an issue; of others, the rules alone speak. */
    private static boolean knows(Said said, IssueId issue) {
        return said.stands().containsKey(issue + "|" + Position.FOR.label())
                || said.stands().containsKey(issue + "|" + Position.AGAINST.label());
    }

    /** Whether engine or rules propose a side at all. */
    public static boolean isCandidate(double chance, Stand rule, IssueId issue, Position position) {
        return chance >= LEAST_CHANCE || issue.equals(rule.issue()) && position == rule.position();
    }

    private static int sign(Stand stand) {
        return switch (stand.position()) {
            case FOR -> 1;
            case AGAINST -> -1;
            case NONE -> 0;
        };
    }

    private static @Nullable Side side(@Nullable ActorId actor, Stand stand) {
        IssueId issue = stand.issue();
        return actor == null || issue == null ? null : new Side(actor, issue);
    }
}
