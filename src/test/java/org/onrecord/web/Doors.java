package org.onrecord.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.onrecord.access.Access;
import org.onrecord.access.Scope;
import org.onrecord.digest.DigestEditor;
import org.onrecord.digest.MailComposer;
import org.onrecord.digest.MailSettings;
import org.onrecord.fetch.FetchSettings;
import org.onrecord.metrics.Metrics;
import org.onrecord.registry.Registry;
import org.onrecord.search.ArticleSearch;
import org.onrecord.state.StateStore;
import org.onrecord.subscription.Subscriptions;
import org.onrecord.webhook.Webhooks;

/** What decides about access in tests, each over a new and empty state store. */
final class Doors {
    /** A password of nobody. */
    static final String PASSWORD = "four random words here";

    private static final StateStore OPEN = store();

    private Doors() {}

    /** Nobody has to log in; shared by all tests, so none may change it. */
    static Access open() {
        return new Access(OPEN, Clock.systemUTC());
    }

    /** The administrator has the {@link #PASSWORD}. */
    static Access locked(Clock clock) {
        Access access = new Access(store(), clock);
        access.logIns().setPassword("admin", PASSWORD);
        return access;
    }

    /** Nobody has a webhook; shared by all tests, so none may count them. */
    static Webhooks webhooks() {
        return new Webhooks(OPEN, FetchSettings.DEFAULT, Clock.systemUTC());
    }

    /** One webhook whose words are these, as far as it may have them. */
    static Webhooks webhooks(StateStore store, String words) {
        String safe = words.replaceAll("[\\p{Cntrl}\\p{Cf}]", " ");
        store.webhooks().add(safe, URI.create("https://hooks.example/x"), words, "whsec_eA==", Newsstand.NOW);
        store.webhooks().disable(1, words, Newsstand.NOW);
        new Access(store, Clock.systemUTC())
                .tokens()
                .create(
                        safe.isBlank() ? "x" : safe.substring(0, Math.min(100, safe.length())),
                        Set.of(Scope.READ),
                        null);
        return new Webhooks(store, FetchSettings.DEFAULT, Newsstand.CLOCK);
    }

    /** Readers may subscribe; shared by all tests, so none may count them. */
    static Subscriptions subscriptions(ArticleSearch search) {
        return subscriptions(OPEN, search, Newsstand.CLOCK);
    }

    /** Readers may subscribe, as if the page were at https://record.example. */
    static Subscriptions subscriptions(StateStore store, ArticleSearch search, Clock clock) {
        MailSettings mail = new MailSettings(
                "record@example.org",
                null,
                587,
                MailSettings.Security.STARTTLS,
                null,
                null,
                Duration.ofSeconds(5),
                "https://record.example");
        Registry registry = Newsstand.registry();
        return new Subscriptions(
                store,
                new Access(store, clock).signedLinks(),
                new MailComposer(registry, mail, (address, digest, name) -> "token"),
                new DigestEditor(search, registry),
                search,
                clock);
    }

    /** A job that runs, one that failed, and a digest; the first can be started. */
    static Operations operations(String words) {
        Instant now = Newsstand.NOW;
        return new Operations(
                () -> List.of(
                        new WatchedJob("care", words, now.minusSeconds(70), null, "", now),
                        new WatchedJob("source", words, null, now.minusSeconds(600), words, now.plusSeconds(600)),
                        new WatchedJob("digest", words, null, null, "", null)),
                (kind, name) -> kind.equals("care") && name.equals(words),
                () -> new Readiness(List.of(), List.of()),
                OPEN.mailHistory(),
                new Metrics());
    }

    static StateStore store() {
        try {
            Path folder = Files.createTempDirectory("onrecord-doors");
            Path file = folder.resolve("state.db");
            StateStore store = StateStore.open(file);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                store.close();
                delete(file);
                delete(folder.resolve("state.db-wal"));
                delete(folder.resolve("state.db-shm"));
                delete(folder);
            }));
            return store;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
