package org.onrecord.index;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.onrecord.article.ActorId;
import org.onrecord.article.EntityType;
import org.onrecord.article.PolicyEvent;
import org.onrecord.article.Statement;
import org.onrecord.article.TaggedArticle;

/**
 * What two articles about the same happening have in common, however differently they tell it: somebody's quoted words, and
 * an event of the same kind with the same participant on the same day. Each is a term with a weight; articles whose common
 * terms weigh {@value #ENOUGH} or more, and that appeared within {@value #DAYS} days, are of one story.
 */
final class StoryKeys {
    static final int DAYS = 3;

    /** As much as nine quoted words in a row, or one participant of an event that is no country. */
    static final int ENOUGH = 4;

    private static final int RUN = 6;
    private static final int EVENT = ENOUGH;
    private static final int COUNTRY = ENOUGH / 2;
    private static final int MOST_RUNS = 200;
    private static final int LONGEST = 300;
    private static final Pattern QUOTED = Pattern.compile("[\u201c\"]([^\u201c\u201d\"]+)[\u201d\"]?");
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

    private StoryKeys() {}

    /** The terms with their weights, in the order of the text. */
    static Map<String, Integer> of(TaggedArticle tagged, LocalDate day) {
        Map<String, Integer> keys = new LinkedHashMap<>();
        for (PolicyEvent event : tagged.events()) {
            if (isNews(event, day)) {
                event.actors().forEach(actor -> keys.put(key(event, actor), weight(actor, tagged)));
            }
        }
        for (Statement statement : tagged.statements()) {
            Matcher quoted = QUOTED.matcher(statement.content().text());
            while (quoted.find() && keys.size() < MOST_RUNS) {
                runs(quoted.group(1)).forEach(run -> keys.putIfAbsent(run, 1));
            }
        }
        return keys;
    }

    /** What happened long before is told as the background of many stories. */
    private static boolean isNews(PolicyEvent event, LocalDate day) {
        if (event.actors().isEmpty() || event.date() == null || event.date().length() != "2026-01-31".length()) {
            return false;
        }
        return event.date().compareTo(day.minusDays(DAYS).toString()) >= 0
                && event.date().compareTo(day.plusDays(1).toString()) <= 0;
    }

    private static String key(PolicyEvent event, ActorId actor) {
        return cut(event.type().label() + " " + event.date() + " " + actor);
    }

    /** On one day two things of a kind may well happen to a country, hardly to anybody else. */
    private static int weight(ActorId actor, TaggedArticle tagged) {
        boolean country = tagged.mentions().stream()
                .filter(mention -> actor.equals(mention.actor()))
                .allMatch(mention -> mention.type() == EntityType.GPE);
        return country ? COUNTRY : EVENT;
    }

    /** No term of an index may be endless. */
    private static String cut(String key) {
        return key.length() <= LONGEST ? key : key.substring(0, LONGEST);
    }

    /** All runs of {@value #RUN} words. */
    private static List<String> runs(String quotation) {
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(quotation.toLowerCase(Locale.ROOT));
        while (word.find()) {
            words.add(word.group());
        }
        List<String> runs = new ArrayList<>();
        for (int i = 0; i + RUN <= words.size(); i++) {
            runs.add(cut(String.join(" ", words.subList(i, i + RUN))));
        }
        return runs;
    }
}
