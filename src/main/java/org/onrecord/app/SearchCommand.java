package org.onrecord.app;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.onrecord.json.Json;
import org.onrecord.search.HitJson;
import org.onrecord.search.Hits;
import org.onrecord.search.SearchRequest;
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
        SearchRequest request = facets ? options.request().withFacets() : options.request();
        try (Reading reading = Reading.of(Commands.rootOf(spec).home())) {
            if (statements) {
                print(reading.search().statements(request), "statement", HitJson::write, HitPrinter::statement);
            } else {
                print(reading.search().articles(request), "article", HitJson::write, HitPrinter::article);
            }
        }
        return CommandLine.ExitCode.OK;
    }

    private <T> void print(
            Hits<T> hits, String what, Function<T, ObjectNode> form, BiConsumer<HitPrinter, T> forPeople) {
        PrintWriter out = Commands.lineOf(spec).getOut();
        PrintWriter err = Commands.lineOf(spec).getErr();
        if (options.json()) {
            hits.hits().forEach(hit -> out.println(form.apply(hit)));
            printFacets(hits, out);
            new HitPrinter(err).nothing(hits);
        } else {
            HitPrinter printer = new HitPrinter(out);
            out.println(count(hits.total(), what));
            printer.nothing(hits);
            hits.hits().forEach(hit -> forPeople.accept(printer, hit));
            printer.facets(hits);
        }
        out.flush();
        err.flush();
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
