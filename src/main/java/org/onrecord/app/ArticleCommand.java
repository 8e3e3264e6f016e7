package org.onrecord.app;

import java.io.PrintWriter;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.onrecord.archive.Archive;
import org.onrecord.article.Article;
import org.onrecord.article.ArticleId;
import org.onrecord.article.ArticleVersion;
import org.onrecord.article.ArticleVersion.TextChange;
import org.onrecord.article.Published;
import org.onrecord.extract.ArticleExtractor;
import org.onrecord.job.ArticleHistory;
import org.onrecord.job.CapturedArticles;
import org.onrecord.json.ArticleVersionJson;
import org.onrecord.json.Json;
import org.onrecord.search.ArticleHit;
import org.onrecord.search.ArticleRef;
import org.onrecord.search.HitJson;
import org.onrecord.state.StateStore;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Where an article comes from: when it was published and seen, how it changed, and who else has its text. */
@Command(
        name = "article",
        description =
                "Where an article comes from: when it was published and first seen, how it changed since, and under"
                        + " which other addresses the same text appeared, the earliest first.",
        footer = {
            "",
            "Examples:",
            "  onrecord article https://news.example/a",
            "  onrecord article --json 5d41402abc4b2a76"
        })
final class ArticleCommand implements Callable<Integer> {
    @Parameters(paramLabel = "ID|URL", description = "The article's id, as `search --json` prints it, or its address.")
    private String article = "";

    @Option(names = "--json", description = "Print one JSON object.")
    private boolean json;

    @Option(
            names = "--similar",
            paramLabel = "N",
            description = "Also up to N articles on the same things in other words, 1 to 100.")
    private int similar;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = Commands.lineOf(spec).getOut();
        Home home = Commands.rootOf(spec).home();
        try (Reading reading = Reading.of(home);
                StateStore state = StateStore.openReadOnly(home.state());
                Archive archive = Archive.openReadOnly(home.archive(), state.captures(), Clock.systemUTC())) {
            ArticleId id = Commands.article(article);
            Article found = reading.search()
                    .article(id)
                    .orElseThrow(() -> new CommandFailure(
                            "there is no article " + article + "; `onrecord search --json` prints ids and addresses"))
                    .article();
            CapturedArticles articles = new CapturedArticles(
                    state.captures(), archive, new ArticleExtractor(), Settings.sources(home)::readingOf);
            List<ArticleVersion> versions = new ArticleHistory(state, articles).of(id);
            List<ArticleRef> copies = reading.search().copies(id);
            List<ArticleHit> others =
                    similar == 0 ? List.of() : reading.search().similar(id, limit());
            if (json) {
                ObjectNode object = write(found, versions, copies);
                ArrayNode list = object.putArray("similar");
                others.forEach(hit -> list.add(HitJson.write(hit)));
                out.println(object);
            } else {
                print(found, versions, copies, out);
                others.forEach(new HitPrinter(out)::article);
            }
        }
        out.flush();
        return CommandLine.ExitCode.OK;
    }

    private int limit() {
        if (similar < 1 || similar > 100) {
            throw new CommandFailure("--similar is a number from 1 to 100, not " + similar);
        }
        return similar;
    }

    private static void print(
            Article article, List<ArticleVersion> versions, List<ArticleRef> copies, PrintWriter out) {
        out.println(article.title());
        out.println("address     " + article.url());
        out.println("source      " + article.source());
        out.println("published   " + text(article.published()));
        out.println("updated     " + text(article.updated()));
        out.println("first seen  " + article.firstSeenAt());
        if (!versions.isEmpty()) {
            out.println("archived    " + versions.getLast().fetchedAt() + ", SHA-256 "
                    + versions.getLast().sha256());
        }
        for (ArticleVersion version : versions.subList(Math.min(1, versions.size()), versions.size())) {
            out.println("changed, seen at " + version.fetchedAt());
            for (TextChange change : version.changes()) {
                change.before().forEach(line -> out.println("  - " + line));
                change.after().forEach(line -> out.println("  + " + line));
            }
        }
        if (copies.size() > 1) {
            out.println("the same text, the earliest first:");
            copies.forEach(copy -> out.println(
                    "  " + text(copy.published()) + "  " + copy.source() + "  " + copy.url() + "  " + copy.title()));
        }
    }

    private static String text(@Nullable Published published) {
        return published == null ? "not said" : published.toString();
    }

    private static ObjectNode write(Article article, List<ArticleVersion> versions, List<ArticleRef> copies) {
        ObjectNode json = Json.MAPPER.createObjectNode();
        json.put("id", article.id().value());
        json.put("url", article.url() == null ? null : article.url().toString());
        json.put("source", article.source() == null ? null : article.source().value());
        json.put("title", article.title());
        json.put(
                "published",
                article.published() == null ? null : article.published().toString());
        json.put("updated", article.updated() == null ? null : article.updated().toString());
        json.put("first_seen", article.firstSeenAt().toString());
        json.set("versions", ArticleVersionJson.write(versions, true));
        ArrayNode lineage = json.putArray("copies");
        copies.forEach(copy -> lineage.add(HitJson.write(copy)));
        return json;
    }
}
