package org.onrecord.tag;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import opennlp.tools.postag.POSTaggerME;
import tools.jackson.databind.JsonNode;

/** Makes the examples for the name model out of annotated articles and token-per-line corpora. */
final class NameTrainer {
    private final Models models;
    private final SentenceJoints joints;
    private final KnownNames known;
    private final NameFeatures features;

    NameTrainer(Models models, SentenceJoints joints, KnownNames known, NameFeatures features) {
        this.models = models;
        this.joints = joints;
        this.known = known;
        this.features = features;
    }

    List<SequenceTrainer.Example> articles(Path file) throws IOException {
        SentenceReader reader = new SentenceReader(models, joints);
        List<SequenceTrainer.Example> examples = new ArrayList<>();
        for (GoldArticle gold : GoldArticle.read(file)) {
            Reading reading = reader.read(gold.article(), gold.article().text());
            int n = reading.text().length();
            String[] types = new String[n];
            boolean[] starts = new boolean[n];
            for (JsonNode entity : gold.json().path("entities")) {
                int start = entity.path("start").asInt();
                starts[start] = true;
                for (int i = start; i < entity.path("end").asInt(); i++) {
                    types[i] = entity.path("type").asString();
                }
            }
            NameFeatures.Usage usage = NameFeatures.Usage.of(reading.sentences());
            Map<Integer, String> hits = NameFeatures.known(reading.sentences(), known.find(reading.text()));
            for (Sentence sentence : reading.sentences()) {
                List<String> labels = new ArrayList<>();
                for (Token token : sentence.tokens()) {
                    String type = types[token.start()];
                    labels.add(type == null ? "O" : (starts[token.start()] ? "B-" : "I-") + type);
                }
                examples.add(new SequenceTrainer.Example(features.of(sentence, usage, hits), repaired(labels)));
            }
        }
        return examples;
    }

    List<SequenceTrainer.Example> corpus(Path file) throws IOException {
        POSTaggerME tagger = new POSTaggerME(models.partsOfSpeech());
        List<SequenceTrainer.Example> examples = new ArrayList<>();
        List<List<String[]>> document = new ArrayList<>();
        List<String[]> sentence = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            if (line.startsWith("-DOCSTART-") || (line.isBlank() && document.size() >= 40)) {
                close(document, sentence);
                sentence = new ArrayList<>();
                add(document, tagger, examples);
                document.clear();
            } else if (line.isBlank()) {
                close(document, sentence);
                sentence = new ArrayList<>();
            } else {
                sentence.add(line.split("\t"));
            }
        }
        close(document, sentence);
        add(document, tagger, examples);
        return examples;
    }

    private static void close(List<List<String[]>> document, List<String[]> sentence) {
        if (!sentence.isEmpty()) {
            document.add(sentence);
        }
    }

    private void add(List<List<String[]>> document, POSTaggerME tagger, List<SequenceTrainer.Example> examples) {
        StringBuilder text = new StringBuilder();
        List<Sentence> sentences = new ArrayList<>();
        List<List<String>> labels = new ArrayList<>();
        for (List<String[]> rows : document) {
            String[] plain = rows.stream().map(row -> row[0]).toArray(String[]::new);
            String[] tags = tagger.tag(plain);
            List<Token> tokens = new ArrayList<>();
            for (int i = 0; i < plain.length; i++) {
                tokens.add(Token.of(text.length(), text.length() + plain[i].length(), plain[i], tags[i]));
                text.append(plain[i]).append(' ');
            }
            text.append('\n');
            sentences.add(
                    new Sentence(0, tokens.getFirst().start(), tokens.getLast().end(), tokens));
            labels.add(repaired(rows.stream().map(row -> row[1]).toList()));
        }
        NameFeatures.Usage usage = NameFeatures.Usage.of(sentences);
        Map<Integer, String> hits = NameFeatures.known(sentences, known.find(text.toString()));
        for (int i = 0; i < sentences.size(); i++) {
            examples.add(new SequenceTrainer.Example(features.of(sentences.get(i), usage, hits), labels.get(i)));
        }
    }

    private static List<String> repaired(List<String> labels) {
        List<String> repaired = new ArrayList<>();
        String last = "O";
        for (String label : labels) {
            String fixed = label;
            if (label.startsWith("I-") && !last.endsWith(label.substring(1))) {
                fixed = "B-" + label.substring(2);
            }
            repaired.add(fixed);
            last = fixed;
        }
        return repaired;
    }
}
