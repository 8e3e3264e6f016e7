package org.onrecord.tag;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.Act;
import org.onrecord.article.ActorId;
import org.onrecord.article.QuoteKind;
import org.onrecord.registry.Registry;
import tools.jackson.databind.JsonNode;

/** Makes the examples for the models of acts and stands out of annotated statements, and trains them. */
final class StatementTrainer {
    private static final int BITS = 17;

    private final SentenceReader reader;
    private final StatementFeatures features;
    private final CueLexicon lexicon = new CueLexicon();
    private final List<SequenceTrainer.Example> acts = new ArrayList<>();
    private final List<SequenceTrainer.Example> stands = new ArrayList<>();

    StatementTrainer(Models models, Registry registry) {
        this.reader = new SentenceReader(models, new SentenceJoints(Lexicon.named("abbreviations")));
        this.features = new StatementFeatures(registry);
    }

    void add(Path file) throws IOException {
        for (GoldArticle gold : GoldArticle.read(file)) {
            Reading reading = reader.read(gold.article(), gold.article().text());
            for (JsonNode json : gold.json().path("statements")) {
                Draft draft = draft(reading, json);
                QuoteKind quote = StatementStage.quoteKind(reading, draft);
                Act act = Act.ofLabel(json.path("act").asString());
                acts.add(new SequenceTrainer.Example(
                        List.of(features.act(reading, draft, quote != QuoteKind.INDIRECT)), List.of(act.label())));
                String position = json.path("position").asString("none");
                String label = position.equals("none")
                        ? StandJudge.NONE
                        : json.path("issue").asString() + "|" + position;
                stands.add(new SequenceTrainer.Example(List.of(features.stand(reading, draft, act)), List.of(label)));
            }
        }
    }

    Draft draft(Reading reading, JsonNode json) {
        JsonNode speaker = json.path("speaker");
        JsonNode cue = json.path("cue");
        JsonNode content = json.path("content");
        String actor = speaker.path("actor").asString("");
        int cueStart = cue.path("start").asInt(-1);
        CueLexicon.@Nullable Cue known = null;
        if (cueStart >= 0) {
            int s = reading.sentenceAt(cueStart);
            if (s < reading.sentences().size()) {
                Sentence sentence = reading.sentences().get(s);
                int i = sentence.tokenAt(cueStart);
                known = i < sentence.size() ? lexicon.at(sentence, i) : null;
            }
        }
        return new Draft(
                reading.sentenceAt(content.path("start").asInt()),
                speaker.path("start").asInt(-1),
                speaker.path("end").asInt(-1),
                actor.isEmpty() ? null : new ActorId(actor),
                cueStart,
                cue.path("end").asInt(-1),
                known == null ? "" : known.base(),
                known == null ? null : known.act(),
                content.path("start").asInt(),
                content.path("end").asInt(),
                1);
    }

    SequenceModel acts() {
        return train(acts, 0.1);
    }

    SequenceModel stands() {
        return train(stands, 0.02);
    }

    private static SequenceModel train(List<SequenceTrainer.Example> examples, double ridge) {
        TreeSet<String> labels = new TreeSet<>();
        examples.forEach(example -> labels.addAll(example.labels()));
        return new ClassifierTrainer(List.copyOf(labels), BITS, ridge).train(examples);
    }
}
