package org.onrecord.state;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.onrecord.article.Published;

/** When a page that is captured is looked at again, because articles are corrected: a few times, ever further apart. */
public final class Looks {
    /** The ages of an article at which it is looked at. */
    private static final List<Duration> AGES =
            List.of(Duration.ofHours(3), Duration.ofDays(1), Duration.ofDays(7), Duration.ofDays(30));

    private Looks() {}

    /** When a link's page is looked at next; empty when its article is too old. */
    static Optional<Instant> next(KnownLink link, Instant now) {
        Instant found = link.discoveredAt();
        Published published = link.hints().published();
        Instant since = published == null ? found : published.instant();
        return next(since.isBefore(found) ? since : found, now);
    }

    /** When an article is looked at next that is known, or was published, since a moment; empty when it is too old. */
    public static Optional<Instant> next(Instant since, Instant now) {
        return AGES.stream().map(since::plus).filter(look -> look.isAfter(now)).findFirst();
    }
}
