package org.onrecord.app;

import java.io.PrintWriter;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.onrecord.article.Mention;
import org.onrecord.article.Position;
import org.onrecord.article.Statement;
import org.onrecord.article.TaggedArticle;
import org.onrecord.registry.Registry;

/** Prints what was found in one text, for people. */
final class TagPrinter {
    private final PrintWriter out;
    private final HitPrinter printer;
    private final Registry registry;

    TagPrinter(PrintWriter out, Registry registry) {
        this.out = out;
        this.printer = new HitPrinter(out);
        this.registry = registry;
    }

    void print(TaggedArticle tagged) {
        names(tagged.mentions());
        heading("Statements", tagged.statements().size());
        tagged.statements().forEach(this::statement);
        heading("Events", tagged.events().size());
        tagged.events()
                .forEach(event -> out.println("  " + event.type().label() + "  "
                        + (event.date() == null ? "undated" : event.date()) + "  "
                        + String.join(
                                ", ",
                                event.actors().stream().map(registry::nameOf).toList())
                        + "  \"" + event.trigger().text() + "\" at "
                        + event.trigger().start()));
        heading("Figures", tagged.figures().size());
        tagged.figures()
                .forEach(figure -> out.println("  "
                        + String.join(
                                " to ",
                                figure.values().stream()
                                        .map(value -> value.toPlainString())
                                        .toList())
                        + " " + figure.unit() + "  " + figure.measure().label()
                        + (figure.subject() == null ? "" : "  " + figure.subject())
                        + (figure.period() == null ? "" : "  " + figure.period()) + "  \""
                        + figure.passage().text() + "\" at " + figure.passage().start()));
    }

    private void names(List<Mention> mentions) {
        Set<String> names = new LinkedHashSet<>();
        mentions.forEach(mention -> names.add("  " + mention.type() + "  "
                + mention.passage().text() + (mention.actor() == null ? "" : "  " + mention.actor())));
        heading("Names", names.size());
        names.forEach(out::println);
    }

    private void statement(Statement statement) {
        String speaker = statement.speaker() == null
                ? "unnamed source"
                : statement.speaker().actor() == null
                        ? statement.speaker().passage().text()
                        : registry.nameOf(statement.speaker().actor());
        String stand = statement.stand().position() == Position.NONE
                ? ""
                : ", " + statement.stand().position().label() + " "
                        + statement.stand().issue();
        out.println("  " + printer.bold(speaker) + "  " + statement.deed() + stand
                + String.format("  (words and speaker %.2f", statement.confidence())
                + (statement.stand().issue() == null
                        ? ")"
                        : String.format(", side %.2f)", statement.stand().confidence())));
        out.println("      " + statement.content().text().replaceAll("\\s+", " ") + "  at "
                + statement.content().start());
    }

    private void heading(String what, int count) {
        out.println(printer.bold(what + " (" + count + ")"));
    }
}
