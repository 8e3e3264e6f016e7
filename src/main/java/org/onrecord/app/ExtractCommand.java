package org.onrecord.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.onrecord.extract.ArticleExtractor;
import org.onrecord.extract.CanonicalUrl;
import org.onrecord.extract.ExtractException;
import org.onrecord.extract.ExtractedArticle;
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

/** Takes the article out of saved pages. */
@Command(
        name = "extract",
        description = "Take the article out of a saved page: title, authors, date, main text.",
        footer = {
            "",
            "Examples:",
            "  onrecord extract --url https://news.example/chips.html chips.html.gz",
            "  onrecord extract --jsonl manifest.jsonl     (lines with id, file, url)"
        })
final class ExtractCommand implements Callable<Integer> {
    @Option(names = "--url", paramLabel = "URL", description = "Where the page was.")
    private @Nullable URI url;

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Option(
            names = "--jsonl",
            paramLabel = "MANIFEST",
            description =
                    "Extract many: lines with id, file (relative to the manifest) and url; prints a line for each.")
    private @Nullable Path manifest;

    @Parameters(arity = "0..1", paramLabel = "FILE", description = "The saved page; gzip is recognised.")
    private @Nullable Path file;

    @Spec
    private @Nullable CommandSpec spec;

    private final ArticleExtractor extractor = new ArticleExtractor();

    @Override
    public Integer call() {
        CommandLine commandLine = Commands.lineOf(spec);
        PrintWriter out = commandLine.getOut();
        if (manifest != null) {
            Path folder = manifest.toAbsolutePath().getParent();
            JsonLines.read(manifest, line -> out.println(extract(line, folder)));
        } else if (file != null) {
            ExtractedArticle article = extractor.extract(bytes(file), null, url);
            out.println(json ? write(article).toString() : print(article));
        } else {
            throw new ParameterException(commandLine, "Name a FILE, or a manifest with --jsonl.");
        }
        out.flush();
        return CommandLine.ExitCode.OK;
    }

    /** One bad page becomes a line with an error; the others go on. A page is read even if its address cannot be. */
    private ObjectNode extract(JsonNode line, @Nullable Path folder) {
        String id = JsonLines.text(line, "id");
        String name = JsonLines.text(line, "file");
        String address = JsonLines.text(line, "url");
        ObjectNode result = Json.MAPPER.createObjectNode().put("id", id);
        try {
            if (name == null || folder == null) {
                throw new CommandFailure("the line has no \"file\"");
            }
            URI uri = address == null ? null : CanonicalUrl.read(address).orElse(null);
            return result.setAll(write(extractor.extract(bytes(folder.resolve(name)), null, uri)));
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

    private static ObjectNode write(ExtractedArticle article) {
        ObjectNode json = Json.MAPPER.createObjectNode().put("title", article.title());
        ArrayNode authors = json.putArray("authors");
        article.authors().forEach(authors::add);
        json.put(
                "published",
                article.published() == null ? null : article.published().toString());
        json.put("updated", article.updated() == null ? null : article.updated().toString());
        json.put("text", article.text());
        json.put("lang", article.language());
        json.put(
                "canonical",
                article.canonical() == null ? null : article.canonical().toString());
        json.put("teaser", article.teaser());
        return json;
    }

    private static String print(ExtractedArticle article) {
        return "title:     " + article.title() + "\nauthors:   " + String.join(", ", article.authors())
                + "\npublished: " + (article.published() == null ? "" : article.published())
                + (article.updated() == null ? "" : "\nupdated:   " + article.updated())
                + "\nlanguage:  " + article.language()
                + (article.teaser() ? "\nteaser:    the page keeps the rest for readers who pay or sign in" : "")
                + "\ncanonical: " + (article.canonical() == null ? "" : article.canonical()) + "\n\n" + article.text();
    }
}
