package org.onrecord.job;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.onrecord.archive.SavedWarc;
import org.onrecord.fetch.FetchException;
import org.onrecord.fetch.FetchOutcome.Failed;
import org.onrecord.fetch.FetchOutcome.Fetched;
import org.onrecord.fetch.FetchOutcome.NotModified;
import org.onrecord.fetch.FetchOutcome.Refused;
import org.onrecord.fetch.FetchRequest;
import org.onrecord.fetch.FetchSettings;
import org.onrecord.fetch.FolderFetcher;
import org.onrecord.fetch.Page;
import org.onrecord.fetch.ZipArchive;
import org.onrecord.source.Source;
import org.onrecord.source.Source.FolderSource;
import org.onrecord.source.Source.WarcSource;
import org.onrecord.state.Hints;
import org.onrecord.state.SourceState;

/** Takes pages from files of this machine into the archive; those whose bytes it has are left alone. */
final class LocalFiles {
    private final Source source;
    private final RoundParts parts;
    private final RoundTally tally;
    private final Instant now;
    private final Instant next;

    LocalFiles(Source source, RoundParts parts, RoundTally tally) {
        this.source = source;
        this.parts = parts;
        this.tally = tally;
        this.now = parts.clock().instant();
        this.next = now.plus(source.about().every());
    }

    /** Files are their own links. */
    SourceState readFolder(FolderSource folder, SourceState before) {
        try (FolderFetcher fetcher = files(folder.folder(), folder.glob())) {
            List<URI> files = fetcher.list();
            parts.listener().due(source.id(), files.size());
            for (URI file : files) {
                if (file.getPath().endsWith(".zip")) {
                    readZip(file);
                } else {
                    readFile(file, fetcher);
                }
                parts.listener().done(source.id());
            }
            String outcome = files.size() + " files, " + tally.capturedSoFar() + " new";
            return before.fetched(null, null, outcome, now, next);
        } catch (FetchException e) {
            return before.failed(String.valueOf(e.getMessage()), now, next);
        }
    }

    private void readFile(URI file, FolderFetcher fetcher) {
        switch (fetcher.fetch(FetchRequest.of(file))) {
            case Fetched fetched -> take(fetched.page());
            case NotModified same -> tally.unchanged();
            case Refused no -> tally.refused(file, no.reason());
            case Failed failure -> tally.failed(file, failure.reason());
        }
    }

    private void readZip(URI file) {
        try {
            new ZipArchive(Path.of(file), FetchSettings.DEFAULT.maxExpandedBody(), parts.clock()).read(this::take);
        } catch (IOException e) {
            tally.failed(file, String.valueOf(e.getMessage()));
        }
    }

    /** Files that were read to their end are left alone until one of them changes or comes. */
    SourceState readWarcs(WarcSource warc, SourceState before) {
        try (FolderFetcher fetcher = files(warc.folder(), warc.glob())) {
            List<URI> files = fetcher.list();
            String seen = fetcher.state(files);
            if (seen.equals(before.etag())) {
                return before.unchanged("unchanged", now, next);
            }
            parts.listener().due(source.id(), files.size());
            int records = 0;
            for (URI file : files) {
                records += new SavedWarc(
                                Path.of(file),
                                FetchSettings.DEFAULT.maxExpandedBody(),
                                this::takeIfWanted,
                                trouble -> tally.failed(file, trouble))
                        .read(parts.stopping());
                parts.listener().done(source.id());
            }
            String outcome = files.size() + " files, " + records + " records, " + tally.capturedSoFar() + " new pages";
            return before.fetched(parts.stopping().getAsBoolean() ? null : seen, null, outcome, now, next);
        } catch (FetchException e) {
            return before.failed(String.valueOf(e.getMessage()), now, next);
        }
    }

    private FolderFetcher files(Path folder, String glob) {
        return new FolderFetcher(folder, glob, FetchSettings.DEFAULT, parts.clock());
    }

    private void takeIfWanted(Page page) {
        String words = page.uri() + " " + new String(page.body(), StandardCharsets.UTF_8);
        if (source.about().words().allow(words)) {
            take(page);
        }
    }

    private void take(Page page) {
        if (parts.archive().has(page)) {
            tally.unchanged();
        } else {
            parts.archive().store(page, source.id(), Hints.NONE);
            tally.captured();
            tally.discovered(1);
        }
    }
}
