package org.onrecord.digest;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What one digest has to say to one subscriber at one time.
 *
 * @param digest which digest
 * @param subscriber for whom
 * @param window which sending: the scheduled moment, the same when the sending is tried again
 * @param last the subscriber's last mail of it; null for the first
 * @param sections what is new, what changed first; sections without news are left out
 * @param covered keys of stories that are not listed, since a finding above shows their only article
 * @param quiet the headings of what was searched without news
 * @param trends how much there was over the past weeks
 * @param troubles why sections are missing, in sentences
 */
public record DigestIssue(
        Digest digest,
        Subscriber subscriber,
        Instant window,
        @Nullable Instant last,
        List<Section> sections,
        List<String> covered,
        List<String> quiet,
        List<Trend> trends,
        List<String> troubles) {
    /** What the items of a section are; in the order of a mail. */
    public enum Kind {
        POSITIONS,
        EVENTS,
        FIGURES,
        STATEMENTS,
        STORIES
    }

    /**
     * News under one heading.
     *
     * @param heading the name of the saved search, actor or issue, or of the kind
     * @param query the query that shows all of it, old and new, in the query language
     * @param items what is new, newest first; of statements those of one speaker together
     * @param more how many more there are than are listed
     * @param moreSince the earliest publication among those; null when there are none
     */
    public record Section(
            Kind kind,
            String heading,
            String query,
            List<DigestItem> items,
            int more,
            @Nullable LocalDate moreSince) {
        public Section {
            requireNonNull(kind, "kind");
            requireNonNull(heading, "heading");
            requireNonNull(query, "query");
            items = List.copyOf(items);
        }

        /** The query that shows those that are not listed. */
        public String moreQuery() {
            return moreSince == null ? query : "(" + (query.isBlank() ? "*" : query) + ") after:" + moreSince;
        }
    }

    public DigestIssue {
        requireNonNull(digest, "digest");
        requireNonNull(subscriber, "subscriber");
        requireNonNull(window, "window");
        sections = List.copyOf(sections);
        covered = List.copyOf(covered);
        quiet = List.copyOf(quiet);
        trends = List.copyOf(trends);
        troubles = List.copyOf(troubles);
    }

    /** A first one in which nothing is missing. */
    DigestIssue(Digest digest, Subscriber subscriber, Instant window, List<Section> sections) {
        this(digest, subscriber, window, null, sections, List.of(), List.of(), List.of(), List.of());
    }

    public boolean isEmpty() {
        return sections.isEmpty();
    }

    /** Whether it goes out: it has news, or the digest says so when it has none. */
    public boolean isSent() {
        return !isEmpty() || digest.whenEmpty() == Digest.WhenEmpty.NOTE;
    }

    /** How many items are listed. */
    public int size() {
        return sections.stream().mapToInt(section -> section.items().size()).sum();
    }

    /** The keys of the listed items and of what they cover, each once. */
    public List<String> keys() {
        return Stream.concat(
                        sections.stream()
                                .flatMap(section -> section.items().stream())
                                .flatMap(item -> item.keys().stream()),
                        covered.stream())
                .distinct()
                .toList();
    }
}
