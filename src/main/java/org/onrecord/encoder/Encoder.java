package org.onrecord.encoder;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads texts with the fine-tuned network. Safe for use by many threads at once. */
public final class Encoder {
    /** Longer texts are read up to here: some 13,000 words, seconds of work. */
    private static final int MOST_WINDOWS = 44;

    private final Network network;
    private final WordPieces vocabulary;
    private final String version;
    private final WordReader words;
    private final StatementReader statements;

    private Encoder(Network network, WordPieces vocabulary, LabelSets labels) {
        this.network = network;
        this.vocabulary = vocabulary;
        this.version = labels.version();
        this.words = new WordReader(labels);
        this.statements = new StatementReader(network, labels);
    }

    /** Loads the network that ships with the program; takes about half a second and 100 MB. */
    public static Encoder load() {
        return new Encoder(new Network(), new WordPieces(lines("vocabulary.txt")), LabelSets.read(lines("labels.txt")));
    }

    static List<String> lines(String file) {
        try (InputStream stream = Encoder.class.getResourceAsStream(file)) {
            if (stream == null) {
                throw new EncoderException("the network's file " + file + " is missing from the program's jar");
            }
            return new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file + " from the program's jar", e);
        }
    }

    /** A hash of the network's weights. */
    public String version() {
        return version;
    }

    /** Reads a text with its headline. */
    public Signals read(String title, String text) {
        TextPieces pieces = new TextPieces(vocabulary, title, text, MOST_WINDOWS * Window.LONGEST);
        List<Signals.Name> names = new ArrayList<>();
        List<Signals.Said> said = new ArrayList<>();
        List<Signals.Trigger> triggers = new ArrayList<>();
        List<Signals.Figure> figures = new ArrayList<>();
        for (Window window : pieces.windows(MOST_WINDOWS)) {
            TextPieces.Input input = pieces.input(window);
            Network.Read read = network.read(input.pieces(), input.forms(), input.starts());
            words.read(pieces, window, read, names, triggers, figures);
            said.addAll(statements.read(pieces, window, read));
        }
        return new Signals(names, said, triggers, figures);
    }
}
