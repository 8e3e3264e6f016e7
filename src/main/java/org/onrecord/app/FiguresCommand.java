package org.onrecord.app;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.onrecord.search.FigureHit;
import org.onrecord.search.HitJson;
import org.onrecord.search.Hits;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Lists figures. */
@Command(
        name = "figures",
        description = "List quantities that somebody might check: production, sales, shares, prices.",
        footer = {"", "Example: onrecord figures 'product:ascend-910c after:2025'"})
final class FiguresCommand implements Callable<Integer> {
    @Mixin
    private QueryOptions options = new QueryOptions();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = Commands.lineOf(spec).getOut();
        try (Reading reading = Reading.of(Commands.rootOf(spec).home())) {
            Hits<FigureHit> hits = reading.search().figures(options.request());
            if (options.json()) {
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
}
