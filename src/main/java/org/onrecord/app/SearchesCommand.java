package org.onrecord.app;

import java.io.PrintWriter;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.onrecord.json.Json;
import org.onrecord.search.SavedSearches;
import org.onrecord.state.SavedSearch;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Saves searches under names. Works beside a running server, which knows of them at once. */
@Command(
        name = "searches",
        description = "List, save, rename and delete searches with a name.",
        footer = {
            "",
            "Examples:",
            "  onrecord searches save 'Chips for China' 'h20 OR h200 OR ascend'",
            "  onrecord search 'search:\"Chips for China\" date:P7D'",
            "",
            "In config/digests.yaml, saved: NAME puts a saved search into a digest."
        })
final class SearchesCommand implements Runnable {
    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(Commands.lineOf(spec), "Name what to do: list, save, rename or delete.");
    }

    @Command(
            name = "list",
            description = "List the saved searches.",
            footer = {"", "Example: onrecord searches list --json"})
    int list(@Option(names = "--json", description = "Print one JSON object per line.") boolean json) {
        PrintWriter out = Commands.lineOf(spec).getOut();
        return with(saved -> {
            List<SavedSearch> all = saved.all();
            all.forEach(search -> out.println(json ? json(search) : line(search)));
            if (all.isEmpty() && !json) {
                out.println("no searches are saved; `onrecord searches save NAME QUERY` saves one");
            }
        });
    }

    @Command(
            name = "save",
            description = "Save a query under a name, in place of the query that the name had.",
            footer = {"", "Example: onrecord searches save 'Chips for China' 'h20 OR h200 OR ascend'"})
    int save(
            @Parameters(paramLabel = "NAME", description = "The name, in one argument.") String name,
            @Parameters(paramLabel = "QUERY", arity = "1..*", description = "The query; see docs/queries.md.")
                    List<String> query) {
        PrintWriter out = Commands.lineOf(spec).getOut();
        return with(saved -> {
            SavedSearch search = saved.save(name, String.join(" ", query));
            out.println("saved; search:\"" + search.name() + "\" in a query stands for it");
        });
    }

    @Command(
            name = "rename",
            description = "Give a saved search another name, also in the searches that use it.",
            footer = {"", "Example: onrecord searches rename 'Chips for China' 'Chips to China'"})
    int rename(
            @Parameters(paramLabel = "NAME", description = "The name that it has.") String name,
            @Parameters(paramLabel = "NEW-NAME", description = "The name that it gets.") String newName) {
        PrintWriter out = Commands.lineOf(spec).getOut();
        return with(saved ->
                out.println("renamed to \"" + saved.rename(name, newName).name() + "\"; a digest that names it"
                        + " in config/digests.yaml must be changed by hand"));
    }

    @Command(
            name = "delete",
            description = "Forget a saved search.",
            footer = {"", "Example: onrecord searches delete 'Chips for China'"})
    int delete(@Parameters(paramLabel = "NAME", description = "The name that it has.") String name) {
        PrintWriter out = Commands.lineOf(spec).getOut();
        return with(saved -> {
            saved.delete(name);
            out.println("deleted");
        });
    }

    private int with(Consumer<SavedSearches> deed) {
        try (StateBeside beside = StateBeside.open(Commands.rootOf(spec).home())) {
            deed.accept(new SavedSearches(beside.state().savedSearches(), Clock.systemDefaultZone()));
        }
        Commands.lineOf(spec).getOut().flush();
        return CommandLine.ExitCode.OK;
    }

    private static String line(SavedSearch search) {
        return search.name() + "  ("
                + search.created().atZone(ZoneId.systemDefault()).toLocalDate() + ")\n    " + search.query();
    }

    private static String json(SavedSearch search) {
        return Json.MAPPER
                .createObjectNode()
                .put("id", search.number())
                .put("name", search.name())
                .put("query", search.query())
                .put("created", search.created().toString())
                .toString();
    }
}
