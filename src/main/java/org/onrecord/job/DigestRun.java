package org.onrecord.job;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.onrecord.digest.Channel;
import org.onrecord.digest.Channel.Answer.Accepted;
import org.onrecord.digest.Channel.Answer.Postponed;
import org.onrecord.digest.Channel.Answer.Rejected;
import org.onrecord.digest.Channel.Answer.Unavailable;
import org.onrecord.digest.Digest;
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
public final class DigestRun {
    private static final Logger LOG = LoggerFactory.getLogger(DigestRun.class);
    private static final int MAILS_AT_A_TIME = 100;

    private final DigestEditor editor;
    private final MailComposer composer;
    private final Deliveries deliveries;
    private final Suppressions suppressions;
    private final Channel channel;
    private final Clock clock;
    /** Held from finding what is new to recording it, so that two digests do not bring a subscriber the same item. */
    private final Lock editing = new ReentrantLock();
    /** Held while mails are handed over, so that none is handed over twice at once. */
    private final Lock delivering = new ReentrantLock();

    /** Replies by Message-ID, of mails that the channel has taken and whose acceptance is not recorded yet. */
    private final Map<String, String> taken = new LinkedHashMap<>();

    private boolean available = true;

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
        this.channel = channel;
        this.clock = clock;
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
        for (Subscriber subscriber : subscribers) {
            if (subscriber.digests().contains(digest.id())) {
                Optional<Suppression> suppression = suppressions.of(subscriber.address(), digest.id());
                suppression.ifPresent(suppressed::add);
                if (suppression.isEmpty() && !putIntoOutbox(digest, subscriber, window)) {
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
                .addKeyValue("withoutNews", withoutNews.size())
                .addKeyValue("suppressed", suppressed.size())
                .log("a digest was put together");
        return report;
    }

    /**
     * Hands every mail whose time has come to the channel, each once: one that is postponed is not due again before this
     * ends, whatever the clock does. A channel that takes no mail at all ends it; the mails stay due for the next time.
     */
    public DigestReport deliverDue() {
        Outcome outcome = new Outcome();
        delivering.lock();
        try {
            recordTaken();
            Instant now = clock.instant();
            List<Delivery> due = deliveries.due(now, MAILS_AT_A_TIME);
            while (!due.isEmpty()) {
                for (int i = 0; i < due.size(); i++) {
                    if (!isWithdrawn(due.get(i)) && !deliver(due.get(i), now, outcome)) {
                        outcome.waiting(due.subList(i, due.size()));
                        return outcome.report();
                    }
                }
                due = deliveries.due(now, MAILS_AT_A_TIME);
            }
        } finally {
            delivering.unlock();
        }
        return outcome.report();
    }

    /** Whether there is a mail for this window, from now or from before. */
    private boolean putIntoOutbox(Digest digest, Subscriber subscriber, Instant window) {
        editing.lock();
        try {
            if (deliveries.hasMail(digest.id(), subscriber.address(), window)) {
                return true;
            }
            DigestIssue issue = editor.edit(digest, subscriber, window, deliveries);
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

    /** Whether somebody left while the mail for them waited; it is not sent then. */
    private boolean isWithdrawn(Delivery mail) {
        Optional<Suppression> left = suppressions.of(mail.subscriber(), mail.digest());
        left.ifPresent(
                suppression -> deliveries.rejected(mail.messageId(), "not sent: unsubscribed " + suppression.reason()));
        return left.isPresent();
    }

    /** Whether the channel takes mails at all. */
    private boolean deliver(Delivery mail, Instant now, Outcome outcome) {
        String id = mail.messageId();
        Channel.Answer answer = channel.deliver(id, mail.subscriber(), mail.message());
        String reply = answer.reply();
        DigestReport.Mail answered = new DigestReport.Mail(mail.subscriber(), reply);
        switch (answer) {
            case Accepted accepted -> {
                taken.put(id, reply);
                recordTaken();
                outcome.sent.add(answered);
            }
            case Postponed postponed -> {
                if (deliveries.postponed(id, reply, now)) {
                    outcome.postponed.add(answered);
                } else {
                    outcome.rejected.add(answered);
                    warn(mail, "a mail was tried for two days and is given up: " + reply);
                }
            }
            case Rejected rejected -> {
                deliveries.rejected(id, reply);
                outcome.rejected.add(answered);
                warn(mail, "a mail was rejected: " + reply);
            }
            case Unavailable unavailable -> {
                outcome.unavailable = reply;
                if (available) {
                    LOG.warn(
                            "no mail can be sent to {}: {}; it waits and is tried again", channel.description(), reply);
                }
                available = false;
                return false;
            }
        }
        if (!available) {
            LOG.info("mail can be sent again to {}", channel.description());
            available = true;
        }
        return true;
    }

    /** Nothing is handed over before this succeeds: a mail that was taken and is not recorded would be sent again and again. */
    private void recordTaken() {
        for (Iterator<Map.Entry<String, String>> mails = taken.entrySet().iterator(); mails.hasNext(); ) {
            Map.Entry<String, String> mail = mails.next();
            deliveries.accepted(mail.getKey(), mail.getValue());
            mails.remove();
        }
    }

    private static void warn(Delivery mail, String message) {
        LOG.atWarn()
                .addKeyValue("digest", mail.digest())
                .addKeyValue("subscriber", mail.subscriber())
                .log(message);
    }

    /** What comes of mails, while they are handed over. */
    private static final class Outcome {
        private final List<DigestReport.Mail> sent = new ArrayList<>();
        private final List<DigestReport.Mail> postponed = new ArrayList<>();
        private final List<DigestReport.Mail> rejected = new ArrayList<>();

        private String unavailable = "";

        /** The channel takes none of these. */
        void waiting(List<Delivery> mails) {
            mails.forEach(mail -> postponed.add(new DigestReport.Mail(mail.subscriber(), unavailable)));
        }

        DigestReport report() {
            return new DigestReport(sent, postponed, rejected, List.of(), List.of());
        }
    }
}
