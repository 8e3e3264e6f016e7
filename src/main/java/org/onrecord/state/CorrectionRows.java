package org.onrecord.state;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.ActorId;
import org.onrecord.article.ArticleId;
import org.onrecord.article.IssueId;
import org.onrecord.article.Passage;
import org.onrecord.article.Position;
import org.onrecord.article.Span;
import org.onrecord.article.Stand;
import org.onrecord.article.Verdict;

/**
 * What people corrected, and which articles the index has to show anew for it. Nothing is ever deleted. Safe for use by many
 * threads.
 */
public final class CorrectionRows {
    private static final RowMapper<Correction> ROW = (row, context) -> {
        String content = row.getString("content");
        int start = row.getInt("content_at");
        return new Correction(
                row.getLong("number"),
                new ArticleId(row.getString("article")),
                new Passage(new Span(start, start + content.length()), content),
                row.getString("source"),
                verdict(row),
                row.getString("note"),
                Instant.ofEpochMilli(row.getLong("made_at")),
                Rows.instant(row, "withdrawn_at"));
    };

    private final Database database;

    CorrectionRows(Database database) {
        this.database = database;
    }

    /**
     * An article whose place in the index does not show its corrections yet.
     *
     * @param changes how often its corrections changed since it did
     */
    public record Due(ArticleId article, long changes) {}

    /** Writes a correction down, and that the article is due. */
    public Correction add(
            ArticleId article, Passage content, String source, Verdict verdict, String note, Instant now) {
        Stand stand = verdict.stand();
        return database.write("write down a correction", handle -> {
            markDue(handle, article);
            return handle.createQuery("""
                            insert into correction (article, content, content_at, source, statement, attributed, actor, deed,
                                position, issue, note, made_at)
                            values (:article, :content, :at, :source, :statement, :attributed, :actor, :deed,
                                :position, :issue, :note, :now)
                            returning *""")
                    .bind("article", article.value())
                    .bind("content", content.text())
                    .bind("at", content.start())
                    .bind("source", source)
                    .bind("statement", verdict.statement())
                    .bind("attributed", verdict.attribution() != null)
                    .bind("actor", actor(verdict))
                    .bind("deed", verdict.deed())
                    .bind("position", stand == null ? null : stand.position().label())
                    .bind(
                            "issue",
                            stand == null || stand.issue() == null
                                    ? null
                                    : stand.issue().value())
                    .bind("note", note)
                    .bind("now", now.toEpochMilli())
                    .map(ROW)
                    .one();
        });
    }

    /** Takes a correction back; empty when there is none with this number, or it was taken back before. */
    public Optional<Correction> withdraw(long number, Instant now) {
        return database.write("take a correction back", handle -> {
            Optional<Correction> withdrawn = handle.createQuery("""
                            update correction set withdrawn_at = :now where number = :number and withdrawn_at is null
                            returning *""")
                    .bind("now", now.toEpochMilli())
                    .bind("number", number)
                    .map(ROW)
                    .findOne();
            withdrawn.ifPresent(correction -> markDue(handle, correction.article()));
            return withdrawn;
        });
    }

    /** Those of an article that hold, in the order in which they were made. */
    public List<Correction> of(ArticleId article) {
        return database.read(
                "list the corrections of " + article,
                handle -> handle.createQuery(
                                "select * from correction where article = :article and withdrawn_at is null order by number")
                        .bind("article", article.value())
                        .map(ROW)
                        .list());
    }

    /** All of them, newest first, those too that were taken back. */
    public List<Correction> all() {
        return database.read(
                "list the corrections",
                handle -> handle.createQuery("select * from correction order by number desc")
                        .map(ROW)
                        .list());
    }

    /** The articles that the index has to show anew. */
    public List<Due> due() {
        return database.read(
                "list corrected articles",
                handle -> handle.createQuery("select article, changes from correction_due order by article")
                        .map((row, context) -> new Due(new ArticleId(row.getString("article")), row.getLong("changes")))
                        .list());
    }

    /** The index shows them durably now; one that changed again meanwhile stays due. */
    public void shown(List<Due> articles) {
        database.write("forget corrected articles", handle -> {
            var batch =
                    handle.prepareBatch("delete from correction_due where article = :article and changes = :changes");
            articles.forEach(due -> batch.bind("article", due.article().value())
                    .bind("changes", due.changes())
                    .add());
            return articles.isEmpty() ? 0 : batch.execute().length;
        });
    }

    private static void markDue(Handle handle, ArticleId article) {
        handle.createUpdate("""
                        insert into correction_due (article, changes) values (:article, 1)
                        on conflict (article) do update set changes = changes + 1""").bind("article", article.value()).execute();
    }

    private static @Nullable String actor(Verdict verdict) {
        return verdict.attribution() == null || verdict.attribution().actor() == null
                ? null
                : verdict.attribution().actor().value();
    }

    private static Verdict verdict(ResultSet row) throws SQLException {
        String actor = row.getString("actor");
        String position = row.getString("position");
        String issue = row.getString("issue");
        Stand stand = null;
        if (position != null) {
            stand = issue == null ? Stand.NONE : new Stand(new IssueId(issue), Position.ofLabel(position), 1);
        }
        return new Verdict(
                row.getBoolean("statement"),
                row.getBoolean("attributed")
                        ? new Verdict.Attribution(actor == null ? null : new ActorId(actor))
                        : null,
                row.getString("deed"),
                stand);
    }
}
