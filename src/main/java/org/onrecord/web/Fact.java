package org.onrecord.web;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.onrecord.article.Figure;
import org.onrecord.article.Passage;
import org.onrecord.article.PolicyEvent;
import org.onrecord.article.QuoteKind;
import org.onrecord.article.Speaker;
import org.onrecord.article.Statement;

/** One thing that a tag says, for whoever asks why it is there. */
record Fact(String name, String value) {
    static List<Fact> of(Statement statement, Labels labels) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("Speaker", speaker(statement, labels)));
        facts.add(new Fact(
                "Cue", statement.cue() == null ? "none" : "“" + statement.cue().text() + "”"));
        facts.add(new Fact("Act", statement.act().label() + (statement.lobbying() ? ", lobbying" : "")));
        facts.add(new Fact("Words", quote(statement.quote())));
        facts.add(new Fact("Sure of both", percent(statement.confidence())));
        if (statement.stand().issue() != null) {
            facts.add(new Fact(
                    "Side",
                    statement.stand().position().label() + " "
                            + labels.issue(statement.stand().issue()) + ", "
                            + percent(statement.stand().confidence()) + " sure"));
        }
        if (statement.corrected()) {
            facts.add(new Fact("Checked", "by a person"));
        }
        facts.add(place(statement.content()));
        return facts;
    }

    static List<Fact> of(PolicyEvent event, Labels labels) {
        return List.of(
                new Fact("Event", event.type().label()),
                new Fact("Named by", "“" + event.trigger().text() + "”"),
                new Fact(
                        "Taking part",
                        event.actors().isEmpty()
                                ? "nobody known"
                                : event.actors().stream().map(labels::actor).collect(Collectors.joining(", "))),
                new Fact("Date", event.date() == null ? "none in the text" : event.date()),
                new Fact("Right", percent(event.confidence())),
                place(event.trigger()));
    }

    static List<Fact> of(Figure figure) {
        return List.of(
                new Fact("Of what", figure.subject() == null ? "not said" : figure.subject()),
                new Fact("Measure", figure.measure().label()),
                new Fact(
                        "Value",
                        figure.values().stream()
                                        .map(value -> value.toPlainString())
                                        .collect(Collectors.joining(" to ")) + " " + figure.unit()),
                new Fact("Period", figure.period() == null ? "none in the text" : figure.period()),
                new Fact("Right", percent(figure.confidence())),
                place(figure.passage()));
    }

    private static String speaker(Statement statement, Labels labels) {
        Speaker speaker = statement.speaker();
        if (speaker == null) {
            return "not named";
        }
        String written = "“" + speaker.passage().text() + "”";
        return speaker.actor() == null ? written : written + ", taken for " + labels.actor(speaker.actor());
    }

    private static String quote(QuoteKind kind) {
        return switch (kind) {
            case DIRECT -> "quoted";
            case INDIRECT -> "reported";
            case MIXED -> "partly quoted";
        };
    }

    private static Fact place(Passage passage) {
        return new Fact("Place", "characters " + passage.start() + " to " + passage.end());
    }

    private static String percent(double chance) {
        return Math.round(100 * chance) + " %";
    }
}
