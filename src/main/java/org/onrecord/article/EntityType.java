package org.onrecord.article;

/** What kind of thing a name names. The constants are the labels of the annotated articles. */
public enum EntityType {
    /** A named person, without title. */
    PERSON,
    /** A company, agency, ministry, legislature, newspaper or think tank. */
    ORG,
    /** A country, state, city or region, also where it stands for its government. */
    GPE,
    /** A chip, system, model or other named product or architecture. */
    PRODUCT,
    /** A named law, bill, rule, list or programme. */
    POLICY
}
