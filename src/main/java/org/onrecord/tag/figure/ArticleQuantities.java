package org.onrecord.tag.figure;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.Span;
import org.onrecord.tag.name.Name;
import org.onrecord.tag.text.Reading;
import org.onrecord.tag.text.Sentence;

/** The quantities of an article, read sentence by sentence when first asked for. */
final class ArticleQuantities {
    /** A quantity and the index of its sentence. */
    record Place(int sentence, Quantity quantity) {}

    private final Reading reading;
    private final List<Name> names;
    private final QuantityReader reader;
    private final @Nullable List<Quantity>[] read;

    /**
     * The quantities of an article.
     *
     * @param names in the order of the text
     */
    @SuppressWarnings({"unchecked", "rawtypes"})
    ArticleQuantities(Reading reading, List<Name> names, QuantityReader reader) {
        this.reading = reading;
        this.names = names;
        this.reader = reader;
        this.read = new List[reading.sentences().size()];
    }

    /** The quantities of a sentence, in order. */
    List<Quantity> in(int sentence) {
        List<Quantity> known = read[sentence];
        if (known == null) {
            known = reader.in(reading, reading.sentences().get(sentence), names);
            read[sentence] = known;
        }
        return known;
    }

    /** The quantity that shares most with a place, in the first sentence with any; null when none overlaps it. */
    @Nullable
    Place at(Span place) {
        for (int s = reading.sentenceAt(place.start()); s < read.length; s++) {
            Sentence sentence = reading.sentences().get(s);
            if (sentence.start() >= place.end()) {
                break;
            }
            Quantity best = null;
            List<Quantity> own = in(s);
            for (int i = firstEndingAfter(own, place.start());
                    i < own.size() && own.get(i).start() < place.end();
                    i++) {
                if (best == null || shared(own.get(i), place) > shared(best, place)) {
                    best = own.get(i);
                }
            }
            if (best != null) {
                return new Place(s, best);
            }
        }
        return null;
    }

    /** The quantities of a sentence that end before an offset, the nearest first. */
    List<Quantity> before(int sentence, int offset) {
        List<Quantity> own = in(sentence);
        return own.subList(0, firstEndingAfter(own, offset)).reversed();
    }

    private static int firstEndingAfter(List<Quantity> quantities, int offset) {
        int low = 0;
        int high = quantities.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (quantities.get(middle).end() <= offset) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static int shared(Quantity quantity, Span place) {
        return Math.min(quantity.end(), place.end()) - Math.max(quantity.start(), place.start());
    }
}
