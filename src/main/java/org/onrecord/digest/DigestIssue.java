package org.onrecord.digest;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;

/**
 * What one digest has to say to one subscriber at one time.
 *
 * @param digest which digest
 * @param subscriber for whom
 * @param window which sending: the scheduled moment, the same when the sending is tried again
 * @param sections what is new, in the order of the digest's configuration; sections without news are left out
 * @param troubles why sections are missing, in sentences
 */
public record DigestIssue(
        Digest digest, Subscriber subscriber, Instant window, List<Section> sections, List<String> troubles) {
    /**
     * News under one heading.
     *
     * @param heading the name of the saved search, actor or issue
     * @param query the query that shows all of it, in the query language
     * @param items what is new, newest first
     * @param more how many more there are than are listed
     */
    public record Section(String heading, String query, List<DigestItem> items, int more) {
        public Section {
            requireNonNull(heading, "heading");
            requireNonNull(query, "query");
            items = List.copyOf(items);
        }
    }

    public DigestIssue {
        requireNonNull(digest, "digest");
        requireNonNull(subscriber, "subscriber");
        requireNonNull(window, "window");
        sections = List.copyOf(sections);
        troubles = List.copyOf(troubles);
    }

    /** One in which nothing is missing. */
    DigestIssue(Digest digest, Subscriber subscriber, Instant window, List<Section> sections) {
        this(digest, subscriber, window, sections, List.of());
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

    /** The keys of the listed items. */
    public List<String> keys() {
        return sections.stream()
                .flatMap(section -> section.items().stream())
                .map(DigestItem::key)
                .toList();
    }
}
