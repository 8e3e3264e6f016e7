package org.onrecord.app;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.ActorId;
import org.onrecord.json.Json;
import org.onrecord.search.ArticleSearch;
import org.onrecord.search.Facet;
import org.onrecord.search.Hits;
import org.onrecord.search.SearchRequest;
import org.onrecord.search.SearchRequest.Sort;
import org.onrecord.search.Stance;
import org.onrecord.search.StatementHit;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows an actor's ledger, or who is on record at all. */
@Command(
        name = "actor",
        description = "Where an actor stands, since when, with the evidence. Without an id: who is on record.",
        footer = {
            "",
            "Examples:",
            "  onrecord actor",
            "  onrecord actor jensen-huang",
            "  onrecord actor nvidia --on 2025-06-30"
        })
final class ActorCommand implements Callable<Integer> {
    private static final int LISTED = 100;
    private static final int STATEMENTS = 10;

    @Mixin
    private LedgerOutput output = new LedgerOutput();

    @Parameters(arity = "0..1", paramLabel = "ID", description = "The actor's id, such as jensen-huang.")
    private @Nullable String id;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = Commands.lineOf(spec).getOut();
        try (Reading reading = Reading.of(Commands.rootOf(spec).home())) {
            if (id == null) {
                list(reading.search(), out);
            } else {
                show(reading.search(), actor(id), out);
            }
        }
        out.flush();
        return CommandLine.ExitCode.OK;
    }

    private void list(ArticleSearch search, PrintWriter out) {
        for (Facet.Count speaker : search.speakers(LISTED)) {
            if (output.json()) {
                out.println(Json.MAPPER
                        .createObjectNode()
                        .put("actor", speaker.value())
                        .put("articles", speaker.count()));
            } else {
                out.printf("%6d  %s%n", speaker.count(), speaker.value());
            }
        }
    }

    private void show(ArticleSearch search, ActorId actor, PrintWriter out) {
        List<Stance> stances = search.stancesOf(actor, output.on());
        output.print(search, stances, stance -> stance.issue().value(), out);
        if (output.json() || output.csv()) {
            return;
        }
        Hits<StatementHit> statements = search.statements(
                SearchRequest.of("said-by:" + actor).sorted(Sort.DATE).page(0, STATEMENTS));
        if (statements.total() == 0) {
            throw new CommandFailure("nothing is attributed to " + actor + "; `onrecord actor` lists who is on record");
        }
        out.println();
        out.println(SearchCommand.count(statements.total(), "statement")
                + (statements.total() > STATEMENTS ? ", the newest " + STATEMENTS + ":" : ":"));
        statements.hits().forEach(new HitPrinter(out)::statement);
    }

    private static ActorId actor(String id) {
        try {
            return new ActorId(id);
        } catch (IllegalArgumentException e) {
            throw new CommandFailure(e.getMessage() + "; `onrecord actor` lists who is on record", e);
        }
    }
}
