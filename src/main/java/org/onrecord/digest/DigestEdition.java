package org.onrecord.digest;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.ArticleId;
import org.onrecord.article.Published;
import org.onrecord.digest.DigestIssue.Section;
import org.onrecord.digest.DigestItem.NewStory;
import org.onrecord.search.SearchRequest.Recent;
import org.onrecord.state.Deliveries;

/**
 * One digest at one moment, for all its subscribers: the index is asked once for those to whom the same is new. For one
 * thread, and for one run: what comes into the index later stands in the next one.
 */
public final class DigestEdition {
    /**
     * How far a digest reaches back before the subscriber's last mail of it, by publication and by when an article was first
     * seen: what did not fit into that mail stays new for so long, and a better tagger must not send the finds of years again.
     * How far a first mail reaches, the digest says.
     */
    private static final Duration OVERLAP = Duration.ofDays(7);

    /** How many items of one section are listed; more make a mail that nobody reads. */
    static final int LISTED = 25;

    /** How many items a mail has in all: mail programs cut what is longer than 102 kB. */
    static final int LONGEST = 60;

    /** So much room is kept for each section that comes later. */
    private static final int KEPT = 5;

    private final Digest digest;
    private final Instant window;
    private final Function<Recent, Findings> gathering;
    private final Map<Recent, Findings> gathered = new HashMap<>();

    DigestEdition(Digest digest, Instant window, Function<Recent, Findings> gathering) {
        this.digest = digest;
        this.window = window;
        this.gathering = gathering;
    }

    /**
     * What is new for a subscriber; records nothing. A saved search that cannot be answered, because it was renamed for
     * example, is a trouble of the issue, and the others go on.
     *
     * @param deliveries what the subscriber has got before
     * @throws DigestException when a saved search cannot be answered and there is nothing else to tell
     */
    public DigestIssue issueFor(Subscriber subscriber, Deliveries deliveries) {
        String address = subscriber.address();
        // A mail from the future was sent while the clock was wrong; it must not hide what comes until then.
        @Nullable
        Instant last = deliveries
                .lastWindow(digest.id(), address)
                .map(known -> known.isAfter(window) ? window : known)
                .orElse(null);
        Findings findings = gathered.computeIfAbsent(reach(last, address, deliveries), gathering);
        Set<String> got = deliveries.delivered(
                address,
                findings.sections().stream()
                        .flatMap(section -> section.items().stream())
                        .flatMap(item -> item.lookups().stream())
                        .distinct()
                        .toList());
        Desk desk = new Desk(got);
        for (int i = 0; i < findings.sections().size(); i++) {
            long later = findings.sections().subList(i + 1, findings.sections().size()).stream()
                    .filter(section -> hasNews(section, got))
                    .count();
            desk.add(findings.sections().get(i), later);
        }
        if (desk.sections.isEmpty() && !findings.troubles().isEmpty()) {
            throw findings.troubles().getFirst();
        }
        return new DigestIssue(
                digest,
                subscriber,
                window,
                last,
                desk.sections,
                desk.covered,
                desk.quiet,
                findings.trends(),
                findings.troubles().stream()
                        .map(trouble -> String.valueOf(trouble.getMessage()))
                        .toList());
    }

    /**
     * What is new enough. Found late is what came in after the subscriber's first mail: what was there by then and older than
     * the digest's reach was left out on purpose.
     */
    private Recent reach(@Nullable Instant last, String address, Deliveries deliveries) {
        if (last == null) {
            return new Recent(LocalDate.ofInstant(window.minus(digest.reach()), ZoneOffset.UTC), null);
        }
        Instant since = last.minus(OVERLAP);
        Instant first = deliveries.firstWindow(digest.id(), address).orElse(since);
        return new Recent(LocalDate.ofInstant(since, ZoneOffset.UTC), first.isAfter(since) ? first : since);
    }

    /** Whether the subscriber has not got all of it, wherever it may stand in a mail. */
    private static boolean hasNews(Findings.Section section, Set<String> got) {
        return section.items().stream().anyMatch(item -> item.unless(got) != null);
    }

    /** Where the sections of one mail come together, so that nothing stands in two of them. */
    private static final class Desk {
        private final Set<String> got;
        private final Set<String> told = new HashSet<>();
        private final Set<ArticleId> shown = new HashSet<>();
        private final List<Section> sections = new ArrayList<>();
        private final List<String> covered = new ArrayList<>();
        private final List<String> quiet = new ArrayList<>();
        private int room = LONGEST;

        Desk(Set<String> got) {
            this.got = got;
        }

        /** @param later how many sections that come later have something */
        void add(Findings.Section section, long later) {
            List<DigestItem> fresh = fresh(section.items());
            if (fresh.isEmpty()) {
                if (section.named() && !hasNews(section, got)) {
                    quiet.add(section.heading());
                }
                return;
            }
            long limit = Math.clamp(room - KEPT * later, 2, LISTED);
            List<DigestItem> listed = fresh.stream().limit(limit).toList();
            for (DigestItem item : listed) {
                told.addAll(item.keys());
                item.articles().forEach(article -> shown.add(article.id()));
            }
            room -= listed.size();
            sections.add(section(section, listed, fresh.subList(listed.size(), fresh.size())));
        }

        /** Those that the subscriber has not got, and that stand nowhere else in this mail. */
        private List<DigestItem> fresh(List<DigestItem> items) {
            List<DigestItem> fresh = new ArrayList<>();
            Set<String> here = new HashSet<>(told);
            for (DigestItem item : items) {
                DigestItem unknown = item.unless(got);
                if (unknown == null || unknown.lookups().stream().anyMatch(here::contains)) {
                    continue;
                }
                here.addAll(unknown.keys());
                if (unknown instanceof NewStory story && isShown(story)) {
                    covered.addAll(story.keys());
                } else {
                    fresh.add(unknown);
                }
            }
            return fresh;
        }

        /** Whether a finding above shows the story's only article: then it would be named twice, with nothing added. */
        private boolean isShown(NewStory story) {
            return story.hit().total() == 1 && shown.contains(story.article().id());
        }

        /** Items beyond the listed ones stay unknown to the subscriber, so that the next mail brings them. */
        private static Section section(Findings.Section section, List<DigestItem> listed, List<DigestItem> beyond) {
            Optional<LocalDate> earliest = beyond.stream()
                    .map(item -> Optional.ofNullable(item.article().published()).map(Published::day))
                    .flatMap(Optional::stream)
                    .min(Comparator.naturalOrder());
            return new Section(
                    section.kind(), section.heading(), section.query(), listed, beyond.size(), earliest.orElse(null));
        }
    }
}
