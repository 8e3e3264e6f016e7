package org.onrecord.job;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.onrecord.article.SourceId;
import org.onrecord.extract.Link;
import org.onrecord.source.Source;
import org.onrecord.state.FoundLink;
import org.onrecord.state.Hints;
import org.onrecord.state.Links;

/** Remembers what a source names, some at a time, so that a list of any length needs little memory. */
final class NewLinks {
    private static final int AT_ONCE = 1_000;

    private final Source.About source;
    private final Links links;
    private final Set<SourceId> watched;
    private final Instant now;
    private final int most;
    private final List<FoundLink> waiting = new ArrayList<>();
    private int named;
    private int discovered;
    private int unwanted;
    private int older;

    /**
     * @param watched the sources that are watched; links of others are taken over
     * @param firstRound whether the source never answered before: then only its first items count as new
     */
    NewLinks(Source.About source, Links links, Set<SourceId> watched, boolean firstRound, Instant now) {
        this.source = source;
        this.links = links;
        this.watched = watched;
        this.now = now;
        this.most = firstRound && source.first() > 0 ? source.first() : Integer.MAX_VALUE;
    }

    void add(Link link) {
        if (!source.words().allow(link.title() + " " + link.summary() + " " + link.uri())) {
            unwanted++;
            return;
        }
        named++;
        waiting.add(
                new FoundLink(link.uri(), new Hints(link.title(), link.published(), link.updated(), link.summary())));
        if (waiting.size() == AT_ONCE || named == most) {
            finish();
        }
    }

    /** Commits what waits. Call it after the last link and before the state of the source is saved. */
    void finish() {
        if (named > most) {
            older += links.leaveOut(source.id(), waiting, now);
        } else {
            discovered += links.add(source.id(), waiting, watched, now);
        }
        waiting.clear();
    }

    /** How many of the links were not known before. */
    int discovered() {
        return discovered;
    }

    /** For the report: "12 links, 3 new". */
    String outcome() {
        return named + " links, " + discovered + " new"
                + (older == 0 ? "" : ", " + older + " older ones left out")
                + (unwanted == 0 ? "" : ", " + unwanted + " left out by their words");
    }
}
