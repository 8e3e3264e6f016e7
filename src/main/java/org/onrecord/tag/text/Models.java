package org.onrecord.tag.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import opennlp.tools.langdetect.LanguageDetectorModel;
import opennlp.tools.postag.POSModel;
import opennlp.tools.sentdetect.SentenceModel;
import opennlp.tools.tokenize.TokenizerModel;
import org.onrecord.tag.Tagger;

/**
 * The OpenNLP models, from the artefacts on the class path. Safe to share between threads, unlike the engines made from
 * them.
 */
public record Models(
        SentenceModel sentences, TokenizerModel tokens, POSModel partsOfSpeech, LanguageDetectorModel languages) {
    private static final String VERSION = "1.3-2.5.4";

    /** Names the models, for {@link Tagger#version()}. */
    public static String version() {
        return "opennlp-models " + VERSION;
    }

    public static Models load() {
        return new Models(
                read("opennlp-en-ud-ewt-sentence-" + VERSION + ".bin", SentenceModel::new),
                read("opennlp-en-ud-ewt-tokens-" + VERSION + ".bin", TokenizerModel::new),
                read("opennlp-en-ud-ewt-pos-" + VERSION + ".bin", POSModel::new),
                read("langdetect-183.bin", LanguageDetectorModel::new));
    }

    private static <M> M read(String resource, Reader<M> reader) {
        try (InputStream stream = Models.class.getResourceAsStream("/" + resource)) {
            if (stream == null) {
                throw new IllegalStateException(
                        "the language model " + resource + " is missing from the class path; build the program again");
            }
            return reader.read(stream);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the language model " + resource, e);
        }
    }

    private interface Reader<M> {
        M read(InputStream stream) throws IOException;
    }
}
