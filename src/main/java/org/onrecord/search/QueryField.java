package org.onrecord.search;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.onrecord.index.IndexSchema;
import org.onrecord.index.IndexSchema.Kind;

/** The fields of the query language; the word before the colon is the constant's {@link #label}. */
enum QueryField {
    /** Plain words, without a field. */
    WORDS(Kind.ARTICLE, Form.TEXT, IndexSchema.TEXT),
    TITLE(Kind.ARTICLE, Form.TEXT, IndexSchema.TITLE),
    AUTHOR(Kind.ARTICLE, Form.TEXT, IndexSchema.AUTHOR),
    SOURCE(Kind.ARTICLE, Form.KEY, IndexSchema.SOURCE),
    SITE(Kind.ARTICLE, Form.HOST, IndexSchema.SITE),
    LANG(Kind.ARTICLE, Form.LANGUAGE, IndexSchema.LANG),
    ACTOR(Kind.ARTICLE, Form.KEY, IndexSchema.ACTOR),
    SAID_BY(Kind.STATEMENT, Form.KEY, IndexSchema.STATEMENT_SPEAKER),
    ACT(Kind.STATEMENT, Form.ACT, IndexSchema.STATEMENT_ACT),
    ISSUE(Kind.STATEMENT, Form.KEY, IndexSchema.STATEMENT_ISSUE),
    STANCE(Kind.STATEMENT, Form.STANCE, IndexSchema.STATEMENT_POSITION),
    ABOUT(Kind.STATEMENT, Form.KEY, IndexSchema.STATEMENT_ISSUE),
    PRODUCT(Kind.ARTICLE, Form.KEY, IndexSchema.PRODUCT),
    POLICY(Kind.ARTICLE, Form.KEY, IndexSchema.POLICY),
    EVENT(Kind.EVENT, Form.EVENT_TYPE, IndexSchema.EVENT_TYPE),
    STORY(Kind.ARTICLE, Form.KEY, IndexSchema.STORY),
    TAG(Kind.ARTICLE, Form.KEY, IndexSchema.TAG),
    AFTER(Kind.ARTICLE, Form.DATE, IndexSchema.DAY),
    BEFORE(Kind.ARTICLE, Form.DATE, IndexSchema.DAY),
    DATE(Kind.ARTICLE, Form.DATE, IndexSchema.DAY),
    SEARCH(Kind.ARTICLE, Form.SAVED, "");

    /** What its values are. */
    enum Form {
        /** Words, analysed as the text is. */
        TEXT,
        /** An id or name, compared by {@link IndexSchema#key}. */
        KEY,
        HOST,
        LANGUAGE,
        /** The label of an {@code Act}. */
        ACT,
        /** {@code for} or {@code against}, with a colon and an issue if wanted. */
        STANCE,
        /** The label of an {@code EventType}. */
        EVENT_TYPE,
        DATE,
        /** The name of a saved search. */
        SAVED
    }

    private final Kind kind;
    private final Form form;
    private final String indexed;

    QueryField(Kind kind, Form form, String indexed) {
        this.kind = kind;
        this.form = form;
        this.indexed = indexed;
    }

    /** What kind of document has it. */
    Kind kind() {
        return kind;
    }

    Form form() {
        return form;
    }

    /** The field of the index. */
    String indexed() {
        return indexed;
    }

    /** The word before the colon: {@code said-by}. */
    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<QueryField> ofLabel(String label) {
        return named().stream()
                .filter(field -> field.label().equals(label.toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    static List<String> labels() {
        return named().stream().map(QueryField::label).toList();
    }

    private static List<QueryField> named() {
        return Arrays.stream(values()).filter(field -> field != WORDS).toList();
    }
}
