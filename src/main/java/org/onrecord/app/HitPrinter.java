package org.onrecord.app;

import java.io.PrintWriter;
import java.util.List;
import org.onrecord.article.Figure;
import org.onrecord.article.PolicyEvent;
import org.onrecord.article.Position;
import org.onrecord.article.Statement;
import org.onrecord.search.ArticleHit;
import org.onrecord.search.ArticleRef;
import org.onrecord.search.ArticleSearch;
import org.onrecord.search.EventHit;
import org.onrecord.search.Facet;
import org.onrecord.search.FigureComparison;
import org.onrecord.search.FigureHit;
import org.onrecord.search.Hits;
import org.onrecord.search.PositionChange;
import org.onrecord.search.Snippet;
import org.onrecord.search.Stance;
import org.onrecord.search.StatementHit;
import org.onrecord.search.StoryHit;
import org.onrecord.search.Strength;
import picocli.CommandLine.Help.Ansi;

/** Prints answers for people: the evidence always beside the finding, highlights in colour on a terminal. */
final class HitPrinter {
    private final PrintWriter out;
    private final Ansi ansi;

    HitPrinter(PrintWriter out) {
        this.out = out;
        this.ansi = Ansi.AUTO;
    }

    void article(ArticleHit hit) {
        out.println(bold(title(hit.article())) + "  (" + origin(hit.article()) + ")");
        out.println("    " + highlight(hit.passage()));
        where(hit.article());
    }

    void statement(StatementHit hit) {
        Statement statement = hit.statement();
        out.println(bold(speaker(statement)) + "  " + statement.deed() + stand(statement) + "  ("
                + origin(hit.article()) + ")");
        out.println("    " + highlight(hit.evidence()));
        where(hit.article());
    }

    /** A story by its earliest article, then who else has it. */
    void story(StoryHit hit) {
        ArticleRef first = hit.articles().getFirst();
        out.println(bold(title(first)) + "  (" + origin(first) + (hit.total() == 1 ? "" : "; " + hit.spread()) + ")");
        out.println("    " + highlight(hit.passage()));
        where(first);
        hit.articles().stream()
                .skip(1)
                .forEach(other -> out.println("    also " + origin(other) + "  "
                        + (other.url() == null ? "article " + other.id() : other.url())));
    }

    void event(EventHit hit) {
        PolicyEvent event = hit.event();
        String actors =
                String.join(", ", event.actors().stream().map(Object::toString).toList());
        out.println(bold(event.type().label()) + "  " + (event.date() == null ? "undated" : event.date()) + "  "
                + actors + "  (" + origin(hit.article()) + ")");
        out.println("    " + highlight(hit.evidence()));
        if (event.document() != null) {
            out.println("    " + event.document().inWords());
        }
        where(hit.article());
    }

    /** A quantity as several articles give it. */
    void comparison(FigureComparison comparison) {
        out.println(bold(comparison.subject() + ", " + comparison.measure().label()));
        for (FigureComparison.Line line : comparison.lines()) {
            out.println("  " + (line.period() == null ? "no period given" : line.period()) + ", " + line.unit() + ": "
                    + line.verdict().label());
            for (FigureHit hit : line.figures()) {
                out.println("    " + values(hit.figure()) + "  "
                        + (hit.speaker() == null ? "" : hit.speaker().passage().text() + ", ")
                        + origin(hit.article()) + ": " + highlight(hit.evidence()));
            }
        }
    }

    private static String values(Figure figure) {
        return String.join(
                        " to ",
                        figure.values().stream()
                                .map(value -> value.toPlainString())
                                .toList())
                + " " + figure.unit();
    }

    void figure(FigureHit hit) {
        Figure figure = hit.figure();
        out.println(bold(values(figure)) + "  " + figure.measure().label()
                + (figure.subject() == null ? "" : ", " + figure.subject())
                + (figure.period() == null ? "" : ", " + figure.period())
                + "  (" + origin(hit.article()) + ")");
        out.println("    " + highlight(hit.evidence()));
        where(hit.article());
    }

    /** A stance under a heading of the caller's choice, with its newest evidence and its changes of side. */
    void stance(String heading, Stance stance, ArticleSearch search) {
        Strength strength = stance.strength();
        out.println(bold(heading) + "  " + stance.position().label()
                + (stance.since() == null ? "" : " since " + stance.since()) + "  ("
                + strength.grade().label() + ": " + SearchCommand.count(strength.statements(), "statement") + " in "
                + SearchCommand.count(strength.articles(), "article")
                + (strength.first() == null ? "" : ", " + strength.first() + " to " + strength.last())
                + (strength.opposing() == 0 ? "" : ", " + strength.opposing() + " on the other side") + ", the newest "
                + percent(stance.newest().chance()) + " sure)");
        for (StatementHit newest : search.statementsAt(List.of(stance.newest()))) {
            out.println("    " + highlight(newest.evidence()));
            where(newest.article());
        }
        for (PositionChange change : stance.changes()) {
            out.println("    changed sides (both read right: " + percent(change.confidence()) + "):");
            search.statementsAt(List.of(change.before(), change.after())).forEach(this::passage);
        }
    }

    private void passage(StatementHit hit) {
        out.println("      " + hit.statement().stand().position().label() + ", " + origin(hit.article()) + ": "
                + highlight(hit.evidence()));
    }

    /** Why nothing was found, if nothing was. */
    void nothing(Hits<?> hits) {
        if (hits.nothingFound() != null) {
            hits.nothingFound().sentences().forEach(out::println);
        }
    }

    void facets(Hits<?> hits) {
        for (Facet facet : hits.facets()) {
            if (!facet.counts().isEmpty()) {
                out.println(bold(facet.field()));
                facet.counts().forEach(count -> out.printf("    %6d  %s%n", count.count(), count.value()));
            }
        }
    }

    private void where(ArticleRef article) {
        out.println("    " + (article.url() == null ? "article " + article.id() : article.url()));
    }

    private static String title(ArticleRef article) {
        return article.title().isBlank() ? "Untitled" : article.title();
    }

    static String origin(ArticleRef article) {
        String source =
                article.source() == null ? "handed in" : article.source().value();
        return source + ", "
                + (article.published() == null ? "undated" : article.published().day());
    }

    private static String speaker(Statement statement) {
        if (statement.speaker() == null) {
            return "unnamed source";
        }
        String name = statement.speaker().passage().text();
        return statement.speaker().actor() == null
                ? name
                : name + " [" + statement.speaker().actor() + "]";
    }

    private static String stand(Statement statement) {
        return statement.stand().position() == Position.NONE
                ? ""
                : ", " + statement.stand().position().label() + " "
                        + statement.stand().issue() + ", " + sure(statement);
    }

    /** How likely the side that a statement is said to take is right. */
    private static String sure(Statement statement) {
        return percent(statement.stand().confidence()) + " sure";
    }

    private static String percent(double chance) {
        return Math.round(100 * chance) + " %";
    }

    /** One line; marked parts in colour, or between angle quotes where there is no colour. */
    String highlight(Snippet snippet) {
        StringBuilder line = new StringBuilder();
        for (Snippet.Part part : snippet.parts()) {
            String text = part.text().replaceAll("\\s+", " ");
            if (!part.marked()) {
                line.append(text);
            } else if (ansi.enabled()) {
                line.append("\033[1;33m").append(text).append("\033[0m");
            } else {
                line.append('«').append(text).append('»');
            }
        }
        return line.toString();
    }

    String bold(String text) {
        return ansi.enabled() ? "\033[1m" + text + "\033[0m" : text;
    }
}
