package org.onrecord.app;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.onrecord.article.Issue;
import org.onrecord.json.Json;
import org.onrecord.registry.Registry;
import org.onrecord.search.ArticleSearch;
import org.onrecord.search.Stance;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows an issue's ledger, or the issues. */
@Command(
        name = "issue",
        description = "Who stands where on an issue, since when, with the evidence. Without an id: the issues.",
        footer = {"", "Examples:", "  onrecord issue", "  onrecord issue ai-chip-exports --on 2025-06-30"})
final class IssueCommand implements Callable<Integer> {
    @Mixin
    private LedgerOutput output = new LedgerOutput();

    @Parameters(arity = "0..1", paramLabel = "ID", description = "The issue's id, such as ai-chip-exports.")
    private @Nullable String id;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = Commands.lineOf(spec).getOut();
        Home home = Commands.rootOf(spec).home();
        Registry registry = Settings.registry(home);
        if (id == null) {
            registry.issues().forEach(issue -> list(issue, out));
        } else {
            Issue issue = registry.issues().stream()
                    .filter(known -> known.id().value().equals(id))
                    .findFirst()
                    .orElseThrow(() -> new CommandFailure(
                            "no issue is called " + id + " in config/issues.yaml; `onrecord issue` lists them"));
            try (Reading reading = Reading.of(home)) {
                show(reading.search(), registry, issue, out);
            }
        }
        out.flush();
        return CommandLine.ExitCode.OK;
    }

    private void list(Issue issue, PrintWriter out) {
        if (output.json()) {
            out.println(Json.MAPPER
                    .createObjectNode()
                    .put("issue", issue.id().value())
                    .put("name", issue.name())
                    .put("proposition", issue.proposition()));
        } else {
            out.println(issue.id() + "  " + issue.name());
            out.println("    for: " + issue.proposition());
        }
    }

    private void show(ArticleSearch search, Registry registry, Issue issue, PrintWriter out) {
        var stances = search.stancesOn(issue.id(), output.on());
        if (!output.json() && !output.csv()) {
            out.println(issue.proposition());
            out.println(SearchCommand.count(stances.size(), "actor") + " on record");
        }
        output.print(search, stances, (Stance stance) -> registry.nameOf(stance.actor()), out);
    }
}
