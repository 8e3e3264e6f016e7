package org.onrecord.tag;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.Act;
import org.onrecord.article.ActorId;
import org.onrecord.article.IssueId;
import org.onrecord.article.Position;
import org.onrecord.article.Stand;
import org.onrecord.registry.Registry;

/**
 * Tells where statements place their speakers on the registry's issues. Each statement is judged by its own words; where
 * one speaker's statements in a text disagree, the weaker side is left open. Rules and model choose the side together; how
 * sure it is, is measured ({@link StandTrust}), since both are surer of themselves than they are right. Abstains when unsure.
 */
final class StandJudge {
    private record Side(ActorId actor, IssueId issue) {}

    static final String NONE = "none";

    /** A side with less than this for it is not considered. */
    private static final double LEAST_SCORE = 0.1;

    private final StandRules rules;
    private final StandTrust trust = new StandTrust(Lexicon.named("stand-trust"));
    private final SequenceModel model;
    private final StatementFeatures features;
    private final Registry registry;
    private final double least;

    StandJudge(SequenceModel model, StatementFeatures features, Registry registry, TagSettings settings) {
        this.rules = new StandRules(registry);
        this.model = model;
        this.features = features;
        this.registry = registry;
        this.least = settings.leastStandConfidence();
    }

    /** The stand of each draft of a text, in the same order. */
    List<Stand> judge(Reading reading, List<Draft> drafts, List<Act> acts) {
        List<Stand> stands = new ArrayList<>();
        Set<IssueId> about = rules.about(reading);
        Map<Side, Double> balance = new HashMap<>();
        for (int i = 0; i < drafts.size(); i++) {
            Stand stand = weighed(reading, about, drafts.get(i), acts.get(i));
            stands.add(stand);
            Side side = side(drafts.get(i).actor(), stand);
            if (side != null) {
                balance.merge(side, sign(stand) * stand.confidence(), Double::sum);
            }
        }
        List<Stand> answers = new ArrayList<>();
        for (int i = 0; i < drafts.size(); i++) {
            Stand stand = stands.get(i);
            Side side = side(drafts.get(i).actor(), stand);
            double all = side == null ? sign(stand) : balance.getOrDefault(side, 0.0);
            boolean outvoted = all * sign(stand) <= 0;
            answers.add(outvoted || stand.confidence() < least ? Stand.NONE : stand);
        }
        return answers;
    }

    /** The rules' stand and the model's chances put together. */
    private Stand weighed(Reading reading, Set<IssueId> about, Draft draft, Act act) {
        Stand rule = rules.judge(reading, about, draft, act);
        double[] chances = model.chances(features.stand(reading, draft, act));
        Stand best = Stand.NONE;
        double most = LEAST_SCORE;
        for (int k = 0; k < chances.length; k++) {
            String label = model.labels().get(k);
            int bar = label.indexOf('|');
            if (bar < 0) {
                continue;
            }
            IssueId issue = new IssueId(label.substring(0, bar));
            Position position = Position.ofLabel(label.substring(bar + 1));
            if (registry.issue(issue).isEmpty()) {
                continue;
            }
            boolean agrees = issue.equals(rule.issue()) && position == rule.position();
            boolean against = issue.equals(rule.issue()) && position != rule.position();
            double score = chances[k] + (agrees ? weight(act, rule) : against ? -0.25 : 0);
            if (score > most) {
                most = score;
                best = new Stand(issue, position, trust.chance(chances[k], rule, issue, position, draft));
            }
        }
        return best;
    }

    /** How far the rules are to be trusted, by act; from the training articles. */
    private static double weight(Act act, Stand rule) {
        return switch (act) {
            case URGE, WARN -> 0.5;
            case SUPPORT -> 0.4;
            case ASSERT -> rule.confidence() > 0.6 ? 0.4 : 0.2;
            case CRITICIZE -> rule.confidence() > 0.7 ? 0.4 : 0.2;
            case ANNOUNCE, DENY -> 0.2;
        };
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
