package org.onrecord.tag.statement;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.EntityType;
import org.onrecord.article.Span;
import org.onrecord.tag.name.Name;
import org.onrecord.tag.name.NounPhrases;
import org.onrecord.tag.text.Token;
import org.onrecord.tag.text.WordLists;

/** Says which words of a subject name a source, and whether a noun can be one. */
final class SourceCheck {
    private static final Set<String> PRONOUNS = Set.of(
            "he", "she", "it", "they", "his", "her", "its", "their", "i", "we", "him", "them", "you", "my", "our");
    private static final Set<String> NEVER = Set.of("that", "this", "what", "which", "who", "nothing", "there");

    private final WordLists words;

    SourceCheck(WordLists words) {
        this.words = words;
    }

    /** The words that name the source: a pronoun, the name at the head, or the whole phrase; null when it cannot be one. */
    @Nullable
    Span words(CuedSentence sentence, NounPhrases.Phrase subject) {
        Token first = sentence.get(subject.from());
        if (subject.headTo() - subject.headFrom() == 1 && isPronoun(first)) {
            return new Span(first.start(), first.end());
        }
        Name head = sentence.phrases().nameAt(subject.headTo() - 1);
        if (head != null && head.type() != EntityType.PRODUCT && head.type() != EntityType.POLICY) {
            return new Span(head.start(), head.end());
        }
        Token noun = noun(sentence, subject);
        boolean nominal = noun.isNominal() || noun.isA("NUM", "ADJ", "DET");
        if (!nominal || noun.isA("PRON") && NEVER.contains(noun.lower())) {
            return null;
        }
        return sentence.span(subject);
    }

    private static boolean isPronoun(Token token) {
        return PRONOUNS.contains(token.lower()) && !token.text().equals("IT");
    }

    /** Whether a source's words are a whole phrase, without a name, whose noun cannot speak: "the price". */
    boolean isSilentThing(CuedSentence sentence, NounPhrases.Phrase subject, Span source) {
        return source.equals(sentence.span(subject))
                && sentence.phrases().nameAt(subject.headTo() - 1) == null
                && !canSpeak(noun(sentence, subject));
    }

    private static Token noun(CuedSentence sentence, NounPhrases.Phrase subject) {
        return sentence.get(subject.headTo() - 1);
    }

    /** Whether a noun can stand for somebody who speaks, though it is not known for whom. */
    private boolean canSpeak(Token noun) {
        String word = noun.lower();
        String singular = word.endsWith("s") ? word.substring(0, word.length() - 1) : word;
        return !noun.isA("NOUN", "PROPN")
                || words.roles.containsKey(word)
                || words.roles.containsKey(singular)
                || words.groups.contains(word)
                || words.voices.contains(word)
                || words.documents.contains(word)
                || words.documents.contains(singular)
                || words.bodies.contains(word)
                || words.bodies.contains(singular)
                || singular.matches(".*(?:er|or|ist|ian|man|woman|ive|ant|ese|eer|person)")
                || word.endsWith("men")
                || word.endsWith("people");
    }
}
