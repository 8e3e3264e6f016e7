package org.onrecord.search;

import org.onrecord.index.IndexSchema;
import org.onrecord.index.IndexSchema.Kind;

/** The fields that answers are counted by, in the order of a page. */
enum FacetField {
    SOURCE(QueryField.SOURCE, Values.ONE, IndexSchema.SOURCE, IndexSchema.SOURCE),
    SITE(QueryField.SITE, Values.ONE, IndexSchema.HOST, IndexSchema.HOST),
    LANG(QueryField.LANG, Values.ONE, IndexSchema.LANG, IndexSchema.LANG),
    ACTOR(QueryField.ACTOR, Values.MANY, IndexSchema.ACTOR, IndexSchema.ACTOR),
    SAID_BY(QueryField.SAID_BY, Values.ONE, IndexSchema.SAID_BY, IndexSchema.STATEMENT_SPEAKER),
    ACT(QueryField.ACT, Values.ONE, IndexSchema.ACT, IndexSchema.STATEMENT_ACT),
    ISSUE(QueryField.ISSUE, Values.ONE, IndexSchema.ISSUE, IndexSchema.STATEMENT_ISSUE),
    STANCE(QueryField.STANCE, Values.ONE, IndexSchema.STANCE, IndexSchema.STATEMENT_STANCE),
    PRODUCT(QueryField.PRODUCT, Values.MANY, IndexSchema.PRODUCT, IndexSchema.PRODUCT),
    POLICY(QueryField.POLICY, Values.MANY, IndexSchema.POLICY, IndexSchema.POLICY),
    EVENT(QueryField.EVENT, Values.ONE, IndexSchema.EVENT, IndexSchema.EVENT_TYPE);

    /** How many values a document has. */
    enum Values {
        /** One: two chosen values are alternatives, and the others are counted as if none were chosen. */
        ONE,
        /** Several: two chosen values must both be there. */
        MANY
    }

    private final QueryField field;
    private final Values values;
    private final String ofArticle;
    private final String ofOwnKind;

    FacetField(QueryField field, Values values, String ofArticle, String ofOwnKind) {
        this.field = field;
        this.values = values;
        this.ofArticle = ofArticle;
        this.ofOwnKind = ofOwnKind;
    }

    /** The word before the colon of a query. */
    String label() {
        return field.label();
    }

    boolean hasOneValue() {
        return values == Values.ONE;
    }

    /** What kind of document the values belong to. */
    Kind kind() {
        return field.kind();
    }

    /** The index's field with the values of all findings of an article. */
    String ofArticle() {
        return ofArticle;
    }

    /** The index's field of one document of its own kind. */
    String ofOwnKind() {
        return ofOwnKind;
    }

    /** Whether a condition on the field of the query language counts as a condition on this one. */
    boolean covers(QueryField other) {
        return other == field || (this == ISSUE && other == QueryField.ABOUT);
    }
}
