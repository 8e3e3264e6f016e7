package org.onrecord.app;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.NewText;
import org.onrecord.article.SourceId;
import org.onrecord.source.Source;
import org.onrecord.source.Source.FederalRegisterSource;
import org.onrecord.source.Source.FeedSource;
import org.onrecord.source.Source.FolderSource;
import org.onrecord.source.Source.ListingSource;
import org.onrecord.source.Source.SitemapSource;
import org.onrecord.source.Source.WarcSource;
import org.onrecord.source.SourceCatalog;
import org.onrecord.state.LinkCounts;
import org.onrecord.state.SourceState;
import org.onrecord.state.StateStore;
import org.onrecord.web.SourceHealth;
import org.onrecord.web.WatchedSource;

/** The sources as the web page shows them: what they are, and how they are doing. */
final class SourceOverview {
    private static final WatchedSource HANDED_IN = new WatchedSource(NewText.SOURCE, "Handed in", "text", true);

    private final SourceCatalog sources;
    private final StateStore state;

    SourceOverview(SourceCatalog sources, StateStore state) {
        this.sources = sources;
        this.state = state;
    }

    /** The sources of the configuration, then that of texts which people handed in. */
    List<WatchedSource> watched() {
        return Stream.concat(sources.all().stream().map(SourceOverview::watched), Stream.of(HANDED_IN))
                .toList();
    }

    /**
     * How every source of the configuration is doing.
     *
     * @param next when each is read next
     */
    List<SourceHealth> health(Map<SourceId, Instant> next) {
        Map<SourceId, LinkCounts> counts = state.linkStatistics().counts();
        return sources.all().stream()
                .map(source -> health(source, counts.getOrDefault(source.id(), LinkCounts.NONE), next.get(source.id())))
                .toList();
    }

    private SourceHealth health(Source source, LinkCounts links, @Nullable Instant next) {
        Optional<SourceState> known = state.sourceStates().find(source.id());
        return new SourceHealth(
                watched(source),
                source.about().disabled(),
                known.map(SourceState::roundAt).orElse(null),
                known.map(SourceState::successAt).orElse(null),
                known.map(SourceState::outcome).orElse(""),
                links.captured(),
                links.pending(),
                known.map(SourceState::failures).orElse(0),
                next);
    }

    private static WatchedSource watched(Source source) {
        String kind = switch (source) {
            case FeedSource feed -> "feed";
            case ListingSource listing -> "listing";
            case SitemapSource sitemap -> "sitemap";
            case FederalRegisterSource register -> "federal-register";
            case WarcSource warc -> "warc";
            case FolderSource folder -> "folder";
        };
        boolean fullText = switch (source.about().rights()) {
            case TEXT -> true;
            case HEADLINE -> false;
        };
        return new WatchedSource(source.id(), source.about().name(), kind, fullText);
    }
}
