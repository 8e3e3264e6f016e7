package org.onrecord.state;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.onrecord.article.ArticleId;

/**
 * Which captures show which article, so that its earlier texts can be found. Derived: writing a capture's row again
 * replaces it. Safe for use by many threads.
 */
public final class Versions {
    private final Database database;

    Versions(Database database) {
        this.database = database;
    }

    /**
     * A capture that shows an article.
     *
     * @param capture its number
     * @param textHash a hash of headline and text
     */
    public record Entry(ArticleId article, long capture, String textHash) {}

    /** Remembers them, in place of what was known of the same captures. */
    public void record(List<Entry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        database.write("remember versions of articles", handle -> {
            var batch = handle.prepareBatch(
                    "insert or replace into version (capture, article, text_hash) values (:capture, :article, :hash)");
            for (Entry entry : entries) {
                batch.bind("capture", entry.capture())
                        .bind("article", entry.article().value())
                        .bind("hash", entry.textHash())
                        .add();
            }
            return batch.execute().length;
        });
    }

    /** The captures that brought another text than the one before, oldest first. */
    public List<Long> of(ArticleId article) {
        List<Entry> all = database.read(
                "list the versions of " + article,
                handle -> handle.createQuery("select * from version where article = :article order by capture")
                        .bind("article", article.value())
                        .map((row, context) -> new Entry(article, row.getLong("capture"), row.getString("text_hash")))
                        .list());
        List<Long> versions = new ArrayList<>();
        String before = "";
        for (Entry entry : all) {
            if (!entry.textHash().equals(before)) {
                versions.add(entry.capture());
            }
            before = entry.textHash();
        }
        return versions;
    }

    /** When the first of its captures was fetched; empty if none is known. */
    public Optional<Instant> firstSeen(ArticleId article) {
        return database.read(
                "find when " + article + " was first seen",
                handle -> handle.createQuery("""
                        select min(fetched_at) as first from version
                        join capture on capture.number = version.capture where article = :article""")
                        .bind("article", article.value())
                        .map((row, context) -> Optional.ofNullable(Rows.instant(row, "first")))
                        .one());
    }

    /** The number of the newest capture of an article; 0 if none is known. */
    public long newest(ArticleId article) {
        return database.read(
                "find the newest version of " + article,
                handle -> handle.createQuery("select coalesce(max(capture), 0) from version where article = :article")
                        .bind("article", article.value())
                        .mapTo(Long.class)
                        .one());
    }

    /** The articles that the captures up to this one were read as, each once. */
    public List<ArticleId> articles(long highestCapture) {
        return database.read(
                "list articles",
                handle -> handle.createQuery(
                                "select distinct article from version where capture <= :highest order by article")
                        .bind("highest", highestCapture)
                        .map((row, context) -> new ArticleId(row.getString("article")))
                        .list());
    }

    /** What the captures after one number and up to another were read as, in their order, so many at most. */
    public List<Entry> between(long after, long upTo, int limit) {
        return database.read(
                "list new articles",
                handle -> handle.createQuery("""
                        select * from version where capture > :after and capture <= :upTo order by capture limit :limit""")
                        .bind("after", after)
                        .bind("upTo", upTo)
                        .bind("limit", limit)
                        .map((row, context) -> new Entry(
                                new ArticleId(row.getString("article")),
                                row.getLong("capture"),
                                row.getString("text_hash")))
                        .list());
    }

    /** Forgets all of them; reading the captures again brings them back. */
    public void clear() {
        database.write("forget versions of articles", handle -> handle.execute("delete from version"));
    }
}
