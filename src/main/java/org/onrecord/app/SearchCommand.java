package org.onrecord.app;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.onrecord.json.Json;
import org.onrecord.search.ArticleHit;
import org.onrecord.search.ArticleSearch;
import org.onrecord.search.HitJson;
import org.onrecord.search.Hits;
import org.onrecord.search.SearchRequest;
import org.onrecord.search.StatementHit;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.node.ObjectNode;

/** Searches articles or statements. */
@Command(
        name = "search",
        description = "Search articles, or statements with --statements.",
        footer = {
            "",
            "Examples:",
            "  onrecord search 'H20 after:2025-07-01'",
            "  onrecord search --statements --sort date 'said-by:elizabeth-warren stance:against'",
            "",
            "The query language: docs/queries.md"
        })
final class SearchCommand implements Callable<Integer> {
    @Mixin
    private QueryOptions options = new QueryOptions();

    @Option(names = "--statements", description = "Find statements instead of articles.")
    private boolean statements;

    @Option(
            names = "--facets",
            description = "Also count sources, actors, acts, stances, products, weeks …, and answers over time.")
    private boolean facets;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        CommandLine commandLine = Commands.lineOf(spec);
        SearchRequest request = facets ? options.request().withFacets() : options.request();
        try (Reading reading = Reading.of(Commands.rootOf(spec).home())) {
            return statements
                    ? statements(reading.search(), request, commandLine.getOut())
                    : articles(reading.search(), request, commandLine.getOut());
        }
    }

    private int articles(ArticleSearch search, SearchRequest request, PrintWriter out) {
        Hits<ArticleHit> hits = search.articles(request);
        HitPrinter printer = new HitPrinter(out);
        if (options.json()) {
            hits.hits().forEach(hit -> out.println(HitJson.write(hit)));
            printFacets(hits, out);
        } else {
            out.println(count(hits.total(), "article"));
            printer.nothing(hits);
            hits.hits().forEach(printer::article);
            printer.facets(hits);
        }
        out.flush();
        return CommandLine.ExitCode.OK;
    }

    private int statements(ArticleSearch search, SearchRequest request, PrintWriter out) {
        Hits<StatementHit> hits = search.statements(request);
        HitPrinter printer = new HitPrinter(out);
        if (options.json()) {
            hits.hits().forEach(hit -> out.println(HitJson.write(hit)));
            printFacets(hits, out);
        } else {
            out.println(count(hits.total(), "statement"));
            printer.nothing(hits);
            hits.hits().forEach(printer::statement);
            printer.facets(hits);
        }
        out.flush();
        return CommandLine.ExitCode.OK;
    }

    private static void printFacets(Hits<?> hits, PrintWriter out) {
        if (!hits.facets().isEmpty()) {
            ObjectNode json = Json.MAPPER.createObjectNode();
            json.set("facets", HitJson.write(hits.facets()));
            json.set("over_time", hits.overTime() == null ? null : HitJson.write(hits.overTime()));
            out.println(json);
        }
    }

    static String count(long total, String what) {
        return total + " " + what + (total == 1 ? "" : "s");
    }
}
