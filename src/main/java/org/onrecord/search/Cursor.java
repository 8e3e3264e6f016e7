package org.onrecord.search;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.List;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.util.BytesRef;
import org.onrecord.index.IndexSchema.Kind;

/**
 * The place in a list after which to go on.
 *
 * @param list which list: a hash of kind, query and order
 * @param view the view of the index that the list is of; 0 for a list by date, which new articles do not disturb
 * @param today the day from which the list counts how new an answer is
 * @param score of the last answer; 0 in a list by date
 * @param instant what it sorts by in time, in milliseconds
 * @param id of its article
 * @param ordinal its place among the findings of its article
 */
record Cursor(int list, long view, LocalDate today, float score, long instant, String id, long ordinal) {
    private static final String MARK = "c1";
    private static final int FIELDS = 8;

    /** The place after an answer. */
    static Cursor after(FieldDoc answer, SearchRequest request, Kind kind, long view, LocalDate today) {
        boolean byDate = request.sort() == SearchRequest.Sort.DATE;
        int first = byDate ? 0 : 1;
        Object[] fields = answer.fields;
        return new Cursor(
                list(request, kind),
                byDate ? 0 : view,
                today,
                byDate ? 0 : (Float) fields[0],
                (Long) fields[first],
                ((BytesRef) fields[first + 1]).utf8ToString(),
                (Long) fields[first + 2]);
    }

    /** Reads a cursor that somebody handed in; throws {@link CursorException} when it is none, or one of another list. */
    static Cursor read(String text, SearchRequest request, Kind kind) {
        Cursor cursor;
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split("\n", -1);
            if (parts.length != FIELDS || !parts[0].equals(MARK)) {
                throw CursorException.none();
            }
            cursor = new Cursor(
                    Integer.parseInt(parts[1]),
                    Long.parseLong(parts[2]),
                    LocalDate.parse(parts[3]),
                    Float.parseFloat(parts[4]),
                    Long.parseLong(parts[5]),
                    parts[7],
                    Long.parseLong(parts[6]));
        } catch (IllegalArgumentException | DateTimeParseException e) {
            throw CursorException.none();
        }
        if (cursor.list != list(request, kind)) {
            throw CursorException.ofAnotherList();
        }
        return cursor;
    }

    /** What Lucene searches after. */
    FieldDoc place(SearchRequest.Sort sort) {
        BytesRef bytes = new BytesRef(id);
        Object[] fields = sort == SearchRequest.Sort.DATE
                ? new Object[] {instant, bytes, ordinal}
                : new Object[] {score, instant, bytes, ordinal};
        return new FieldDoc(Integer.MAX_VALUE, Float.NaN, fields);
    }

    @Override
    public String toString() {
        String text = String.join(
                "\n",
                List.of(
                        MARK,
                        Integer.toString(list),
                        Long.toString(view),
                        today.toString(),
                        Float.toString(score),
                        Long.toString(instant),
                        Long.toString(ordinal),
                        id));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static int list(SearchRequest request, Kind kind) {
        return (kind.value() + "\n" + request.sort() + "\n" + request.query().strip()).hashCode();
    }
}
