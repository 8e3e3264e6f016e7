package org.onrecord.tag.statement;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.ActorId;
import org.onrecord.article.Span;
import org.onrecord.tag.name.Name;
import org.onrecord.tag.name.NamePlaces;
import org.onrecord.tag.speaker.SpeakerResolver;
import org.onrecord.tag.text.Reading;
import org.onrecord.tag.text.Sentence;
import org.onrecord.tag.text.WordLists;

/**
 * Goes through a text sentence by sentence and drafts its statements: who, by which cue, which words.
 *
 * <p>Each way to attribute has its class: {@link Transcript} ("Orr: …"), {@link PrepositionAttributions} ("according to
 * Orr"), {@link VerbAttributions} ("Orr said"), {@link NounAttributions} ("Orr's advice: …") and, after all of them, {@link
 * LooseQuotes}. They find the words with {@link ContentFinder} and draft with {@link SentenceDrafts}.
 */
public final class AttributionFinder {
    private static final double TRANSCRIPT_CONFIDENCE = 0.75;

    /** Longer contents before those that they hold, named speakers before unnamed ones of the same words. */
    private static final Comparator<Draft> ORDER = Comparator.comparingInt(Draft::start)
            .thenComparingInt(draft -> -draft.end())
            .thenComparingInt(draft -> draft.actor() == null ? 1 : 0);

    private final Reading reading;
    private final List<Name> names;
    private final CueLexicon lexicon;
    private final SourceCheck sources;
    private final SpeakerResolver speakers;
    private final List<Draft> drafts = new ArrayList<>();

    /**
     * A search in a text.
     *
     * @param names in the order of the text, none overlapping another
     */
    public AttributionFinder(
            Reading reading, List<Name> names, CueLexicon lexicon, WordLists words, SpeakerResolver speakers) {
        this.reading = reading;
        this.names = names;
        this.lexicon = lexicon;
        this.sources = new SourceCheck(words);
        this.speakers = speakers;
    }

    /** The statements in the order of the text. */
    public List<Draft> find() {
        int paragraph = -1;
        for (int i = 0; i < reading.sentences().size(); i++) {
            Sentence sentence = reading.sentences().get(i);
            List<Name> own = NamePlaces.in(names, sentence.start(), sentence.end());
            if (sentence.paragraph() != paragraph) {
                paragraph = sentence.paragraph();
                addTranscript(i, Transcript.line(reading, sentence, own));
            }
            addAttributions(i, new CuedSentence(reading, sentence, own, lexicon));
        }
        drafts.addAll(new LooseQuotes(reading, drafts).find());
        drafts.sort(ORDER);
        return distinct(drafts);
    }

    private void addTranscript(int index, Transcript.@Nullable Line line) {
        if (line == null) {
            return;
        }
        Name speaker = line.speaker();
        Span speech = line.speech();
        ActorId actor = speakers.actor(speaker.start(), speaker.end());
        drafts.add(new Draft(
                index,
                speaker.start(),
                speaker.end(),
                actor,
                -1,
                -1,
                "",
                null,
                speech.start(),
                speech.end(),
                TRANSCRIPT_CONFIDENCE));
    }

    private void addAttributions(int index, CuedSentence sentence) {
        ContentFinder contents = new ContentFinder(reading, sentence);
        SentenceDrafts own = new SentenceDrafts(index, sentence, sources, speakers, drafts);
        new PrepositionAttributions(sentence, contents, own).find();
        new VerbAttributions(sentence, contents, own).find();
        new NounAttributions(sentence, contents, own).find();
    }

    /** One draft for each speaker of the same words, and an unnamed one only where nobody is named. */
    private static List<Draft> distinct(List<Draft> sorted) {
        record Saying(Span content, @Nullable ActorId actor) {}
        Set<Span> contents = new HashSet<>();
        Set<Saying> sayings = new HashSet<>();
        List<Draft> kept = new ArrayList<>();
        for (Draft draft : sorted) {
            Span content = new Span(draft.start(), draft.end());
            boolean firstOfWords = contents.add(content);
            boolean firstOfSpeaker = sayings.add(new Saying(content, draft.actor()));
            if (firstOfWords || draft.actor() != null && firstOfSpeaker) {
                kept.add(draft);
            }
        }
        return kept;
    }
}
