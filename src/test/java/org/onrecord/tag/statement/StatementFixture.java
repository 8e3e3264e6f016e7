package org.onrecord.tag.statement;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.onrecord.article.ActorId;
import org.onrecord.article.EntityType;
import org.onrecord.tag.TagFixture;
import org.onrecord.tag.name.Name;
import org.onrecord.tag.name.NamePlaces;
import org.onrecord.tag.speaker.SpeakerResolver;
import org.onrecord.tag.text.Reading;
import org.onrecord.tag.text.Sentence;
import org.onrecord.tag.text.WordLists;

/** A text with invented names in it, for tests of one stage at a time. */
record StatementFixture(String text, Reading reading, List<Name> names) {
    private static final WordLists WORDS = new WordLists();
    private static final CueLexicon LEXICON = new CueLexicon();
    private static final Map<String, EntityType> KNOWN = Map.of(
            "Padma Ellery", EntityType.PERSON,
            "Rufus Tarkan", EntityType.PERSON,
            "Lowmoor Silicon", EntityType.ORG,
            "Kettle Institute", EntityType.ORG,
            "Shenzhen", EntityType.GPE);

    /** Builds a stage for a sentence and lets it find. */
    interface Stage {
        void find(CuedSentence sentence, ContentFinder contents, SentenceDrafts drafts);
    }

    static StatementFixture of(String text) {
        List<Name> names = new ArrayList<>();
        KNOWN.forEach((name, type) -> {
            for (int i = text.indexOf(name); i >= 0; i = text.indexOf(name, i + 1)) {
                names.add(new Name(
                        i,
                        i + name.length(),
                        type,
                        new ActorId(name.toLowerCase(Locale.ROOT).replace(' ', '-')),
                        1));
            }
        });
        names.sort(Comparator.comparingInt(Name::start));
        return new StatementFixture(text, TagFixture.read(text), names);
    }

    CuedSentence sentence(int i) {
        Sentence sentence = reading.sentences().get(i);
        return new CuedSentence(reading, sentence, NamePlaces.in(names, sentence.start(), sentence.end()), LEXICON);
    }

    /** What one stage finds in the last sentence, each as "speaker | content". */
    List<String> finds(Stage stage) {
        int last = reading.sentences().size() - 1;
        CuedSentence sentence = sentence(last);
        List<Draft> drafts = new ArrayList<>();
        stage.find(
                sentence,
                new ContentFinder(reading, sentence),
                new SentenceDrafts(last, sentence, new SourceCheck(WORDS), resolver(), drafts));
        return shown(drafts);
    }

    /** What all stages find in the text. */
    List<String> all() {
        return shown(new AttributionFinder(reading, names, LEXICON, WORDS, resolver()).find());
    }

    private SpeakerResolver resolver() {
        return new SpeakerResolver(reading, names, TagFixture.registry(), WORDS);
    }

    private List<String> shown(List<Draft> drafts) {
        return drafts.stream()
                .map(draft -> text.substring(draft.speakerStart(), draft.speakerEnd()) + " | "
                        + text.substring(draft.start(), draft.end()))
                .toList();
    }
}
