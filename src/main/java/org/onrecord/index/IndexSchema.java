package org.onrecord.index;

import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.miscellaneous.ASCIIFoldingFilter;
import org.onrecord.article.ActorId;

/**
 * The only list of the index's fields, and the version of their meaning.
 *
 * <p>An article is a block of documents: a {@link Kind#STATEMENT}, {@link Kind#EVENT} or {@link Kind#FIGURE} document for
 * each finding, then one {@link Kind#ARTICLE} document. Fields without a dot stand in the article's document unless said
 * otherwise; {@code statement.}, {@code event.}, {@code figure.} and {@code finding.} ones in the findings'.
 */
public final class IndexSchema {
    /** Goes up whenever an index written before would be read wrongly: a field, its analysis, the stored form. */
    public static final int VERSION = 5;

    /** What a document of the index is. */
    public enum Kind {
        ARTICLE,
        STATEMENT,
        EVENT,
        FIGURE;

        /** The value of {@link IndexSchema#KIND}. */
        public String value() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Every document: a {@link Kind#value}. */
    public static final String KIND = "kind";
    /** Every document: the article's id, as term and for sorting. */
    public static final String ID = "id";
    /** Every document: milliseconds to sort by. An event's own date where it has one, else the article's moment. */
    public static final String INSTANT = "instant";

    /** Stored: the tagged article as JSON. */
    public static final String JSON = "json";
    /** Days since 1970-01-01 of the publisher's day of publication. */
    public static final String DAY = "day";

    /** Milliseconds: when the article was first seen, whatever it says of its publication. */
    public static final String SEEN = "seen";

    /** Analysed. */
    public static final String TITLE = "title";
    /** Analysed, with offsets: the main text. */
    public static final String TEXT = "text";
    /** Analysed. */
    public static final String AUTHOR = "author";

    /** Keyword: the source's id. */
    public static final String SOURCE = "source";
    /** Keywords: the URL's host and every domain that it lies in. */
    public static final String SITE = "site";
    /** Keyword: the URL's host alone, without "www.". */
    public static final String HOST = "host";
    /** Keyword: the language tag in lower case. */
    public static final String LANG = "lang";
    /** Keywords: ids of all actors mentioned, speaking or taking part. */
    public static final String ACTOR = "actor";
    /** Keywords: {@link #name} of each name of each actor of {@link #ACTOR}. */
    public static final String NAME = "actor.name";
    /** Keywords: ids of all speakers. */
    public static final String SAID_BY = "said-by";
    /** Keywords: labels of all statements' acts. */
    public static final String ACT = "act";
    /** Keywords: ids of all issues that a statement takes a side on. */
    public static final String ISSUE = "issue";
    /** Keywords: {@code for:ISSUE} and {@code against:ISSUE} of all statements. */
    public static final String STANCE = "stance";
    /** Keywords: the {@link #key} of each product's name. */
    public static final String PRODUCT = "product";
    /** Keywords: the {@link #key} of each policy's name. */
    public static final String POLICY = "policy";
    /** Keywords: labels of all events' types. */
    public static final String EVENT = "event";
    /** Keyword: the same for articles about the same happening; copies of one text are always of one story. */
    public static final String STORY = "story";
    /** Terms by which articles about one happening are found. */
    public static final String STORY_KEY = "story.key";
    /** Keyword: the same for articles with nearly the same text. */
    public static final String COPIES = "copies";
    /** Keywords: everything of {@link #ACTOR}, {@link #ACT}, {@link #ISSUE}, {@link #PRODUCT}, {@link #POLICY}, {@link #EVENT}. */
    public static final String TAG = "tag";
    /** Terms by which near-equal texts are found. */
    public static final String COPIES_BAND = "copies.band";
    /** Binary: the fingerprint to compare them by. */
    public static final String COPIES_SIGNATURE = "copies.signature";

    /** Analysed: the sentences around the finding. */
    public static final String EVIDENCE = "finding.evidence";
    /** Analysed: the article's title. */
    public static final String HEADLINE = "finding.headline";
    /** Number: the finding's place in its list of the tagged article, from 0. */
    public static final String ORDINAL = "finding.ordinal";

    /** Keywords: {@link #name} of each name of the actors mentioned, speaking or taking part in the finding. */
    public static final String FINDING_NAME = "finding.name";
    /** Keywords: {@link #name} of each name of the speaker. */
    public static final String SPEAKER_NAME = "statement.speaker-name";

    /** Keyword: the speaker's actor id. */
    public static final String STATEMENT_SPEAKER = "statement.speaker";
    /** Keyword: the act's label. */
    public static final String STATEMENT_ACT = "statement.act";
    /** Keyword: the id of the issue that it takes a side on. */
    public static final String STATEMENT_ISSUE = "statement.issue";
    /** Keyword: {@code for} or {@code against}; missing when no side is taken. */
    public static final String STATEMENT_POSITION = "statement.position";
    /** Keyword: position and issue: {@code for:ai-chip-exports}; missing when no side is taken. */
    public static final String STATEMENT_STANCE = "statement.stance";
    /** Number, where a side is taken: the chance that it was read right, of {@link #WHOLE_CHANCE}. */
    public static final String STATEMENT_CHANCE = "statement.chance";

    /** Number, where a side is taken: the {@link StatementPlace} of the content. */
    public static final String STATEMENT_PLACE = "statement.place";

    /** Number, where a side is taken: a hash of the content in lower case. */
    public static final String STATEMENT_WORDING = "statement.wording";

    /** Number, where a side is taken in an article that says its day: days since 1970-01-01. */
    public static final String STATEMENT_DAY = "statement.day";

    /** What a certain chance is written as. */
    public static final int WHOLE_CHANCE = 1_000_000;

    /** Keyword: the type's label. */
    public static final String EVENT_TYPE = "event.type";

    private static final Pattern DOT_AFTER_LETTER = Pattern.compile("(?<=\\p{L})\\.");
    private static final Pattern PLURAL_OF_NUMBER = Pattern.compile("(?<=\\d)s$");
    private static final Pattern NO_LETTER_OR_DIGIT = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern OUTER_HYPHENS = Pattern.compile("^-+|-+$");

    private IndexSchema() {}

    /** The analysis that queries need to find what was indexed. Safe to share; close it when done. */
    public static Analyzer queryAnalyzer() {
        return new ArticleAnalyzer(ArticleAnalyzer.Side.QUERY);
    }

    /** The analysis that {@link LuceneIndex#documents} need. Safe to share; close it when done. */
    public static Analyzer indexAnalyzer() {
        return new ArticleAnalyzer(ArticleAnalyzer.Side.INDEX);
    }

    /** The term for one name of an actor; those of all actors with the name begin with {@link #nameStart}. */
    public static String name(String name, ActorId actor) {
        return nameStart(key(name)) + actor.value();
    }

    /** How the terms for a name begin whose {@link #key} is given. */
    public static String nameStart(String key) {
        return key + "/";
    }

    /**
     * The form in which names serve as keywords: lower-case words joined by hyphens, accents and the plural "s" of a model
     * number dropped, so that "CloudMatrix 384", "cloudmatrix-384" and "H20s", "H20" are the same.
     */
    public static String key(String name) {
        char[] folded = new char[name.length() * 4];
        int length = ASCIIFoldingFilter.foldToASCII(name.toCharArray(), 0, folded, 0, name.length());
        String key = new String(folded, 0, length).toLowerCase(Locale.ROOT);
        key = DOT_AFTER_LETTER.matcher(key).replaceAll("");
        key = NO_LETTER_OR_DIGIT.matcher(key).replaceAll("-");
        key = OUTER_HYPHENS.matcher(key).replaceAll("");
        return PLURAL_OF_NUMBER.matcher(key).replaceAll("");
    }
}
