package org.onrecord.newsroom;

import static java.util.Objects.requireNonNull;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One bundled article as it was written, before any page is made of it.
 *
 * @param id unique in the newsroom, and the file name on the server
 * @param site who publishes it
 * @param title the headline
 * @param author the byline; always an invented person
 * @param published when, with the offset of the publisher's place
 * @param lang the language of the text: {@code en}, {@code zh}
 * @param tags keywords for its page
 * @param matter whether it tells facts or invents
 * @param basis one line: which records the facts come from, or what is invented
 * @param quirk how its page behaves
 * @param copyOf the id of the article that it repeats with an editor's changes; null for an original
 * @param blocks paragraphs; one that starts with {@code "## "} is a subheading
 */
public record NewsroomArticle(
        String id,
        Site site,
        String title,
        String author,
        OffsetDateTime published,
        String lang,
        List<String> tags,
        Matter matter,
        String basis,
        Quirk quirk,
        @Nullable String copyOf,
        List<String> blocks) {

    /** What an article is made of. */
    public enum Matter {
        /** Real actors, and only what is on the public record of them, told in our own words. */
        PUBLIC,
        /** Invented people, companies and bodies. */
        INVENTED
    }

    /** How the server treats an article's page. */
    public enum Quirk {
        /** It is simply there. */
        NONE,
        /** Feeds link to an address that redirects to it. */
        MOVED,
        /** The server answers 500 the first time, and the page from then on. */
        FAILS_FIRST,
        /** It lies in a folder that robots.txt forbids. */
        FORBIDDEN;

        static Quirk ofLabel(String label) {
            return valueOf(label.toUpperCase(Locale.ROOT).replace('-', '_'));
        }
    }

    public NewsroomArticle {
        requireNonNull(id, "id");
        requireNonNull(site, "site");
        requireNonNull(title, "title");
        requireNonNull(author, "author");
        requireNonNull(published, "published");
        requireNonNull(lang, "lang");
        tags = List.copyOf(tags);
        requireNonNull(matter, "matter");
        requireNonNull(basis, "basis");
        requireNonNull(quirk, "quirk");
        blocks = List.copyOf(blocks);
        if (!id.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
            throw new IllegalArgumentException("an article's id is lower-case words joined by hyphens, not " + id);
        }
        if (blocks.isEmpty()) {
            throw new IllegalArgumentException("the article has no text: " + id);
        }
    }

    /** Where the page is, from the root of the server. */
    public String path() {
        return in(quirk == Quirk.FORBIDDEN ? "subscribers/" : "");
    }

    /** The address that feeds and listings give; another one than {@link #path()} when the page has moved. */
    public String announcedPath() {
        return quirk == Quirk.MOVED ? in("latest/") : path();
    }

    /** The text that a reader of the page should find: paragraphs and subheadings, a line each. */
    public String text() {
        return blocks.stream()
                .map(block -> block.startsWith("## ") ? block.substring(3) : block)
                .collect(Collectors.joining("\n"));
    }

    private String in(String folder) {
        return "/" + site.folder() + "/" + folder + id + ".html";
    }
}
