package org.onrecord.state;

import static java.util.Objects.requireNonNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.SourceId;

/** What became of the links of each source, in numbers. Safe for use by many threads. */
public final class LinkStatistics {
    private final Database database;

    LinkStatistics(Database database) {
        this.database = database;
    }

    /**
     * Why some links of a source are in a state.
     *
     * @param reason in words
     * @param links how many
     * @param nextAttemptAt when the first of them is asked for again; null if none is
     */
    public record Reason(
            String reason, long links, @Nullable Instant nextAttemptAt) {
        public Reason {
            requireNonNull(reason, "reason");
        }
    }

    /** How many links are in which state, by source. A source that has none is missing. */
    public Map<SourceId, LinkCounts> counts() {
        return database.read("count links", handle -> {
            Map<SourceId, LinkCounts> counts = new TreeMap<>();
            handle.createQuery("select source, state, count(*) as links from link group by source, state")
                    .map(LinkStatistics::group)
                    .forEach(group -> counts.merge(
                            group.source(),
                            LinkCounts.NONE.with(group.state(), group.links()),
                            (counted, first) -> counted.with(group.state(), group.links())));
            return counts;
        });
    }

    /** Why links of a source are in a state, the most frequent reasons first. */
    public List<Reason> reasons(SourceId source, KnownLink.State state, int limit) {
        return database.read(
                "list reasons of " + source,
                handle -> handle.createQuery("""
                        select last_reason, count(*) as links, min(next_attempt_at) as next from link
                        where source = :source and state = :state and last_reason <> ''
                        group by last_reason order by links desc, last_reason limit :limit""")
                        .bind("source", source.value())
                        .bind("state", state.name())
                        .bind("limit", limit)
                        .map((row, context) -> new Reason(
                                row.getString("last_reason"), row.getLong("links"), Rows.instant(row, "next")))
                        .list());
    }

    private record Group(SourceId source, KnownLink.State state, long links) {}

    private static Group group(ResultSet row, StatementContext context) throws SQLException {
        return new Group(
                new SourceId(row.getString("source")),
                KnownLink.State.valueOf(row.getString("state")),
                row.getLong("links"));
    }
}
