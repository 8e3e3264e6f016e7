package org.onrecord.state;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/**
 * The outbox, and what each subscriber has got. Safe for use by many threads.
 *
 * <p>A mail and the items in it are recorded together, before anybody hands it to a server. From then on the items are
 * known to the subscriber, and the mail is tried until a server has taken or rejected it: no item is lost, and none is
 * put into two mails. One window remains that nobody can close: when the server's answer to the whole mail is lost, or the
 * program dies before it is recorded, the mail is handed over again, with the same Message-ID, and is known as one of which
 * nobody can tell whether it arrived twice.
 */
public final class Deliveries {
    /** Twelve tries take 45 hours at least; a mail that nobody took by then is not wanted. */
    private static final int MOST_TRIES = 12;

    private static final Duration FIRST_PAUSE = Duration.ofMinutes(5);
    private static final Duration LONGEST_PAUSE = Duration.ofHours(6);

    /** Databases bound how many values one statement may have. */
    private static final int ITEMS_AT_A_TIME = 500;

    private static final RowMapper<Delivery> ROW = (row, context) -> new Delivery(
            row.getString("message_id"),
            row.getString("digest"),
            row.getString("subscriber"),
            Instant.ofEpochMilli(row.getLong("window_at")),
            row.getBytes("message"),
            row.getInt("attempts"));

    private final Database database;

    Deliveries(Database database) {
        this.database = database;
    }

    /**
     * Puts a mail into the outbox together with the items that it brings.
     *
     * @return whether it is new; false if the mail of this digest, window and subscriber is there already
     */
    public boolean add(Delivery delivery, Collection<String> items, Instant now) {
        return database.write("put a mail into the outbox", handle -> {
            int added = handle.createUpdate("""
                            insert into delivery (message_id, digest, subscriber, window_at, message, state, attempts,
                                next_attempt_at, last_reply, created_at)
                            values (:id, :digest, :subscriber, :window, :message, 'PENDING', 0, :now, '', :now)
                            on conflict do nothing""")
                    .bind("id", delivery.messageId())
                    .bind("digest", delivery.digest())
                    .bind("subscriber", delivery.subscriber())
                    .bind("window", delivery.window().toEpochMilli())
                    .bind("message", delivery.message())
                    .bind("now", now.toEpochMilli())
                    .execute();
            if (added == 1 && !items.isEmpty()) {
                try (PreparedBatch batch = handle.prepareBatch(
                        "insert into delivered_item (subscriber, item, message_id) values (:subscriber, :item, :id)")) {
                    items.forEach(item -> batch.bind("subscriber", delivery.subscriber())
                            .bind("item", item)
                            .bind("id", delivery.messageId())
                            .add());
                    batch.execute();
                }
            }
            return added == 1;
        });
    }

    /** Whether the subscriber has got the item, or gets it with a mail in the outbox. */
    public boolean has(String subscriber, String item) {
        return database.read(
                "look up a delivered item",
                handle -> handle.createQuery(
                                "select 1 from delivered_item where subscriber = :subscriber and item = :item")
                        .bind("subscriber", subscriber)
                        .bind("item", item)
                        .mapTo(Integer.class)
                        .findOne()
                        .isPresent());
    }

    /** Those of the items that the subscriber has got, or gets with a mail in the outbox. */
    public Set<String> delivered(String subscriber, Collection<String> items) {
        return database.read("look up delivered items", handle -> {
            Set<String> delivered = new HashSet<>();
            for (Iterator<String> each = items.iterator(); each.hasNext(); ) {
                List<String> some = new ArrayList<>();
                while (each.hasNext() && some.size() < ITEMS_AT_A_TIME) {
                    some.add(each.next());
                }
                delivered.addAll(handle.createQuery(
                                "select item from delivered_item where subscriber = :subscriber and item in (<items>)")
                        .bind("subscriber", subscriber)
                        .bindList("items", some)
                        .mapTo(String.class)
                        .list());
            }
            return delivered;
        });
    }

    /** Whether there is a mail of this digest and window for the subscriber, sent or not. */
    public boolean hasMail(String digest, String subscriber, Instant window) {
        return database.read(
                "look up a mail",
                handle -> handle.createQuery("""
                        select 1 from delivery
                        where digest = :digest and subscriber = :subscriber and window_at = :window""")
                        .bind("digest", digest)
                        .bind("subscriber", subscriber)
                        .bind("window", window.toEpochMilli())
                        .mapTo(Integer.class)
                        .findOne()
                        .isPresent());
    }

    /** The window of the subscriber's last mail of a digest that may have arrived; empty before the first. */
    public Optional<Instant> lastWindow(String digest, String subscriber) {
        return database.read(
                "find a subscriber's last mail",
                handle -> handle.createQuery("""
                                select max(window_at) from delivery
                                where digest = :digest and subscriber = :subscriber
                                    and (state <> 'REJECTED' or unknown_at is not null)""")
                        .bind("digest", digest)
                        .bind("subscriber", subscriber)
                        .mapTo(Long.class)
                        .findOne()
                        .map(Instant::ofEpochMilli));
    }

    /** The window of the subscriber's first mail of a digest; empty before it. */
    public Optional<Instant> firstWindow(String digest, String subscriber) {
        return database.read(
                "find a subscriber's first mail",
                handle -> handle.createQuery(
                                "select min(window_at) from delivery where digest = :digest and subscriber = :subscriber")
                        .bind("digest", digest)
                        .bind("subscriber", subscriber)
                        .mapTo(Long.class)
                        .findOne()
                        .map(Instant::ofEpochMilli));
    }

    /** The last window that a digest was put together for. */
    public Optional<Instant> lastRun(String digest) {
        return database.read(
                "find the last run of digest " + digest,
                handle -> handle.createQuery("select window_at from digest_run where digest = :digest")
                        .bind("digest", digest)
                        .mapTo(Long.class)
                        .findOne()
                        .map(Instant::ofEpochMilli));
    }

    /** Remembers that a digest was put together for a window, for all its subscribers; an earlier window changes nothing. */
    public void ran(String digest, Instant window) {
        database.write(
                "record a run of digest " + digest,
                handle -> handle.createUpdate("""
                        insert into digest_run (digest, window_at) values (:digest, :window)
                        on conflict (digest) do update set window_at = max(window_at, excluded.window_at)""")
                        .bind("digest", digest)
                        .bind("window", window.toEpochMilli())
                        .execute());
    }

    /** The mails whose time has come and that nobody hands over just now, oldest first. */
    public List<Delivery> due(Instant now, int limit) {
        return database.read(
                "list due mails",
                handle -> handle.createQuery("""
                        select * from delivery
                        where state = 'PENDING' and next_attempt_at <= :now and handed_over_at is null
                        order by created_at, message_id limit :limit""")
                        .bind("now", now.toEpochMilli())
                        .bind("limit", limit)
                        .map(ROW)
                        .list());
    }

    /** How many mails wait in the outbox. */
    public long pending() {
        return database.read(
                "count pending mails",
                handle -> handle.createQuery("select count(*) from delivery where state = 'PENDING'")
                        .mapTo(Long.class)
                        .one());
    }

    /** Somebody begins to hand the mail over; until there is an answer, nobody else does. */
    public void handedOver(String messageId, Instant now) {
        database.write(
                "record that a mail is handed over",
                handle -> handle.createUpdate(
                                "update delivery set handed_over_at = :now where message_id = :id and state = 'PENDING'")
                        .bind("id", messageId)
                        .bind("now", now.toEpochMilli())
                        .execute());
    }

    /**
     * What was being handed over when the program died counts as {@link #unknown}, and is due at once. To be called while
     * nobody hands anything over.
     *
     * @return how many mails that were
     */
    public int cutOff() {
        return database.write(
                "record which mails were cut off",
                handle -> handle.createUpdate("""
                        update delivery set unknown_at = handed_over_at, handed_over_at = null, attempts = attempts + 1,
                            last_reply = 'the program ended before an answer was recorded'
                        where state = 'PENDING' and handed_over_at is not null""").execute());
    }

    /** The server has taken the mail. Its words are forgotten: nobody sends them again. */
    public void accepted(String messageId, String reply, Instant now) {
        database.write(
                "record that a mail was taken",
                handle -> handle.createUpdate("""
                        update delivery set state = 'SENT', attempts = attempts + 1, next_attempt_at = null,
                            last_reply = :reply, answered_at = :now, handed_over_at = null, message = zeroblob(0)
                        where message_id = :id and state = 'PENDING'""")
                        .bind("id", messageId)
                        .bind("reply", reply)
                        .bind("now", now.toEpochMilli())
                        .execute());
    }

    /**
     * The server will never take the mail, or it must not be sent.
     *
     * @param free whether its items may stand in another mail; they stay where they are if the mail could have arrived
     */
    public void rejected(String messageId, String reply, boolean free, Instant now) {
        database.write("record that a mail was rejected", handle -> {
            int ended = answered(handle, messageId, null, reply, now);
            return ended == 1 && free ? freeItems(handle, messageId) : 0;
        });
    }

    /**
     * The server did not take the mail now. It is due again after a pause that triples from 5 minutes to 6 hours; after
     * twelve tries it counts as rejected, and its items may stand in another mail.
     *
     * @return whether it will be tried again
     */
    public boolean postponed(String messageId, String reply, Instant now) {
        return database.write("record that a mail was postponed", handle -> {
            Instant next = next(handle, messageId, now);
            int answered = answered(handle, messageId, next, reply, now);
            if (next == null && answered == 1) {
                freeItems(handle, messageId);
            }
            return next != null;
        });
    }

    /**
     * Nobody can tell whether the server took the mail. It is tried again after the pause of one that was {@link #postponed},
     * unless this was so before: a server that keeps back its answers would fill mailboxes. Its items stay where they are.
     *
     * @return whether it will be tried again
     */
    public boolean unknown(String messageId, String reply, Instant now) {
        return database.write("record that nobody knows what became of a mail", handle -> {
            boolean first = handle.createQuery("select unknown_at is null from delivery where message_id = :id")
                    .bind("id", messageId)
                    .mapTo(Boolean.class)
                    .one();
            Instant next = first ? next(handle, messageId, now) : null;
            handle.createUpdate("update delivery set unknown_at = :now where message_id = :id and state = 'PENDING'")
                    .bind("id", messageId)
                    .bind("now", now.toEpochMilli())
                    .execute();
            answered(handle, messageId, next, reply, now);
            return next != null;
        });
    }

    /** Nobody takes any mail now: those that are due stay so, and say why. No try is counted. */
    public void held(String messageId, String reply, Instant now) {
        database.write("record that mails are held", handle -> {
            handle.createUpdate(
                            "update delivery set handed_over_at = null where message_id = :id and state = 'PENDING'")
                    .bind("id", messageId)
                    .execute();
            return handle.createUpdate("""
                            update delivery set last_reply = :reply
                            where state = 'PENDING' and next_attempt_at <= :now and handed_over_at is null""")
                    .bind("reply", reply)
                    .bind("now", now.toEpochMilli())
                    .execute();
        });
    }

    /** When a mail is tried again that the server has not taken; null for never. */
    private static @Nullable Instant next(Handle handle, String messageId, Instant now) {
        int tries = handle.createQuery("select attempts from delivery where message_id = :id")
                        .bind("id", messageId)
                        .mapTo(Integer.class)
                        .one()
                + 1;
        return tries < MOST_TRIES ? now.plus(pauseAfter(tries)) : null;
    }

    private static int answered(Handle handle, String messageId, @Nullable Instant next, String reply, Instant now) {
        return handle.createUpdate("""
                        update delivery set state = :state, attempts = attempts + 1, next_attempt_at = :next,
                            last_reply = :reply, answered_at = :now, handed_over_at = null
                        where message_id = :id and state = 'PENDING'""")
                .bind("id", messageId)
                .bind("state", next == null ? "REJECTED" : "PENDING")
                .bind("next", Rows.millis(next))
                .bind("reply", reply)
                .bind("now", now.toEpochMilli())
                .execute();
    }

    /** The subscriber has not got the items of a mail that surely did not arrive. */
    private static int freeItems(Handle handle, String messageId) {
        return handle.createUpdate("""
                        delete from delivered_item where message_id = :id
                            and exists (select 1 from delivery where message_id = :id and unknown_at is null)""").bind("id", messageId).execute();
    }

    private static Duration pauseAfter(int tries) {
        Duration pause = FIRST_PAUSE;
        for (int i = 1; i < tries && pause.compareTo(LONGEST_PAUSE) < 0; i++) {
            pause = pause.multipliedBy(3);
        }
        return pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE;
    }
}
