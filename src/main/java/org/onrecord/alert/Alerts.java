package org.onrecord.alert;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.onrecord.article.ArticleId;
import org.onrecord.digest.Alert;
import org.onrecord.digest.AlertIssue;
import org.onrecord.digest.DigestIssue;
import org.onrecord.digest.MailComposer;
import org.onrecord.digest.Subscriber;
import org.onrecord.search.ArticleHit;
import org.onrecord.search.ArticleSearch;
import org.onrecord.state.Deliveries;
import org.onrecord.state.Delivery;
import org.onrecord.state.Matches;
import org.onrecord.state.StateStore;
import org.onrecord.state.Suppression;
import org.onrecord.state.Suppressions;
import org.onrecord.watch.Watcher;
import org.onrecord.watch.Watchers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who gets which alert, and the mails for them. */
public final class Alerts implements Watchers {
    /** How long the first article of a mail waits for others: what happens is written about by several within minutes. */
    static final Duration GATHERING = Duration.ofMinutes(10);

    /** A mail is given up after two days. */
    private static final Duration BROUGHT_BACK = Duration.ofDays(4);

    private static final Logger LOG = LoggerFactory.getLogger(Alerts.class);
    private static final int MOST_ARTICLES = 500;

    /** So many times what is wanted in a day is a flood: of an index that was empty when the alert was made, for example. */
    private static final int FLOOD = 3;

    private final Supplier<List<AlertReader>> readers;
    private final ArticleSearch search;
    private final Hopeless hopeless;
    private final MailComposer composer;
    private final Matches matches;
    private final Deliveries deliveries;
    private final Suppressions suppressions;
    private final Clock clock;
    private final Set<String> said = new HashSet<>();

    /** @param readers who gets which alert at the moment */
    public Alerts(
            Supplier<List<AlertReader>> readers,
            ArticleSearch search,
            MailComposer composer,
            StateStore state,
            Clock clock) {
        this.readers = readers;
        this.search = search;
        this.hopeless = new Hopeless(search, clock);
        this.composer = composer;
        this.matches = state.matches();
        this.deliveries = state.deliveries();
        this.suppressions = state.suppressions();
        this.clock = clock;
    }

    @Override
    public List<Watcher> all() {
        Set<String> paused = suppressions.all().stream()
                .filter(suppression -> suppression.kind() == Suppression.Kind.PAUSED)
                .map(suppression -> suppression.address() + " " + suppression.digest())
                .collect(Collectors.toSet());
        return readers.get().stream()
                .filter(reader -> isHopeful(reader.alert()))
                .filter(reader -> !paused.contains(
                        reader.subscriber().address() + " " + reader.alert().id()))
                .map(AlertReader::watcher)
                .toList();
    }

    private boolean isHopeful(Alert alert) {
        hopeless.refusal(alert).ifPresent(reason -> sayOnce(alert.id(), reason));
        return hopeless.refusal(alert).isEmpty();
    }

    @Override
    public void waitsInVain(Watcher watcher, String reason) {
        sayOnce(watcher.id(), "its query cannot be asked: " + reason);
    }

    private synchronized void sayOnce(String alert, String reason) {
        if (said.add(alert + "\n" + reason)) {
            LOG.atWarn().addKeyValue("alert", alert).log("an alert is not sent: {}", reason);
        }
    }

    /**
     * Puts mails about what matched into the outbox: one for each alert and reader, when its first article has waited for
     * others and the reader's quiet hours are over.
     *
     * @return how many mails
     */
    public int write() {
        int written = 0;
        for (AlertReader reader : readers.get()) {
            written += write(reader) ? 1 : 0;
        }
        return written;
    }

    /**
     * Lets the articles of mails that were given up wait again, for a later mail: those of the past days, of readers who take
     * mail now.
     *
     * @return how many articles
     */
    public int bringBack() {
        Instant since = clock.instant().minus(BROUGHT_BACK);
        int waiting = 0;
        for (AlertReader reader : readers.get()) {
            String address = reader.subscriber().address();
            if (suppressions.of(address, reader.alert().id()).isEmpty()) {
                waiting += matches.untell(reader.watcher().id(), address, items(reader.alert()), since);
            }
        }
        return waiting;
    }

    private boolean write(AlertReader reader) {
        Instant now = clock.instant();
        Subscriber subscriber = reader.subscriber();
        String watcher = reader.watcher().id();
        List<Matches.Untold> untold = matches.untold(watcher, MOST_ARTICLES);
        if (untold.isEmpty()
                || untold.getFirst().since().plus(GATHERING).isAfter(now)
                || subscriber.quiet() != null && subscriber.quiet().covers(now)) {
            return false;
        }
        List<ArticleId> articles =
                new ArrayList<>(untold.stream().map(Matches.Untold::article).toList());
        if (suppressions.of(subscriber.address(), reader.alert().id()).isPresent()) {
            matches.told(watcher, articles, now);
            return false;
        }
        // What is in the outbox and not noted as told, as after a crash, is not put there again.
        List<ArticleId> mailed = articles.stream()
                .filter(article -> deliveries.has(subscriber.address(), item(reader.alert(), article)))
                .toList();
        matches.told(watcher, mailed, now);
        articles.removeAll(mailed);
        List<ArticleHit> hits =
                articles.isEmpty() ? List.of() : search.matched(reader.alert().query(), articles);
        if (hits.isEmpty()) {
            return false;
        }
        int inADay = matches.countSince(watcher, now.minus(Duration.ofDays(1)));
        return inADay > FLOOD * reader.alert().mostPerDay()
                ? pause(reader, hits, inADay, now)
                : mail(reader, AlertIssue.of(reader.alert(), subscriber, now, hits), hits, now);
    }

    /** A last mail says why no other follows until somebody wants it; what it does not list is not told later. */
    private boolean pause(AlertReader reader, List<ArticleHit> hits, int inADay, Instant now) {
        Alert alert = reader.alert();
        Subscriber subscriber = reader.subscriber();
        String reason =
                "it brought " + inADay + " articles within a day, and " + alert.mostPerDay() + " at most are wanted";
        LOG.atWarn().addKeyValue("alert", alert.id()).log("an alert is paused: {}", reason);
        int others = Math.max(
                0, matches.untold(reader.watcher().id(), Integer.MAX_VALUE).size() - hits.size());
        boolean added = mail(reader, AlertIssue.paused(alert, subscriber, now, hits, others, reason), hits, now);
        suppressions.add(new Suppression(subscriber.address(), alert.id(), Suppression.Kind.PAUSED, reason, now));
        matches.forget(reader.watcher().id());
        return added;
    }

    private boolean mail(AlertReader reader, DigestIssue issue, List<ArticleHit> hits, Instant now) {
        Alert alert = reader.alert();
        String address = reader.subscriber().address();
        List<ArticleId> articles = hits.stream().map(hit -> hit.article().id()).toList();
        boolean added = deliveries.add(
                new Delivery(
                        composer.messageId(issue.digest(), issue.subscriber(), now),
                        alert.id(),
                        address,
                        now,
                        composer.compose(issue),
                        0),
                articles.stream().map(article -> item(alert, article)).toList(),
                now);
        if (added) {
            matches.told(reader.watcher().id(), articles, now);
        }
        return added;
    }

    private static String item(Alert alert, ArticleId article) {
        return items(alert) + article;
    }

    private static String items(Alert alert) {
        return "alert:" + alert.id() + ":";
    }
}
