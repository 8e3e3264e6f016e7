package org.onrecord.job;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.onrecord.article.SourceId;
import org.onrecord.extract.Link;
import org.onrecord.state.FoundLink;
import org.onrecord.state.Hints;
import org.onrecord.state.Links;

/** Remembers what a source names, some at a time, so that a list of any length needs little memory. */
final class NewLinks {
    private static final int AT_ONCE = 1_000;

    private final SourceId source;
    private final Links links;
    private final Instant now;
    private final List<FoundLink> waiting = new ArrayList<>();
    private int named;
    private int discovered;

    NewLinks(SourceId source, Links links, Instant now) {
        this.source = source;
        this.links = links;
        this.now = now;
    }

    void add(Link link) {
        named++;
        waiting.add(new FoundLink(link.uri(), new Hints(link.title(), link.published(), link.summary())));
        if (waiting.size() == AT_ONCE) {
            finish();
        }
    }

    /** Commits what waits. Call it after the last link and before the state of the source is saved. */
    void finish() {
        discovered += links.add(source, waiting, now);
        waiting.clear();
    }

    /** How many of the links were not known before. */
    int discovered() {
        return discovered;
    }

    /** For the report: "12 links, 3 new". */
    String outcome() {
        return named + " links, " + discovered + " new";
    }
}
