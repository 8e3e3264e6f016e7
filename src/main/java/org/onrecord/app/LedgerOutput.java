package org.onrecord.app;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.onrecord.json.Csv;
import org.onrecord.search.ArticleSearch;
import org.onrecord.search.HitJson;
import org.onrecord.search.Stance;
import org.onrecord.search.StatementHit;
import picocli.CommandLine.Option;

/** How {@code actor} and {@code issue} print the ledger: for people, as JSON lines, or as CSV (RFC 4180). */
final class LedgerOutput {
    @Option(names = "--json", description = "Print one JSON object per stance.")
    private boolean json;

    @Option(names = "--csv", description = "Print CSV, one line per statement that proves a stance.")
    private boolean csv;

    @Option(names = "--on", paramLabel = "DAY", description = "The ledger as it stood at the end of this day.")
    private @Nullable LocalDate on;

    /** The day whose end is asked for; null for now. */
    @Nullable
    LocalDate on() {
        return on;
    }

    boolean json() {
        return json;
    }

    boolean csv() {
        return csv;
    }

    /**
     * @param heading what to call a stance for people: its issue on an actor's page, its actor on an issue's
     */
    void print(ArticleSearch search, List<Stance> stances, Function<Stance, String> heading, PrintWriter out) {
        if (json) {
            stances.forEach(stance -> out.println(HitJson.write(stance, search)));
        } else if (csv) {
            out.print("actor,issue,position,published,title,url,start,end,content\r\n");
            stances.forEach(stance -> search.statementsAt(stance.taken()).forEach(hit -> out.print(line(stance, hit))));
        } else {
            HitPrinter printer = new HitPrinter(out);
            stances.forEach(stance -> printer.stance(heading.apply(stance), stance, search));
        }
    }

    private static String line(Stance stance, StatementHit hit) {
        var content = hit.statement().content();
        return String.join(
                        ",",
                        stance.actor().value(),
                        stance.issue().value(),
                        hit.statement().stand().position().label(),
                        hit.article().published() == null
                                ? ""
                                : hit.article().published().toString(),
                        Csv.cell(hit.article().title()),
                        Csv.cell(
                                hit.article().url() == null
                                        ? ""
                                        : hit.article().url().toString()),
                        String.valueOf(content.start()),
                        String.valueOf(content.end()),
                        Csv.cell(content.text()))
                + "\r\n";
    }
}
