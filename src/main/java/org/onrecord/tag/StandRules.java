package org.onrecord.tag;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.onrecord.article.Act;
import org.onrecord.article.Issue;
import org.onrecord.article.IssueId;
import org.onrecord.article.Position;
import org.onrecord.article.Stand;
import org.onrecord.registry.Registry;

/**
 * Reads a stand off a statement's own words: the direction of the thing talked about (loosening or tightening, turned by
 * "lift", "end") times the speaker's attitude to it (what the cue does, what the words call it, negation). What "it" and
 * "the decision" did is taken from the headline, else from the sentences before. Open cases are left open.
 */
final class StandRules {
    private static final Set<String> NAMING = Set.of("calling", "naming", "labelling", "labeling", "describing");
    private static final Set<String> QUOTES = Set.of("\"", "“", "‘", "'", "«");
    private static final Set<String> REPORTING = Set.of(
            "said",
            "says",
            "told",
            "tells",
            "called",
            "calls",
            "argued",
            "argues",
            "warned",
            "warns",
            "urged",
            "urges",
            "objects",
            "objected",
            "pleads",
            "pleaded",
            "complains",
            "complained",
            "likened",
            "likens",
            "insists",
            "insisted",
            "charged",
            "charges",
            "calculates",
            "reckons");

    private final Registry registry;
    private final Composition composition;
    private final Set<String> own;
    private final Set<String> foreign;
    private final Set<String> risk;
    private final Set<String> move;
    private final Set<String> chips;

    StandRules(Registry registry) {
        this.registry = registry;
        Lexicon list = Lexicon.named("stands");
        this.composition = new Composition(list);
        this.own = all(list, "own-chips");
        this.foreign = all(list, "foreign-chips");
        this.risk = all(list, "danger");
        this.move = all(list, "move");
        this.chips = all(list, "chips");
    }

    private static Set<String> all(Lexicon list, String section) {
        Set<String> forms = new HashSet<>();
        list.section(section).forEach(word -> forms.addAll(StatementFeatures.forms(word)));
        return forms;
    }

    /** The stand that a statement takes; none when it cannot be told. */
    Stand judge(Reading reading, Set<IssueId> about, Draft draft, Act act) {
        List<Token> words = StatementFeatures.words(reading, draft.start(), draft.end());
        if (names(words) || reports(words)) {
            return Stand.NONE;
        }
        String content = reading.text().substring(draft.start(), draft.end()).toLowerCase(Locale.ROOT);
        Stand phrase = phrases(content, act);
        if (phrase.issue() != null) {
            return phrase;
        }
        for (Issue issue : registry.issues()) {
            Stand stand =
                    isReliance(issue) ? reliance(issue, words, act) : trade(issue, reading, about, draft, words, act);
            if (stand.issue() != null) {
                return stand;
            }
        }
        return Stand.NONE;
    }

    private static boolean isReliance(Issue issue) {
        return issue.id().value().contains("reliance");
    }

    private Stand phrases(String content, Act act) {
        for (Issue issue : registry.issues()) {
            boolean towards = issue.towards().stream().anyMatch(content::contains);
            boolean away = issue.away().stream().anyMatch(content::contains);
            if (towards != away && act != Act.DENY) {
                return stand(issue.id(), towards ? 1 : -1, 0.75);
            }
        }
        return Stand.NONE;
    }

    private Stand reliance(Issue issue, List<Token> words, Act act) {
        boolean domestic = has(words, own);
        boolean abroad = has(words, foreign);
        int turn = composition.turned(words);
        if (abroad && turn != 0 && has(words, chips)) {
            return stand(issue.id(), 1, 0.65);
        }
        if (!domestic || !has(words, chips)) {
            return Stand.NONE;
        }
        int attitude = composition.attitude(words, act);
        return attitude == 0 ? Stand.NONE : stand(issue.id(), attitude, 0.6);
    }

    private Stand trade(Issue issue, Reading reading, Set<IssueId> about, Draft draft, List<Token> words, Act act) {
        if (!about.contains(issue.id())) {
            return Stand.NONE;
        }
        int direction = composition.direction(words);
        boolean explicit = direction != 0;
        boolean danger = has(words, risk);
        if (!explicit
                && danger
                && (act == Act.WARN || act == Act.CRITICIZE || act == Act.ASSERT && has(words, chips))) {
            return stand(issue.id(), -1, 0.6);
        }
        // praise and blame of a person or a story says nothing about what the headline did: only "it", "the move" does
        if (!explicit && refers(words)) {
            direction = context(reading, draft);
        }
        int attitude = composition.attitude(words, act);
        if (act == Act.DENY || act == Act.ANNOUNCE && !explicit || !explicit && act == Act.ASSERT && attitude > 0) {
            return Stand.NONE;
        }
        int sign = direction * attitude;
        if (sign == 0) {
            return Stand.NONE;
        }
        double confidence = 0.5 + (explicit ? 0.15 : 0) + (act == Act.ASSERT || act == Act.ANNOUNCE ? 0 : 0.1);
        return stand(issue.id(), sign, confidence);
    }

    /** Whether the words quarrel about a name for the thing: "against calling it a ban". */
    private static boolean names(List<Token> words) {
        return words.size() <= 6 && words.stream().anyMatch(token -> NAMING.contains(token.lower()))
                || !words.isEmpty()
                        && words.size() <= 3
                        && words.getFirst().is("it")
                        && words.stream().anyMatch(token -> token.is("a"));
    }

    /** Whether the words report, outside a quotation, what somebody says: "it a cost and told employees that". */
    private static boolean reports(List<Token> words) {
        for (Token token : words) {
            if (QUOTES.contains(token.text())) {
                return false;
            }
            if (REPORTING.contains(token.lower())) {
                return true;
            }
        }
        return false;
    }

    private boolean refers(List<Token> words) {
        return words.stream().limit(12).anyMatch(token -> move.contains(token.lower()));
    }

    private static boolean has(List<Token> words, Set<String> group) {
        return words.stream().anyMatch(token -> group.contains(token.lower()));
    }

    /** The issues that an article speaks of: at least two of their subjects stand in it. */
    Set<IssueId> about(Reading reading) {
        String text = (reading.article().title() + "\n" + reading.text()).toLowerCase(Locale.ROOT);
        Set<IssueId> about = new HashSet<>();
        for (Issue issue : registry.issues()) {
            if (issue.subjects().stream().filter(text::contains).limit(2).count() == 2 && text.contains("chin")) {
                about.add(issue.id());
            }
        }
        return about;
    }

    /** What the nearest of the sentences before did, else the headline. */
    private int context(Reading reading, Draft draft) {
        List<Token> title = java.util.Arrays.stream(reading.article().title().split("[\\s:,]+"))
                .filter(word -> !word.isEmpty())
                .map(word -> Token.of(0, word.length(), word, "X"))
                .toList();
        int headline = composition.direction(title);
        if (headline != 0) {
            return headline;
        }
        int s = reading.sentenceAt(draft.start());
        for (int k = s - 1; k >= Math.max(0, s - 3); k--) {
            int direction = composition.direction(
                    StatementFeatures.end(reading.sentences().get(k)));
            if (direction != 0) {
                return direction;
            }
        }
        return 0;
    }

    private static Stand stand(IssueId issue, int sign, double confidence) {
        return new Stand(issue, sign > 0 ? Position.FOR : Position.AGAINST, confidence);
    }
}
