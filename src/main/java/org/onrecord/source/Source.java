package org.onrecord.source;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.SourceId;

/** Something that we watch for new articles. */
public sealed interface Source {
    /** What every source has. */
    About about();

    /** Short for {@code about().id()}. */
    default SourceId id() {
        return about().id();
    }

    /**
     * What every kind of source has.
     *
     * @param id the id in commands, queries and reports
     * @param name the name for people
     * @param every the time between two rounds of intake
     * @param rights how much of its text may be shown
     * @param disabled why the source is not watched; null when it is
     * @param words what it must and must not say to count
     * @param first how many items of its first round count as new, the first ones that it names; the others are left out
     *     for ever. 0 for all
     * @param revisit whether its articles are looked at again for corrections
     * @param reading how its pages are read
     */
    record About(
            SourceId id,
            String name,
            Duration every,
            Rights rights,
            @Nullable String disabled,
            Words words,
            int first,
            boolean revisit,
            Reading reading) {
        /** A source that is taken as it comes. */
        public About(SourceId id, String name, Duration every, Rights rights, @Nullable String disabled) {
            this(id, name, every, rights, disabled, Words.ANY, 0, true, Reading.USUAL);
        }

        public About {
            requireNonNull(id, "id");
            requireNonNull(name, "name");
            requireNonNull(rights, "rights");
            requireNonNull(words, "words");
            requireNonNull(reading, "reading");
            if (first < 0) {
                throw new IllegalArgumentException("first is at least 0, not " + first);
            }
            if (every.compareTo(Duration.ofMinutes(1)) < 0) {
                throw new IllegalArgumentException("a source is asked at most once a minute: " + id);
            }
        }

        public boolean enabled() {
            return disabled == null;
        }
    }

    /**
     * How pages of a source are read, where the usual way is not enough. The selectors are CSS, as in
     * <a href="https://jsoup.org/cookbook/extracting-data/selector-syntax">jsoup</a>; null leaves the usual way.
     *
     * @param zone the zone of times that are given without one; null for none: then the day alone counts
     * @param title the element whose text is the headline
     * @param text the elements that hold the article's text
     * @param author the elements that name an author each
     * @param date the element that says when it was published
     * @param remove the elements that do not belong to the text
     */
    record Reading(
            @Nullable ZoneId zone,
            @Nullable String title,
            @Nullable String text,
            @Nullable String author,
            @Nullable String date,
            @Nullable String remove) {
        public static final Reading USUAL = new Reading(null, null, null, null, null, null);
    }

    /** How much of a source's text pages, mails and exports may show. The index always holds all of it. */
    enum Rights {
        /** The full text. */
        TEXT,
        /** Headline, link and short quotations. */
        HEADLINE
    }

    /**
     * An RSS, RDF, Atom or JSON feed.
     *
     * @param uri where the feed is
     */
    record FeedSource(About about, URI uri) implements Source {
        public FeedSource {
            requireNonNull(about, "about");
            requireNonNull(uri, "uri");
        }
    }

    /**
     * A sitemap of pages or news, or an index of such sitemaps.
     *
     * @param uri where the sitemap is
     */
    record SitemapSource(About about, URI uri) implements Source {
        public SitemapSource {
            requireNonNull(about, "about");
            requireNonNull(uri, "uri");
        }
    }

    /**
     * Documents of the Federal Register, asked for by its API.
     *
     * @param api where the API is, without a slash at the end
     * @param agencies their names in addresses, such as {@code industry-and-security-bureau}; empty for all
     * @param term words of a full-text search, as its site takes them; null for none
     * @param types the types of documents; empty for all
     * @param since the first publication day of interest; null for 30 days before the first round
     * @param inspection whether documents count that are filed for public inspection and not published yet
     */
    record FederalRegisterSource(
            About about,
            URI api,
            List<String> agencies,
            @Nullable String term,
            List<DocumentType> types,
            @Nullable LocalDate since,
            boolean inspection)
            implements Source {
        public FederalRegisterSource {
            requireNonNull(about, "about");
            requireNonNull(api, "api");
            agencies = List.copyOf(agencies);
            types = List.copyOf(types);
            if (agencies.isEmpty() && term == null) {
                throw new IllegalArgumentException(
                        "name agencies or a term: the whole Federal Register has 30,000 documents a year");
            }
        }
    }

    /** What a document of the Federal Register is. */
    enum DocumentType {
        RULE("RULE", "Rule"),
        PROPOSED_RULE("PRORULE", "Proposed Rule"),
        NOTICE("NOTICE", "Notice"),
        PRESIDENTIAL_DOCUMENT("PRESDOCU", "Presidential Document");

        private final String code;
        private final String title;

        DocumentType(String code, String title) {
            this.code = code;
            this.title = title;
        }

        /** What the API takes in a search. */
        public String code() {
            return code;
        }

        /** What the API gives in a document. */
        public String title() {
            return title;
        }
    }

    /**
     * A page that lists articles and has no feed.
     *
     * @param uri where the page is
     * @param links CSS selector of the {@code a} elements that lead to articles, or of elements that hold one
     * @param title CSS selector of the headline inside the element that {@code links} names; null to take its text
     * @param date CSS selector of the date inside the element that {@code links} names; null if none
     * @param next CSS selector of the {@code a} element that leads to the next page of the list; null if there is one page
     * @param pages how many pages of the list are asked for in one round at most
     */
    record ListingSource(
            About about,
            URI uri,
            String links,
            @Nullable String title,
            @Nullable String date,
            @Nullable String next,
            int pages)
            implements Source {
        /** A list of one page. */
        public ListingSource(About about, URI uri, String links, @Nullable String title, @Nullable String date) {
            this(about, uri, links, title, date, null, 1);
        }

        public ListingSource {
            requireNonNull(about, "about");
            requireNonNull(uri, "uri");
            requireNonNull(links, "links");
        }
    }

    /**
     * WARC files on this machine, such as those of Common Crawl, for taking in what is past.
     *
     * @param folder where the files are
     * @param glob which files count, as for {@link FolderSource}
     */
    record WarcSource(About about, Path folder, String glob) implements Source {
        public WarcSource {
            requireNonNull(about, "about");
            requireNonNull(folder, "folder");
            requireNonNull(glob, "glob");
        }
    }

    /**
     * A folder of saved pages, texts and mails on this machine.
     *
     * @param folder where the files are
     * @param glob which files count, as in {@link java.nio.file.FileSystem#getPathMatcher}: <code>**.{html,htm,txt}</code>
     */
    record FolderSource(About about, Path folder, String glob) implements Source {
        public FolderSource {
            requireNonNull(about, "about");
            requireNonNull(folder, "folder");
            requireNonNull(glob, "glob");
        }
    }
}
