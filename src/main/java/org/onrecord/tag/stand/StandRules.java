package org.onrecord.tag.stand;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.Act;
import org.onrecord.article.Issue;
import org.onrecord.article.IssueId;
import org.onrecord.article.Position;
import org.onrecord.article.Stand;
import org.onrecord.registry.Registry;
import org.onrecord.tag.statement.Draft;
import org.onrecord.tag.text.Lexicon;
import org.onrecord.tag.text.Reading;
import org.onrecord.tag.text.Token;
import org.onrecord.tag.text.WordForms;

/**
 * Reads a stand off a statement's own words, by what the issue's entry in {@code issues.yaml} says and general English alone:
 * which way the thing talked about goes ({@link Direction}) times what the speaker does with it and thinks of it
 * ({@link Attitude}). What "it" and "the decision" did is taken from the text before ({@link Discourse}). Open cases are
 * left open ({@link Openness}). Who speaks makes no difference.
 */
public final class StandRules {
    /** One issue with what its words say. */
    private record Question(IssueId id, IssueScope scope, Direction direction, Phrases towards, Phrases away) {}

    /**
     * What speaks for a side.
     *
     * @param sign 1 for, -1 against
     * @param signals names of what was found, which the word list weighs
     */
    record Evidence(IssueId issue, int sign, Set<String> signals) {
        Evidence {
            signals = Set.copyOf(signals);
        }

        private Evidence with(String signal) {
            Set<String> more = new HashSet<>(signals);
            more.add(signal);
            return new Evidence(issue, sign, more);
        }
    }

    /** "It" and "the move" stand for what happened when they come this early. */
    private static final int EARLY = 8;

    /** Words alone never make a stand surer than this. */
    private static final double SUREST = 0.95;

    private final List<Question> questions = new ArrayList<>();
    private final Attitude attitude;
    private final Openness openness;
    private final Phrases refer;
    private final Phrases keep;
    private final Phrases reverse;
    private final Phrases not;
    private final Map<String, Double> weights = new HashMap<>();
    private final double least;

    public StandRules(Registry registry) {
        Lexicon list = Lexicon.named("standing");
        WordForms forms = new WordForms(list.values("irregular"));
        attitude = new Attitude(list, forms);
        openness = new Openness(list, forms);
        refer = new Phrases(list.section("refer"), forms);
        keep = new Phrases(list.section("keep"), forms);
        reverse = new Phrases(list.section("reverse"), forms);
        not = new Phrases(list.section("not"), forms);
        list.values("weights").forEach((signal, weight) -> weights.put(signal, Double.valueOf(weight)));
        least = Double.parseDouble(list.values("least").getOrDefault("confidence", "0.5"));
        for (Issue issue : registry.issues()) {
            questions.add(new Question(
                    issue.id(),
                    new IssueScope(issue, forms),
                    new Direction(issue, list, forms),
                    new Phrases(issue.towards(), forms),
                    new Phrases(issue.away(), forms)));
        }
    }

    /** The issues that an article speaks of. */
    public Set<IssueId> about(Reading reading) {
        Set<IssueId> about = new HashSet<>();
        for (Question question : questions) {
            if (question.scope().covers(reading)) {
                about.add(question.id());
            }
        }
        return about;
    }

    /** The stand that a statement takes, as sure as its evidence makes it; none when it cannot be told. */
    public Stand judge(Reading reading, Set<IssueId> about, Draft draft, Act act) {
        Stand best = Stand.NONE;
        for (Evidence evidence : evidence(reading, about, draft, act)) {
            double confidence = confidence(evidence);
            if (confidence >= least && (best.issue() == null || confidence > best.confidence())) {
                Position side = evidence.sign() > 0 ? Position.FOR : Position.AGAINST;
                best = new Stand(evidence.issue(), side, confidence);
            }
        }
        return best;
    }

    private double confidence(Evidence evidence) {
        double sum = weights.getOrDefault("base", 0.0);
        // In one order, on which the last digits of the sum depend.
        for (String signal : new TreeSet<>(evidence.signals())) {
            sum += weights.getOrDefault(signal, 0.0);
        }
        return Math.min(SUREST, 1 / (1 + Math.exp(-sum)));
    }

    /** What the statement's words say on each issue that the article speaks of. */
    List<Evidence> evidence(Reading reading, Set<IssueId> about, Draft draft, Act act) {
        List<Token> words = reading.words(draft.start(), draft.end());
        if (words.isEmpty() || openness.leaves(words)) {
            return List.of();
        }
        Map<Question, Discourse.Context> contexts = new LinkedHashMap<>();
        for (Question question : questions) {
            if (about.contains(question.id())) {
                contexts.put(question, Discourse.of(reading, question.scope(), question.direction(), draft));
            }
        }
        Attitude.Found thought = attitude.in(words);
        List<Evidence> found = new ArrayList<>();
        contexts.forEach((question, context) -> {
            boolean elsewhere = contexts.entrySet().stream()
                    .anyMatch(entry ->
                            entry.getKey() != question && !entry.getValue().isSilent());
            Evidence evidence =
                    question.scope().excludes(words) ? null : evidence(question, words, thought, act, context);
            if (evidence != null) {
                found.add(elsewhere ? evidence.with("elsewhere") : evidence);
            }
        });
        return found;
    }

    private @Nullable Evidence evidence(
            Question question, List<Token> words, Attitude.Found thought, Act act, Discourse.Context context) {
        List<Direction.Thing> things = things(question, words, thought, act);
        int thing = sign(things);
        int doing = doing(act, thought);
        int phrase = phrase(question, words);
        if (phrase != 0 && act != Act.DENY) {
            return new Evidence(question.id(), phrase, Set.of("phrase"));
        }
        String kind = thing != 0 ? "thing" : "move";
        int deed = thing != 0 ? doing : act == Act.URGE ? turn(words) : doing;
        int way = thing != 0 ? thing : context.sign();
        if (deed * way == 0) {
            return null;
        }
        Set<String> signals = new LinkedHashSet<>(List.of(kind, kind + " " + act.label()));
        context.places().forEach((place, there) -> {
            if (there != 0) {
                signals.add(kind + " " + place + (there == way ? " agrees" : " contradicts"));
            }
        });
        if (thing != 0 && things.stream().anyMatch(Direction.Thing::composed)) {
            signals.add("composed");
        }
        if (thing == 0 && refer.in(words.subList(0, Math.min(EARLY, words.size())))) {
            signals.add("refers");
        }
        if (thought.value() != 0) {
            signals.add(thought.value() == deed ? "says so" : "says otherwise");
        }
        return new Evidence(question.id(), deed * way, signals);
    }

    /** The side of a phrase that takes one by itself. */
    private static int phrase(Question question, List<Token> words) {
        return (question.towards().in(words) ? 1 : 0) - (question.away().in(words) ? 1 : 0);
    }

    private static List<Direction.Thing> things(Question question, List<Token> words, Attitude.Found thought, Act act) {
        boolean repeats = (act == Act.CRITICIZE || act == Act.WARN || act == Act.DENY)
                && words.getFirst().is("against");
        return repeats
                ? question.direction().things(words.subList(1, words.size()), Set.of())
                : question.direction().things(words, thought.used());
    }

    /** Which way things go; 0 when there are none, or they go both ways. */
    private static int sign(List<Direction.Thing> things) {
        int sign = 0;
        for (Direction.Thing thing : things) {
            if (sign != 0 && sign != thing.sign()) {
                return 0;
            }
            sign = thing.sign();
        }
        return sign;
    }

    /** What a statement does with the thing it speaks of. */
    private static int doing(Act act, Attitude.Found thought) {
        return switch (act) {
            case SUPPORT, URGE, ANNOUNCE -> 1;
            case CRITICIZE -> thought.insufficient() ? 1 : -1;
            case WARN, DENY -> -1;
            case ASSERT -> thought.value() != 0 ? thought.value() : thought.demand() ? 1 : 0;
        };
    }

    /** Whether somebody is asked to keep what was done (1) or to undo it (-1). */
    private int turn(List<Token> words) {
        boolean undo = reverse.in(words);
        if (undo == keep.in(words)) {
            return 0;
        }
        return (undo ? -1 : 1) * (not.in(words) ? -1 : 1);
    }
}
