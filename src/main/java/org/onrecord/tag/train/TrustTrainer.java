package org.onrecord.tag.train;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.onrecord.article.Act;
import org.onrecord.article.IssueId;
import org.onrecord.article.Position;
import org.onrecord.registry.Registry;
import org.onrecord.tag.OpenNlpTagger;
import org.onrecord.tag.stand.Proposal;
import org.onrecord.tag.stand.Proposals;
import org.onrecord.tag.stand.StandTrust;
import org.onrecord.tag.statement.ActJudge;
import org.onrecord.tag.statement.Draft;
import tools.jackson.databind.JsonNode;

/**
 * Learns how far stands are to be trusted, from annotated articles that the engine's models have not seen: the sides that
 * engine and rules propose, and whether content, speaker and side were right.
 */
public final class TrustTrainer {
    private static final double RIDGE = 2;
    private static final int STEPS = 50;
    private static final double LEAST_SHARE = 0.5;

    private final OpenNlpTagger tagger;
    private final Proposals proposals;
    private final List<double[]> signs = new ArrayList<>();
    private final List<Boolean> right = new ArrayList<>();

    TrustTrainer(OpenNlpTagger tagger, Registry registry) {
        this.tagger = tagger;
        this.proposals = new Proposals(registry);
    }

    void add(GoldArticle gold) {
        OpenNlpTagger.Heard heard = tagger.hear(gold.article());
        List<Act> acts = heard.said().stream()
                .map(said -> ActJudge.judge(said.draft(), said.acts()))
                .toList();
        for (List<Proposal> ofOne : proposals.of(heard.reading(), heard.said(), acts)) {
            for (Proposal proposal : ofOne) {
                signs.add(StandTrust.signs(proposal));
                right.add(isRight(gold, proposal.draft(), proposal.issue(), proposal.position()));
            }
        }
    }

    private static boolean isRight(GoldArticle gold, Draft draft, IssueId issue, Position position) {
        for (JsonNode statement : gold.json().path("statements")) {
            JsonNode content = statement.path("content");
            int from = content.path("start").asInt();
            int to = content.path("end").asInt();
            double both = Math.min(to, draft.end()) - Math.max(from, draft.start());
            boolean same = both / (Math.max(to, draft.end()) - Math.min(from, draft.start())) >= LEAST_SHARE;
            JsonNode speaker = statement.path("speaker");
            String actor = speaker.path("actor").asString("");
            boolean bySpeaker = actor.isEmpty()
                    ? draft.speakerStart() < speaker.path("end").asInt()
                            && speaker.path("start").asInt() < draft.speakerEnd()
                    : draft.actor() != null && draft.actor().value().equals(actor);
            if (same
                    && bySpeaker
                    && statement.path("position").asString("none").equals(position.label())
                    && statement.path("issue").asString("").equals(issue.value())) {
                return true;
            }
        }
        return false;
    }

    /** Fits the weights by Newton's method and writes them as a word list. */
    void write(Path file) throws IOException {
        double[] weights = fit();
        StringBuilder list = new StringBuilder();
        list.append(
                        "# How far a stand is to be trusted: the chance that stand and speaker are both right is 1 / (1 + e^-sum), the\n")
                .append("# sum taken over these weights times their signs. Fitted by logistic regression (ridge ")
                .append(RIDGE)
                .append(") on ")
                .append(signs.size())
                .append(" sides\n# proposed in articles that no model had seen, ")
                .append(right.stream().filter(one -> one).count())
                .append(" of them right, by `onrecord train --trust`.\n[weights]\n");
        for (int i = 0; i < weights.length; i++) {
            list.append(StandTrust.SIGNS.get(i)).append(String.format(Locale.ROOT, " = %.3f\n", weights[i]));
        }
        Files.writeString(file, list);
    }

    private double[] fit() {
        int n = StandTrust.SIGNS.size();
        double[] weights = new double[n];
        for (int step = 0; step < STEPS; step++) {
            double[][] curve = new double[n][n + 1];
            for (int i = 0; i < n; i++) {
                curve[i][i] = RIDGE;
                curve[i][n] = -RIDGE * weights[i];
            }
            for (int k = 0; k < signs.size(); k++) {
                double[] one = signs.get(k);
                double chance = StandTrust.chance(weights, one);
                for (int i = 0; i < n; i++) {
                    curve[i][n] += one[i] * ((right.get(k) ? 1 : 0) - chance);
                    for (int j = 0; j < n; j++) {
                        curve[i][j] += one[i] * one[j] * chance * (1 - chance);
                    }
                }
            }
            double[] change = solved(curve);
            for (int i = 0; i < n; i++) {
                weights[i] += change[i];
            }
        }
        return weights;
    }

    /** The solution of linear equations, each row with its right side behind it (Gauss; the matrix is positive definite). */
    private static double[] solved(double[][] rows) {
        int n = rows.length;
        for (int i = 0; i < n; i++) {
            for (int k = i + 1; k < n; k++) {
                double factor = rows[k][i] / rows[i][i];
                for (int j = i; j <= n; j++) {
                    rows[k][j] -= factor * rows[i][j];
                }
            }
        }
        double[] answer = new double[n];
        for (int i = n - 1; i >= 0; i--) {
            double sum = rows[i][n];
            for (int j = i + 1; j < n; j++) {
                sum -= rows[i][j] * answer[j];
            }
            answer[i] = sum / rows[i][i];
        }
        return answer;
    }
}
