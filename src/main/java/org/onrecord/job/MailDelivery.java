package org.onrecord.job;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.onrecord.digest.Channel;
import org.onrecord.digest.Channel.Answer;
import org.onrecord.digest.Channel.Answer.Accepted;
import org.onrecord.digest.Channel.Answer.Postponed;
import org.onrecord.digest.Channel.Answer.Rejected;
import org.onrecord.digest.Channel.Answer.Rejected.Because;
import org.onrecord.digest.Channel.Answer.Unavailable;
import org.onrecord.digest.Channel.Answer.Unknown;
import org.onrecord.state.Deliveries;
import org.onrecord.state.Delivery;
import org.onrecord.state.Suppression;
import org.onrecord.state.Suppressions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands the mails of the outbox to a channel, as many at once as it takes, and records what it answers. Safe for use by many
 * threads: whoever comes while mails are handed over leaves that to who does it.
 */
final class MailDelivery {
    private static final Logger LOG = LoggerFactory.getLogger(MailDelivery.class);
    private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(30);

    /** So many mails without an answer, and the server may be swallowing what it gets. */
    private static final int MOST_UNKNOWN_IN_A_ROW = 3;

    private final Deliveries deliveries;
    private final Suppressions suppressions;
    private final Channel channel;
    private final Clock clock;
    private final Lock delivering = new ReentrantLock();
    private final AtomicBoolean asked = new AtomicBoolean();
    private final AtomicBoolean stopped = new AtomicBoolean();

    /** Replies by Message-ID, of mails that the channel has taken and whose acceptance is not recorded yet. */
    private final Map<String, String> taken = new LinkedHashMap<>();

    /** Since when the channel takes nothing, and until when it is left alone. */
    private @Nullable Instant heldAt;

    private Duration pause = Duration.ZERO;
    private int unknownInARow;

    MailDelivery(Deliveries deliveries, Suppressions suppressions, Channel channel, Clock clock) {
        this.deliveries = deliveries;
        this.suppressions = suppressions;
        this.channel = channel;
        this.clock = clock;
    }

    /**
     * Hands over every mail whose time has come, each once: one that is postponed is not due again before this ends, whatever
     * the clock does. A channel that takes no mail at all ends it; the mails stay due, and the channel is left alone for a
     * pause that doubles from one minute to thirty.
     */
    DigestReport deliverDue() {
        MailTally tally = new MailTally();
        asked.set(true);
        while (asked.get() && delivering.tryLock()) {
            try {
                asked.set(false);
                round(tally);
            } finally {
                delivering.unlock();
            }
        }
        return tally.report();
    }

    /** Begins to hand over nothing more. */
    void stop() {
        stopped.set(true);
    }

    private void round(MailTally tally) {
        recordTaken();
        int cutOff = deliveries.cutOff();
        if (cutOff > 0) {
            LOG.warn(
                    "the program ended while {} mails were handed over: nobody can tell whether they arrived; they are sent"
                            + " again with the same Message-ID",
                    cutOff);
        }
        Instant now = clock.instant();
        if (isLeftAlone(now)) {
            return;
        }
        try {
            MailRound round =
                    new MailRound(deliveries, suppressions, stopped::get, now, mail -> deliver(mail, now, tally));
            tally.waiting(round.run(channel.atOnce()));
        } finally {
            channel.hangUp();
        }
    }

    private boolean isLeftAlone(Instant now) {
        Instant since = heldAt;
        return since != null && !now.isBefore(since) && now.isBefore(since.plus(pause));
    }

    /** Whether the channel takes further mails. */
    private boolean deliver(Delivery mail, Instant now, MailTally tally) {
        Answer answer = channel.deliver(mail.messageId(), mail.subscriber(), mail.message());
        synchronized (this) {
            return record(mail, answer, now, tally);
        }
    }

    private boolean record(Delivery mail, Answer answer, Instant now, MailTally tally) {
        String id = mail.messageId();
        String reply = answer.reply();
        tally.add(mail, answer);
        switch (answer) {
            case Accepted accepted -> {
                taken.put(id, reply);
                recordTaken();
            }
            case Postponed postponed -> {
                if (!deliveries.postponed(id, reply, now)) {
                    warn(mail, "a mail was tried for two days and is given up: " + reply);
                }
            }
            case Unknown unknown -> {
                boolean again = deliveries.unknown(id, reply, now);
                warn(
                        mail,
                        "nobody can tell whether a mail arrived: " + reply
                                + (again
                                        ? "; it is sent again with the same Message-ID"
                                        : "; that happened before, so it is given up"));
                if (++unknownInARow >= MOST_UNKNOWN_IN_A_ROW) {
                    leaveAlone(now);
                    return false;
                }
            }
            case Rejected rejected -> {
                deliveries.rejected(id, reply, rejected.because() != Because.MESSAGE, now);
                reject(mail, rejected, now);
            }
            case Unavailable unavailable -> {
                hold(mail, reply, now);
                return false;
            }
        }
        unknownInARow = answer instanceof Unknown ? unknownInARow : 0;
        if (heldAt != null) {
            LOG.info("mail can be sent again to {}", channel.description());
            heldAt = null;
            pause = Duration.ZERO;
        }
        return true;
    }

    private void reject(Delivery mail, Rejected rejected, Instant now) {
        String reply = rejected.reply();
        switch (rejected.because()) {
            case NO_MAILBOX -> {
                suppressions.add(
                        new Suppression(mail.subscriber(), Suppression.ALL, Suppression.Kind.REFUSED, reply, now));
                warn(
                        mail,
                        "an address is refused for good and gets nothing from now on: " + reply
                                + "; `onrecord digest resubscribe " + mail.subscriber() + "` undoes it");
            }
            case NOT_ALLOWED -> warn(mail, "the server does not let us send to an address: " + reply);
            case MESSAGE -> warn(mail, "a mail was refused for its words or its size, and is not sent again: " + reply);
        }
    }

    private void hold(Delivery mail, String reply, Instant now) {
        deliveries.held(mail.messageId(), reply, now);
        if (heldAt == null) {
            LOG.warn("no mail can be sent to {}: {}; all of it waits and is tried again", channel.description(), reply);
        }
        leaveAlone(now);
    }

    private void leaveAlone(Instant now) {
        heldAt = now;
        unknownInARow = 0;
        pause = pause.isZero() ? FIRST_PAUSE : pause.multipliedBy(2);
        pause = pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }

    /** Nothing is handed over before this succeeds: a mail that was taken and is not recorded would be sent again and again. */
    private synchronized void recordTaken() {
        for (Iterator<Map.Entry<String, String>> mails = taken.entrySet().iterator(); mails.hasNext(); ) {
            Map.Entry<String, String> mail = mails.next();
            deliveries.accepted(mail.getKey(), mail.getValue(), clock.instant());
            mails.remove();
        }
    }

    private static void warn(Delivery mail, String message) {
        LOG.atWarn()
                .addKeyValue("digest", mail.digest())
                .addKeyValue("subscriber", mail.subscriber())
                .log(message);
    }
}
