package org.onrecord.tag.name;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import opennlp.tools.namefind.NameFinderME;
import opennlp.tools.namefind.TokenNameFinderModel;
import opennlp.tools.util.Span;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.EntityType;
import org.onrecord.tag.text.Reading;
import org.onrecord.tag.text.Sentence;
import org.onrecord.tag.text.WordLists;

/** Finds names by the light engine's model, which is told the registry's names. Keeps the text's state: one thread at a time. */
public final class ModelNames {
    private final NamesInContext finder;
    private final NameTraits traits;
    private final KnownNames known;
    private final WordLists words;

    public ModelNames(TokenNameFinderModel model, KnownNames known, WordLists words) {
        this.finder = new NamesInContext(new NameFinderME(model));
        this.traits = new NameTraits(words);
        this.known = known;
        this.words = words;
    }

    public List<Name> find(Reading reading) {
        Map<Integer, String> types = NameTraits.known(reading.sentences(), known.find(reading.text()));
        List<Name> names = new ArrayList<>();
        for (Found found : found(reading.sentences(), types)) {
            EntityType type = type(found.span().getType());
            Name name = type == null
                    ? null
                    : trimmed(
                            found.sentence(),
                            found.span().getStart(),
                            found.span().getEnd(),
                            type);
            if (name != null) {
                names.add(name);
            }
        }
        return names;
    }

    /** The model's names, as a number. */
    public int bare(List<Sentence> sentences) {
        return found(sentences, Map.of()).hashCode();
    }

    /** Our type for a model's, which may be one of OpenNLP's own models; null for dates, sums and the like. */
    private static @Nullable EntityType type(String label) {
        return switch (label.toLowerCase(Locale.ROOT)) {
            case "person" -> EntityType.PERSON;
            case "org", "organization" -> EntityType.ORG;
            case "gpe", "location" -> EntityType.GPE;
            case "product" -> EntityType.PRODUCT;
            case "policy" -> EntityType.POLICY;
            default -> null;
        };
    }

    private record Found(Sentence sentence, Span span) {}

    private List<Found> found(List<Sentence> sentences, Map<Integer, String> types) {
        finder.clearAdaptiveData();
        NameTraits.Usage usage = NameTraits.Usage.of(sentences);
        List<Found> all = new ArrayList<>();
        for (Sentence sentence : sentences) {
            finder.next(traits.of(sentence, usage, types));
            for (Span span : finder.find(words(sentence))) {
                all.add(new Found(sentence, span));
            }
        }
        return all;
    }

    /** The words as the model reads them, with plain apostrophes. */
    public static String[] words(Sentence sentence) {
        return sentence.tokens().stream()
                .map(token -> token.text().replace('’', '\'').replace('‘', '\''))
                .toArray(String[]::new);
    }

    /** A model's name without leading "the", titles and trailing marks. */
    private @Nullable Name trimmed(Sentence sentence, int from, int to, EntityType type) {
        int start = from;
        int end = to;
        while (start < end
                && (!sentence.get(start).isWord()
                        || sentence.get(start).is("the")
                        || (type == EntityType.PERSON
                                && words.titles.containsKey(sentence.get(start).text())
                                && end - start > 1))) {
            start++;
        }
        while (end > start
                && !sentence.get(end - 1).isWord()
                && !isSecondHalf(sentence.get(end - 1).text())) {
            end--;
        }
        if (start >= end) {
            return null;
        }
        boolean possessive =
                sentence.get(end - 1).is("'s") || sentence.get(end - 1).is("'");
        if (possessive) {
            end--;
        }
        // "Mbeki-Ward": the tokenizer cuts at the hyphen, the name goes on
        while (sentence.at(end).is("-")
                && sentence.at(end).start() == sentence.at(end - 1).end()
                && sentence.at(end + 1).startsUpper()
                && sentence.at(end + 1).start() == sentence.at(end).end()) {
            end += 2;
        }
        boolean pronoun = end - start == 1
                && (sentence.get(start).isA("PRON", "DET")
                        || !sentence.get(start).startsUpper() && type != EntityType.ORG);
        if (pronoun) {
            return null;
        }
        if (start >= end || sentence.get(start).text().length() > 60) {
            return null;
        }
        return new Name(sentence.get(start).start(), sentence.get(end - 1).end(), type, null, 0.7);
    }

    /** "-Ward" of "Mbeki-Ward", "-480" of "GX-480": the tokenizer cuts before the hyphen. */
    private static boolean isSecondHalf(String word) {
        return word.length() > 1 && word.charAt(0) == '-' && Character.isLetterOrDigit(word.charAt(1));
    }
}
