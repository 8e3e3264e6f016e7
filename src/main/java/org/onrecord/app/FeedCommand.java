package org.onrecord.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.onrecord.extract.ExtractException;
import org.onrecord.extract.Feed;
import org.onrecord.extract.FeedEntry;
import org.onrecord.extract.FeedReader;
import org.onrecord.json.Json;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Shows what saved feeds hold. */
@Command(
        name = "feed",
        description = "Show what a saved feed file holds, in any format: RSS, RDF, Atom, JSON Feed.",
        footer = {
            "",
            "Examples:",
            "  onrecord feed --url https://news.example/feed.xml feed.xml",
            "  onrecord feed --jsonl manifest.jsonl     (lines with file, url, content_type)"
        })
final class FeedCommand implements Callable<Integer> {
    @Option(names = "--url", paramLabel = "URL", description = "Where the feed was, for relative links.")
    private @Nullable URI url;

    @Option(names = "--json", description = "Print one JSON object per feed.")
    private boolean json;

    @Option(
            names = "--jsonl",
            paramLabel = "MANIFEST",
            description = "Read many: lines with file (relative to the manifest), url and content_type.")
    private @Nullable Path manifest;

    @Parameters(arity = "0..*", paramLabel = "FILE", description = "Saved feeds.")
    private List<Path> files = List.of();

    @Spec
    private @Nullable CommandSpec spec;

    private final FeedReader reader = new FeedReader();

    @Override
    public Integer call() {
        CommandLine commandLine = Commands.lineOf(spec);
        PrintWriter out = commandLine.getOut();
        if (manifest != null) {
            Path folder = manifest.toAbsolutePath().getParent();
            JsonLines.read(manifest, line -> out.println(read(line, folder)));
        } else if (files.isEmpty()) {
            throw new ParameterException(commandLine, "Name a FILE, or a manifest with --jsonl.");
        }
        for (Path file : files) {
            Feed feed = reader.read(bytes(file), null, url);
            out.println(json ? write(feed).toString() : print(feed));
        }
        out.flush();
        return CommandLine.ExitCode.OK;
    }

    private ObjectNode read(JsonNode line, @Nullable Path folder) {
        String name = JsonLines.text(line, "file");
        String address = JsonLines.text(line, "url");
        ObjectNode result = Json.MAPPER.createObjectNode().put("file", name);
        try {
            if (name == null || folder == null) {
                throw new CommandFailure("the line has no \"file\"");
            }
            URI base = address == null ? null : Commands.uri(address);
            Feed feed = reader.read(bytes(folder.resolve(name)), JsonLines.text(line, "content_type"), base);
            return result.setAll(write(feed));
        } catch (ExtractException | CommandFailure e) {
            return result.put("error", e.getMessage());
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new CommandFailure("cannot read " + file + ": " + e, e);
        }
    }

    private static ObjectNode write(Feed feed) {
        ObjectNode json =
                Json.MAPPER.createObjectNode().put("title", feed.title()).put("format", feed.format());
        ArrayNode entries = json.putArray("entries");
        for (FeedEntry entry : feed.entries()) {
            entries.addObject()
                    .put("title", entry.title())
                    .put("link", entry.link() == null ? null : entry.link().toString())
                    .put(
                            "published",
                            entry.published() == null ? null : entry.published().toString())
                    .put(
                            "updated",
                            entry.updated() == null ? null : entry.updated().toString())
                    .put("summary", entry.summary())
                    .put("id", entry.id());
        }
        return json;
    }

    private static String print(Feed feed) {
        StringBuilder text = new StringBuilder();
        text.append(feed.title()).append(" (").append(feed.format()).append(", ");
        text.append(feed.entries().size()).append(" entries)");
        for (FeedEntry entry : feed.entries()) {
            text.append("\n- ").append(entry.title());
            text.append("\n  ").append(entry.published() == null ? "undated" : entry.published());
            text.append("  ").append(entry.link() == null ? "no link" : entry.link());
        }
        return text.toString();
    }
}
