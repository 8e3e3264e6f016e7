package org.onrecord.webhook;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.onrecord.fetch.AddressCheck;
import org.onrecord.fetch.FetchSettings;
import org.onrecord.fetch.Poster;
import org.onrecord.search.ArticleSearch;
import org.onrecord.search.QueryException;
import org.onrecord.search.SavedSearches;
import org.onrecord.state.StateStore;
import org.onrecord.state.Webhook;
import org.onrecord.state.WebhookRows;
import org.onrecord.watch.Watcher;
import org.onrecord.watch.Watchers;

/** The webhooks of a home: who has one, and the two steps that serve them. Safe for use by many threads. */
public final class Webhooks implements AutoCloseable {
    private static final Pattern NAME = Pattern.compile("\\P{Cntrl}{1,100}");

    private final WebhookRows rows;
    private final SavedSearches saved;
    private final AddressCheck addresses;
    private final Poster poster;
    private final StateStore state;
    private final Clock clock;
    private final Sending sending;

    public Webhooks(StateStore state, FetchSettings fetch, Clock clock) {
        this.rows = state.webhooks();
        this.saved = new SavedSearches(state.savedSearches(), clock);
        this.addresses = new AddressCheck(fetch);
        this.poster = new Poster(fetch, clock);
        this.state = state;
        this.clock = clock;
        this.sending = new Sending(rows, poster, clock);
    }

    /**
     * Adds a webhook. It is told of what is indexed from now on.
     *
     * @param query in the query language; {@code search:"name"} for a saved search
     * @throws WebhookException if the name or the address cannot be used
     * @throws QueryException if the query is wrong
     */
    public Webhook add(String name, String url, String query) {
        String clean = name.strip();
        if (!NAME.matcher(clean).matches()) {
            throw new WebhookException("a webhook needs a name of 1 to 100 characters that says who listens");
        }
        addresses.objection(url).ifPresent(objection -> {
            throw new WebhookException("nothing will be sent to " + url + ": " + objection
                    + "; networks of your own are named in fetch.privateNetworks of config/onrecord.yaml");
        });
        if (query.isBlank()) {
            throw new WebhookException("a webhook needs a query, such as search:\"name\" for a saved search");
        }
        saved.check(query.strip());
        URI normal = addresses.normal(url);
        return rows.add(clean, normal, query.strip(), Signature.newSecret(), clock.instant());
    }

    public List<Webhook> all() {
        return rows.all();
    }

    public Optional<Webhook> find(long number) {
        return rows.find(number);
    }

    /** Forgets a webhook and what waits for it; whether there was one. */
    public boolean remove(long number) {
        state.matches().forget(Messages.watcher(number));
        return rows.remove(number);
    }

    /** Switches a webhook on again; whether there is one. */
    public boolean enable(long number) {
        return rows.enable(number, clock.instant());
    }

    /**
     * Sends a message that tells of nothing.
     *
     * @return what went wrong; empty when the receiver took it
     */
    public Optional<String> test(Webhook webhook) {
        String id = "msg_" + UUID.randomUUID().toString().replace("-", "");
        return sending.send(webhook, id, MessageBody.test(webhook, clock.instant()))
                .map(Sending.Failure::reason);
    }

    /** The webhooks as watchers of new articles. One with a query that became wrong is switched off, and says why. */
    public Watchers watchers() {
        return new Watchers() {
            @Override
            public List<Watcher> all() {
                return rows.all().stream()
                        .map(webhook -> new Watcher(Messages.watcher(webhook.number()), webhook.query()))
                        .toList();
            }

            @Override
            public void waitsInVain(Watcher watcher, String reason) {
                rows.all().stream()
                        .filter(webhook -> webhook.disabledAt() == null
                                && Messages.watcher(webhook.number()).equals(watcher.id()))
                        .forEach(webhook -> rows.disable(
                                webhook.number(), "its query cannot be asked: " + reason, clock.instant()));
            }
        };
    }

    /**
     * Puts messages about what matched into the outbox.
     *
     * @return how many
     */
    public int enqueue(ArticleSearch search) {
        return new Messages(rows, state.matches(), search, clock).write();
    }

    /** Sends what is due. */
    public void send() {
        sending.run();
    }

    @Override
    public void close() {
        poster.close();
    }
}
