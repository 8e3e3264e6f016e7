package org.onrecord.tag.train;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import opennlp.tools.doccat.DocumentSample;
import opennlp.tools.namefind.NameSample;
import opennlp.tools.util.model.BaseModel;
import org.onrecord.registry.Registry;
import org.onrecord.tag.OpenNlpTagger;
import org.onrecord.tag.TagSettings;
import org.onrecord.tag.engine.Learners;
import org.onrecord.tag.engine.SteadyModel;
import org.onrecord.tag.name.NameTraits;
import org.onrecord.tag.stand.StandTrust;
import org.onrecord.tag.text.Lexicon;
import org.onrecord.tag.text.Models;
import org.onrecord.tag.text.SentenceJoints;
import org.onrecord.tag.text.WordLists;

/**
 * Trains OpenNLP's models, each with a card that says what it learnt from and how good it is. One thread
 * and a fixed order: the same files, registry and Java give the same bytes.
 */
public final class TrainModels {
    /** A model: acts and stands for both engines, names for the light one. */
    public enum Kind {
        /** Finds names. */
        NAMES,
        /** Tells what a statement does. */
        ACTS,
        /** Tells issue and position of a statement. */
        STANDS;

        /** Its name in file names. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * What to learn from.
     *
     * @param articles annotated articles, one JSON object per line
     * @param corpora names alone: a token, a tab and its label per line, a blank line after each sentence
     * @param held annotated articles that nothing is learnt from, to measure
     */
    public record Data(List<Path> articles, List<Path> corpora, List<Path> held) {
        public Data {
            articles = List.copyOf(articles);
            corpora = List.copyOf(corpora);
            held = List.copyOf(held);
        }
    }

    /** Is told how far the work is. */
    public interface Listener {
        /** Some of the steps of a piece of work are done. */
        void step(String what, int done, int all);
    }

    /**
     * A model that was made.
     *
     * @param model its file
     * @param bytes how long that is
     * @param scores on each of the files that were held out
     */
    public record Trained(Path model, int bytes, List<String> scores) {}

    private final Registry registry;
    private final Data data;
    private final Listener listener;
    private final Models models = Models.load();

    public TrainModels(Registry registry, Data data, Listener listener) {
        this.registry = registry;
        this.data = data;
        this.listener = listener;
    }

    /** Trains models and writes them and their cards into a folder; the models take the order of {@link Kind}. */
    public List<Trained> train(Collection<Kind> kinds, Path out) throws IOException {
        Files.createDirectories(out);
        List<Trained> trained = new ArrayList<>();
        for (Kind kind : new TreeSet<>(kinds)) {
            ModelCard card = new ModelCard(kind, registry);
            BaseModel model = switch (kind) {
                case NAMES -> names(card);
                case ACTS -> statements(kind, card, Learners.ACTS);
                case STANDS -> statements(kind, card, Learners.STANDS);
            };
            byte[] bytes = SteadyModel.bytes(model);
            Path file = out.resolve(kind.label() + ".bin");
            Files.write(file, bytes);
            Files.writeString(out.resolve(kind.label() + "-card.md"), card.text(bytes));
            trained.add(new Trained(file, bytes.length, card.scores()));
        }
        return trained;
    }

    private BaseModel names(ModelCard card) throws IOException {
        card.learner(Learners.NAMES);
        WordLists words = new WordLists();
        NameSamples reader = new NameSamples(
                models,
                new SentenceJoints(Lexicon.named("abbreviations")),
                OpenNlpTagger.knownNames(registry, words),
                new NameTraits(words));
        List<NameSample> samples = new ArrayList<>();
        List<Path> files =
                Stream.concat(data.corpora().stream(), data.articles().stream()).toList();
        for (Path file : files) {
            List<NameSample> read = data.corpora().contains(file) ? reader.corpus(file) : reader.articles(file);
            card.learnt(file, read.size() + " sentences");
            samples.addAll(read);
            listener.step("reading for names", card.files(), files.size());
        }
        var model = Learners.names(samples, (round, all) -> listener.step("learning names", round, all));
        for (Path file : data.held()) {
            card.score(file, HeldOut.names(model, reader.articles(file)));
        }
        return model;
    }

    private BaseModel statements(Kind kind, ModelCard card, Map<String, String> learner) throws IOException {
        card.learner(learner);
        List<DocumentSample> samples = new ArrayList<>();
        for (Path file : data.articles()) {
            List<DocumentSample> read = samples(kind, file);
            card.learnt(file, read.size() + " statements");
            samples.addAll(read);
            listener.step(
                    "reading for " + kind.label(), card.files(), data.articles().size());
        }
        listener.step("learning " + kind.label(), 0, 1);
        var model = Learners.categories(samples, learner);
        listener.step("learning " + kind.label(), 1, 1);
        for (Path file : data.held()) {
            List<DocumentSample> held = samples(kind, file);
            card.score(file, kind == Kind.ACTS ? HeldOut.acts(model, held) : HeldOut.stands(model, held));
        }
        return model;
    }

    private List<DocumentSample> samples(Kind kind, Path file) throws IOException {
        StatementSamples samples = new StatementSamples(models, registry);
        samples.add(file);
        return kind == Kind.ACTS ? samples.acts() : samples.stands();
    }

    /**
     * Fits how far an engine's stands are to be trusted, and writes it as a word list.
     *
     * @param held annotated articles that no model has seen
     * @param folder where the word list goes
     */
    public static void trust(Registry registry, TagSettings.EngineKind engine, List<Path> held, Path folder)
            throws IOException {
        OpenNlpTagger tagger = OpenNlpTagger.load(registry, new TagSettings(engine, 1, 1_000_000, 0));
        TrustTrainer trainer = new TrustTrainer(tagger, registry);
        for (Path file : held) {
            GoldArticle.read(file).forEach(trainer::add);
        }
        trainer.write(folder.resolve(StandTrust.listFor(engine.label()) + ".txt"));
    }
}
