package org.onrecord.state;

import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.onrecord.article.ArticleId;

/**
 * Which articles matched what somebody watches for, each once for ever, and how far captures were compared. Safe for use by
 * many threads.
 */
public final class Matches {
    private final Database database;

    Matches(Database database) {
        this.database = database;
    }

    /** An article that somebody waits for. */
    public record Match(String watcher, ArticleId article) {}

    /** Every capture up to this number was compared, or passed over by the indexing. */
    public long comparedUpTo() {
        return database.read(
                "find how far captures were compared",
                handle -> handle.createQuery("select capture from compared")
                        .mapTo(Long.class)
                        .one());
    }

    /**
     * Writes down what matched, together with how far captures were compared; a lower number than before changes nothing.
     *
     * @return how many were not known before
     */
    public int record(List<Match> matches, long comparedUpTo, Instant now) {
        return database.write("write down what matched", handle -> {
            int added = 0;
            for (Match match : matches) {
                added += handle.createUpdate("""
                                insert into match (watcher, article, matched_at) values (:watcher, :article, :now)
                                on conflict do nothing""")
                        .bind("watcher", match.watcher())
                        .bind("article", match.article().value())
                        .bind("now", now.toEpochMilli())
                        .execute();
            }
            handle.createUpdate("update compared set capture = :capture where capture < :capture")
                    .bind("capture", comparedUpTo)
                    .execute();
            return added;
        });
    }

    /** The articles that somebody waits for and was not told of, in the order in which they came. */
    public List<Untold> untold(String watcher, int limit) {
        return database.read(
                "list what somebody was not told of",
                handle -> handle.createQuery("""
                        select article, matched_at from match where watcher = :watcher and told_at is null
                        order by matched_at, article limit :limit""")
                        .bind("watcher", watcher)
                        .bind("limit", limit)
                        .map((row, context) -> new Untold(
                                new ArticleId(row.getString("article")),
                                Instant.ofEpochMilli(row.getLong("matched_at"))))
                        .list());
    }

    /**
     * An article that somebody was not told of yet.
     *
     * @param since when it matched
     */
    public record Untold(ArticleId article, Instant since) {}

    /** Of how many articles somebody was told since a moment, or waits to be told. */
    public int countSince(String watcher, Instant since) {
        return database.read(
                "count what somebody was told",
                handle -> handle.createQuery("""
                        select count(*) from match where watcher = :watcher and (told_at is null or told_at >= :since)""")
                        .bind("watcher", watcher)
                        .bind("since", since.toEpochMilli())
                        .mapTo(Integer.class)
                        .one());
    }

    /** Somebody was told of these. */
    public void told(String watcher, List<ArticleId> articles, Instant now) {
        if (articles.isEmpty()) {
            return;
        }
        database.write("write down that somebody was told", handle -> {
            try (PreparedBatch batch = handle.prepareBatch("""
                    update match set told_at = :now where watcher = :watcher and article = :article and told_at is null""")) {
                articles.forEach(article -> batch.bind("watcher", watcher)
                        .bind("article", article.value())
                        .bind("now", now.toEpochMilli())
                        .add());
                return batch.execute().length;
            }
        });
    }

    /**
     * Takes back that somebody was told, where the mail that told it did not arrive.
     *
     * @param subscriber whose mails those are
     * @param item how the items of those mails begin, before the id of the article
     * @param since how far to look back
     * @return how many articles wait again
     */
    public int untell(String watcher, String subscriber, String item, Instant since) {
        return database.write(
                "take back that somebody was told",
                handle -> handle.createUpdate("""
                        update match set told_at = null where watcher = :watcher and told_at >= :since and not exists (
                            select 1 from delivered_item
                            where subscriber = :subscriber and item = :item || match.article)""")
                        .bind("watcher", watcher)
                        .bind("subscriber", subscriber)
                        .bind("item", item)
                        .bind("since", since.toEpochMilli())
                        .execute());
    }

    /** Forgets somebody who waits no more. */
    public void forget(String watcher) {
        database.write(
                "forget what somebody waited for",
                handle -> handle.createUpdate("delete from match where watcher = :watcher")
                        .bind("watcher", watcher)
                        .execute());
    }
}
