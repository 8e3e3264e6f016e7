package org.onrecord.app;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.onrecord.search.EventHit;
import org.onrecord.search.HitJson;
import org.onrecord.search.Hits;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Lists policy events. */
@Command(
        name = "events",
        description = "List what was decided and done: rules, licences, listings, bills, meetings.",
        footer = {"", "Example: onrecord events --sort date 'event:licence-granted product:h20'"})
final class EventsCommand implements Callable<Integer> {
    @Mixin
    private QueryOptions options = new QueryOptions();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = Commands.lineOf(spec).getOut();
        try (Reading reading = Reading.of(Commands.rootOf(spec).home())) {
            Hits<EventHit> hits = reading.search().events(options.request());
            if (options.json()) {
                hits.hits().forEach(hit -> out.println(HitJson.write(hit)));
            } else {
                HitPrinter printer = new HitPrinter(out);
                out.println(SearchCommand.count(hits.total(), "event"));
                printer.nothing(hits);
                hits.hits().forEach(printer::event);
            }
        }
        out.flush();
        return CommandLine.ExitCode.OK;
    }
}
