package org.onrecord.state;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.StatementContext;
import org.onrecord.article.SourceId;

/**
 * Every capture ever made, in order. Safe for use by many threads.
 *
 * <p>Numbers rise strictly in the order of commits, so whoever remembers the highest number that he has seen misses
 * nothing by asking for those {@linkplain #after after} it.
 */
public final class Captures {
    private static final RowMapper<Capture> ROW = Captures::capture;

    private final Database database;

    Captures(Database database) {
        this.database = database;
    }

    /**
     * Inserts the row of a record that is already forced to disk, and marks the link that led to it as captured. Both
     * are on disk when this returns; that acknowledges the capture.
     *
     * @param capture with the number 0
     * @return the capture with its number
     * @throws StateException if it could not be committed; nothing is recorded then
     */
    public Capture record(Capture capture) {
        if (capture.number() != 0) {
            throw new IllegalArgumentException("capture " + capture.number() + " is recorded already");
        }
        return database.write("record the capture of " + capture.uri(), handle -> {
            long number = bind(capture, handle.createUpdate("""
                            insert into capture (source, uri, requested, file, file_offset, file_length, fetched_at,
                                payload_sha256, title, published, updated, summary)
                            values (:source, :uri, :requested, :file, :offset, :length, :fetchedAt,
                                :sha256, :title, :published, :updated, :summary)"""))
                    .executeAndReturnGeneratedKeys("number")
                    .mapTo(Long.class)
                    .one();
            Links.row(handle, capture.requested())
                    .ifPresent(link -> handle.createUpdate("""
                            update link set state = 'CAPTURED', capture = :number, attempts = 0, next_attempt_at = :next,
                                last_reason = ''
                            where uri = :requested""")
                            .bind("number", number)
                            .bind(
                                    "next",
                                    Rows.millis(Looks.next(link, capture.fetchedAt())
                                            .orElse(null)))
                            .bind("requested", capture.requested().toString())
                            .execute());
            return capture.numbered(number);
        });
    }

    /** The captures with a higher number than this, in order. */
    public List<Capture> after(long number, int limit) {
        return database.read(
                "list captures",
                handle -> handle.createQuery(
                                "select * from capture where number > :number order by number limit :limit")
                        .bind("number", number)
                        .bind("limit", limit)
                        .map(ROW)
                        .list());
    }

    /** The highest number so far; 0 when there is no capture. */
    public long highest() {
        return database.read(
                "find the newest capture",
                handle -> handle.createQuery("select coalesce(max(number), 0) from capture")
                        .mapTo(Long.class)
                        .one());
    }

    /** How many there are. */
    public long count() {
        return database.read(
                "count captures",
                handle -> handle.createQuery("select count(*) from capture")
                        .mapTo(Long.class)
                        .one());
    }

    public Optional<Capture> byNumber(long number) {
        return database.read(
                "find capture " + number,
                handle -> handle.createQuery("select * from capture where number = :number")
                        .bind("number", number)
                        .map(ROW)
                        .findOne());
    }

    /** The newest capture that was asked for at this address, or that answered from it after redirects. */
    public Optional<Capture> latest(URI uri) {
        return database.read(
                "find the capture of " + uri,
                handle -> handle.createQuery("""
                        select * from capture where number = (select max(number) from (
                            select max(number) as number from capture where uri = :uri
                            union all select max(number) from capture where requested = :uri))""")
                        .bind("uri", uri.toString())
                        .map(ROW)
                        .findOne());
    }

    /**
     * When the pages of each source came, since a moment.
     *
     * @return by source; a source without any since then is missing
     */
    public Map<SourceId, CaptureTimes> times(Instant since) {
        return database.read(
                "count the captures of each source",
                handle -> handle
                        .createQuery("""
                        select source, count(*) as captures, min(fetched_at) as first_at, max(fetched_at) as last_at
                        from capture where fetched_at >= :since group by source""")
                        .bind("since", since.toEpochMilli())
                        .map((row, context) -> Map.entry(
                                new SourceId(row.getString("source")),
                                new CaptureTimes(
                                        row.getLong("captures"),
                                        Instant.ofEpochMilli(row.getLong("first_at")),
                                        Instant.ofEpochMilli(row.getLong("last_at")))))
                        .stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    /** The newest captures that links of a source led to, newest first. */
    public List<Capture> newest(SourceId source, int limit) {
        return database.read(
                "list the newest captures of " + source,
                handle -> handle.createQuery("""
                        select capture.* from link join capture on capture.number = link.capture
                        where link.source = :source and link.state = 'CAPTURED'
                        order by link.number desc limit :limit""")
                        .bind("source", source.value())
                        .bind("limit", limit)
                        .map(ROW)
                        .list());
    }

    /** The end of the last recorded bytes of each archive file, by file name. */
    public Map<String, Long> ends() {
        // Steps from file to file by the index: the archive asks at every start, and rows are many where files are few.
        return database.read(
                "list archive files",
                handle -> handle
                        .createQuery("""
                        with recursive recorded (file) as (
                            select min(file) from capture
                            union all
                            select (select min(file) from capture where file > recorded.file)
                            from recorded where recorded.file is not null)
                        select file, (select file_offset + file_length from capture
                            where capture.file = recorded.file order by file_offset desc limit 1) as recorded_end
                        from recorded where file is not null""")
                        .map((row, context) -> Map.entry(row.getString("file"), row.getLong("recorded_end")))
                        .stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    private static <S extends SqlStatement<S>> S bind(Capture capture, S statement) {
        return Rows.bind(capture.hints(), statement)
                .bind("source", capture.source().value())
                .bind("uri", capture.uri().toString())
                .bind("requested", capture.requested().toString())
                .bind("file", capture.file())
                .bind("offset", capture.offset())
                .bind("length", capture.length())
                .bind("fetchedAt", capture.fetchedAt().toEpochMilli())
                .bind("sha256", capture.payloadSha256());
    }

    private static Capture capture(ResultSet row, StatementContext context) throws SQLException {
        return new Capture(
                row.getLong("number"),
                new SourceId(row.getString("source")),
                URI.create(row.getString("uri")),
                URI.create(row.getString("requested")),
                row.getString("file"),
                row.getLong("file_offset"),
                row.getLong("file_length"),
                Instant.ofEpochMilli(row.getLong("fetched_at")),
                row.getString("payload_sha256"),
                Rows.hints(row));
    }
}
