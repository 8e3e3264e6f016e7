package org.onrecord.subscription;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onrecord.access.SignedLinks;
import org.onrecord.alert.Hopeless;
import org.onrecord.digest.Alert;
import org.onrecord.digest.AlertIssue;
import org.onrecord.digest.DigestEditor;
import org.onrecord.digest.DigestIssue;
import org.onrecord.digest.Letter;
import org.onrecord.digest.MailComposer;
import org.onrecord.digest.Subscriber;
import org.onrecord.digest.VolumeEstimate;
import org.onrecord.search.ArticleSearch;
import org.onrecord.search.Listing;
import org.onrecord.search.QueryException;
import org.onrecord.search.SearchRequest;
import org.onrecord.state.Deliveries;
import org.onrecord.state.Delivery;
import org.onrecord.state.StateStore;
import org.onrecord.state.SubscriptionRow.State;
import org.onrecord.state.SubscriptionRows;
import org.onrecord.state.Suppression;
import org.onrecord.state.Suppression.Kind;
import org.onrecord.state.Suppressions;

/**
 * The subscriptions that readers asked for. Whoever asks learns nothing about an address: whether or not something is sent, the
 * answer is the same. Safe for use by many threads.
 */
public final class Subscriptions {
    /** How long the link that confirms one works. */
    public static final Duration CONFIRMED_WITHIN = Duration.ofDays(2);

    /** So many in a day are asked for in the name of one address; more are not written down. */
    private static final int MOST_PER_DAY = 5;

    private static final String PREVIEW = "preview";
    private static final int PREVIEWED = 10;
    private static final Duration YEAR = Duration.ofDays(365);

    private static final String CONFIRMING = "confirm-subscription";
    private static final String CHANGING = "change-subscription";

    private final SubscriptionRows rows;
    private final ActiveSubscriptions active;
    private final Deliveries deliveries;
    private final Suppressions suppressions;
    private final SignedLinks links;
    private final MailComposer composer;
    private final DigestEditor editor;
    private final ArticleSearch search;
    private final Hopeless hopeless;
    private final Clock clock;
    private @Nullable Instant tidiedAt;

    /** @param editor puts previews together */
    public Subscriptions(
            StateStore state,
            SignedLinks links,
            MailComposer composer,
            DigestEditor editor,
            ArticleSearch search,
            Clock clock) {
        this.rows = state.subscriptions();
        this.active = new ActiveSubscriptions(state);
        this.deliveries = state.deliveries();
        this.suppressions = state.suppressions();
        this.links = links;
        this.composer = composer;
        this.editor = editor;
        this.search = search;
        this.hopeless = new Hopeless(search, clock);
        this.clock = clock;
    }

    /**
     * What is wrong with a choice, besides its form: queries that cannot be asked, alerts that would bring too much.
     *
     * @return sentences for people; none for a choice that can be subscribed to
     */
    public List<String> problems(Choice choice) {
        List<String> problems = new ArrayList<>();
        for (var one : choice.searches()) {
            try {
                search.check(one.query());
            } catch (QueryException e) {
                problems.add("The search “" + one.query() + "” cannot be asked: " + e.getMessage()
                        + e.repaired()
                                .map(better -> "; write instead: " + better)
                                .orElse(""));
            }
        }
        if (problems.isEmpty() && choice.kind() == Choice.Kind.ALERT) {
            hopeless.refusal(choice.alert("new")).ifPresent(reason -> problems.add("The alert is refused: " + reason));
        }
        return problems;
    }

    /**
     * The mail that a new reader would get now; where that has nothing to say, one about the past year. Of an alert the one
     * about the newest articles.
     */
    public Letter preview(Choice choice) {
        Instant now = clock.instant();
        Subscriber reader = new Subscriber("reader@example.org", Set.of(PREVIEW), Set.of(PREVIEW), choice.quiet());
        return switch (choice.kind()) {
            case DIGEST -> {
                DigestIssue first = editor.edit(choice.digest(PREVIEW), reader, now, deliveries);
                yield composer.letter(
                        first.isEmpty() ? editor.edit(choice.digest(PREVIEW, YEAR), reader, now, deliveries) : first);
            }
            case ALERT -> {
                Alert alert = choice.alert(PREVIEW);
                yield composer.letter(AlertIssue.of(
                        alert,
                        reader,
                        now,
                        search.articles(SearchRequest.of(alert.query())
                                        .sorted(SearchRequest.Sort.DATE)
                                        .page(0, PREVIEWED))
                                .hits()));
            }
        };
    }

    /** How much it would have brought in the past weeks. */
    public VolumeEstimate estimate(Choice choice) {
        return choice.kind() == Choice.Kind.ALERT
                ? VolumeEstimate.of(choice.alert(PREVIEW).query(), Listing.ARTICLES, search, clock)
                : VolumeEstimate.of(choice.digest(PREVIEW), search, clock);
    }

    /** When the first mail would come; empty for an alert, which comes when something does. */
    public Optional<ZonedDateTime> next(Choice choice) {
        return choice.kind() == Choice.Kind.ALERT
                ? Optional.empty()
                : Optional.of(choice.digest(PREVIEW).nextAfter(clock.instant()).atZone(choice.zone()));
    }

    /**
     * Sends a mail that asks the reader to confirm. Nothing else is sent to the address before that. Too many for one address,
     * and addresses that take no mail, are passed over without a word to whoever asks.
     *
     * @param address a mail address
     * @throws SubscriptionException if the choice cannot be subscribed to, or the address is none
     */
    public void ask(String address, Choice choice) {
        List<String> problems = new ArrayList<>();
        String checked = "";
        @Nullable String page = composer.page("/subscription/confirm/");
        if (page == null) {
            problems.add(
                    "Nobody can confirm: mail.webAddress in config/onrecord.yaml must say where readers reach this page");
        }
        try {
            checked = new Subscriber(address.strip(), Set.of()).address();
        } catch (IllegalArgumentException e) {
            problems.add("The address: " + e.getMessage());
        }
        problems.addAll(problems(choice));
        if (page == null || !problems.isEmpty()) {
            throw new SubscriptionException(problems);
        }
        Instant now = clock.instant();
        if (rows.askedSince(checked, now.minus(Duration.ofDays(1))) >= MOST_PER_DAY
                || suppressions.of(checked, "").isPresent()) {
            return;
        }
        Subscription asked =
                Subscription.of(rows.ask(checked, ChoiceJson.write(choice).toString(), now));
        Letter letter = ConfirmationLetter.of(asked, page + token(CONFIRMING, asked));
        String id = asked.id() + "-confirm";
        deliveries.add(
                new Delivery(
                        composer.messageId(id, checked, now),
                        id,
                        checked,
                        now,
                        composer.compose(id, checked, now, letter),
                        0),
                List.of(),
                now);
    }

    /** The subscription that a link from the mail would confirm; empty when the link is not ours, too old, or was used to end it. */
    public Optional<Subscription> toConfirm(String token) {
        return read(CONFIRMING, token)
                .filter(subscription -> subscription.state() == State.ACTIVE
                        || subscription.state() == State.ASKED
                                && clock.instant()
                                        .isBefore(subscription.askedAt().plus(CONFIRMED_WITHIN)));
    }

    /** The reader wants it from now on; confirmed twice it is confirmed. */
    public Optional<Subscription> confirm(String token) {
        Optional<Subscription> found = toConfirm(token);
        found.ifPresent(subscription -> rows.confirm(subscription.number(), clock.instant()));
        return found.flatMap(subscription -> find(subscription.number()));
    }

    /** What the end of a mail's link for changing and ending a subscription is. */
    public String changingToken(Subscription subscription) {
        return token(CHANGING, subscription);
    }

    /** The same by the id under which its mails are sent; empty when it is not the reader's own, or not there. */
    public Optional<String> changingToken(String address, String id) {
        return id.matches("subscription-\\d{1,18}")
                ? find(Long.parseLong(id.substring("subscription-".length())))
                        .filter(subscription ->
                                subscription.address().equals(address) && subscription.state() != State.ASKED)
                        .map(this::changingToken)
                : Optional.empty();
    }

    /** The subscription that a link in its mails leads to; empty when the link is not ours or it was never confirmed. */
    public Optional<Subscription> toChange(String token) {
        return read(CHANGING, token).filter(subscription -> subscription.state() != State.ASKED);
    }

    /** @throws SubscriptionException if the choice cannot be subscribed to */
    public void change(Subscription subscription, Choice choice) {
        List<String> problems = new ArrayList<>(problems(choice));
        if (choice.kind() != subscription.choice().kind()) {
            problems.add("A digest does not become an alert, nor an alert a digest: end it and subscribe anew");
        }
        if (!problems.isEmpty()) {
            throw new SubscriptionException(problems);
        }
        rows.change(subscription.number(), ChoiceJson.write(choice).toString());
        suppressions.lift(subscription.address(), subscription.id());
    }

    /** Nothing more is sent, what waits in the outbox included. */
    public void end(Subscription subscription) {
        rows.end(subscription.number());
        suppressions.add(new Suppression(
                subscription.address(), subscription.id(), Kind.UNSUBSCRIBED, "on its own page", clock.instant()));
    }

    /** Whether nothing is sent for it, because the reader unsubscribed by a mail's link or the address takes no mail. */
    public boolean isPaused(Subscription subscription) {
        return suppressions.of(subscription.address(), subscription.id()).isPresent();
    }

    public Optional<Subscription> find(long number) {
        return rows.find(number).map(Subscription::of);
    }

    /** Those that readers have confirmed and not ended. */
    public ActiveSubscriptions active() {
        return active;
    }

    /**
     * Forgets what was never confirmed: what was too old already the last time, so that a clock which is wrong for a moment
     * costs nothing.
     */
    public synchronized void tidy() {
        Instant now = clock.instant();
        if (tidiedAt != null) {
            Instant earlier = tidiedAt.isBefore(now) ? tidiedAt : now;
            rows.forgetUnconfirmed(earlier.minus(CONFIRMED_WITHIN.multipliedBy(2)));
        }
        tidiedAt = now;
    }

    private String token(String purpose, Subscription subscription) {
        return links.token(purpose, List.of(Long.toString(subscription.number()), subscription.address()));
    }

    private Optional<Subscription> read(String purpose, String token) {
        return links.read(purpose, token)
                .filter(words -> words.size() == 2 && words.getFirst().matches("\\d{1,18}"))
                .flatMap(words -> rows.find(Long.parseLong(words.getFirst()))
                        .filter(row -> row.address().equals(words.getLast())))
                .map(Subscription::of);
    }
}
