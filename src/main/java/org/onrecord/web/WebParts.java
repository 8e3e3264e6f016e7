package org.onrecord.web;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.onrecord.access.Access;
import org.onrecord.article.ArticleId;
import org.onrecord.article.ArticleVersion;
import org.onrecord.article.NewText;
import org.onrecord.correction.Corrections;
import org.onrecord.registry.Registry;
import org.onrecord.search.ArticleSearch;
import org.onrecord.search.SavedSearches;
import org.onrecord.state.ReadOnly;
import org.onrecord.subscription.Subscriptions;
import org.onrecord.tag.Tagger;
import org.onrecord.webhook.Webhooks;

/**
 * The parts of the program that the pages show. All of them must be safe for use by many threads at once.
 *
 * @param search answers questions
 * @param registry knows actors and issues by name
 * @param tagger tags the texts of the tag box
 * @param savedSearches the searches that people saved
 * @param sources every source of the configuration, in its order
 * @param history tells how an article changed; asked anew for every view
 * @param corrections what people corrected about tags
 * @param keep archives a text that a person hands in, and returns under which id the index will show it
 * @param catchUp lets the index show what was kept and corrected; may take as long as an indexing that is under way
 * @param health how each source is doing now; asked anew for every view
 * @param readOnly why nothing can be written now; empty when it can
 * @param access decides who may do what
 * @param webhooks whom to tell of new articles
 * @param subscriptions what readers ask for by themselves
 * @param operations what whoever runs the program sees and does
 * @param clock the time that "5 minutes ago" counts from
 */
public record WebParts(
        ArticleSearch search,
        Registry registry,
        Tagger tagger,
        SavedSearches savedSearches,
        List<WatchedSource> sources,
        Function<ArticleId, List<ArticleVersion>> history,
        Corrections corrections,
        Function<NewText, ArticleId> keep,
        Runnable catchUp,
        Supplier<List<SourceHealth>> health,
        Supplier<Optional<ReadOnly>> readOnly,
        Access access,
        Webhooks webhooks,
        Subscriptions subscriptions,
        Operations operations,
        Clock clock) {
    public WebParts {
        requireNonNull(search, "search");
        requireNonNull(registry, "registry");
        requireNonNull(tagger, "tagger");
        requireNonNull(savedSearches, "savedSearches");
        sources = List.copyOf(sources);
        requireNonNull(history, "history");
        requireNonNull(corrections, "corrections");
        requireNonNull(keep, "keep");
        requireNonNull(catchUp, "catchUp");
        requireNonNull(health, "health");
        requireNonNull(readOnly, "readOnly");
        requireNonNull(access, "access");
        requireNonNull(webhooks, "webhooks");
        requireNonNull(subscriptions, "subscriptions");
        requireNonNull(operations, "operations");
        requireNonNull(clock, "clock");
    }

    /** The same with other doors. */
    WebParts with(Access other) {
        return with(webhooks, other);
    }

    /** The same with other doors and webhooks. */
    WebParts with(Webhooks others, Access other) {
        return new WebParts(
                search,
                registry,
                tagger,
                savedSearches,
                sources,
                history,
                corrections,
                keep,
                catchUp,
                health,
                readOnly,
                other,
                others,
                subscriptions,
                operations,
                clock);
    }

    /** The same with other corrections and texts. */
    WebParts with(Corrections others, Function<NewText, ArticleId> keepOthers, Runnable catchUpOthers) {
        return new WebParts(
                search,
                registry,
                tagger,
                savedSearches,
                sources,
                history,
                others,
                keepOthers,
                catchUpOthers,
                health,
                readOnly,
                access,
                webhooks,
                subscriptions,
                operations,
                clock);
    }

    /** The same with other operations. */
    WebParts with(Operations others) {
        return new WebParts(
                search,
                registry,
                tagger,
                savedSearches,
                sources,
                history,
                corrections,
                keep,
                catchUp,
                health,
                readOnly,
                access,
                webhooks,
                subscriptions,
                others,
                clock);
    }

    /** The same with other subscriptions. */
    WebParts with(Subscriptions others) {
        return new WebParts(
                search,
                registry,
                tagger,
                savedSearches,
                sources,
                history,
                corrections,
                keep,
                catchUp,
                health,
                readOnly,
                access,
                webhooks,
                others,
                operations,
                clock);
    }
}
