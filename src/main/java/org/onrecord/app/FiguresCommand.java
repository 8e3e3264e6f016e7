package org.onrecord.app;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.onrecord.registry.UsualNames;
import org.onrecord.search.FigureComparison;
import org.onrecord.search.FigureHit;
import org.onrecord.search.HitJson;
import org.onrecord.search.Hits;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lists figures. */
@Command(
        name = "figures",
        description = "List quantities that somebody might check: production, sales, shares, prices.",
        footer = {
            "",
            "Examples:",
            "  onrecord figures 'product:ascend-910c after:2025'",
            "  onrecord figures --compare --limit 500 'product:ascend-910c'"
        })
final class FiguresCommand implements Callable<Integer> {
    @Mixin
    private QueryOptions options = new QueryOptions();

    @Option(
            names = "--compare",
            description = "Group the figures by subject, measure and period, and say where articles disagree.")
    private boolean compare;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = Commands.lineOf(spec).getOut();
        Home home = Commands.rootOf(spec).home();
        try (Reading reading = Reading.of(home)) {
            Hits<FigureHit> hits = reading.search().figures(options.request());
            if (compare) {
                compare(hits, new UsualNames(Settings.registry(home)), out);
            } else if (options.json()) {
                hits.hits().forEach(hit -> out.println(HitJson.write(hit)));
            } else {
                HitPrinter printer = new HitPrinter(out);
                out.println(SearchCommand.count(hits.total(), "figure"));
                printer.nothing(hits);
                hits.hits().forEach(printer::figure);
            }
        }
        out.flush();
        return CommandLine.ExitCode.OK;
    }

    private void compare(Hits<FigureHit> hits, UsualNames names, PrintWriter out) {
        List<FigureComparison> comparisons = FigureComparison.of(hits.hits(), names::of);
        if (options.json()) {
            comparisons.forEach(comparison -> out.println(HitJson.write(comparison)));
            return;
        }
        List<FigureComparison> several =
                comparisons.stream().filter(one -> one.articles() > 1).toList();
        HitPrinter printer = new HitPrinter(out);
        several.forEach(printer::comparison);
        if (several.isEmpty()) {
            out.println("none of the " + SearchCommand.count(hits.hits().size(), "figure")
                    + " read is of a quantity that another article gives too; --limit reads more of "
                    + hits.total());
        }
    }
}
