package org.onrecord.digest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.onrecord.article.ActorId;
import org.onrecord.article.ArticleId;
import org.onrecord.article.IssueId;
import org.onrecord.article.PolicyEvent;
import org.onrecord.article.Position;
import org.onrecord.article.Statement;
import org.onrecord.search.EventHit;
import org.onrecord.search.FigureComparison;
import org.onrecord.search.Quantity;
import org.onrecord.search.StatementHit;

/**
 * By what an item is known again, in every digest and for ever.
 *
 * <p>By words, not by places: an edited article must not send its findings again. A finding has several keys, and whoever
 * has got one of them has got it: a correction or a better tagger changes some of its words, seldom all.
 */
final class ItemKeys {
    /** How many characters one says only once: more than "We do not comment on that." */
    private static final int TELLING = 40;

    /** So many words at either end of a statement tell it from others of its speaker in its article. */
    private static final int WORDS = 5;

    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

    private ItemKeys() {}

    /** Its words, which are the same statement in whatever article if they are many, and how it begins and ends in its own. */
    static List<String> of(StatementHit hit) {
        Statement statement = hit.statement();
        ActorId actor = statement.speaker() == null ? null : statement.speaker().actor();
        String speaker = actor == null ? "" : actor.value();
        String content = OneLine.of(statement.content().text());
        String article = hit.article().id().value();
        String where = content.length() >= TELLING ? "" : article;
        List<String> keys = new ArrayList<>();
        keys.add(hashed("statement", where, speaker, content));
        List<String> words = words(content);
        if (words.size() > WORDS) {
            keys.add(hashed("statement-begins", article, speaker, String.join(" ", words.subList(0, WORDS))));
            keys.add(hashed(
                    "statement-ends",
                    article,
                    speaker,
                    String.join(" ", words.subList(words.size() - WORDS, words.size()))));
        }
        return keys;
    }

    /**
     * Its word in its article, its sentence in whatever article, its number in the gazette, and what happened on which day to
     * whom.
     */
    static List<String> of(EventHit hit) {
        PolicyEvent event = hit.event();
        String type = event.type().label();
        String article = hit.article().id().value();
        String sentence = String.join(" ", words(hit.evidence().text()));
        List<String> keys = new ArrayList<>();
        keys.add("event:" + article + ":" + type + ":" + event.trigger().text());
        keys.add(hashed("event-sentence", type, sentence.length() >= TELLING ? "" : article, sentence));
        if (event.document() != null) {
            keys.add("event-document:" + event.document().number() + ":" + type);
        }
        if (event.date() != null
                && event.date().length() == 10
                && !event.actors().isEmpty()) {
            String actors = event.actors().stream().map(ActorId::value).sorted().collect(Collectors.joining(" "));
            keys.add(hashed("event-day", type, event.date(), actors));
        }
        return keys;
    }

    /** The quantity and the values that are given for it: another value makes another disagreement. */
    static String of(FigureComparison quantity, FigureComparison.Line line) {
        String values = line.figures().stream()
                .map(hit -> Quantity.of(hit.figure()))
                .distinct()
                .sorted()
                .collect(Collectors.joining("; "));
        return hashed(
                "figures",
                quantity.subject(),
                quantity.measure().label(),
                String.valueOf(line.period()),
                line.unit(),
                values);
    }

    /** A side that an actor is said to take on an issue, so many times after it was said to take another. */
    static String ofPosition(ActorId actor, IssueId issue, Position side, int turn) {
        return "position:" + actor + ":" + issue + ":" + turn + ":" + side.label();
    }

    private static List<String> words(String text) {
        return Arrays.stream(NO_WORD.split(text.toLowerCase(Locale.ROOT), -1))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static String hashed(String kind, String... parts) {
        return kind + ":" + ArticleId.ofKey(String.join("\n", parts));
    }
}
