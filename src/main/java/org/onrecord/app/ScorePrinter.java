package org.onrecord.app;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import org.onrecord.eval.Count;
import org.onrecord.eval.Miss;
import org.onrecord.eval.Scorer;
import org.onrecord.json.Json;
import tools.jackson.databind.node.ObjectNode;

/** Prints scores: a table for people, or JSON lines. */
final class ScorePrinter {
    private final PrintWriter out;

    ScorePrinter(PrintWriter out) {
        this.out = out;
    }

    /** A line for each figure, then the first errors, article by article. */
    void table(Scorer scorer, int errors) {
        line("%-16s%7s%7s%7s%7s%7s", "figure", "P", "R", "F1", "gold", "found");
        scorer.figures()
                .forEach((name, count) -> line(
                        "%-16s%7s%7s%7s%7d%7d",
                        name,
                        Count.percent(count.precision()),
                        Count.percent(count.recall()),
                        Count.percent(count.f1()),
                        count.gold(),
                        count.found()));
        String article = "";
        for (Miss miss : first(scorer, errors)) {
            if (!miss.article().equals(article)) {
                article = miss.article();
                out.println();
                out.println(article);
            }
            line(
                    "  %-18s%s%s",
                    miss.kind().label(),
                    oneLine(miss.what()),
                    miss.detail().isEmpty() ? "" : "  [" + miss.detail() + "]");
        }
        out.flush();
    }

    /** One object with all figures, then an object for each of the first errors. */
    void json(Scorer scorer, int errors) {
        ObjectNode figures = Json.MAPPER.createObjectNode();
        scorer.figures()
                .forEach((name, count) -> figures.putObject(name)
                        .put("p", Count.percent(count.precision()))
                        .put("r", Count.percent(count.recall()))
                        .put("f1", Count.percent(count.f1()))
                        .put("gold", count.gold())
                        .put("predicted", count.found()));
        out.println(figures);
        for (Miss miss : first(scorer, errors)) {
            out.println(Json.MAPPER
                    .createObjectNode()
                    .put("id", miss.article())
                    .put("error", miss.kind().label())
                    .put("what", miss.what())
                    .put("detail", miss.detail()));
        }
        out.flush();
    }

    private static List<Miss> first(Scorer scorer, int errors) {
        return scorer.misses().stream().limit(errors).toList();
    }

    private static String oneLine(String words) {
        return words.replaceAll("\\s+", " ");
    }

    private void line(String form, Object... values) {
        out.println(String.format(Locale.ROOT, form, values));
    }
}
