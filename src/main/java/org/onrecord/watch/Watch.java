package org.onrecord.watch;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.onrecord.article.ArticleId;
import org.onrecord.article.TaggedArticle;
import org.onrecord.search.QueryException;
import org.onrecord.search.StandingQueries;
import org.onrecord.state.Matches;
import org.onrecord.state.PassedOver;
import org.onrecord.state.StateStore;

/**
 * Compares what is indexed with all that is watched for. One caller at a time, which does for each lot of captures:
 * {@link #begin}, for each article {@link #compare} and {@link #keep}, then {@link #write} before the index is committed.
 *
 * <p>A capture is compared once in its life: when the index is made anew, or a crash has the last captures indexed again,
 * nobody is told a second time, and what was passed over at first is compared when its turn comes.
 */
public final class Watch implements AutoCloseable {
    private final StandingQueries standing;
    private final List<Watchers> watchers;
    private final Function<ArticleId, Optional<TaggedArticle>> indexed;
    private final Matches matches;
    private final PassedOver passedOver;
    private final Clock clock;

    private final List<Matches.Match> kept = new ArrayList<>();
    private Map<String, List<Watcher>> byQuery = Map.of();
    private Set<Long> late = Set.of();
    private long comparedUpTo;

    /**
     * @param standing closed together with this
     * @param indexed what the index holds of an article so far
     */
    public Watch(
            StandingQueries standing,
            List<Watchers> watchers,
            Function<ArticleId, Optional<TaggedArticle>> indexed,
            StateStore state,
            Clock clock) {
        this.standing = standing;
        this.watchers = List.copyOf(watchers);
        this.indexed = indexed;
        this.matches = state.matches();
        this.passedOver = state.passedOver();
        this.clock = clock;
    }

    /** Sees who waits for what now. */
    public void begin() {
        kept.clear();
        comparedUpTo = matches.comparedUpTo();
        late = passedOver.all().stream().map(PassedOver.Entry::capture).collect(Collectors.toSet());
        Map<Watcher, Watchers> all = new LinkedHashMap<>();
        watchers.forEach(some -> some.all().forEach(watcher -> all.put(watcher, some)));
        byQuery = all.keySet().stream().collect(Collectors.groupingBy(Watcher::query));
        Map<String, QueryException> wrong = standing.stand(byQuery.keySet());
        wrong.forEach((query, mistake) -> byQuery.getOrDefault(query, List.of())
                .forEach(watcher -> Optional.ofNullable(all.get(watcher))
                        .ifPresent(some -> some.waitsInVain(watcher, String.valueOf(mistake.getMessage())))));
    }

    /** Who waits for an article that is about to be indexed; nobody when it was compared before, or its text as it was so far. */
    public List<Watcher> compare(TaggedArticle tagged) {
        long capture = tagged.article().capture();
        if (byQuery.isEmpty() || capture <= comparedUpTo && !late.contains(capture)) {
            return List.of();
        }
        Set<String> found = new HashSet<>(standing.matching(tagged));
        if (!found.isEmpty()) {
            // After a failure the index may hold this very capture, which nobody was told of.
            indexed.apply(tagged.article().id())
                    .filter(before -> before.article().capture() < capture)
                    .ifPresent(before -> found.removeAll(standing.matching(before)));
        }
        return found.stream()
                .flatMap(query -> byQuery.getOrDefault(query, List.of()).stream())
                .toList();
    }

    /** The article is in the index: those who wait for it will be told. */
    public void keep(ArticleId article, List<Watcher> waiting) {
        waiting.forEach(watcher -> kept.add(new Matches.Match(watcher.id(), article)));
    }

    /**
     * Makes durable what was kept, and that every capture up to a number was compared or passed over.
     *
     * @return how many were not known before
     */
    public int write(long upTo) {
        int added = matches.record(kept, upTo, clock.instant());
        kept.clear();
        return added;
    }

    @Override
    public void close() {
        standing.close();
    }
}
