package org.onrecord.tag.speaker;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.EntityType;
import org.onrecord.article.Span;
import org.onrecord.tag.name.Name;
import org.onrecord.tag.name.NamePlaces;
import org.onrecord.tag.name.Referent;
import org.onrecord.tag.text.Reading;
import org.onrecord.tag.text.Sentence;
import org.onrecord.tag.text.Token;

/** Says who "I" and "we" are: the one quoted, the one before the colon in a transcript, the author or the house. */
final class FirstPerson {
    private static final Set<String> WORDS = Set.of("i", "we", "my", "our", "me", "us");
    private static final Set<String> SEVERAL = Set.of("we", "our", "us");
    private static final int LONGEST_HEAD = 70;
    private static final int AFTER_QUOTE = 60;

    private final Reading reading;
    private final List<Name> names;
    private final Cast cast;
    private final Attention attention;
    private final Byline byline;
    private @Nullable Referent house;

    FirstPerson(Reading reading, List<Name> names, Cast cast, Attention attention, Byline byline) {
        this.reading = reading;
        this.names = names;
        this.cast = cast;
        this.attention = attention;
        this.byline = byline;
    }

    static boolean isFirstPerson(Token token) {
        return WORDS.contains(token.lower()) && !token.text().equals("US");
    }

    /** Whom a pronoun of the first person means; null when the text does not say. */
    @Nullable
    Referent meaning(Sentence sentence, int at) {
        Token word = sentence.get(at);
        Span quote = reading.quotes().at(word.start()).orElse(null);
        if (quote != null) {
            Referent quoted = namedAfter(quote.end());
            return quoted != null ? quoted : attention.lastSpeaker(word.start());
        }
        Line line = line(word.start());
        Referent speaker = line.speaker();
        if (speaker == null && SEVERAL.contains(word.lower())) {
            speaker = house(sentence, at);
        }
        if (speaker == null) {
            speaker = line.answers() ? byline.interviewed() : byline.signedBelow(word.start());
        }
        if (speaker == null) {
            speaker = byline.author();
        }
        return speaker != null ? speaker : byline.publisher();
    }

    /** "… ,” said Padma Orr": the first person named shortly after a quotation. */
    private @Nullable Referent namedAfter(int end) {
        for (int k = NamePlaces.firstAfter(names, end);
                k < names.size() && names.get(k).start() < end + AFTER_QUOTE;
                k++) {
            Name name = names.get(k);
            if (name.start() < end) {
                continue; // the quotation ends inside this name
            }
            if (reading.text().substring(end, name.start()).indexOf('\n') >= 0) {
                return null;
            }
            if (name.type() == EntityType.PERSON) {
                return cast.member(name);
            }
        }
        return null;
    }

    /** How a line begins: the one named before its colon, "Padma Orr, CEO: …", or "A:" for an answer. */
    private record Line(@Nullable Referent speaker, boolean answers) {}

    private Line line(int place) {
        Sentence first = reading.sentences().get(firstOfParagraph(reading.sentenceAt(place)));
        String text = reading.text();
        String head = text.substring(first.start(), Math.min(place, first.start() + LONGEST_HEAD));
        int colon = head.indexOf(':');
        int k = NamePlaces.firstAfter(names, first.start());
        boolean named = colon > 0 && k < names.size() && names.get(k).start() < first.start() + colon;
        return new Line(named ? cast.member(names.get(k)) : null, head.startsWith("A:") || head.startsWith("A. "));
    }

    /** The first sentence of the paragraph that a sentence stands in; sentences are in order, so it can be searched. */
    private int firstOfParagraph(int sentence) {
        int paragraph = reading.sentences().get(sentence).paragraph();
        int low = 0;
        int high = sentence;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (reading.sentences().get(middle).paragraph() < paragraph) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** "We at the Chip Guild", once said, or the house that signs or publishes. */
    private @Nullable Referent house(Sentence sentence, int at) {
        if (sentence.at(at + 1).is("at")) {
            Token next = sentence.at(sentence.at(at + 2).isA("DET") ? at + 3 : at + 2);
            Name name = NamePlaces.at(names, next.start());
            if (name != null && name.type() == EntityType.ORG) {
                house = cast.member(name);
            }
        }
        return house != null ? house : byline.publisher();
    }
}
