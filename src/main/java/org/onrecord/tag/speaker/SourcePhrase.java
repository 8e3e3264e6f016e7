package org.onrecord.tag.speaker;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.EntityType;
import org.onrecord.tag.name.Name;
import org.onrecord.tag.name.NamePlaces;
import org.onrecord.tag.text.Sentence;
import org.onrecord.tag.text.Token;

/**
 * A source's words taken apart: "the Shenzhen firm's chief engineer", "a spokesman for the ministry".
 *
 * @param sentence the sentence it stands in
 * @param from its first token
 * @param to the token after its last
 * @param base the token after its base, before any "for …", "who …"
 * @param owner the token after the owner's in "the firm's engineer"; {@code from} when it has none
 * @param nameInHead the name that is its head: "Senator Orr"; null for a noun
 * @param nameBefore a name in the base before the head, owner or not; null for none
 * @param nameAfter the first name after the base; null for none
 */
record SourcePhrase(
        Sentence sentence,
        int from,
        int to,
        int base,
        int owner,
        @Nullable Name nameInHead,
        @Nullable Name nameBefore,
        @Nullable Name nameAfter) {
    private static final Set<String> ENDS = Set.of(
            "of",
            "for",
            "at",
            "from",
            "in",
            "with",
            "on",
            "to",
            "by",
            "near",
            "inside",
            "behind",
            "among",
            "within",
            "about",
            "who",
            "whom",
            "whose",
            "which",
            "that",
            "there",
            "close",
            "familiar",
            "posted",
            "published",
            "compiled",
            "reviewed",
            "seen",
            "briefed",
            "analyzed",
            "analysed",
            "obtained",
            "based",
            "signed",
            "sent",
            "written",
            "led",
            "and",
            "or",
            "as",
            "against",
            "speaking",
            "asking");

    static SourcePhrase at(Sentence sentence, int from, int end, List<Name> names) {
        int to = end;
        int base = from;
        while (to > from + 1
                && (sentence.get(to - 1).is("'s") || sentence.get(to - 1).is("'"))) {
            to--;
        }
        while (base < to) {
            Token token = sentence.get(base);
            boolean inName = nameOver(names, token) != null;
            boolean ends = !inName && (ENDS.contains(token.lower()) || ",(;:".contains(token.lower()) || token.is("—"));
            if (ends && base > from) {
                break;
            }
            base++;
        }
        int owner = from;
        for (int i = from + 1; i < base - 1; i++) {
            if (sentence.get(i).is("'s") || sentence.get(i).is("'")) {
                owner = i;
            }
        }
        Name inHead = nameOver(names, sentence.get(base - 1));
        Name before = null;
        for (int i = base - 1; i >= from; i--) {
            Name name = nameOver(names, sentence.get(i));
            if (name != null && name != inHead && isActor(name)) {
                before = name;
                break;
            }
        }
        Name after = null;
        for (int i = base; i < to && after == null; i++) {
            Name name = nameOver(names, sentence.get(i));
            after = name != null && isActor(name) ? name : null;
        }
        return new SourcePhrase(
                sentence, from, to, base, owner, inHead != null && isActor(inHead) ? inHead : null, before, after);
    }

    private static boolean isActor(Name name) {
        return name.type() != EntityType.PRODUCT && name.type() != EntityType.POLICY;
    }

    private static @Nullable Name nameOver(List<Name> names, Token token) {
        Name name = NamePlaces.at(names, token.start());
        return name != null && token.end() <= name.end() ? name : null;
    }

    Token first() {
        return sentence.get(from);
    }

    /** The noun that says what it is. */
    Token head() {
        return sentence.get(base - 1);
    }

    String noun() {
        return head().lower();
    }

    int start() {
        return first().start();
    }

    /** The determiner: its first word, or the word before it where it has none. */
    private String determiner() {
        Token before = sentence.at(from - 1);
        return !first().isA("DET") && before.isA("DET") ? before.lower() : first().lower();
    }

    boolean isDefinite() {
        return Set.of("the", "this", "that", "these", "those", "same").contains(determiner());
    }

    boolean isIndefinite() {
        return Set.of("a", "an", "one", "another", "some", "any", "no", "every", "each")
                .contains(determiner());
    }

    boolean isPlural() {
        String noun = noun();
        return noun.endsWith("s") && !noun.endsWith("ss") || noun.endsWith("men") || noun.equals("people");
    }

    /** The word that joins what follows the base; empty when nothing does. */
    String link() {
        return base < to ? sentence.get(base).lower() : "";
    }

    /** The words before the head, nearest first. */
    List<Token> modifiers() {
        List<Token> modifiers = new ArrayList<>();
        for (int i = base - 2; i >= from; i--) {
            if (sentence.get(i).isWord() && !sentence.get(i).isA("DET")) {
                modifiers.add(sentence.get(i));
            }
        }
        return modifiers;
    }

    /** The words after the base. */
    List<Token> rest() {
        return sentence.tokens().subList(base, to);
    }
}
