package org.onrecord.tag.train;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import opennlp.tools.namefind.NameSample;
import opennlp.tools.postag.POSTaggerME;
import opennlp.tools.util.Span;
import org.onrecord.tag.name.KnownNames;
import org.onrecord.tag.name.ModelNames;
import org.onrecord.tag.name.NameTraits;
import org.onrecord.tag.text.Models;
import org.onrecord.tag.text.Reading;
import org.onrecord.tag.text.Sentence;
import org.onrecord.tag.text.SentenceJoints;
import org.onrecord.tag.text.SentenceReader;
import org.onrecord.tag.text.Token;
import tools.jackson.databind.JsonNode;

/** Makes OpenNLP's samples of names out of annotated articles and token-per-line corpora. */
final class NameSamples {
    private final Models models;
    private final SentenceJoints joints;
    private final KnownNames known;
    private final NameTraits traits;

    NameSamples(Models models, SentenceJoints joints, KnownNames known, NameTraits traits) {
        this.models = models;
        this.joints = joints;
        this.known = known;
        this.traits = traits;
    }

    List<NameSample> articles(Path file) throws IOException {
        SentenceReader reader = new SentenceReader(models, joints);
        List<NameSample> samples = new ArrayList<>();
        for (GoldArticle gold : GoldArticle.read(file)) {
            Reading reading = reader.read(gold.article(), gold.article().text());
            int n = reading.text().length();
            String[] types = new String[n];
            boolean[] starts = new boolean[n];
            for (JsonNode entity : gold.json().path("entities")) {
                int start = entity.path("start").asInt(-1);
                int end = entity.path("end").asInt(-1);
                if (start < 0 || end <= start || end > n) {
                    throw new IllegalArgumentException(
                            file + ": article " + gold.article().id() + " has a name outside its text: " + entity);
                }
                starts[start] = true;
                for (int i = start; i < end; i++) {
                    types[i] = entity.path("type").asString();
                }
            }
            NameTraits.Usage usage = NameTraits.Usage.of(reading.sentences());
            Map<Integer, String> hits = NameTraits.known(reading.sentences(), known.find(reading.text()));
            boolean first = true;
            for (Sentence sentence : reading.sentences()) {
                List<String> labels = new ArrayList<>();
                for (Token token : sentence.tokens()) {
                    String type = types[token.start()];
                    labels.add(type == null ? "O" : (starts[token.start()] ? "B-" : "I-") + type);
                }
                samples.add(sample(sentence, repaired(labels), traits.of(sentence, usage, hits), first));
                first = false;
            }
        }
        return samples;
    }

    List<NameSample> corpus(Path file) throws IOException {
        POSTaggerME tagger = new POSTaggerME(models.partsOfSpeech());
        List<NameSample> samples = new ArrayList<>();
        List<List<String[]>> document = new ArrayList<>();
        List<String[]> sentence = new ArrayList<>();
        int number = 0;
        for (String line : Files.readAllLines(file)) {
            number++;
            if (line.startsWith("-DOCSTART-") || (line.isBlank() && document.size() >= 40)) {
                close(document, sentence);
                sentence = new ArrayList<>();
                add(document, tagger, samples);
                document.clear();
            } else if (line.isBlank()) {
                close(document, sentence);
                sentence = new ArrayList<>();
            } else {
                String[] row = line.split("\t");
                if (row.length != 2 || !row[1].matches("O|[BI]-\\S+")) {
                    throw new IllegalArgumentException(
                            file + ":" + number + ": not a token, a tab and a label such as B-ORG or O: " + line);
                }
                sentence.add(row);
            }
        }
        close(document, sentence);
        add(document, tagger, samples);
        return samples;
    }

    private static void close(List<List<String[]>> document, List<String[]> sentence) {
        if (!sentence.isEmpty()) {
            document.add(sentence);
        }
    }

    private void add(List<List<String[]>> document, POSTaggerME tagger, List<NameSample> samples) {
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
        NameTraits.Usage usage = NameTraits.Usage.of(sentences);
        Map<Integer, String> hits = NameTraits.known(sentences, known.find(text.toString()));
        for (int i = 0; i < sentences.size(); i++) {
            samples.add(sample(sentences.get(i), labels.get(i), traits.of(sentences.get(i), usage, hits), i == 0));
        }
    }

    private static NameSample sample(Sentence sentence, List<String> labels, String[][] traits, boolean first) {
        List<Span> names = new ArrayList<>();
        int i = 0;
        while (i < labels.size()) {
            int from = i++;
            if (labels.get(from).startsWith("B-")) {
                while (i < labels.size() && labels.get(i).startsWith("I-")) {
                    i++;
                }
                names.add(new Span(from, i, labels.get(from).substring(2)));
            }
        }
        return new NameSample(ModelNames.words(sentence), names.toArray(Span[]::new), traits, first);
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
