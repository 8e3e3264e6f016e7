package org.onrecord.state;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.SourceId;

/**
 * Every address that a source ever named, so that none is lost when the source no longer names it, and none is fetched
 * twice. Safe for use by many threads.
 *
 * <p>A link is known by its address alone: if two sources name it, it belongs to the one that did so first, for as long as
 * that one is watched. It becomes captured by {@link Captures#record}, in the transaction of the capture itself, and is then
 * {@linkplain Looks looked at again} a few times.
 */
public final class Links {
    /** A captured page that cannot be had is tried so often before its next regular look. */
    private static final int TRIES_OF_A_LOOK = 6;

    private static final RowMapper<KnownLink> ROW = Links::link;

    private final Database database;

    Links(Database database) {
        this.database = database;
    }

    /**
     * Remembers what a source names. Links that are known already stay as they are, with these exceptions:
     *
     * <ul>
     *   <li>The source gives a captured page another date than it did before: then the page may have changed, and is to be
     *       fetched again. This happens at most as often as the page has been known for twice as long as at its last capture,
     *       so a source that dates everything anew at each round costs little.
     *   <li>The link waits for a source that is not watched any more, or that left it out: then it is this source's now, and
     *       to be fetched.
     * </ul>
     *
     * @param watched the sources that are watched
     * @return how many are to be fetched by it
     */
    public int add(SourceId source, Collection<FoundLink> links, Set<SourceId> watched, Instant now) {
        return add(source, links, watched, KnownLink.State.PENDING, now);
    }

    /**
     * Remembers what a source names and that is not to be asked for. Links that are known already stay as they are.
     *
     * @return how many were new
     */
    public int leaveOut(SourceId source, Collection<FoundLink> links, Instant now) {
        return add(source, links, Set.of(), KnownLink.State.LEFT_OUT, now);
    }

    private int add(
            SourceId source,
            Collection<FoundLink> links,
            Set<SourceId> watched,
            KnownLink.State linkState,
            Instant now) {
        if (links.isEmpty()) {
            return 0;
        }
        return database.write("add links of " + source, handle -> {
            try (PreparedBatch batch = handle.prepareBatch("""
                    insert into link (uri, source, title, published, updated, summary, state, attempts, next_attempt_at,
                        last_reason, discovered_at)
                    values (:uri, :source, :title, :published, :updated, :summary, :state, 0, :next, '', :now)
                    on conflict (uri) do update set source = excluded.source, title = excluded.title,
                        published = excluded.published, updated = excluded.updated, summary = excluded.summary,
                        state = iif(link.state = 'CAPTURED', 'CAPTURED', 'PENDING'), attempts = 0,
                        next_attempt_at = :now, last_reason = ''
                    where excluded.state = 'PENDING' and (
                        link.state = 'CAPTURED'
                            and (link.source = excluded.source or instr(:watched, ' ' || link.source || ' ') = 0)
                            and (link.published <> excluded.published or link.updated <> excluded.updated)
                            and :now - (select fetched_at from capture where number = link.capture) >= max(3600000,
                                (select fetched_at from capture where number = link.capture) - link.discovered_at)
                        or link.state <> 'CAPTURED' and link.source <> excluded.source
                            and (link.state = 'LEFT_OUT'
                                or instr(:watched, ' ' || link.source || ' ') = 0))""")) {
                String ids = watched.stream().map(SourceId::value).collect(Collectors.joining(" ", " ", " "));
                for (FoundLink link : eachOnce(links)) {
                    Rows.bind(link.hints(), batch)
                            .bind("uri", link.uri().toString())
                            .bind("source", source.value())
                            .bind("state", linkState.name())
                            .bind("next", linkState == KnownLink.State.PENDING ? now.toEpochMilli() : null)
                            .bind("watched", ids)
                            .bind("now", now.toEpochMilli())
                            .add();
                }
                return IntStream.of(batch.execute()).sum();
            }
        });
    }

    /** A page may list an address twice with different words; the first ones count. */
    private static Collection<FoundLink> eachOnce(Collection<FoundLink> links) {
        Map<URI, FoundLink> first = new LinkedHashMap<>();
        links.forEach(link -> first.putIfAbsent(link.uri(), link));
        return first.values();
    }

    /**
     * It was fetched again and shows nothing that its newest capture does not show: it is captured as before.
     *
     * @return false if it has no capture
     */
    public boolean unchanged(URI uri, Instant now) {
        return database.write(
                "mark " + uri + " as unchanged",
                handle -> row(handle, uri)
                                .map(link -> handle.createUpdate("""
                                        update link set state = 'CAPTURED', attempts = 0, next_attempt_at = :next,
                                            last_reason = '',
                                            capture = (select max(number) from capture where requested = :uri)
                                        where uri = :uri and exists (select 1 from capture where requested = :uri)""")
                                        .bind("uri", uri.toString())
                                        .bind(
                                                "next",
                                                Rows.millis(
                                                        Looks.next(link, now).orElse(null)))
                                        .execute())
                                .orElse(0)
                        > 0);
    }

    /** Its page is captured and not looked at any more. */
    public void settled(URI uri) {
        database.write(
                "mark " + uri + " as settled",
                handle -> handle.createUpdate("""
                        update link set next_attempt_at = null where uri = :uri and state = 'CAPTURED'""").bind("uri", uri.toString()).execute());
    }

    /**
     * The links of a source whose time has come: first those without a page, then captured ones to look at again; those that
     * waited longest first, else as the source named them.
     */
    public List<KnownLink> due(SourceId source, Instant now, int limit) {
        return database.read(
                "list due links of " + source,
                handle -> handle.createQuery("""
                        select * from link where source = :source and state in ('PENDING', 'REFUSED', 'CAPTURED')
                            and next_attempt_at <= :now
                        order by state = 'CAPTURED', next_attempt_at, number limit :limit""")
                        .bind("source", source.value())
                        .bind("now", now.toEpochMilli())
                        .bind("limit", limit)
                        .map(ROW)
                        .list());
    }

    /**
     * We may not or will not ask for it. Rules change: it is looked up again as {@link RetryPolicy#REFUSAL} says.
     *
     * @return when
     */
    public Instant refused(URI uri, String reason, Instant now) {
        return database.write("mark " + uri + " as refused", handle -> {
            KnownLink link = named(handle, uri);
            Instant next = RetryPolicy.REFUSAL
                    .next(link.discoveredAt(), link.attempts() + 1, null, now)
                    .orElseThrow();
            tried(handle, link, KnownLink.State.REFUSED, next, reason);
            return next;
        });
    }

    /** It was not asked for, because its host is to be left alone for now: that is no try of this link. */
    public void postponed(URI uri, String reason, Instant until) {
        database.write(
                "postpone " + uri,
                handle -> handle.createUpdate("""
                        update link set next_attempt_at = :until, last_reason = :reason
                        where uri = :uri and next_attempt_at is not null""")
                        .bind("uri", uri.toString())
                        .bind("until", until.toEpochMilli())
                        .bind("reason", reason)
                        .execute());
    }

    /**
     * It did not work. A captured page stays captured.
     *
     * @param policy when it is tried again
     * @param retryAfter how long the server asked us to wait; null if it did not say
     * @return when it is tried again; empty if it is given up
     */
    public Optional<Instant> failed(
            URI uri, String reason, RetryPolicy policy, @Nullable Duration retryAfter, Instant now) {
        return database.write("mark " + uri + " as failed", handle -> {
            KnownLink link = named(handle, uri);
            int failures = link.attempts() + 1;
            Optional<Instant> next = policy.next(link.discoveredAt(), failures, retryAfter, now);
            if (link.state() == KnownLink.State.CAPTURED && (next.isEmpty() || failures > TRIES_OF_A_LOOK)) {
                next = policy.equals(RetryPolicy.NEVER) ? Optional.empty() : Looks.next(link, now);
            }
            KnownLink.State state = next.isPresent() ? KnownLink.State.PENDING : KnownLink.State.FAILED;
            tried(handle, link, state, next.orElse(null), reason);
            return next;
        });
    }

    /**
     * Makes everything due now that a source named and that was refused, given up or waits for another try.
     *
     * @return how many links
     */
    public int retry(SourceId source, Instant now) {
        return database.write(
                "make the links of " + source + " due",
                handle -> handle.createUpdate("""
                        update link set state = 'PENDING', attempts = 0, next_attempt_at = :now
                        where source = :source and (state in ('REFUSED', 'FAILED') or state = 'PENDING' and attempts > 0)""")
                        .bind("source", source.value())
                        .bind("now", now.toEpochMilli())
                        .execute());
    }

    public Optional<KnownLink> find(URI uri) {
        return database.read("find the link " + uri, handle -> row(handle, uri));
    }

    static Optional<KnownLink> row(Handle handle, URI uri) {
        return handle.createQuery("select * from link where uri = :uri")
                .bind("uri", uri.toString())
                .map(ROW)
                .findOne();
    }

    private static KnownLink named(Handle handle, URI uri) {
        return row(handle, uri).orElseThrow(() -> new IllegalArgumentException("no source named this link: " + uri));
    }

    /** @param state for a link without a page; one that has a page keeps it */
    private static void tried(
            Handle handle, KnownLink link, KnownLink.State state, @Nullable Instant next, String reason) {
        handle.createUpdate("""
                        update link set state = iif(state = 'CAPTURED', 'CAPTURED', :state), attempts = attempts + 1,
                            next_attempt_at = :next, last_reason = :reason
                        where uri = :uri""")
                .bind("uri", link.uri().toString())
                .bind("state", state.name())
                .bind("next", Rows.millis(next))
                .bind("reason", reason)
                .execute();
    }

    private static KnownLink link(ResultSet row, StatementContext context) throws SQLException {
        return new KnownLink(
                URI.create(row.getString("uri")),
                new SourceId(row.getString("source")),
                Rows.hints(row),
                KnownLink.State.valueOf(row.getString("state")),
                row.getInt("attempts"),
                Rows.instant(row, "next_attempt_at"),
                row.getString("last_reason"),
                Instant.ofEpochMilli(row.getLong("discovered_at")));
    }
}
