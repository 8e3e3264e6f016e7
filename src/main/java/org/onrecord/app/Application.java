package org.onrecord.app;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.onrecord.access.Access;
import org.onrecord.alert.AlertReader;
import org.onrecord.alert.Alerts;
import org.onrecord.archive.Archive;
import org.onrecord.archive.ArchiveException;
import org.onrecord.article.Actor;
import org.onrecord.article.ArticleId;
import org.onrecord.article.ArticleVersion;
import org.onrecord.article.NewText;
import org.onrecord.article.SourceId;
import org.onrecord.correction.Corrections;
import org.onrecord.digest.DigestEditor;
import org.onrecord.extract.ArticleExtractor;
import org.onrecord.extract.LinkExtractor;
import org.onrecord.fetch.Fetcher;
import org.onrecord.fetch.HttpFetcher;
import org.onrecord.fetch.Page;
import org.onrecord.fetch.PauseMemory;
import org.onrecord.index.LuceneIndex;
import org.onrecord.job.ArticleHistory;
import org.onrecord.job.CapturedArticles;
import org.onrecord.job.DigestRun;
import org.onrecord.job.DiskWatch;
import org.onrecord.job.Indexing;
import org.onrecord.job.Intake;
import org.onrecord.job.IntakeListener;
import org.onrecord.job.Schedule;
import org.onrecord.metrics.Metrics;
import org.onrecord.registry.PlainNames;
import org.onrecord.search.ArticleSearch;
import org.onrecord.search.KnownNames;
import org.onrecord.search.LuceneSearch;
import org.onrecord.search.SavedSearches;
import org.onrecord.search.StandingQueries;
import org.onrecord.source.Source;
import org.onrecord.state.DiskCheck;
import org.onrecord.state.Hints;
import org.onrecord.state.HomeLock;
import org.onrecord.state.HostPauses;
import org.onrecord.state.StateException;
import org.onrecord.state.StateStore;
import org.onrecord.subscription.Subscriptions;
import org.onrecord.tag.OpenNlpTagger;
import org.onrecord.tag.Tagger;
import org.onrecord.watch.Watch;
import org.onrecord.web.WebParts;
import org.onrecord.web.WebServer;
import org.onrecord.webhook.Webhooks;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The whole program over one home folder: the one place where its parts are made and joined. Holds the home's lock; what was
 * opened first is closed last.
 */
final class Application implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Application.class);

    private final Home home;
    private final Settings settings;
    private final Clock clock;
    private final Deque<AutoCloseable> opened = new ArrayDeque<>();

    private final DiskWatch disk;
    private final StateStore state;
    private final Archive archive;
    private final LuceneIndex index;
    private final SavedSearches savedSearches;
    private final ArticleSearch search;
    private final Tagger tagger;
    private final Corrections corrections;
    private final CapturedArticles articles;
    private final Indexing indexing;
    private final Access access;
    private final Webhooks webhooks;
    private final Subscriptions subscriptions;
    private final Alerts alerts;
    private final Mailing mailing;
    private final Metrics metrics;

    private Application(Home home, Settings settings, Clock clock, boolean emptyIndex) {
        this.home = home;
        this.settings = settings;
        this.clock = clock;
        try {
            // First, so that a model or registry that cannot be loaded leaves the index as it is.
            metrics = keep(new Metrics());
            tagger = metrics.measured(
                    OpenNlpTagger.load(settings.registry(), settings.general().tag(), home.models()));
            keep(HomeLock.acquire(home.index()));
            disk = keep(DiskWatch.start(new DiskCheck(home.index()), clock));
            state = keep(StateStore.open(home.state()));
            access = new Access(state, clock);
            mailing = new Mailing(home, settings, access.signedLinks());
            webhooks = keep(new Webhooks(state, settings.general().fetch(), clock));
            archive = keep(Archive.open(home.archive(), state.captures(), clock));
            archive.findings().forEach(finding -> LOG.warn("{}", finding));
            PlainNames names = new PlainNames(settings.registry());
            index = keep(
                    emptyIndex
                            ? LuceneIndex.recreate(home.articles(), names::of)
                            : LuceneIndex.open(home.articles(), names::of));
            if (emptyIndex) {
                state.versions().clear();
            }
            savedSearches = new SavedSearches(state.savedSearches(), clock);
            search = keep(new LuceneSearch(index.readers(), clock, savedSearches, Reading.PATIENCE));
            subscriptions = new Subscriptions(
                    state,
                    access.signedLinks(),
                    mailing.composer(),
                    new DigestEditor(search, settings.registry()),
                    search,
                    clock);
            alerts = new Alerts(this::alertReaders, search, mailing.composer(), state, clock);
            corrections = new Corrections(state.corrections(), settings.registry(), clock);
            articles = new CapturedArticles(
                    state.captures(), archive, new ArticleExtractor(), settings.sources()::readingOf);
            indexing = keep(new Indexing(
                    state,
                    corrections,
                    articles,
                    tagger,
                    index,
                    keep(watch(names)),
                    clock,
                    settings.general().tag().workers()));
            indexing.startAnewIfAhead();
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private Watch watch(PlainNames names) {
        KnownNames known = new KnownNames(
                settings.registry().actors().stream().map(Actor::id).toList(), names::of);
        return new Watch(
                new StandingQueries(index::documents, index::frequency, clock, savedSearches, known),
                List.of(webhooks.watchers(), alerts),
                search::article,
                state,
                clock);
    }

    /** Opens a home for writing; throws when another process has it, or when its configuration has problems. */
    static Application open(Home home, Clock clock) {
        return new Application(home, Settings.read(home), clock, false);
    }

    /** As {@link #open}, with an index that is empty, whatever it was before. */
    static Application openWithEmptyIndex(Home home, Clock clock) {
        return new Application(home, Settings.read(home), clock, true);
    }

    Settings settings() {
        return settings;
    }

    StateStore state() {
        return state;
    }

    Archive archive() {
        return archive;
    }

    ArticleSearch search() {
        return search;
    }

    SavedSearches savedSearches() {
        return savedSearches;
    }

    Indexing indexing() {
        return indexing;
    }

    DiskWatch disk() {
        return disk;
    }

    Intake intake() {
        return intake(clock);
    }

    /** Intake from the network at another time; the connections live as long as the application. */
    Intake intake(Clock time) {
        Fetcher fetcher =
                keep(metrics.measured(new HttpFetcher(settings.general().fetch(), time, pauses())));
        return keep(new Intake(fetcher, new LinkExtractor(), archive, state, watched(), indexing, disk, time));
    }

    private Set<SourceId> watched() {
        return settings.sources().enabled().stream().map(Source::id).collect(Collectors.toSet());
    }

    private PauseMemory pauses() {
        HostPauses known = state.hostPauses();
        return new PauseMemory() {
            @Override
            public Map<String, Instant> current(Instant now) {
                return known.current(now);
            }

            @Override
            public void add(String host, Instant until) {
                known.add(host, until);
            }
        };
    }

    private List<AlertReader> alertReaders() {
        return Stream.concat(
                        AlertReader.of(settings.digests()).stream(), subscriptions.active().alertReaders().stream())
                .toList();
    }

    Subscriptions subscriptions() {
        return subscriptions;
    }

    DigestRun digestRun() {
        return new DigestRun(
                new DigestEditor(search, settings.registry()),
                mailing.composer(),
                state.deliveries(),
                state.suppressions(),
                mailing.channel(),
                clock);
    }

    /** Throws when the web page would let in whoever comes: better to know before anything is started. */
    void requireLogIn() {
        WebServer.requireLogIn(settings.general().web(), access);
    }

    /** The web page over this home, until the application is closed. */
    WebServer web(Schedule schedule) {
        SourceOverview sources = new SourceOverview(settings.sources(), state);
        WebParts parts = new WebParts(
                keep(new LuceneSearch(index.readers(), clock, savedSearches)),
                settings.registry(),
                tagger,
                savedSearches,
                sources.watched(),
                this::history,
                corrections,
                this::archive,
                this::catchUp,
                () -> sources.health(schedule.nextSourceRuns()),
                disk::readOnly,
                access,
                webhooks,
                subscriptions,
                new Watching(state, index, disk, home.index(), clock).operations(schedule, metrics),
                clock);
        return keep(WebServer.start(settings.general().web(), parts));
    }

    /** Archives and indexes a text that a person handed in. */
    ArticleId save(NewText text) {
        ArticleId id = archive(text);
        indexing.catchUp(IntakeListener.NONE);
        if (search.article(id).isEmpty()) {
            throw new CommandFailure("the text is archived but could not be indexed; the log says why");
        }
        return id;
    }

    /** Archives a text that a person handed in, so that the index can be rebuilt with it. */
    private ArticleId archive(NewText text) {
        byte[] body = text.attributed().getBytes(StandardCharsets.UTF_8);
        Map<String, List<String>> headers = Map.of("Content-Type", List.of("text/plain; charset=utf-8"));
        archive.store(
                new Page(text.uri(), text.uri(), 200, headers, body, clock.instant()),
                NewText.SOURCE,
                new Hints(text.title(), text.published(), null, ""));
        return ArticleId.of(text.uri());
    }

    /** A page about an article is worth having without its history. */
    private List<ArticleVersion> history(ArticleId id) {
        try {
            return new ArticleHistory(state, articles).of(id);
        } catch (ArchiveException | StateException e) {
            LOG.atWarn().addKeyValue("article", id).setCause(e).log("the history of an article cannot be read");
            return List.of();
        }
    }

    /** Puts mails about what matched into the outbox. */
    void writeAlerts() {
        alerts.write();
    }

    /** Tells the webhooks of what is new. */
    void serveWebhooks() {
        webhooks.enqueue(search);
        webhooks.send();
    }

    /** Lets the index show what people corrected; what fails now is done with the next regular time. */
    void showCorrections() {
        indexing.showCorrections();
    }

    /** Lets the index show what was archived and corrected. */
    private void catchUp() {
        indexing.catchUp(IntakeListener.NONE);
        indexing.showCorrections();
    }

    /** Puts the house in order: forgets what other taggers gave, and tells again what did not arrive. */
    void maintain() {
        state.taggings().keepOnly(tagger.version());
        alerts.bringBack();
    }

    <T extends AutoCloseable> T keep(T part) {
        opened.push(part);
        return part;
    }

    @Override
    public void close() {
        RuntimeException failure = null;
        while (!opened.isEmpty()) {
            try {
                opened.pop().close();
            } catch (Exception e) {
                if (failure == null) {
                    failure = new IllegalStateException("could not close cleanly: " + e.getMessage(), e);
                } else {
                    failure.addSuppressed(e);
                }
            }
        }
        if (failure != null) {
            throw failure;
        }
    }
}
