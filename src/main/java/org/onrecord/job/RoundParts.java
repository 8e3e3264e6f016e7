package org.onrecord.job;

import java.time.Clock;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.onrecord.archive.Archive;
import org.onrecord.article.SourceId;
import org.onrecord.extract.LinkExtractor;
import org.onrecord.fetch.Fetcher;
import org.onrecord.state.StateStore;

/**
 * What every round works with.
 *
 * @param watched the sources that are watched; those that are not give their waiting links to others that name them
 * @param listener is told how the round gets on
 * @param stopping whether the round is to end soon: what it has not begun stays due
 */
record RoundParts(
        Fetcher fetcher,
        LinkExtractor linkExtractor,
        Archive archive,
        StateStore state,
        Set<SourceId> watched,
        Clock clock,
        IntakeListener listener,
        BooleanSupplier stopping) {}
