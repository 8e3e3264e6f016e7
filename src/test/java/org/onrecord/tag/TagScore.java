package org.onrecord.tag;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.onrecord.article.Mention;
import org.onrecord.article.Statement;
import org.onrecord.article.TaggedArticle;
import tools.jackson.databind.JsonNode;

/** Scores tagged articles against annotations, by the rules of the annotated articles; F1 in percent. */
final class TagScore {
    private final double[] entity = new double[3];
    private final double[] content = new double[3];
    private final double[] attributed = new double[3];

    void add(GoldArticle gold, TaggedArticle tagged) {
        Set<String> want = new HashSet<>();
        gold.json()
                .path("entities")
                .forEach(e -> want.add(e.path("start").asInt() + " "
                        + e.path("end").asInt() + " " + e.path("type").asString()));
        Set<String> have = new HashSet<>();
        for (Mention mention : tagged.mentions()) {
            have.add(mention.passage().start() + " " + mention.passage().end() + " " + mention.type());
        }
        int found = (int) have.stream().filter(want::contains).count();
        count(entity, found, want.size(), have.size());
        List<JsonNode> golds = new ArrayList<>();
        gold.json().path("statements").forEach(golds::add);
        pairs(golds, tagged.statements());
    }

    private record Pair(double share, int gold, int guess) {}

    private void pairs(List<JsonNode> golds, List<Statement> guesses) {
        List<Pair> pairs = new ArrayList<>();
        for (int g = 0; g < golds.size(); g++) {
            JsonNode want = golds.get(g).path("content");
            for (int p = 0; p < guesses.size(); p++) {
                int from = want.path("start").asInt();
                int to = want.path("end").asInt();
                var have = guesses.get(p).content();
                double shared = Math.min(to, have.end()) - Math.max(from, have.start());
                double share = shared / (Math.max(to, have.end()) - Math.min(from, have.start()));
                if (share >= 0.5) {
                    pairs.add(new Pair(share, g, p));
                }
            }
        }
        pairs.sort(Comparator.comparingDouble(Pair::share).reversed());
        Set<Integer> usedGold = new HashSet<>();
        Set<Integer> usedGuess = new HashSet<>();
        int right = 0;
        for (Pair pair : pairs) {
            if (!usedGold.contains(pair.gold()) && !usedGuess.contains(pair.guess())) {
                usedGold.add(pair.gold());
                usedGuess.add(pair.guess());
                right += isSpeaker(golds.get(pair.gold()).path("speaker"), guesses.get(pair.guess())) ? 1 : 0;
            }
        }
        count(content, usedGold.size(), golds.size(), guesses.size());
        count(attributed, right, golds.size(), guesses.size());
    }

    private static boolean isSpeaker(JsonNode want, Statement guess) {
        var speaker = guess.speaker();
        String actor = want.path("actor").asString("");
        if (!actor.isEmpty()) {
            return speaker != null
                    && speaker.actor() != null
                    && speaker.actor().value().equals(actor);
        }
        return speaker != null
                && speaker.passage().start() < want.path("end").asInt()
                && want.path("start").asInt() < speaker.passage().end();
    }

    private static void count(double[] sums, int hit, int gold, int guessed) {
        sums[0] += hit;
        sums[1] += gold;
        sums[2] += guessed;
    }

    double entity() {
        return f1(entity);
    }

    double content() {
        return f1(content);
    }

    double attributed() {
        return f1(attributed);
    }

    private static double f1(double[] sums) {
        return sums[1] + sums[2] == 0 ? 0 : 200 * sums[0] / (sums[1] + sums[2]);
    }
}
