package org.onrecord.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.onrecord.config.Problems;
import org.onrecord.extract.CssSelectors;
import org.onrecord.extract.Opml;
import org.onrecord.fetch.AddressCheck;
import org.onrecord.source.Source;
import org.onrecord.source.SourceCatalog;

/** Feeds from and to other feed readers. */
final class OpmlExchange {
    private final Home home;
    private final PrintWriter out;

    OpmlExchange(Home home, PrintWriter out) {
        this.home = home;
        this.out = out;
    }

    /** Appends the feeds of a list to {@code sources.yaml}; what is refused or there already is told and left out. */
    void importFrom(Path file) {
        SourceCatalog catalog = Settings.sources(home);
        AddressCheck check = new AddressCheck(Settings.general(home).fetch());
        Set<String> ids = new HashSet<>();
        Set<String> addresses = new HashSet<>();
        for (Source source : catalog.all()) {
            ids.add(source.id().value());
            if (source instanceof Source.FeedSource feed) {
                addresses.add(SourceYaml.address(check.normal(feed.uri().toString())));
            }
        }
        StringBuilder entries = new StringBuilder();
        int added = 0;
        for (Opml.Outline outline : Opml.read(bytes(file))) {
            Optional<String> objection = check.objection(outline.address());
            if (objection.isPresent()) {
                out.println("left out: " + outline.title() + ": " + objection.get());
                continue;
            }
            URI uri = check.normal(outline.address());
            if (!addresses.add(SourceYaml.address(uri))) {
                out.println("there already: " + uri);
                continue;
            }
            String id = SourceYaml.id(outline.title(), uri, ids);
            ids.add(id);
            entries.append('\n').append(SourceYaml.entry(id, outline.title(), "feed", uri, Map.of()));
            out.println("added: " + id + " " + uri);
            added++;
        }
        if (added > 0) {
            append(entries.toString());
        }
        out.println(added + " feeds added to " + home.config().resolve("sources.yaml")
                + (added > 0
                        ? "; their rights are \"headline\" where not of the United States, change what you may"
                        : ""));
    }

    /** Writes the feeds that are watched as OPML. Other kinds of sources have no place in it. */
    void exportTo(PrintWriter opml) {
        List<Opml.Outline> outlines = Settings.sources(home).enabled().stream()
                .filter(Source.FeedSource.class::isInstance)
                .map(Source.FeedSource.class::cast)
                .map(feed -> new Opml.Outline(feed.about().name(), feed.uri().toString()))
                .toList();
        opml.print(Opml.write("OnRecord", outlines));
        opml.flush();
    }

    /** The file is replaced only by one that is right. */
    private void append(String entries) {
        Path file = home.config().resolve("sources.yaml");
        @Nullable Path folder = null;
        try {
            folder = Files.createTempDirectory(home.config(), "import");
            String before = Files.readString(file);
            Path written = folder.resolve("sources.yaml");
            Files.writeString(written, before + (before.endsWith("\n") ? "" : "\n") + entries);
            Problems problems = new Problems();
            SourceCatalog.read(folder, home.folder(), CssSelectors::checked, problems);
            if (!problems.list().isEmpty()) {
                throw new CommandFailure("cannot append to " + file + " ("
                        + problems.list().getFirst() + "); put this under \"sources:\" yourself:\n" + entries);
            }
            Files.move(written, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new CommandFailure("cannot write " + file + " (it is as it was): " + e, e);
        } finally {
            delete(folder);
        }
    }

    private static void delete(@Nullable Path folder) {
        if (folder == null) {
            return;
        }
        try {
            Files.deleteIfExists(folder.resolve("sources.yaml"));
            Files.deleteIfExists(folder);
        } catch (IOException e) {
            throw new CommandFailure("cannot delete " + folder + "; delete it yourself: " + e, e);
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            throw new CommandFailure("there is no file " + file, e);
        } catch (IOException e) {
            throw new CommandFailure("cannot read " + file + ": " + e.getMessage(), e);
        }
    }
}
