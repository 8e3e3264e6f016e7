package org.onrecord.app;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.onrecord.search.HitJson;
import org.onrecord.search.Hits;
import org.onrecord.search.StoryHit;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Lists stories: one entry for all articles about the same happening. */
@Command(
        name = "stories",
        description = "List stories: each happening once, with everybody who told of it, copies and others.",
        footer = {"", "Example: onrecord stories --sort date 'h20 licence date:P7D'"})
final class StoriesCommand implements Callable<Integer> {
    @Mixin
    private QueryOptions options = new QueryOptions();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = Commands.lineOf(spec).getOut();
        try (Reading reading = Reading.of(Commands.rootOf(spec).home())) {
            Hits<StoryHit> hits = reading.search().stories(options.request());
            if (options.json()) {
                hits.hits().forEach(hit -> out.println(HitJson.write(hit)));
            } else {
                HitPrinter printer = new HitPrinter(out);
                out.println(hits.total() == 1 ? "1 story" : hits.total() + " stories");
                printer.nothing(hits);
                hits.hits().forEach(printer::story);
            }
        }
        out.flush();
        return CommandLine.ExitCode.OK;
    }
}
