package org.onrecord.tag;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.ActorId;
import org.onrecord.article.Alias;
import org.onrecord.article.Article;
import org.onrecord.article.EntityType;
import org.onrecord.article.Figure;
import org.onrecord.article.Mention;
import org.onrecord.article.Passage;
import org.onrecord.article.PolicyEvent;
import org.onrecord.article.Statement;
import org.onrecord.article.TaggedArticle;
import org.onrecord.registry.Registry;
import org.onrecord.tag.engine.BareModels;
import org.onrecord.tag.engine.BareOpenNlp;
import org.onrecord.tag.engine.EncoderEngine;
import org.onrecord.tag.engine.Engine;
import org.onrecord.tag.engine.KnownNamesOnly;
import org.onrecord.tag.engine.MaxentEngine;
import org.onrecord.tag.event.EventStage;
import org.onrecord.tag.figure.FigureReader;
import org.onrecord.tag.figure.QuantityReader;
import org.onrecord.tag.name.KnownNames;
import org.onrecord.tag.name.Name;
import org.onrecord.tag.name.NameStage;
import org.onrecord.tag.statement.CueLexicon;
import org.onrecord.tag.statement.Said;
import org.onrecord.tag.text.LanguageCheck;
import org.onrecord.tag.text.Lexicon;
import org.onrecord.tag.text.Models;
import org.onrecord.tag.text.Reading;
import org.onrecord.tag.text.SentenceJoints;
import org.onrecord.tag.text.SentenceReader;
import org.onrecord.tag.text.WordLists;

/** The tagger: OpenNLP reads the text, an {@link Engine} finds candidates, the stages link and judge them with the registry. */
public final class OpenNlpTagger implements Tagger {
    private final TagSettings settings;
    private final String version;
    private final Engine engine;
    private final NameStage names;
    private final KnownNamesOnly knownOnly;
    private final StatementStage statements;
    private final EventStage events;
    private final FigureReader figures;
    private final BlockingQueue<Worker> workers;
    private final Supplier<BareModels> bareModels;

    /** What one thread needs for itself while it tags: OpenNLP's engines keep state. */
    private record Worker(SentenceReader reader, LanguageCheck language) {}

    private OpenNlpTagger(Registry registry, TagSettings settings, Models models, @Nullable Path ownModels) {
        this.settings = settings;
        WordLists words = new WordLists();
        KnownNames known = knownNames(registry, words);
        CueLexicon lexicon = new CueLexicon();
        QuantityReader quantities = new QuantityReader();
        this.engine = switch (settings.engine()) {
            case ENCODER -> new EncoderEngine(registry, words, lexicon, quantities, ownModels);
            case MAXENT -> new MaxentEngine(registry, words, lexicon, known, quantities, ownModels);
        };
        this.names = new NameStage(known, words);
        this.bareModels = () -> new BareOpenNlp(models, engine);
        this.knownOnly = new KnownNamesOnly(names);
        this.statements = new StatementStage(registry, words, settings);
        this.events = new EventStage();
        this.figures = new FigureReader(quantities);
        this.version = TaggerVersion.of(registry, settings, engine);
        this.workers = new ArrayBlockingQueue<>(settings.workers());
        SentenceJoints joints = new SentenceJoints(Lexicon.named("abbreviations"));
        for (int i = 0; i < settings.workers(); i++) {
            workers.add(new Worker(new SentenceReader(models, joints), new LanguageCheck(models)));
        }
    }

    /** Loads the shipped models and word lists; takes about a second. */
    public static OpenNlpTagger load(Registry registry, TagSettings settings) {
        return new OpenNlpTagger(registry, settings, Models.load(), null);
    }

    /**
     * Loads models and word lists, the light engine's models from a folder where it has them; takes about a second.
     *
     * @param ownModels the folder, which may be missing, with any of {@code names.bin}, {@code acts.bin}, {@code stands.bin}
     */
    public static OpenNlpTagger load(Registry registry, TagSettings settings, Path ownModels) {
        return new OpenNlpTagger(registry, settings, Models.load(), ownModels);
    }

    /** The models of this tagger without its rules, loaded once for both; for measuring what the rules cost. */
    public BareModels bareModels() {
        return bareModels.get();
    }

    @Override
    public String version() {
        return version;
    }

    @Override
    public TaggedArticle tag(Article article) {
        Worker worker = take();
        try {
            return tag(article, worker);
        } finally {
            workers.add(worker);
        }
    }

    private Worker take() {
        try {
            return workers.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for a free tagger", e);
        }
    }

    /** The stages, in order. */
    private TaggedArticle tag(Article article, Worker worker) {
        String text = article.text().length() <= settings.longestText()
                ? article.text()
                : article.text().substring(0, settings.longestText());
        if (!worker.language().isEnglish(article.language(), text)) {
            return new TaggedArticle(
                    article, mentions(text, knownOnly.find(article, text)), List.of(), List.of(), List.of());
        }
        Reading reading = worker.reader().read(article, text);
        Engine.Findings seen = engine.look(reading);
        List<Name> found = names.find(reading, seen.names());
        List<Statement> said = statements.judge(reading, found, seen.statements(found));
        List<PolicyEvent> happened = events.read(reading, found, seen.triggers(found));
        List<Figure> counted = figures.read(reading, found, seen.figures(found), 0.75);
        return new TaggedArticle(article, mentions(text, found), said, happened, counted);
    }

    /** What an English article's sentences and statements are before acts and stands are judged; for training. */
    public record Heard(Reading reading, List<Said> said) {}

    public Heard hear(Article article) {
        Worker worker = take();
        try {
            Reading reading = worker.reader().read(article, article.text());
            Engine.Findings seen = engine.look(reading);
            return new Heard(reading, seen.statements(names.find(reading, seen.names())));
        } finally {
            workers.add(worker);
        }
    }

    private static List<Mention> mentions(String text, List<Name> names) {
        List<Mention> mentions = new ArrayList<>();
        for (Name name : names) {
            mentions.add(new Mention(
                    Passage.of(text, name.start(), name.end()), name.type(), name.actor(), name.confidence()));
        }
        mentions.sort(Comparator.comparing(mention -> mention.passage().span()));
        return mentions;
    }

    /** The registry's names with those of the world's places. */
    public static KnownNames knownNames(Registry registry, WordLists words) {
        List<KnownNames.Entry> places = new ArrayList<>();
        words.places.forEach((name, id) -> places.add(place(name, id)));
        words.capitals.forEach((name, ids) -> {
            for (String id : ids.split(">")) {
                places.add(place(name, id));
            }
        });
        return new KnownNames(registry, places);
    }

    private static KnownNames.Entry place(String name, String id) {
        return new KnownNames.Entry(name, EntityType.GPE, new ActorId(id), Alias.Use.ALWAYS, List.of());
    }
}
