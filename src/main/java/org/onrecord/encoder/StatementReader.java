package org.onrecord.encoder;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.Act;

/** Finds the statements of a window: cues first, then each cue's source and content, then act, stand and referent. */
final class StatementReader {
    /** A word below this chance of being a cue is none; chosen on articles held out of the training. */
    private static final double LEAST_CUE = 0.4;

    /** A word after a cue's first goes on with it from this chance. */
    private static final double LEAST_MORE = Math.log(0.5);

    /** A statement below this chance is none; like those below chosen on articles held out of the training. */
    private static final double LEAST = 0.4;

    /** From this common share on, two contents are the same. */
    private static final double SAME = 0.5;

    /** Anchors and statements are looked at in groups of this size, so that memory stays small where every word is a cue. */
    private static final int AT_ONCE = 8;

    private static final int MOST_SOURCES = 3;
    private static final int MOST_BETWEEN = 3;
    private static final double LEAST_OTHER_SOURCE = 0.85;

    /** What a missing source leaves of a statement's chance. */
    private static final double UNSOURCED = 0.5;

    private final Network network;
    private final LabelSets labels;
    private final int cue;
    private final int more;
    private final int open;

    StatementReader(Network network, LabelSets labels) {
        this.network = network;
        this.labels = labels;
        this.cue = labels.anchors().number("B-cue");
        this.more = labels.anchors().number("I-cue");
        this.open = labels.anchors().number("open");
    }

    /**
     * A word that attributes, or where speech opens without such a word.
     *
     * @param to the word after the cue's last; {@code word} itself without a cue
     */
    private record Anchor(int word, int to, double chance) {}

    /** A statement before it is judged. */
    private record Draft(Anchor anchor, Labels.@Nullable Run source, Labels.Run content, double chance) {}

    List<Signals.Said> read(TextPieces text, Window window, Network.Read read) {
        List<Anchor> anchors = anchors(window, Labels.logChances(read.anchors()));
        if (anchors.isEmpty()) {
            return List.of();
        }
        List<Draft> drafts = new ArrayList<>();
        for (int from = 0; from < anchors.size(); from += AT_ONCE) {
            List<Anchor> some = anchors.subList(from, Math.min(anchors.size(), from + AT_ONCE));
            float[][][] roles = network.roles(
                    read.vectors(),
                    some.stream().mapToLong(anchor -> anchor.word() + 1).toArray());
            for (int k = 0; k < roles.length; k++) {
                float[][] scores = Labels.logChances(Arrays.copyOfRange(roles[k], 1, roles[k].length));
                drafts.addAll(drafts(some.get(k), scores));
            }
        }
        List<Draft> kept = strongest(drafts);
        List<Signals.Said> said = new ArrayList<>();
        for (int from = 0; from < kept.size(); from += AT_ONCE) {
            List<Draft> some = kept.subList(from, Math.min(kept.size(), from + AT_ONCE));
            said.addAll(judged(text, window, read.vectors(), some));
        }
        return said;
    }

    /** Of drafts that give much the same words to different sources or cues the likeliest, others only of its own cue. */
    private static List<Draft> strongest(List<Draft> drafts) {
        List<Draft> kept = new ArrayList<>();
        List<Draft> ranked = new ArrayList<>(drafts);
        ranked.sort(Comparator.comparingDouble(Draft::chance).reversed());
        for (Draft draft : ranked) {
            boolean known = kept.stream()
                    .anyMatch(other -> share(draft.content(), other.content()) >= SAME
                            && (other.anchor() != draft.anchor() || Objects.equals(other.source(), draft.source())));
            if (!known && draft.chance() >= LEAST) {
                kept.add(draft);
            }
        }
        kept.sort(Comparator.comparingInt(draft -> draft.anchor().word()));
        return kept;
    }

    /** The common part of two runs, as a share of what they cover together. */
    private static double share(Labels.Run a, Labels.Run b) {
        int both = Math.min(a.to(), b.to()) - Math.max(a.from(), b.from());
        return both <= 0 ? 0 : (double) both / (Math.max(a.to(), b.to()) - Math.min(a.from(), b.from()));
    }

    private List<Anchor> anchors(Window window, float[][] scores) {
        List<Anchor> anchors = new ArrayList<>();
        for (int i = 0; i < scores.length; i++) {
            double chance = Math.exp(Math.max(scores[i][cue], scores[i][open]));
            if (chance < LEAST_CUE || !window.judges(window.from() + i)) {
                continue;
            }
            int to = i;
            if (scores[i][cue] >= scores[i][open]) {
                to++;
                while (to < scores.length && scores[to][more] > LEAST_MORE) {
                    to++;
                }
            }
            anchors.add(new Anchor(i, to, chance));
        }
        return anchors;
    }

    /** Each source of an anchor with each of its contents. */
    private List<Draft> drafts(Anchor anchor, float[][] scores) {
        List<Labels.Run> sources = new ArrayList<>();
        List<Labels.Run> contents = new ArrayList<>();
        for (Labels.Run run : labels.roles().runs(scores)) {
            (run.kind().equals("source") ? sources : contents).add(run);
        }
        contents = joined(contents, sources, anchor);
        List<Labels.Run> likely = likely(sources, scores);
        List<Draft> drafts = new ArrayList<>();
        for (Labels.Run content : contents) {
            double chance = anchor.chance() * labels.roles().chance(scores, content);
            if (likely.isEmpty()) {
                drafts.add(new Draft(anchor, null, content, chance * UNSOURCED));
            }
            for (Labels.Run source : likely) {
                drafts.add(new Draft(
                        anchor, source, content, chance * labels.roles().chance(scores, source)));
            }
        }
        return drafts;
    }

    /** Contents with at most a few words between them, none of them the source's or the cue's, are one. */
    private static List<Labels.Run> joined(List<Labels.Run> contents, List<Labels.Run> sources, Anchor anchor) {
        List<Labels.Run> joined = new ArrayList<>();
        for (Labels.Run content : contents) {
            Labels.Run last = joined.isEmpty() ? null : joined.getLast();
            if (last != null
                    && content.from() - last.to() <= MOST_BETWEEN
                    && !(anchor.word() >= last.to() && anchor.word() < content.from())
                    && sources.stream()
                            .noneMatch(source -> source.from() >= last.to() && source.from() < content.from())) {
                joined.set(joined.size() - 1, new Labels.Run(last.from(), content.to(), last.kind()));
            } else {
                joined.add(content);
            }
        }
        return joined;
    }

    /** The likeliest source, and others that are likely by themselves: "X and Y said". */
    private List<Labels.Run> likely(List<Labels.Run> sources, float[][] scores) {
        Comparator<Labels.Run> byChance =
                Comparator.comparingDouble(source -> labels.roles().chance(scores, source));
        return sources.stream()
                .sorted(byChance.reversed())
                .limit(MOST_SOURCES)
                .filter(source -> source == sources.stream().max(byChance).orElse(null)
                        || labels.roles().chance(scores, source) >= LEAST_OTHER_SOURCE)
                .toList();
    }

    private List<Signals.Said> judged(TextPieces text, Window window, float[][] vectors, List<Draft> drafts) {
        int n = vectors.length;
        int count = drafts.size();
        long[] anchors = new long[count];
        long[] starts = new long[count];
        float[][] sources = new float[count][n];
        float[][] contents = new float[count][n];
        for (int k = 0; k < count; k++) {
            Draft draft = drafts.get(k);
            Labels.Run source = draft.source();
            anchors[k] = draft.anchor().word() + 1;
            starts[k] = source == null ? anchors[k] : source.from() + 1;
            if (source == null) {
                sources[k][draft.anchor().word() + 1] = 1;
            } else {
                weigh(sources[k], source);
            }
            weigh(contents[k], draft.content());
        }
        Network.Judged judged = network.judge(vectors, anchors, sources, contents, starts);
        Labels.logChances(judged.acts());
        Labels.logChances(judged.stands());
        List<Signals.Said> said = new ArrayList<>();
        for (int k = 0; k < count; k++) {
            Draft draft = drafts.get(k);
            Anchor anchor = draft.anchor();
            Labels.Run source = draft.source();
            float[] meant = Arrays.copyOfRange(judged.meant()[k], 1, n);
            said.add(new Signals.Said(
                    source == null ? null : text.span(window, source.from(), source.to()),
                    anchor.to() == anchor.word() ? null : text.span(window, anchor.word(), anchor.to()),
                    text.span(window, draft.content().from(), draft.content().to()),
                    draft.chance(),
                    acts(judged.acts()[k]),
                    stands(judged.stands()[k]),
                    new Referents(text.words(), window.from(), meant, judged.unnamed()[k])));
        }
        return said;
    }

    /** Weights of a run's words that add up to one, in a row whose first place is the window's as a whole. */
    private static void weigh(float[] row, Labels.Run run) {
        Arrays.fill(row, run.from() + 1, run.to() + 1, 1f / (run.to() - run.from()));
    }

    private Map<Act, Double> acts(float[] scores) {
        Map<Act, Double> chances = new EnumMap<>(Act.class);
        for (int k = 0; k < scores.length; k++) {
            chances.put(Act.ofLabel(labels.acts().names().get(k)), Math.exp(scores[k]));
        }
        return chances;
    }

    private Map<String, Double> stands(float[] scores) {
        Map<String, Double> chances = new HashMap<>();
        for (int k = 0; k < scores.length; k++) {
            chances.put(labels.stands().names().get(k), Math.exp(scores[k]));
        }
        return chances;
    }
}
