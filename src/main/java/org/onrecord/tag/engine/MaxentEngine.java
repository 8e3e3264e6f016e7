package org.onrecord.tag.engine;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import opennlp.tools.namefind.TokenNameFinderModel;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.Act;
import org.onrecord.article.Article;
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
    private final Lender<ModelNames> names;
    private final StatementCategorizers categorizers;
    private final String version;
    private final EventTriggers triggers = new EventTriggers();
    private final FigureFinder figures;

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
        ModelFiles files = new ModelFiles(own);
        TokenNameFinderModel model = files.read("names.bin", TokenNameFinderModel::new);
        this.names = new Lender<>(() -> new ModelNames(model, known, words));
        this.categorizers = new StatementCategorizers(files, new StatementFeatures(registry));
        this.version = files.version();
        this.figures = new FigureFinder(quantities);
    }

    @Override
    public Findings look(Reading reading) {
        return new Look(reading);
    }

    @Override
    public String version() {
        return "maxent " + version;
    }

    @Override
    public int bare(Article article, List<Sentence> sentences) {
        int all = names.with(finder -> finder.bare(sentences));
        for (Sentence sentence : sentences) {
            all = 31 * all + categorizers.bare(ModelNames.words(sentence));
        }
        return all;
    }

    private final class Look implements Findings {
        private final Reading reading;

        Look(Reading reading) {
            this.reading = reading;
        }

        @Override
        public List<Name> names() {
            return names.with(finder -> finder.find(reading));
        }

        @Override
        public List<Said> statements(List<Name> linked) {
            SpeakerResolver resolver = new SpeakerResolver(reading, linked, registry, words);
            List<Draft> drafts = new AttributionFinder(reading, linked, lexicon, words, resolver).find();
            List<Said> all = new ArrayList<>();
            for (Draft draft : drafts) {
                all.add(said(draft));
            }
            return all;
        }

        private Said said(Draft draft) {
            Map<Act, Double> acts = ActChances.of(draft, () -> categorizers.acts(reading, draft));
            return new Said(draft, acts, categorizers.stands(reading, draft, ActJudge.judge(draft, acts)));
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
