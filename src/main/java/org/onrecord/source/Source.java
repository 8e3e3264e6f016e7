package org.onrecord.source;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
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
     */
    record About(
            SourceId id,
            String name,
            Duration every,
            Rights rights,
            @Nullable String disabled) {
        public About {
            requireNonNull(id, "id");
            requireNonNull(name, "name");
            requireNonNull(rights, "rights");
            if (every.compareTo(Duration.ofMinutes(1)) < 0) {
                throw new IllegalArgumentException("a source is asked at most once a minute: " + id);
            }
        }

        public boolean enabled() {
            return disabled == null;
        }
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
     * A page that lists articles and has no feed.
     *
     * @param uri where the page is
     * @param links CSS selector of the {@code a} elements that lead to articles, or of elements that hold one
     * @param title CSS selector of the headline inside the element that {@code links} names; null to take its text
     * @param date CSS selector of the date inside the element that {@code links} names; null if none
     */
    record ListingSource(
            About about,
            URI uri,
            String links,
            @Nullable String title,
            @Nullable String date) implements Source {
        public ListingSource {
            requireNonNull(about, "about");
            requireNonNull(uri, "uri");
            requireNonNull(links, "links");
        }
    }

    /**
     * A folder of saved pages and texts on this machine.
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
