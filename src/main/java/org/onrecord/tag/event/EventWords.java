package org.onrecord.tag.event;

import java.util.Map;
import java.util.Set;
import org.onrecord.article.ActorId;
import org.onrecord.tag.text.Lexicon;

/** What the word list of events says of those who take part in them. */
final class EventWords {
    private final Set<String> bodies;
    private final Set<String> media;

    /** Nouns for a company that was named before: "the chipmaker". */
    final Set<String> companyNouns;

    /** Nouns for a body that was named before: "the ministry". */
    final Set<String> bodyNouns;

    /** Words for an event that has a sponsor rather than a chamber: "introduced". */
    final Set<String> sponsored;

    /** Nouns for those who act for a country: "regulators". */
    final Set<String> officials;

    /** Words before a name that make it a place: "in". */
    final Set<String> beforePlaces;

    /** Adjectives of countries, with the country's actor: "chinese". */
    final Map<String, String> peoples;

    EventWords(Lexicon words) {
        bodies = words.section("bodies");
        media = words.section("media");
        companyNouns = words.section("company words");
        bodyNouns = words.section("body words");
        sponsored = words.section("sponsored");
        officials = words.section("officials");
        beforePlaces = words.section("before places");
        peoples = words.values("peoples");
    }

    /** Whether an organisation is a ministry, court, parliament or the like, by its name. */
    boolean isBody(ActorId actor) {
        return hasWord(actor, bodies);
    }

    boolean isNewspaper(ActorId actor) {
        return hasWord(actor, media);
    }

    private static boolean hasWord(ActorId actor, Set<String> words) {
        for (String word : actor.value().split("-")) {
            if (words.contains(word)) {
                return true;
            }
        }
        return false;
    }
}
