package org.onrecord.tag;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Supplier;
import opennlp.tools.langdetect.LanguageDetectorME;
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

/** The tagger on OpenNLP's models, the program's own models and word lists, and the registry. */
public final class OpenNlpTagger implements Tagger {
    private final TagSettings settings;
    private final String version;
    private final NameStage names;
    private final KnownNamesOnly knownOnly;
    private final StatementStage statements;
    private final EventStage events;
    private final FigureStage figures;
    private final BlockingQueue<Worker> workers;
    private final Supplier<BareModels> bareModels;

    /** What one thread needs for itself while it tags: OpenNLP's engines keep state. */
    private record Worker(SentenceReader reader, LanguageDetectorME languages) {}

    private OpenNlpTagger(Registry registry, TagSettings settings, Models models) {
        this.settings = settings;
        WordLists words = new WordLists();
        KnownNames known = knownNames(registry, words);
        SequenceModel nameModel = model("names");
        this.names = new NameStage(known, nameModel, words);
        this.bareModels = () -> new BareOpenNlp(models, new NameFeatures(words), nameModel);
        this.knownOnly = new KnownNamesOnly(names);
        this.statements = new StatementStage(registry, words, settings, model("acts"), model("stands"));
        this.events = new EventStage();
        this.figures = new FigureStage();
        this.version = TaggerVersion.of(registry, settings);
        this.workers = new ArrayBlockingQueue<>(settings.workers());
        SentenceJoints joints = new SentenceJoints(Lexicon.named("abbreviations"));
        for (int i = 0; i < settings.workers(); i++) {
            workers.add(new Worker(new SentenceReader(models, joints), new LanguageDetectorME(models.languages())));
        }
    }

    /** Loads models and word lists; takes about a second. */
    public static OpenNlpTagger load(Registry registry, TagSettings settings) {
        return new OpenNlpTagger(registry, settings, Models.load());
    }

    private static SequenceModel model(String name) {
        try (InputStream stream = OpenNlpTagger.class.getResourceAsStream(name + ".bin")) {
            if (stream == null) {
                throw new IllegalStateException("the model " + name + ".bin is missing from the program's jar");
            }
            return SequenceModel.read(stream);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the model " + name + ".bin", e);
        }
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
        if (!isEnglish(article.language(), text, worker)) {
            return new TaggedArticle(
                    article, mentions(text, knownOnly.find(article, text)), List.of(), List.of(), List.of());
        }
        Reading reading = worker.reader().read(article, text);
        List<Name> found = names.find(reading);
        List<Statement> said = statements.find(reading, found);
        List<PolicyEvent> happened = events.find(reading, found);
        List<Figure> counted = figures.find(reading, found);
        return new TaggedArticle(article, mentions(text, found), said, happened, counted);
    }

    private static boolean isEnglish(String language, String text, Worker worker) {
        if (!language.isEmpty() && !language.equals("und")) {
            return language.equals("en") || language.startsWith("en-");
        }
        String sample = text.substring(0, Math.min(text.length(), 2_000));
        if (sample.isBlank()) {
            return true;
        }
        long letters = sample.chars().filter(Character::isLetter).count();
        long latin = sample.chars()
                .filter(c -> Character.isLetter(c) && Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN)
                .count();
        if (latin * 2 < letters) {
            return false;
        }
        if (sample.length() < 120) {
            return true; // too short to tell, and a person's note is English here
        }
        var best = worker.languages().predictLanguage(sample);
        return best.getLang().equals("eng") || best.getConfidence() < 0.02;
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
    static KnownNames knownNames(Registry registry, WordLists words) {
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
