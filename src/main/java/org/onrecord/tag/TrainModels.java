package org.onrecord.tag;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.onrecord.registry.Registry;

/** Trains the models that ship with the program. The same files in the same order give the same bytes. */
public final class TrainModels {
    private static final int BITS = 19;
    private static final int ROUNDS = 8;
    private static final int TIMES = 3;

    private TrainModels() {}

    /**
     * Trains the name model.
     *
     * @param articles annotated articles, one object per line
     * @param corpora files with a token and its label per line
     */
    public static void names(Registry registry, List<Path> articles, List<Path> corpora, Path model)
            throws IOException {
        WordLists words = new WordLists();
        NameTrainer trainer = new NameTrainer(
                Models.load(),
                new SentenceJoints(Lexicon.named("abbreviations")),
                OpenNlpTagger.knownNames(registry, words),
                new NameFeatures(words));
        List<SequenceTrainer.Example> examples = new ArrayList<>();
        for (Path file : corpora) {
            examples.addAll(trainer.corpus(file));
        }
        for (Path file : articles) {
            List<SequenceTrainer.Example> own = trainer.articles(file);
            for (int i = 0; i < TIMES; i++) {
                examples.addAll(own);
            }
        }
        SequenceModel trained = new SequenceTrainer(NameFeatures.labels(), BITS, ROUNDS).train(examples);
        try (OutputStream out = Files.newOutputStream(model)) {
            trained.write(out);
        }
    }

    /** Trains the models of acts and stands from the annotated statements of articles. */
    public static void statements(Registry registry, List<Path> articles, Path actModel, Path standModel)
            throws IOException {
        StatementTrainer trainer = new StatementTrainer(Models.load(), registry);
        for (Path file : articles) {
            trainer.add(file);
        }
        try (OutputStream out = Files.newOutputStream(actModel)) {
            trainer.acts().write(out);
        }
        try (OutputStream out = Files.newOutputStream(standModel)) {
            trainer.stands().write(out);
        }
    }
}
