package org.onrecord.tag.speaker;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.onrecord.tag.name.Referent;
import org.onrecord.tag.text.Reading;

/**
 * Whom the reader of a text has in mind at a place: those mentioned just before, subjects and speakers most. Told of every
 * mention in the order of the text.
 */
final class Attention {
    /** How many mentions before a place are looked at; keeps the time linear on endless texts. */
    private static final int LOOK_BACK = 300;

    // Tuned on the annotated articles that train the tagger; the result hardly moves when one changes by a half.
    private static final double[] BY_SENTENCES_APART = {2.5, 2.6, 1.6, 1.3, 0.8};
    private static final double SUBJECT = 1.0;
    private static final double IN_QUOTES = 0.4;
    private static final double LAST_SPEAKER = 0.7;
    private static final double OFTEN = 0.3;
    private static final double OTHER_PARAGRAPH = 1.0;
    private static final double UNNAMED_PERSON = 0.5;

    /** Somebody mentioned, where, and how prominently. */
    private record Mention(Referent who, int start, int sentence, int paragraph, boolean subject, boolean quoted) {}

    private final Reading reading;
    private final List<Mention> mentions = new ArrayList<>();
    private final List<Mention> speakers = new ArrayList<>();

    Attention(Reading reading) {
        this.reading = reading;
    }

    void mentioned(Referent who, int start, boolean subject) {
        mentions.add(mention(who, start, subject));
    }

    /** Somebody spoke, or is said to have. */
    void spoke(Referent who, int start) {
        Mention mention = mention(who, start, true);
        mentions.add(mention);
        speakers.add(mention);
    }

    private Mention mention(Referent who, int start, boolean subject) {
        int sentence = reading.sentenceAt(start);
        return new Mention(
                who,
                start,
                sentence,
                paragraph(sentence),
                subject,
                reading.quotes().covers(start));
    }

    private int paragraph(int sentence) {
        return sentence < reading.sentences().size()
                ? reading.sentences().get(sentence).paragraph()
                : -1;
    }

    /** The last one who spoke before a place; null for none. */
    @Nullable
    Referent lastSpeaker(int place) {
        for (int i = speakers.size() - 1, last = i - LOOK_BACK; i >= 0 && i > last; i--) {
            if (speakers.get(i).start() < place) {
                return speakers.get(i).who();
            }
        }
        return null;
    }

    /** The first speaker of a sentence, else the first subject; null for none. */
    @Nullable
    Referent subjectOf(int sentence) {
        Mention subject = firstOf(sentence, speakers);
        subject = subject == null ? firstOf(sentence, mentions) : subject;
        return subject == null ? null : subject.who();
    }

    /** Where the last subject of a sentence starts, as far as the text has been told; -1 for none. */
    int subjectPlace(int sentence) {
        for (int i = mentions.size() - 1, last = i - LOOK_BACK; i >= 0 && i > last; i--) {
            Mention mention = mentions.get(i);
            if (mention.sentence() == sentence && mention.subject() && !mention.quoted()) {
                return mention.start();
            }
        }
        return -1;
    }

    private static @Nullable Mention firstOf(int sentence, List<Mention> told) {
        Mention first = null;
        for (int i = told.size() - 1, last = i - LOOK_BACK; i >= 0 && i > last; i--) {
            if (told.get(i).sentence() == sentence && told.get(i).subject()) {
                first = told.get(i);
            }
        }
        return first;
    }

    /**
     * The one most in mind at a place.
     *
     * @param fit how well somebody fits; NaN when not at all
     */
    @Nullable
    Referent best(int place, ToDoubleFunction<Referent> fit) {
        return best(place, Integer.MAX_VALUE, fit);
    }

    /** The one most in mind at a place of those mentioned in so many sentences before it. */
    @Nullable
    Referent best(int place, int sentences, ToDoubleFunction<Referent> fit) {
        int sentence = reading.sentenceAt(place);
        int paragraph = paragraph(sentence);
        boolean quoted = reading.quotes().covers(place);
        Map<Referent, Double> scores = new LinkedHashMap<>();
        Map<Referent, Integer> counts = new HashMap<>();
        int looked = 0;
        for (int i = mentions.size() - 1; i >= 0 && looked < LOOK_BACK; i--) {
            Mention mention = mentions.get(i);
            if (mention.start() >= place) {
                continue;
            }
            looked++;
            int apart = sentence - mention.sentence();
            if (apart > sentences) {
                break;
            }
            counts.merge(mention.who(), 1, Integer::sum);
            double score = apart < BY_SENTENCES_APART.length ? BY_SENTENCES_APART[apart] : 3.0 / (1 + apart);
            score += mention.subject() ? SUBJECT / (1 + apart) : 0;
            score *= mention.quoted() && !quoted ? IN_QUOTES : 1;
            score -= mention.paragraph() == paragraph ? 0 : OTHER_PARAGRAPH;
            scores.merge(mention.who(), score, Math::max);
        }
        Referent last = lastSpeaker(place);
        Referent best = null;
        double bestScore = Double.NEGATIVE_INFINITY;
        for (Map.Entry<Referent, Double> entry : scores.entrySet()) {
            Referent who = entry.getKey();
            double fits = fit.applyAsDouble(who);
            if (Double.isNaN(fits)) {
                continue;
            }
            double score = entry.getValue() + fits + OFTEN * Math.log(counts.getOrDefault(who, 1));
            score += who == last ? LAST_SPEAKER : 0;
            score -= who.actor == null && who.kind == Referent.Kind.PERSON ? UNNAMED_PERSON : 0;
            if (score > bestScore) {
                bestScore = score;
                best = who;
            }
        }
        return best;
    }
}
