package org.onrecord.digest;

import java.time.Instant;
import org.onrecord.registry.Registry;
import org.onrecord.registry.UsualNames;
import org.onrecord.search.ArticleSearch;
import org.onrecord.state.Deliveries;

/** Puts together what is new for subscribers. Safe for many threads; an edition is not. */
public final class DigestEditor {
    private final ArticleSearch search;
    private final Registry registry;
    private final UsualNames names;

    public DigestEditor(ArticleSearch search, Registry registry) {
        this.search = search;
        this.registry = registry;
        this.names = new UsualNames(registry);
    }

    /**
     * One sending of a digest, to make each subscriber's issue from.
     *
     * @param window the moment of this sending
     */
    public DigestEdition edition(Digest digest, Instant window) {
        Trends trends = new Trends(search, registry, window);
        return new DigestEdition(digest, window, reach -> Gathering.of(digest, reach, search, registry, names, trends));
    }

    /** What is new for one subscriber; as {@link DigestEdition#issueFor}. */
    public DigestIssue edit(Digest digest, Subscriber subscriber, Instant window, Deliveries deliveries) {
        return edition(digest, window).issueFor(subscriber, deliveries);
    }
}
