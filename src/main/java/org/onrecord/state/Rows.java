package org.onrecord.state;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.Published;

/** How the values that several tables share become columns and come back. */
final class Rows {
    private Rows() {}

    static <S extends SqlStatement<S>> S bind(Hints hints, S statement) {
        return statement
                .bind("title", hints.title())
                .bind("published", text(hints.published()))
                .bind("updated", text(hints.updated()))
                .bind("summary", hints.summary());
    }

    static Hints hints(ResultSet row) throws SQLException {
        return new Hints(
                row.getString("title"),
                published(row.getString("published")),
                published(row.getString("updated")),
                row.getString("summary"));
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        long millis = row.getLong(column);
        return row.wasNull() ? null : Instant.ofEpochMilli(millis);
    }

    static @Nullable Long millis(@Nullable Instant instant) {
        return instant == null ? null : instant.toEpochMilli();
    }

    private static @Nullable String text(@Nullable Published published) {
        return published == null ? null : published.toString();
    }

    private static @Nullable Published published(@Nullable String text) {
        if (text == null) {
            return null;
        }
        return text.contains("T") ? Published.at(OffsetDateTime.parse(text)) : Published.on(LocalDate.parse(text));
    }
}
