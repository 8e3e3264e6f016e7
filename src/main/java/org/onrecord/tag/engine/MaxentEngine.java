package org.onrecord.tag.engine;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import opennlp.tools.doccat.DocumentCategorizer;
import opennlp.tools.doccat.DocumentCategorizerME;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.Act;
import org.onrecord.article.Article;
import org.onrecord.article.QuoteKind;
import org.onrecord.article.Span;
import org.onrecord.registry.Registry;
import org.onrecord.tag.event.EventTriggers;
import org.onrecord.tag.event.Trigger;
import org.onrecord.tag.figure.FigureFinder;
import org.onrecord.tag.figure.QuantityReader;
import org.onrecord.tag.name.KnownNames;
import org.onrecord.tag.name.ModelNames;
import org.onrecord.tag.name.Name;
import org.onrecord.tag.speaker.SpeakerResolver;
import org.onrecord.tag.statement.ActJudge;
import org.onrecord.tag.statement.AttributionFinder;
import org.onrecord.tag.statement.CueLexicon;
import org.onrecord.tag.statement.Draft;
import org.onrecord.tag.statement.Said;
import org.onrecord.tag.text.Reading;
import org.onrecord.tag.text.Sentence;
import org.onrecord.tag.text.WordLists;

/** The light engine: rules on parts of speech, with OpenNLP's name finder for names and its categorizers for acts and stands. */
public final class MaxentEngine implements Engine {
    private final Registry registry;
    private final WordLists words;
    private final CueLexicon lexicon;
    private final KnownNames known;
    private final MaxentModels models;
    private final StatementFeatures features;
    private final EventTriggers triggers = new EventTriggers();
    private final FigureFinder figures;
    private final Queue<Worker> idle = new ConcurrentLinkedQueue<>();

    /** OpenNLP's engines keep state: one of each for every thread at work. */
    private record Worker(ModelNames names, DocumentCategorizer acts, DocumentCategorizer stands) {}

    /** Loads the models; {@code own} is the folder where the user's may be. */
    public MaxentEngine(
            Registry registry,
            WordLists words,
            CueLexicon lexicon,
            KnownNames known,
            QuantityReader quantities,
            @Nullable Path own) {
        this.registry = registry;
        this.words = words;
        this.lexicon = lexicon;
        this.known = known;
        this.models = MaxentModels.load(own);
        this.features = new StatementFeatures(registry);
        this.figures = new FigureFinder(quantities);
    }

    @Override
    public Findings look(Reading reading) {
        return new Look(reading);
    }

    @Override
    public String version() {
        return "maxent " + models.version();
    }

    @Override
    public int bare(Article article, List<Sentence> sentences) {
        return with(worker -> {
            int all = worker.names().bare(sentences);
            for (Sentence sentence : sentences) {
                String[] words = ModelNames.words(sentence);
                all = 31 * all
                        + Double.hashCode(worker.acts().categorize(words)[0]
                                + worker.stands().categorize(words)[0]);
            }
            return all;
        });
    }

    /** Lends a worker that no other thread has. */
    private <T> T with(Function<Worker, T> work) {
        Worker free = idle.poll();
        Worker worker = free != null
                ? free
                : new Worker(
                        new ModelNames(models.names(), known, words),
                        new DocumentCategorizerME(models.acts()),
                        new DocumentCategorizerME(models.stands()));
        T answer = work.apply(worker);
        idle.add(worker);
        return answer;
    }

    private final class Look implements Findings {
        private final Reading reading;

        Look(Reading reading) {
            this.reading = reading;
        }

        @Override
        public List<Name> names() {
            return with(worker -> worker.names().find(reading));
        }

        @Override
        public List<Said> statements(List<Name> linked) {
            SpeakerResolver resolver = new SpeakerResolver(reading, linked, registry, words);
            List<Draft> drafts = new AttributionFinder(reading, linked, lexicon, words, resolver).find();
            return with(worker -> {
                List<Said> all = new ArrayList<>();
                for (Draft draft : drafts) {
                    all.add(said(draft, worker));
                }
                return all;
            });
        }

        private Said said(Draft draft, Worker worker) {
            Map<Act, Double> acts = ActChances.of(draft, () -> worker.acts().scoreMap(features(draft)));
            String[] seen =
                    features.stand(reading, draft, ActJudge.judge(draft, acts)).toArray(String[]::new);
            return new Said(draft, acts, worker.stands().scoreMap(seen));
        }

        private String[] features(Draft draft) {
            boolean quoted = draft.quoteKind(reading) != QuoteKind.INDIRECT;
            return features.act(reading, draft, quoted).toArray(String[]::new);
        }

        @Override
        public List<Trigger> triggers(List<Name> linked) {
            return triggers.find(reading);
        }

        @Override
        public List<Span> figures(List<Name> linked) {
            return figures.find(reading, linked);
        }
    }
}
