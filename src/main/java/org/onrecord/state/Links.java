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
import java.util.TreeMap;
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
 * <p>A link is known by its address alone: if two sources name it, it belongs to the one that did so first. It becomes
 * captured by {@link Captures#record}, in the transaction of the capture itself.
 */
public final class Links {
    private static final RowMapper<KnownLink> ROW = Links::link;

    private final Database database;
    private final RetryPolicy retries;

    Links(Database database, RetryPolicy retries) {
        this.database = database;
        this.retries = retries;
    }

    /**
     * Remembers what a source names. Links that are known already stay as they are, unless the source that named one first now
     * gives it another date: then its page may have changed, and it is to be fetched again. This happens at most as often as
     * the page has been known for twice as long as at its last capture, so a source that dates everything anew at each round
     * costs little.
     *
     * @return how many are to be fetched by it
     */
    public int add(SourceId source, Collection<FoundLink> links, Instant now) {
        return add(source, links, KnownLink.State.PENDING, "", now);
    }

    /**
     * Remembers what a source names and we will not ask for. Links that are known already stay as they are.
     *
     * @param reason why, in words for the report
     * @return how many were new
     */
    public int leaveOut(SourceId source, Collection<FoundLink> links, String reason, Instant now) {
        return add(source, links, KnownLink.State.REFUSED, reason, now);
    }

    private int add(
            SourceId source, Collection<FoundLink> links, KnownLink.State linkState, String reason, Instant now) {
        if (links.isEmpty()) {
            return 0;
        }
        return database.write("add links of " + source, handle -> {
            try (PreparedBatch batch = handle.prepareBatch("""
                    insert into link (uri, source, title, published, summary, state, attempts, next_attempt_at,
                        last_reason, discovered_at)
                    values (:uri, :source, :title, :published, :summary, :state, 0, :next, :reason, :now)
                    on conflict (uri) do update set title = excluded.title, published = excluded.published,
                        summary = excluded.summary, state = 'PENDING', attempts = 0, next_attempt_at = :now, capture = null
                    where excluded.state = 'PENDING' and link.state = 'CAPTURED' and link.source = excluded.source
                        and link.published <> excluded.published
                        and :now - (select fetched_at from capture where number = link.capture) >= max(3600000,
                            (select fetched_at from capture where number = link.capture) - link.discovered_at)""")) {
                for (FoundLink link : eachOnce(links)) {
                    Rows.bind(link.hints(), batch)
                            .bind("uri", link.uri().toString())
                            .bind("source", source.value())
                            .bind("state", linkState.name())
                            .bind("next", linkState == KnownLink.State.PENDING ? now.toEpochMilli() : null)
                            .bind("reason", reason)
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
     * It was fetched again and its page is the one that its newest capture holds: it is captured as before.
     *
     * @return false if it has no capture
     */
    public boolean unchanged(URI uri) {
        return database.write(
                "mark " + uri + " as unchanged",
                handle -> handle.createUpdate("""
                        update link set state = 'CAPTURED', next_attempt_at = null, last_reason = '',
                            capture = (select max(number) from capture where requested = :uri)
                        where uri = :uri and exists (select 1 from capture where requested = :uri)""").bind("uri", uri.toString()).execute() > 0);
    }

    /** The pending links of a source whose time has come: those that waited longest first, else as the source named them. */
    public List<KnownLink> due(SourceId source, Instant now, int limit) {
        return database.read(
                "list due links of " + source,
                handle -> handle.createQuery("""
                        select * from link where source = :source and state = 'PENDING' and next_attempt_at <= :now
                        order by next_attempt_at, number limit :limit""")
                        .bind("source", source.value())
                        .bind("now", now.toEpochMilli())
                        .bind("limit", limit)
                        .map(ROW)
                        .list());
    }

    /** We may not or will not ask for it. Not tried again. */
    public void refused(URI uri, String reason) {
        database.write("mark " + uri + " as refused", handle -> {
            tried(handle, uri, KnownLink.State.REFUSED, null, reason);
            return null;
        });
    }

    /**
     * It did not work. Tried again after a pause that doubles from 5 minutes to 24 hours, twelve times in all; then it
     * has failed for good.
     *
     * @param permanent whether it has failed for good at once
     * @param retryAfter how long the server asked us to wait; null if it did not say
     * @return when it is tried again; empty if never
     */
    public Optional<Instant> failed(
            URI uri, String reason, boolean permanent, @Nullable Duration retryAfter, Instant now) {
        return database.write("mark " + uri + " as failed", handle -> {
            int failures = attempts(handle, uri) + 1;
            Optional<Instant> next = permanent
                    ? Optional.empty()
                    : retries.pause(failures, retryAfter).map(now::plus);
            KnownLink.State state = next.isPresent() ? KnownLink.State.PENDING : KnownLink.State.FAILED;
            tried(handle, uri, state, next.orElse(null), reason);
            return next;
        });
    }

    public Optional<KnownLink> find(URI uri) {
        return database.read(
                "find the link " + uri,
                handle -> handle.createQuery("select * from link where uri = :uri")
                        .bind("uri", uri.toString())
                        .map(ROW)
                        .findOne());
    }

    /** The links of a source in one state, those found last first. */
    public List<KnownLink> list(SourceId source, KnownLink.State state, int limit) {
        return database.read(
                "list links of " + source,
                handle -> handle.createQuery("""
                        select * from link where source = :source and state = :state order by number desc limit :limit""")
                        .bind("source", source.value())
                        .bind("state", state.name())
                        .bind("limit", limit)
                        .map(ROW)
                        .list());
    }

    /** How many links are in which state, by source. A source that never named one is missing. */
    public Map<SourceId, LinkCounts> counts() {
        return database.read("count links", handle -> {
            Map<SourceId, LinkCounts> counts = new TreeMap<>();
            handle.createQuery("select source, state, count(*) as links from link group by source, state")
                    .map(Links::group)
                    .forEach(group -> counts.merge(
                            group.source(),
                            LinkCounts.NONE.with(group.state(), group.links()),
                            (counted, first) -> counted.with(group.state(), group.links())));
            return counts;
        });
    }

    /** Why links of a source are in a state, with how many, the most frequent reasons first. */
    public Map<String, Long> reasons(SourceId source, KnownLink.State linkState, int limit) {
        return database.read("list reasons of " + source, handle -> {
            Map<String, Long> reasons = new LinkedHashMap<>();
            handle.createQuery("""
                            select last_reason, count(*) as links from link
                            where source = :source and state = :state and last_reason <> ''
                            group by last_reason order by links desc, last_reason limit :limit""")
                    .bind("source", source.value())
                    .bind("state", linkState.name())
                    .bind("limit", limit)
                    .map((row, context) -> Map.entry(row.getString("last_reason"), row.getLong("links")))
                    .forEach(reason -> reasons.put(reason.getKey(), reason.getValue()));
            return reasons;
        });
    }

    private static int attempts(Handle handle, URI uri) {
        return handle.createQuery("select attempts from link where uri = :uri")
                .bind("uri", uri.toString())
                .mapTo(Integer.class)
                .findOne()
                .orElseThrow(() -> new IllegalArgumentException("no source named this link: " + uri));
    }

    private static void tried(Handle handle, URI uri, KnownLink.State state, @Nullable Instant next, String reason) {
        int changed = handle.createUpdate("""
                        update link set state = :state, attempts = attempts + 1, next_attempt_at = :next,
                            last_reason = :reason
                        where uri = :uri and state <> 'CAPTURED'""")
                .bind("uri", uri.toString())
                .bind("state", state.name())
                .bind("next", Rows.millis(next))
                .bind("reason", reason)
                .execute();
        if (changed == 0) {
            throw new IllegalArgumentException("not a link that waits to be fetched: " + uri);
        }
    }

    private static KnownLink link(ResultSet row, StatementContext context) throws SQLException {
        return new KnownLink(
                URI.create(row.getString("uri")),
                new SourceId(row.getString("source")),
                Rows.hints(row),
                state(row),
                row.getInt("attempts"),
                Rows.instant(row, "next_attempt_at"),
                row.getString("last_reason"),
                Instant.ofEpochMilli(row.getLong("discovered_at")));
    }

    private record Group(SourceId source, KnownLink.State state, long links) {}

    private static Group group(ResultSet row, StatementContext context) throws SQLException {
        return new Group(new SourceId(row.getString("source")), state(row), row.getLong("links"));
    }

    private static KnownLink.State state(ResultSet row) throws SQLException {
        return KnownLink.State.valueOf(row.getString("state"));
    }
}
