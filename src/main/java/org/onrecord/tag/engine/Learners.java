package org.onrecord.tag.engine;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import opennlp.tools.doccat.BagOfWordsFeatureGenerator;
import opennlp.tools.doccat.DoccatFactory;
import opennlp.tools.doccat.DoccatModel;
import opennlp.tools.doccat.DocumentCategorizerME;
import opennlp.tools.doccat.DocumentSample;
import opennlp.tools.doccat.FeatureGenerator;
import opennlp.tools.ml.EventTrainer;
import opennlp.tools.ml.TrainerFactory;
import opennlp.tools.monitoring.StopCriteria;
import opennlp.tools.monitoring.TrainingMeasure;
import opennlp.tools.monitoring.TrainingProgressMonitor;
import opennlp.tools.namefind.BioCodec;
import opennlp.tools.namefind.NameFinderEventStream;
import opennlp.tools.namefind.NameFinderME;
import opennlp.tools.namefind.NameSample;
import opennlp.tools.namefind.TokenNameFinderFactory;
import opennlp.tools.namefind.TokenNameFinderModel;
import opennlp.tools.util.CollectionObjectStream;
import opennlp.tools.util.TrainingConfiguration;
import opennlp.tools.util.TrainingParameters;
import org.onrecord.tag.text.Lexicon;

/** OpenNLP's learners with the parameters that suit us; those of acts and stands were chosen on train-3, which was left out. */
public final class Learners {
    /** PERCEPTRON_SEQUENCE is no choice: OpenNLP 2.5 does not show it what is known besides the words. */
    public static final Map<String, String> NAMES =
            sorted("Algorithm", "PERCEPTRON", "Iterations", "50", "Cutoff", "2", "Threads", "1");

    public static final Map<String, String> ACTS = sorted(
            "Algorithm", "MAXENT_QN", "Iterations", "100", "Cutoff", "1", "Threads", "1", "L1Cost", "1", "L2Cost", "1");
    public static final Map<String, String> STANDS = sorted(
            "Algorithm",
            "MAXENT_QN",
            "Iterations",
            "100",
            "Cutoff",
            "1",
            "Threads",
            "1",
            "L1Cost",
            "0.1",
            "L2Cost",
            "5");

    private static final String LANGUAGE = "en";

    private Learners() {}

    private static Map<String, String> sorted(String... pairs) {
        Map<String, String> map = new TreeMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put(pairs[i], pairs[i + 1]);
        }
        return map;
    }

    private static TrainingParameters parameters(Map<String, String> values) {
        TrainingParameters parameters = new TrainingParameters();
        values.forEach(parameters::put);
        return parameters;
    }

    /**
     * Learns names. As {@link NameFinderME#train} does, which tells nobody how far it is.
     *
     * @param rounds is told how many rounds are done, of how many
     */
    public static TokenNameFinderModel names(List<NameSample> samples, BiConsumer<Integer, Integer> rounds)
            throws IOException {
        byte[] features = nameFeatures();
        TokenNameFinderFactory factory = new TokenNameFinderFactory(features, Map.of(), new BioCodec());
        TrainingParameters parameters = parameters(NAMES);
        Map<String, String> manifest = new HashMap<>();
        EventTrainer trainer = TrainerFactory.getEventTrainer(
                parameters,
                manifest,
                new TrainingConfiguration(
                        new Rounds(rounds, parameters.getIntParameter(TrainingParameters.ITERATIONS_PARAM, 0)), null));
        NameFinderEventStream events = new NameFinderEventStream(
                new CollectionObjectStream<>(samples), null, factory.createContextGenerator(), new BioCodec());
        return new TokenNameFinderModel(
                LANGUAGE,
                trainer.train(events),
                NameFinderME.DEFAULT_BEAM_SIZE,
                features,
                Map.of(),
                manifest,
                new BioCodec(),
                factory);
    }

    private static byte[] nameFeatures() throws IOException {
        try (InputStream stream = Learners.class.getResourceAsStream(Lexicon.FOLDER + "name-features.xml")) {
            if (stream == null) {
                throw new IllegalStateException("the file name-features.xml is missing from the program's jar");
            }
            return stream.readAllBytes();
        }
    }

    /** Learns acts or stands. */
    public static DoccatModel categories(List<DocumentSample> samples, Map<String, String> parameters)
            throws IOException {
        return DocumentCategorizerME.train(
                LANGUAGE,
                new CollectionObjectStream<>(samples),
                parameters(parameters),
                new DoccatFactory(new FeatureGenerator[] {new BagOfWordsFeatureGenerator()}));
    }

    /** Passes on how far a training is. */
    private static final class Rounds implements TrainingProgressMonitor {
        private final BiConsumer<Integer, Integer> rounds;
        private final int all;
        private boolean finished;

        Rounds(BiConsumer<Integer, Integer> rounds, int all) {
            this.rounds = rounds;
            this.all = all;
        }

        @Override
        public void finishedIteration(int round, int right, int events, TrainingMeasure measure, double value) {
            rounds.accept(round, all);
        }

        @Override
        public void finishedTraining(int done, StopCriteria<?> reason) {
            finished = true;
        }

        @Override
        public boolean isTrainingFinished() {
            return finished;
        }

        @Override
        public void display(boolean clear) {}
    }
}
