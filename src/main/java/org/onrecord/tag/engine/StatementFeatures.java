package org.onrecord.tag.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.onrecord.article.Act;
import org.onrecord.article.Actor;
import org.onrecord.article.ActorId;
import org.onrecord.article.Issue;
import org.onrecord.registry.Registry;
import org.onrecord.tag.statement.Draft;
import org.onrecord.tag.text.Lexicon;
import org.onrecord.tag.text.Reading;
import org.onrecord.tag.text.Token;
import org.onrecord.tag.text.WordForms;

/**
 * What the models of acts and stands look at in a statement: the cue, the words, and how they work together: the
 * direction of the thing talked about, whether it is negated, demanded, praised or blamed, and who speaks.
 */
public final class StatementFeatures {
    /** Of a longer sentence, only the last words are read. */
    private static final int MOST_WORDS = 80;

    private static final List<String> GROUPS = List.of(
            "good", "bad", "must", "not", "risk", "trade", "own", "foreign", "move", "exportsloose", "exportstight");

    private final Map<String, Set<String>> groups = new TreeMap<>();
    private final Map<String, Set<String>> groupsOfWords = new HashMap<>();
    private final Registry registry;
    private final Composition composition;

    public StatementFeatures(Registry registry) {
        this.registry = registry;
        Lexicon list = Lexicon.named("stands");
        this.composition = new Composition(list);
        for (String group : GROUPS) {
            groups.put(group, new HashSet<>());
            for (String word : list.section(group)) {
                groups.get(group).addAll(WordForms.regular(word));
            }
        }
        for (Issue issue : registry.issues()) {
            group(issue.id() + ":subject", issue.subjects());
            group(issue.id() + ":loose", issue.loosening());
            group(issue.id() + ":tight", issue.tightening());
        }
        groups.forEach((group, words) -> words.forEach(word ->
                groupsOfWords.computeIfAbsent(word, key -> new HashSet<>()).add(group)));
    }

    private void group(String name, List<String> words) {
        Set<String> own = new HashSet<>();
        words.stream().filter(word -> word.indexOf(' ') < 0).forEach(word -> own.addAll(WordForms.regular(word)));
        groups.put(name, own);
    }

    private Set<String> groupsOf(String word) {
        return groupsOfWords.getOrDefault(word, Set.of());
    }

    /** Features for the act. */
    public List<String> act(Reading reading, Draft draft, boolean quoted) {
        List<String> f = new ArrayList<>();
        List<Token> words = reading.words(draft.start(), draft.end());
        String act = draft.cueAct() == null ? "-" : draft.cueAct().label();
        f.add("b");
        f.add("cue=" + draft.base());
        f.add("cue=" + draft.base());
        if (draft.cueStart() >= 0) {
            for (Token word : reading.words(draft.cueStart(), draft.cueEnd())) {
                f.add("q=" + word.lower());
            }
        }
        for (Token word : before(reading, draft, 12)) {
            f.add("b=" + word.lower());
        }
        f.add("act=" + act);
        f.add("act=" + act + quoted);
        for (String group : present(words)) {
            f.add("g=" + group);
            f.add("g=" + group + "|" + act);
        }
        int n = 0;
        for (Token word : words) {
            if (word.isWord() && n++ < 60) {
                f.add("w=" + word.lower());
                if (n <= 2) {
                    f.add("w" + n + "=" + word.lower() + "|" + act);
                }
            }
        }
        for (int i = 0; i + 1 < Math.min(words.size(), 60); i++) {
            f.add("ww=" + words.get(i).lower() + "_" + words.get(i + 1).lower());
        }
        f.add("len=" + Math.min(6, words.size() / 5));
        f.add("q=" + quoted + (words.isEmpty() ? "" : words.getLast().text()));
        return f;
    }

    /** Whether a word has a meaning of its own. */
    private static boolean tells(Token word) {
        return word.isA("NOUN", "VERB", "ADJ", "PROPN", "ADV");
    }

    /** The last words before a statement, of which no more than its neighbourhood is looked at. */
    private static List<Token> before(Reading reading, Draft draft, int most) {
        List<Token> words = reading.words(Math.max(0, draft.start() - 12 * most), draft.start());
        return words.subList(Math.max(0, words.size() - most), words.size());
    }

    private Set<String> present(List<Token> words) {
        Set<String> present = new HashSet<>();
        words.forEach(word -> present.addAll(groupsOf(word.lower())));
        return present;
    }

    /** Features for issue and position. */
    public List<String> stand(Reading reading, Draft draft, Act act) {
        List<String> f = new ArrayList<>();
        List<Token> words = reading.words(draft.start(), draft.end());
        Set<String> present = present(words);
        String who = who(reading, draft);
        String loose = present.contains("exportsloose") ? "L" : "";
        String tight = present.contains("exportstight") ? "T" : "";
        String direction = direction(words);
        String not = present.contains("not") ? "N" : "";
        String attitude = (present.contains("good") ? "+" : "") + (present.contains("bad") ? "-" : "");
        String must = present.contains("must") ? "M" : "";
        String context = loose.isEmpty() && tight.isEmpty() ? context(reading, draft) : "";
        String dir = direction.isEmpty() ? "c" + context : direction;
        int composed = composition.stand(words, contextSign(reading, draft), act);
        int alone = composition.stand(words, 0, act);
        f.add("composed=" + composed);
        f.add("alone=" + alone);
        f.add("alone,who=" + alone + who);
        f.add("composed,act=" + composed + act);
        f.add("composed,topic=" + composed + articleTopic(reading));
        f.add("composed,subject=" + composed + present.contains("ai-chip-exports:subject"));
        f.add("b");
        f.add("act=" + act);
        f.add("base=" + draft.base());
        f.add("who=" + who);
        f.add("who,act=" + who + act);
        f.add("dir=" + dir);
        f.add("dir,act=" + dir + act);
        f.add("dir,act,not=" + dir + act + not);
        f.add("dir,att=" + dir + attitude);
        f.add("dir,att,not=" + dir + attitude + not);
        f.add("dir,att,act=" + dir + attitude + act);
        f.add("dir,must,not=" + dir + must + not);
        f.add("dir,must,act,not=" + dir + must + act + not);
        f.add("dir,base=" + dir + draft.base());
        f.add("who,dir=" + who + dir);
        f.add("who,dir,act=" + who + dir + act);
        f.add("att,act=" + attitude + act + not);
        for (String group : present) {
            f.add("g=" + group);
            f.add("g,act=" + group + act);
            f.add("g,not=" + group + not);
            f.add("g,who=" + group + who);
            f.add("g,att=" + group + attitude);
        }
        f.add("risk,trade=" + present.contains("risk") + present.contains("trade") + act);
        f.add("own,foreign=" + present.contains("own") + present.contains("foreign") + not + act);
        phrases(reading, draft, f);
        int n = 0;
        for (int i = 0; i < words.size() && n < 60; i++) {
            if (tells(words.get(i))) {
                f.add("w=" + words.get(i).lower());
                n++;
            }
        }
        f.add("art=" + articleTopic(reading));
        for (Token word : before(reading, draft, 20)) {
            if (tells(word)) {
                f.add("b=" + word.lower());
            }
        }
        return f;
    }

    /** The directions in the order in which they come, each with the negation and demand before it. */
    private String direction(List<Token> words) {
        StringBuilder direction = new StringBuilder();
        boolean not = false;
        for (int i = 0; i < words.size() && direction.length() < 4; i++) {
            String word = words.get(i).lower();
            if (groups.getOrDefault("not", Set.of()).contains(word)) {
                not = true;
            }
            boolean loose = groups.getOrDefault("exportsloose", Set.of()).contains(word);
            boolean tight = groups.getOrDefault("exportstight", Set.of()).contains(word);
            if (loose || tight) {
                char sign = tight ? 'T' : 'L';
                // "export controls", "sales ban": the tightening word rules
                if (tight
                        && direction.length() > 0
                        && direction.charAt(direction.length() - 1) == 'L'
                        && i > 0
                        && groupsOf(words.get(i - 1).lower()).contains("exportsloose")) {
                    direction.setLength(direction.length() - 1);
                }
                if (direction.length() == 0 || direction.charAt(direction.length() - 1) != sign) {
                    direction.append(sign);
                }
            }
        }
        return direction + (not && direction.length() > 0 ? "n" : "");
    }

    /** The direction of the last sentences before, for "the move" and "it". */
    private String context(Reading reading, Draft draft) {
        int s = reading.sentenceAt(draft.start());
        for (int k = s - 1; k >= Math.max(0, s - 3); k--) {
            String direction = direction(reading.sentences().get(k).last(MOST_WORDS));
            if (!direction.isEmpty()) {
                return direction.substring(0, 1);
            }
        }
        return "";
    }

    private int contextSign(Reading reading, Draft draft) {
        int s = reading.sentenceAt(draft.start());
        for (int k = s - 1; k >= Math.max(0, s - 3); k--) {
            int direction = composition.direction(reading.sentences().get(k).last(MOST_WORDS));
            if (direction != 0) {
                return direction;
            }
        }
        return 0;
    }

    private void phrases(Reading reading, Draft draft, List<String> f) {
        String content = reading.text().substring(draft.start(), draft.end()).toLowerCase(Locale.ROOT);
        for (Issue issue : registry.issues()) {
            if (issue.towards().stream().anyMatch(content::contains)) {
                f.add("towards=" + issue.id());
            }
            if (issue.away().stream().anyMatch(content::contains)) {
                f.add("away=" + issue.id());
            }
        }
    }

    private String who(Reading reading, Draft draft) {
        ActorId id = draft.actor();
        if (id == null) {
            return "unnamed";
        }
        Actor actor = registry.actor(id).orElse(null);
        if (actor != null) {
            String land = actor.country() == null ? "" : actor.country().value();
            String role = actor.role() == null ? "" : actor.role();
            return actor.kind() + (land.equals("china") ? "-cn" : land.equals("united-states") ? "-us" : "") + role;
        }
        String value = id.value();
        for (String word : List.of(
                "department",
                "ministry",
                "bureau",
                "commission",
                "committee",
                "senate",
                "house",
                "alliance",
                "association",
                "coalition",
                "institute",
                "devices",
                "micro",
                "systems",
                "semiconductor",
                "logic",
                "cloud")) {
            if (value.contains(word)) {
                return word;
            }
        }
        return title(reading, draft);
    }

    /** The role that stands beside the first naming of a person who is not registered. */
    private static String title(Reading reading, Draft draft) {
        if (draft.speakerStart() < 0) {
            return "person";
        }
        String text = reading.text();
        String name = text.substring(draft.speakerStart(), draft.speakerEnd());
        String surname = name.substring(name.lastIndexOf(' ') + 1);
        int at = surname.length() > 3 && Character.isUpperCase(surname.charAt(0))
                ? text.indexOf(surname)
                : draft.speakerStart();
        String around = text.substring(Math.max(0, at - 60), Math.min(text.length(), at + 80))
                .toLowerCase(Locale.ROOT);
        for (String role : List.of(
                "senator",
                "sen.",
                "representative",
                "rep.",
                "congress",
                "chief executive",
                "ceo",
                "chairman",
                "founder",
                "analyst",
                "minister",
                "secretary",
                "ministry",
                "professor",
                "lawyer",
                "spokes",
                "economist",
                "official",
                "lobby",
                "engineer",
                "fellow",
                "research")) {
            if (around.contains(role)) {
                return role;
            }
        }
        return "person";
    }

    private String articleTopic(Reading reading) {
        String head = (reading.article().title() + " "
                        + reading.text()
                                .substring(0, Math.min(300, reading.text().length())))
                .toLowerCase(Locale.ROOT);
        boolean chips = head.contains("chip")
                || head.contains("processor")
                || head.contains("accelerator")
                || head.contains("semiconductor")
                || head.contains("nvidia");
        boolean exports = head.contains("export")
                || head.contains("licen")
                || head.contains("curb")
                || head.contains("control")
                || head.contains("ban")
                || head.contains("sale");
        return (chips ? "chips" : "") + (exports ? "exports" : "") + (head.contains("chin") ? "china" : "");
    }
}
