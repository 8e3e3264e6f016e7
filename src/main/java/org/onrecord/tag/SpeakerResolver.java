package org.onrecord.tag;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.Actor.Gender;
import org.onrecord.article.ActorId;
import org.onrecord.article.EntityType;
import org.onrecord.registry.Registry;

/**
 * Says whom a speaker's words mean: a name, a pronoun ("she"), a description ("the company", "the senator"), a voice of an
 * organisation ("a spokesman"). Keeps track of a text from its start to its end; one for each text.
 */
final class SpeakerResolver {
    /** A speaker's place and, where known, who it is. */
    record Resolved(int start, int end, @Nullable ActorId actor) {}

    private final List<Name> names;
    private final Cast cast;
    private final WordLists words;
    private int sentenceIndex;
    private @Nullable ActorId paragraphSpeaker;
    private final List<ActorId> recentSpeakers = new ArrayList<>();
    private @Nullable ActorId lastSubject;

    SpeakerResolver(Reading reading, List<Name> names, Registry registry, WordLists words) {
        this.names = names;
        this.words = words;
        this.cast = new Cast(reading, names, registry, words);
    }

    void enter(int sentence, @Nullable ActorId speaker) {
        sentenceIndex = sentence;
        paragraphSpeaker = speaker;
    }

    /** Remembers who the sentence was about. */
    void leave(Sentence sentence, NounPhrases phrases, SubjectFinder subjects) {
        for (int i = 1; i < sentence.size(); i++) {
            if (sentence.get(i).isVerbal()) {
                NounPhrases.Phrase subject = subjects.before(i);
                if (subject != null) {
                    Name name = headName(sentence, phrases, subject);
                    if (name != null && name.actor() != null) {
                        lastSubject = name.actor();
                    }
                    return;
                }
            }
        }
    }

    /** Whom a phrase means; null when it cannot be a source. */
    @Nullable
    Resolved resolve(Sentence sentence, NounPhrases phrases, NounPhrases.Phrase subject, CueHit cue) {
        Resolved resolved = meaning(sentence, phrases, subject);
        if (resolved != null && resolved.actor() != null) {
            recentSpeakers.remove(resolved.actor());
            recentSpeakers.add(resolved.actor());
        }
        return resolved;
    }

    private @Nullable Resolved meaning(Sentence sentence, NounPhrases phrases, NounPhrases.Phrase subject) {
        Token first = sentence.get(subject.from());
        if (subject.headTo() - subject.headFrom() == 1 && isPronoun(first)) {
            return pronoun(first);
        }
        int start = first.start();
        int end = sentence.get(subject.to() - 1).end();
        Name head = headName(sentence, phrases, subject);
        if (head != null) {
            return new Resolved(head.start(), head.end(), head.actor());
        }
        Token noun = sentence.get(subject.headTo() - 1);
        if (!noun.isNominal() && !noun.isA("NUM", "ADJ", "DET")
                || noun.isA("PRON")
                        && Set.of("that", "this", "what", "which", "who", "nothing", "there")
                                .contains(noun.lower())) {
            return null;
        }
        ActorId actor = description(sentence, phrases, subject, noun.lower());
        return actor == null && !isSource(noun) ? null : new Resolved(start, end, actor);
    }

    /** Whether a noun can stand for somebody who speaks. */
    private boolean isSource(Token noun) {
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

    /** The name that is the head of a phrase: "Senator Orr", "brokerage Guohe"; not "an Orr aide". */
    private @Nullable Name headName(Sentence sentence, NounPhrases phrases, NounPhrases.Phrase subject) {
        Name last = phrases.nameAt(subject.headTo() - 1);
        if (last == null || last.type() == EntityType.PRODUCT || last.type() == EntityType.POLICY) {
            return null;
        }
        return last;
    }

    private static boolean isPronoun(Token token) {
        return Set.of(
                                "he", "she", "it", "they", "his", "her", "its", "their", "i", "we", "him", "them",
                                "you", "my", "our")
                        .contains(token.lower())
                && !token.text().equals("IT");
    }

    private Resolved pronoun(Token token) {
        ActorId actor = switch (token.lower()) {
            case "he", "his", "him" -> person(Gender.MALE, token.start());
            case "she", "her" -> person(Gender.FEMALE, token.start());
            case "it", "its" -> body(token.start());
            case "i", "we", "my", "our" -> paragraphSpeaker;
            case "they", "their", "them" -> null;
            default -> null;
        };
        return new Resolved(token.start(), token.end(), actor);
    }

    private @Nullable ActorId person(Gender gender, int place) {
        ActorId best = null;
        double bestScore = 0;
        int places = 0;
        Set<ActorId> seen = new HashSet<>();
        for (int k = cast.before(place); k >= 0 && seen.size() < 8 && places++ < 400; k--) {
            Name name = names.get(k);
            ActorId actor = name.actor();
            if (name.type() != EntityType.PERSON || actor == null || !seen.add(actor)) {
                continue;
            }
            Gender known = cast.gender(actor);
            if (known != null && known != gender) {
                continue;
            }
            double score = (known == gender ? 2 : 0.8) + 3.0 / (1 + cast.sentencesApart(k, sentenceIndex));
            if (!recentSpeakers.isEmpty() && recentSpeakers.getLast().equals(actor)) {
                score += 1.5;
            } else if (recentSpeakers.contains(actor)) {
                score += 0.5;
            }
            if (actor.equals(lastSubject)) {
                score += 1;
            }
            if (score > bestScore) {
                bestScore = score;
                best = actor;
            }
        }
        if (best != null) {
            cast.settle(best, gender);
        }
        return best;
    }

    private @Nullable ActorId body(int place) {
        ActorId best = null;
        double bestScore = 0;
        int places = 0;
        Set<ActorId> seen = new HashSet<>();
        for (int k = cast.before(place); k >= 0 && seen.size() < 8 && places++ < 400; k--) {
            Name name = names.get(k);
            ActorId actor = name.actor();
            boolean fits = name.type() == EntityType.ORG || name.type() == EntityType.GPE;
            if (!fits || actor == null || !seen.add(actor)) {
                continue;
            }
            double score =
                    (name.type() == EntityType.ORG ? 1.5 : 0) + 3.0 / (1 + cast.sentencesApart(k, sentenceIndex));
            if (!recentSpeakers.isEmpty() && recentSpeakers.getLast().equals(actor)) {
                score += 2;
            }
            if (actor.equals(lastSubject)) {
                score += 1.5;
            }
            if (score > bestScore) {
                bestScore = score;
                best = actor;
            }
        }
        return best;
    }

    private @Nullable ActorId description(
            Sentence sentence, NounPhrases phrases, NounPhrases.Phrase subject, String head) {
        Token first = sentence.get(subject.headFrom());
        Name inside = nameInside(phrases, subject.headFrom(), subject.headTo());
        Name after = nameInside(phrases, subject.headTo(), subject.to());
        boolean voice = words.voices.contains(head);
        boolean plural = head.endsWith("s") && !head.endsWith("ss");
        boolean document = words.documents.contains(head);

        if (Set.of("his", "her", "its", "their").contains(first.lower())) {
            ActorId owner = pronoun(first).actor();
            return voice || document ? owner : null;
        }
        if (inside != null && inside.actor() != null) {
            if (document
                    || voice
                            && !(plural && inside.type() == EntityType.GPE)
                            && !(inside.type() == EntityType.GPE && head.equals("official"))) {
                return inside.actor();
            }
            return cast.titled(head, inside.actor(), first.start());
        }
        if (after != null
                && after.actor() != null
                && (voice && (!plural || after.type() == EntityType.ORG) || document)) {
            boolean official = head.startsWith("official");
            return official && after.type() == EntityType.GPE ? null : after.actor();
        }
        if (after != null && after.actor() != null && (first.is("the") || !plural)) {
            ActorId titled = cast.titled(head, after.actor(), first.start());
            if (titled != null || !first.is("the")) {
                return titled;
            }
        }
        List<String> modifiers = modifiers(sentence, subject);
        if (voice && !plural) {
            for (String modifier : modifiers) {
                ActorId owner = cast.described(modifier, first.start(), sentenceIndex);
                if (owner != null) {
                    return owner;
                }
            }
            return head.startsWith("spokes") || head.equals("statement")
                    ? cast.lastBody(first.start(), recentSpeakers)
                    : null;
        }
        boolean definite = first.is("the") || first.is("this") || first.is("that");
        if (!definite || plural && !words.documents.contains(head)) {
            return plural && head.equals("prosecutors") ? cast.justice() : null;
        }
        ActorId described = cast.described(head, first.start(), sentenceIndex);
        if (described != null) {
            return described;
        }
        if (document) {
            return cast.lastBody(first.start(), recentSpeakers);
        }
        return null;
    }

    private static @Nullable Name nameInside(NounPhrases phrases, int from, int to) {
        for (int i = from; i < to; i++) {
            Name name = phrases.nameAt(i);
            if (name != null && name.type() != EntityType.PRODUCT && name.type() != EntityType.POLICY) {
                return name;
            }
        }
        return null;
    }

    private static List<String> modifiers(Sentence sentence, NounPhrases.Phrase subject) {
        List<String> modifiers = new ArrayList<>();
        for (int i = subject.headTo() - 2; i >= subject.headFrom(); i--) {
            modifiers.add(sentence.get(i).lower());
        }
        for (int i = subject.headTo() + 1; i < subject.to(); i++) {
            modifiers.add(sentence.get(i).lower());
        }
        return modifiers;
    }
}
