package org.onrecord.extract;

/** What the words in an element's class or id can say of it. */
enum Sign {
    /** Comments of readers. */
    COMMENTS,
    /** Something that stands on the page beside the article. */
    CLUTTER,
    /** A taste of an article: of this one, or with a link of another one. */
    TEASER,
    /** The lead, which opens the article. */
    LEAD,
    /** Who wrote it, with whatever stands in that line. */
    BYLINE,
    /** The author, or something about the author. */
    AUTHOR,
    /** The name of the author. */
    AUTHOR_NAME,
    /** A date of something. */
    DATE,
    /** The date of publication. */
    PUBLISHED,
    /** What a reader without a subscription sees in place of the rest. */
    PAYWALL
}
