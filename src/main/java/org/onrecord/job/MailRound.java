package org.onrecord.job;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.onrecord.state.Deliveries;
import org.onrecord.state.Delivery;
import org.onrecord.state.Suppression;
import org.onrecord.state.Suppressions;

/** One walk through the mails that are due at a moment, by several hands. */
final class MailRound {
    private static final int MAILS_AT_A_TIME = 100;

    private final Deliveries deliveries;
    private final Suppressions suppressions;
    private final BooleanSupplier stopped;
    private final Instant now;
    private final Predicate<Delivery> deliver;
    private final Deque<Delivery> next = new ArrayDeque<>();
    private boolean ended;

    /**
     * @param stopped whether the program ends
     * @param deliver hands a mail over; whether there can be another one
     */
    MailRound(
            Deliveries deliveries,
            Suppressions suppressions,
            BooleanSupplier stopped,
            Instant now,
            Predicate<Delivery> deliver) {
        this.deliveries = deliveries;
        this.suppressions = suppressions;
        this.stopped = stopped;
        this.now = now;
        this.deliver = deliver;
    }

    /**
     * Hands over what is due.
     *
     * @param hands how many mails are handed over at once
     * @return mails that were looked at and not handed over, because the round ended before
     */
    List<Delivery> run(int hands) {
        next.addAll(deliveries.due(now, MAILS_AT_A_TIME));
        int needed = Math.min(hands, next.size());
        if (needed <= 1) {
            work();
        } else {
            try (ExecutorService threads = Executors.newFixedThreadPool(
                    needed, Thread.ofPlatform().name("mail-", 1).factory())) {
                List<Future<?>> work = new ArrayList<>();
                for (int i = 0; i < needed; i++) {
                    work.add(threads.submit(this::work));
                }
                work.forEach(MailRound::finish);
            }
        }
        return List.copyOf(next);
    }

    private void work() {
        boolean goesOn = false;
        try {
            for (Delivery mail = take(); mail != null; mail = take()) {
                goesOn = false;
                goesOn = deliver.test(mail);
                if (!goesOn) {
                    return;
                }
            }
            goesOn = true;
        } finally {
            if (!goesOn) {
                end();
            }
        }
    }

    /** The next mail, which from now on is this thread's; null when there is none, or the round is over. */
    private synchronized @Nullable Delivery take() {
        while (!ended && !stopped.getAsBoolean()) {
            if (next.isEmpty()) {
                next.addAll(deliveries.due(now, MAILS_AT_A_TIME));
            }
            Delivery mail = next.poll();
            if (mail == null) {
                return null;
            }
            Optional<Suppression> left = suppressions.of(mail.subscriber(), mail.digest());
            if (left.filter(MailRound::stopsMailsThatWait).isPresent()) {
                deliveries.rejected(
                        mail.messageId(), "not sent: " + left.orElseThrow().inWords(), true, now);
            } else {
                deliveries.handedOver(mail.messageId(), now);
                return mail;
            }
        }
        return null;
    }

    /** An alert is paused for what it would bring; the mail that says so goes out. */
    private static boolean stopsMailsThatWait(Suppression suppression) {
        return switch (suppression.kind()) {
            case UNSUBSCRIBED, REFUSED -> true;
            case PAUSED -> false;
        };
    }

    private synchronized void end() {
        ended = true;
    }

    private static void finish(Future<?> work) {
        try {
            work.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            if (e.getCause() instanceof Error failure) {
                throw failure;
            }
            throw new IllegalStateException("handing mails over ended", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while mails were handed over", e);
        }
    }
}
