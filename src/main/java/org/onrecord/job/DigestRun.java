package org.onrecord.job;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.onrecord.digest.Channel;
import org.onrecord.digest.Digest;
import org.onrecord.digest.DigestEdition;
import org.onrecord.digest.DigestEditor;
import org.onrecord.digest.DigestIssue;
import org.onrecord.digest.MailComposer;
import org.onrecord.digest.Subscriber;
import org.onrecord.state.Deliveries;
import org.onrecord.state.Delivery;
import org.onrecord.state.Suppression;
import org.onrecord.state.Suppressions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts a digest together for each subscriber, into the outbox and from there to the channel. */
public final class DigestRun implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DigestRun.class);

    private final DigestEditor editor;
    private final MailComposer composer;
    private final Deliveries deliveries;
    private final Suppressions suppressions;
    private final Clock clock;
    /** Held from finding what is new to recording it, so that two digests do not bring a subscriber the same item. */
    private final Lock editing = new ReentrantLock();

    private final MailDelivery delivery;

    public DigestRun(
            DigestEditor editor,
            MailComposer composer,
            Deliveries deliveries,
            Suppressions suppressions,
            Channel channel,
            Clock clock) {
        this.editor = editor;
        this.composer = composer;
        this.deliveries = deliveries;
        this.suppressions = suppressions;
        this.clock = clock;
        this.delivery = new MailDelivery(deliveries, suppressions, channel, clock);
    }

    /**
     * Sends a digest for one window to the subscribers that get it, without those who left it or whose server refuses them.
     * Done again for the same window, it sends nothing twice.
     *
     * @param window the scheduled moment that this run is for
     */
    public DigestReport run(Digest digest, List<Subscriber> subscribers, Instant window) {
        List<String> withoutNews = new ArrayList<>();
        List<Suppression> suppressed = new ArrayList<>();
        DigestEdition edition = editor.edition(digest, window);
        for (Subscriber subscriber : subscribers) {
            if (subscriber.digests().contains(digest.id())) {
                Optional<Suppression> suppression = suppressions.of(subscriber.address(), digest.id());
                suppression.ifPresent(suppressed::add);
                if (suppression.isEmpty() && !putIntoOutbox(edition, digest, subscriber, window)) {
                    withoutNews.add(subscriber.address());
                }
            }
        }
        deliveries.ran(digest.id(), window);
        DigestReport report = deliverDue().with(withoutNews, suppressed);
        LOG.atInfo()
                .addKeyValue("digest", digest.id())
                .addKeyValue("sent", report.sent().size())
                .addKeyValue("postponed", report.postponed().size())
                .addKeyValue("rejected", report.rejected().size())
                .addKeyValue("unknown", report.unknown().size())
                .addKeyValue("withoutNews", withoutNews.size())
                .addKeyValue("suppressed", suppressed.size())
                .log("a digest was put together");
        return report;
    }

    /** Hands over every mail whose time has come; leaves it to another thread that does so already. */
    public DigestReport deliverDue() {
        return delivery.deliverDue();
    }

    /** Begins to hand over nothing more; a mail that is under way is answered and recorded. */
    @Override
    public void close() {
        delivery.stop();
    }

    /** Whether there is a mail for this window, from now or from before. */
    private boolean putIntoOutbox(DigestEdition edition, Digest digest, Subscriber subscriber, Instant window) {
        editing.lock();
        try {
            if (deliveries.hasMail(digest.id(), subscriber.address(), window)) {
                return true;
            }
            DigestIssue issue = edition.issueFor(subscriber, deliveries);
            issue.troubles()
                    .forEach(trouble -> LOG.atWarn()
                            .addKeyValue("digest", digest.id())
                            .log("a digest goes out without a section: {}", trouble));
            if (!issue.isSent()) {
                return false;
            }
            String id = composer.messageId(digest, subscriber, window);
            return deliveries.add(
                    new Delivery(id, digest.id(), subscriber.address(), window, composer.compose(issue), 0),
                    issue.keys(),
                    clock.instant());
        } finally {
            editing.unlock();
        }
    }
}
