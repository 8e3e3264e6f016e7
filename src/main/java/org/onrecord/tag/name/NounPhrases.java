package org.onrecord.tag.name;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.EntityType;
import org.onrecord.tag.text.Sentence;
import org.onrecord.tag.text.Token;

/** Finds noun phrases in a sentence by parts of speech, with names as units. */
public final class NounPhrases {
    /**
     * A noun phrase.
     *
     * @param from its first token
     * @param to the token after its last
     * @param headFrom the first token of its base, before any "of …"
     * @param headTo the token after its base
     */
    public record Phrase(int from, int to, int headFrom, int headTo) {}

    private static final Set<String> LINKS = Set.of(
            "of", "for", "at", "from", "in", "with", "on", "to", "by", "near", "inside", "behind", "among", "within",
            "about");
    private static final Set<String> POST = Set.of(
            "familiar",
            "close",
            "briefed",
            "contacted",
            "interviewed",
            "surveyed",
            "involved",
            "reached",
            "compiled",
            "published",
            "reviewed",
            "seen",
            "carried",
            "posting",
            "working",
            "there",
            "here",
            "based",
            "obtained",
            "led",
            "knowledgeable",
            "aware");

    private final Sentence sentence;
    private final int[] nameOf;
    private final List<Name> names;

    public NounPhrases(Sentence sentence, List<Name> names) {
        this.sentence = sentence;
        this.names = names;
        this.nameOf = new int[sentence.size()];
        java.util.Arrays.fill(nameOf, -1);
        for (int k = 0; k < names.size(); k++) {
            Name name = names.get(k);
            for (int i = sentence.tokenAt(name.start());
                    i < sentence.size() && sentence.get(i).start() < name.end();
                    i++) {
                nameOf[i] = k;
            }
        }
    }

    /** The name that covers a token; null for none. */
    @Nullable
    public Name nameAt(int i) {
        return i < 0 || i >= nameOf.length || nameOf[i] < 0 ? null : names.get(nameOf[i]);
    }

    private int nameStart(int i) {
        int from = i;
        while (from > 0 && nameOf[from - 1] >= 0 && nameOf[from - 1] == nameOf[i]) {
            from--;
        }
        return from;
    }

    private int nameEnd(int i) {
        int to = i + 1;
        while (to < nameOf.length && nameOf[to] >= 0 && nameOf[to] == nameOf[i]) {
            to++;
        }
        return to;
    }

    private boolean isSource(@Nullable Name name) {
        return name != null && name.type() != EntityType.PRODUCT && name.type() != EntityType.POLICY;
    }

    /** The phrase whose last token is at {@code last}; null when no noun stands there. */
    @Nullable
    public Phrase endingAt(int last) {
        int end = last;
        while (end >= 0 && (POST.contains(sentence.get(end).lower()))) {
            end--;
        }
        if (end < 0 || !endsNoun(end)) {
            return null;
        }
        int base = baseStart(end);
        int from = base;
        int headFrom = base;
        int headTo = end + 1;
        for (int steps = 0; steps < 4; steps++) {
            int link = from - 1;
            if (link <= 0 || !LINKS.contains(sentence.get(link).lower())) {
                break;
            }
            int before = link - 1;
            while (before > 0
                    && (POST.contains(sentence.get(before).lower())
                            || sentence.get(before).isA("ADV"))) {
                before--;
            }
            if (before < 0
                    || !endsNoun(before)
                    || sentence.get(before).isA("PRON")
                            && !sentence.get(before).is("one")
                            && !sentence.get(before).is("some")
                            && !sentence.get(before).is("many")) {
                break;
            }
            headTo = before + 1;
            headFrom = baseStart(before);
            from = headFrom;
        }
        return new Phrase(from, end + 1, headFrom, headTo);
    }

    private boolean endsNoun(int i) {
        Token token = sentence.get(i);
        return nameOf[i] >= 0 && isSource(nameAt(i))
                || token.isNominal() && token.isWord() && !token.is("that") && !token.is("there")
                || token.isA("NUM") && token.isWord()
                || token.isA("ADJ", "DET")
                        && Set.of(
                                        "others", "many", "some", "few", "most", "both", "another", "several",
                                        "neither", "latter", "former", "all")
                                .contains(token.lower());
    }

    private int baseStart(int end) {
        Token last = sentence.get(end);
        if (last.isA("PRON") && nameOf[end] < 0 && !Set.of("one", "others").contains(last.lower())) {
            return end;
        }
        int from = nameOf[end] >= 0 ? nameStart(end) : end;
        boolean person = nameOf[end] >= 0 && names.get(nameOf[end]).type() == EntityType.PERSON;
        while (from > 0) {
            Token before = sentence.get(from - 1);
            boolean name = nameOf[from - 1] >= 0;
            if (name) {
                if (person && names.get(nameOf[from - 1]).type() == EntityType.PERSON) {
                    break;
                }
                from = nameStart(from - 1);
            } else if (before.isA("DET")
                    || before.is("his")
                    || before.is("her")
                    || before.is("its")
                    || before.is("their")
                    || before.is("my")
                    || before.is("our")
                    || before.is("your")) {
                from--;
                if (from > 0
                        && Set.of("all", "half", "both")
                                .contains(sentence.get(from - 1).lower())) {
                    from--;
                }
                break;
            } else if (before.isA("ADJ", "NOUN", "PROPN", "NUM", "SYM")
                    || before.is("'s")
                    || before.is("'")
                    || before.is("-")
                    || before.isA("VERB")
                            && (before.lower().endsWith("ed") || before.lower().endsWith("ing"))
                            && from > 1
                            && sentence.get(from - 2).isA("DET")) {
                from--;
            } else {
                break;
            }
        }
        return from;
    }

    /** The phrase whose first token is at {@code first}, with its "of …"; null when none starts there. */
    @Nullable
    public Phrase startingAt(int first) {
        if (first >= sentence.size()) {
            return null;
        }
        int to = baseEnd(first);
        if (to <= first) {
            return null;
        }
        int headTo = to;
        for (int steps = 0; steps < 3; steps++) {
            int link = to;
            while (link < sentence.size() && (POST.contains(sentence.get(link).lower()))) {
                link++;
            }
            if (link >= sentence.size()
                    || !LINKS.contains(sentence.get(link).lower())
                    || sentence.get(link).is("by") && link == to) {
                break;
            }
            int next = baseEnd(link + 1);
            if (next <= link + 1) {
                break;
            }
            boolean time = sentence.get(link).is("on")
                    || sentence.get(link).is("in") && sentence.get(link + 1).isA("NUM")
                    || sentence.get(link).is("to");
            if (time && headTo == to && nameAt(first) != null) {
                break;
            }
            to = next;
        }
        return new Phrase(first, to, first, headTo);
    }

    private int baseEnd(int first) {
        int i = first;
        boolean noun = false;
        while (i < sentence.size()) {
            Token token = sentence.get(i);
            if (nameOf[i] >= 0) {
                boolean person = names.get(nameOf[i]).type() == EntityType.PERSON;
                i = nameEnd(i);
                noun = true;
                if (person
                        && !(i < sentence.size()
                                && (sentence.get(i).is("'s") || sentence.get(i).is("'")))) {
                    return i;
                }
            } else if (token.isA("PRON") && !token.is("that") && !token.is("who") && !token.is("which")) {
                boolean possessive = Set.of("his", "her", "its", "their", "my", "our", "your")
                        .contains(token.lower());
                if (noun) {
                    break;
                }
                i++;
                noun = !possessive || !(sentence.at(i).isA("NOUN", "ADJ", "PROPN"));
                if (noun) {
                    return i;
                }
            } else if (token.isA("NOUN", "PROPN")) {
                noun = true;
                i++;
            } else if (token.isA("DET") && !noun
                    || token.isA("ADJ", "NUM", "SYM")
                    || token.is("'s")
                    || token.is("-") && noun
                    || token.is("'") && noun
                    || token.isA("ADV")
                            && !noun
                            && i == first
                            && sentence.at(i + 1).isA("ADJ", "NUM")) {
                noun |= token.isA("NUM");
                i++;
            } else {
                break;
            }
        }
        return noun || i > first && sentence.get(i - 1).isA("ADJ", "DET") ? i : first;
    }
}
