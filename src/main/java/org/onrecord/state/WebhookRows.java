package org.onrecord.state;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.ArticleId;

/**
 * Webhooks and their outbox, in which an article stands once for each webhook. Safe for use by many threads.
 */
public final class WebhookRows {
    private static final RowMapper<Webhook> ROW = WebhookRows::webhook;
    private static final RowMapper<WebhookMessage> MESSAGE = (row, context) -> new WebhookMessage(
            row.getString("id"),
            row.getLong("webhook"),
            new ArticleId(row.getString("article")),
            row.getString("body"),
            row.getInt("attempts"),
            Instant.ofEpochMilli(row.getLong("created_at")));

    private final Database database;

    WebhookRows(Database database) {
        this.database = database;
    }

    /** Adds a webhook. */
    public Webhook add(String name, URI url, String query, String secret, Instant now) {
        return database.write(
                "add a webhook",
                handle -> handle.createQuery("""
                        insert into webhook (name, url, query, secret, created_at, disabled_reason)
                        values (:name, :url, :query, :secret, :now, '')
                        returning *""")
                        .bind("name", name)
                        .bind("url", url.toString())
                        .bind("query", query)
                        .bind("secret", secret)
                        .bind("now", now.toEpochMilli())
                        .map(ROW)
                        .one());
    }

    public List<Webhook> all() {
        return database.read(
                "list webhooks",
                handle -> handle.createQuery("select * from webhook order by number")
                        .map(ROW)
                        .list());
    }

    public Optional<Webhook> find(long number) {
        return database.read(
                "find a webhook",
                handle -> handle.createQuery("select * from webhook where number = :number")
                        .bind("number", number)
                        .map(ROW)
                        .findOne());
    }

    /** Forgets a webhook with all its messages; whether there was one. */
    public boolean remove(long number) {
        return database.write(
                        "remove a webhook",
                        handle -> handle.createUpdate("delete from webhook where number = :number")
                                .bind("number", number)
                                .execute())
                == 1;
    }

    /** Switches a webhook on again, from here on; what waits for it is due at once. */
    public boolean enable(long number, Instant now) {
        return database.write("switch a webhook on", handle -> {
            handle.createUpdate("""
                            update webhook_message set next_attempt_at = :now
                            where webhook = :number and state = 'PENDING'""")
                    .bind("number", number)
                    .bind("now", now.toEpochMilli())
                    .execute();
            return handle.createUpdate("""
                                    update webhook set disabled_at = null, disabled_reason = '', failing_since = null
                                    where number = :number""").bind("number", number).execute() == 1;
        });
    }

    public void disable(long number, String reason, Instant now) {
        database.write(
                "switch a webhook off",
                handle -> handle.createUpdate("""
                        update webhook set disabled_at = :now, disabled_reason = :reason where number = :number""")
                        .bind("number", number)
                        .bind("now", now.toEpochMilli())
                        .bind("reason", reason)
                        .execute());
    }

    /** Puts messages into the outbox, but never a second one about an article; how many are new. */
    public int enqueue(List<WebhookMessage> messages) {
        return database.write("put messages into the outbox", handle -> {
            int added = 0;
            for (WebhookMessage message : messages) {
                added += add(handle, message);
            }
            return added;
        });
    }

    /** Messages whose time has come, of webhooks that are on; oldest first. */
    public List<WebhookMessage> due(Instant now, int limit) {
        return database.read(
                "list due messages",
                handle -> handle.createQuery("""
                        select m.* from webhook_message m join webhook w on w.number = m.webhook
                        where m.state = 'PENDING' and m.next_attempt_at <= :now and w.disabled_at is null
                        order by m.next_attempt_at, m.rowid limit :limit""")
                        .bind("now", now.toEpochMilli())
                        .bind("limit", limit)
                        .map(MESSAGE)
                        .list());
    }

    /** The receiver has taken it. */
    public void sent(WebhookMessage message, String reply) {
        database.write("record that a message was taken", handle -> {
            handle.createUpdate("update webhook set failing_since = null where number = :number")
                    .bind("number", message.webhook())
                    .execute();
            return settle(handle, message, "SENT", null, reply);
        });
    }

    /**
     * The receiver has not taken it; it is tried again at a time, or never when that is null. Until then the webhook's other
     * messages wait too: they go to the same receiver.
     */
    public void failed(WebhookMessage message, String reply, @Nullable Instant again, Instant now) {
        database.write("record that a message was not taken", handle -> {
            handle.createUpdate(
                            "update webhook set failing_since = coalesce(failing_since, :now) where number = :number")
                    .bind("now", now.toEpochMilli())
                    .bind("number", message.webhook())
                    .execute();
            if (again != null) {
                handle.createUpdate("""
                                update webhook_message set next_attempt_at = :again
                                where webhook = :number and state = 'PENDING' and next_attempt_at < :again""")
                        .bind("again", again.toEpochMilli())
                        .bind("number", message.webhook())
                        .execute();
            }
            return settle(handle, message, again == null ? "GIVEN_UP" : "PENDING", again, reply);
        });
    }

    private static int add(Handle handle, WebhookMessage message) {
        return handle.createUpdate("""
                        insert into webhook_message (id, webhook, article, body, state, attempts, next_attempt_at,
                            last_reply, created_at)
                        values (:id, :webhook, :article, :body, 'PENDING', 0, :now, '', :now)
                        on conflict (webhook, article) do nothing""")
                .bind("id", message.id())
                .bind("webhook", message.webhook())
                .bind("article", message.article().value())
                .bind("body", message.body())
                .bind("now", message.createdAt().toEpochMilli())
                .execute();
    }

    private static int settle(
            Handle handle, WebhookMessage message, String state, @Nullable Instant again, String reply) {
        return handle.createUpdate("""
                        update webhook_message set state = :state, attempts = attempts + 1, next_attempt_at = :again,
                            last_reply = :reply where id = :id""")
                .bind("state", state)
                .bind("again", Rows.millis(again))
                .bind("reply", reply)
                .bind("id", message.id())
                .execute();
    }

    private static Webhook webhook(ResultSet row, StatementContext context) throws SQLException {
        return new Webhook(
                row.getLong("number"),
                row.getString("name"),
                URI.create(row.getString("url")),
                row.getString("query"),
                row.getString("secret"),
                Instant.ofEpochMilli(row.getLong("created_at")),
                Rows.instant(row, "failing_since"),
                Rows.instant(row, "disabled_at"),
                row.getString("disabled_reason"));
    }
}
