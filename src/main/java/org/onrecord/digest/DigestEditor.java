package org.onrecord.digest;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.onrecord.article.ActorId;
import org.onrecord.article.IssueId;
import org.onrecord.digest.DigestIssue.Section;
import org.onrecord.digest.DigestItem.NewArticle;
import org.onrecord.digest.DigestItem.NewEvent;
import org.onrecord.digest.DigestItem.NewStatement;
import org.onrecord.registry.Registry;
import org.onrecord.search.ArticleSearch;
import org.onrecord.search.QueryException;
import org.onrecord.search.SearchRequest;
import org.onrecord.search.SearchRequest.Recent;
import org.onrecord.search.SearchRequest.Sort;
import org.onrecord.state.Deliveries;

/** Puts together what is new for a subscriber. */
public final class DigestEditor {
    /**
     * How far a digest reaches back before the subscriber's last mail of it, by publication and by when an article was first
     * seen: what did not fit into that mail stays new for so long, and a better tagger must not send the finds of years again.
     * How far a first mail reaches, the digest says.
     */
    private static final Duration OVERLAP = Duration.ofDays(7);

    /** How many matches of one section are looked at, newest first. */
    private static final int EXAMINED = 1_000;

    /** How many items of one section are listed; more make a mail that nobody reads. */
    static final int LISTED = 25;

    private final ArticleSearch search;
    private final Registry registry;

    public DigestEditor(ArticleSearch search, Registry registry) {
        this.search = search;
        this.registry = registry;
    }

    /**
     * What is new for a subscriber; records nothing. A saved search that cannot be answered, because it was renamed for
     * example, is a trouble of the issue, and the others go on.
     *
     * @param window the moment of this sending
     * @param deliveries what the subscriber has got before
     * @throws DigestException when a saved search cannot be answered and there is nothing else to tell
     */
    public DigestIssue edit(Digest digest, Subscriber subscriber, Instant window, Deliveries deliveries) {
        String address = subscriber.address();
        Desk desk = new Desk(reach(digest, address, window, deliveries), item -> !deliveries.has(address, item.key()));
        for (IssueId issue : digest.issues()) {
            String heading = registry.issue(issue).map(known -> known.name()).orElse(issue.value());
            desk.add(heading, "about:" + issue, this::statements);
        }
        for (ActorId actor : digest.actors()) {
            desk.add(registry.nameOf(actor), "said-by:" + actor, this::statements);
        }
        List<DigestException> troubles = new ArrayList<>();
        for (Digest.SavedSearch saved : digest.searches()) {
            try {
                search.check(saved.query());
                desk.add(saved.name(), saved.query(), this::eventsAndArticles);
            } catch (QueryException e) {
                troubles.add(new DigestException(unanswerable(digest, saved, e), e));
            }
        }
        if (desk.sections.isEmpty() && !troubles.isEmpty()) {
            throw troubles.getFirst();
        }
        return new DigestIssue(
                digest,
                subscriber,
                window,
                desk.sections,
                troubles.stream()
                        .map(trouble -> String.valueOf(trouble.getMessage()))
                        .toList());
    }

    /**
     * What is new enough. Found late is what came in after the subscriber's first mail: what was there by then and older than
     * the digest's reach was left out on purpose.
     */
    private static Recent reach(Digest digest, String address, Instant window, Deliveries deliveries) {
        Optional<Instant> last = deliveries.lastWindow(digest.id(), address);
        if (last.isEmpty()) {
            return new Recent(LocalDate.ofInstant(window.minus(digest.reach()), ZoneOffset.UTC), null);
        }
        Instant since = last.get().minus(OVERLAP);
        Instant first = deliveries.firstWindow(digest.id(), address).orElse(since);
        return new Recent(LocalDate.ofInstant(since, ZoneOffset.UTC), first.isAfter(since) ? first : since);
    }

    private Stream<DigestItem> statements(SearchRequest request) {
        return search.statements(request).hits().stream().map(NewStatement::new);
    }

    private Stream<DigestItem> eventsAndArticles(SearchRequest request) {
        return Stream.concat(
                search.events(request).hits().stream().map(NewEvent::new),
                search.articles(request).hits().stream().map(NewArticle::new));
    }

    private static String unanswerable(Digest digest, Digest.SavedSearch saved, QueryException e) {
        return "the search \"" + saved.name() + "\" of the digest " + digest.id() + " cannot be answered: at character "
                + (e.position() + 1) + ": " + e.getMessage()
                + e.repaired().map(query -> "; write instead: " + query).orElse("");
    }

    /** Where the sections of one mail come together, so that no item stands in two of them. */
    private static final class Desk {
        private final Recent reach;
        private final Predicate<DigestItem> isNew;
        private final Set<String> listed = new HashSet<>();
        private final List<Section> sections = new ArrayList<>();

        Desk(Recent reach, Predicate<DigestItem> isNew) {
            this.reach = reach;
            this.isNew = isNew;
        }

        /** Items beyond the listed ones stay unknown to the subscriber, so that the next mail brings them. */
        void add(String heading, String query, Function<SearchRequest, Stream<DigestItem>> find) {
            Map<String, DigestItem> fresh = new LinkedHashMap<>();
            find.apply(newest(query))
                    .filter(item -> !listed.contains(item.key()) && isNew.test(item))
                    .forEach(item -> fresh.putIfAbsent(item.key(), item));
            if (!fresh.isEmpty()) {
                List<DigestItem> items = fresh.values().stream().limit(LISTED).toList();
                items.forEach(item -> listed.add(item.key()));
                sections.add(new Section(heading, query, items, fresh.size() - items.size()));
            }
        }

        private SearchRequest newest(String query) {
            return SearchRequest.of(query).sorted(Sort.DATE).page(0, EXAMINED).within(reach);
        }
    }
}
