package org.onrecord.tag.train;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import opennlp.tools.doccat.DocumentSample;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.Act;
import org.onrecord.article.ActorId;
import org.onrecord.article.QuoteKind;
import org.onrecord.registry.Registry;
import org.onrecord.tag.engine.StatementFeatures;
import org.onrecord.tag.stand.StandJudge;
import org.onrecord.tag.statement.CueLexicon;
import org.onrecord.tag.statement.Draft;
import org.onrecord.tag.text.Lexicon;
import org.onrecord.tag.text.Models;
import org.onrecord.tag.text.Reading;
import org.onrecord.tag.text.Sentence;
import org.onrecord.tag.text.SentenceJoints;
import org.onrecord.tag.text.SentenceReader;
import tools.jackson.databind.JsonNode;

/** Makes OpenNLP's samples of acts and stands out of annotated statements. */
final class StatementSamples {
    private final SentenceReader reader;
    private final StatementFeatures features;
    private final CueLexicon lexicon = new CueLexicon();
    private final List<DocumentSample> acts = new ArrayList<>();
    private final List<DocumentSample> stands = new ArrayList<>();

    StatementSamples(Models models, Registry registry) {
        this.reader = new SentenceReader(models, new SentenceJoints(Lexicon.named("abbreviations")));
        this.features = new StatementFeatures(registry);
    }

    void add(Path file) throws IOException {
        for (GoldArticle gold : GoldArticle.read(file)) {
            Reading reading = reader.read(gold.article(), gold.article().text());
            for (JsonNode json : gold.json().path("statements")) {
                Draft draft = draft(reading, json);
                QuoteKind quote = draft.quoteKind(reading);
                Act act = Act.ofLabel(json.path("act").asString());
                acts.add(sample(act.label(), features.act(reading, draft, quote != QuoteKind.INDIRECT)));
                String position = json.path("position").asString("none");
                String label = position.equals("none")
                        ? StandJudge.NONE
                        : json.path("issue").asString() + "|" + position;
                stands.add(sample(label, features.stand(reading, draft, act)));
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

    List<DocumentSample> acts() {
        return List.copyOf(acts);
    }

    List<DocumentSample> stands() {
        return List.copyOf(stands);
    }

    private static DocumentSample sample(String label, List<String> features) {
        return new DocumentSample(label, features.toArray(String[]::new));
    }
}
