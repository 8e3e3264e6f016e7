package org.onrecord.web;

import java.util.Comparator;
import java.util.List;
import org.onrecord.article.ActorId;
import org.onrecord.article.IssueId;
import org.onrecord.article.Position;
import org.onrecord.article.SourceId;
import org.onrecord.search.Facet;

/** How the answers divide along one field, each value a click that narrows the query or widens it again. */
record FacetList(String title, List<Choice> choices) {
    private static final int MOST = 10;

    /** The fields that a page offers, in its order; days are drawn as a chart instead. */
    private static final List<String> ORDER =
            List.of("source", "said-by", "issue", "stance", "act", "actor", "product", "policy", "event", "lang");

    /** One value: what it is called, how many answers have it, where the click leads, and whether it narrows already. */
    record Choice(String label, long articles, String href, boolean chosen) {}

    FacetList {
        choices = List.copyOf(choices);
    }

    /** The lists that can narrow the query or already do. */
    static List<FacetList> of(List<Facet> facets, Question question, Labels labels) {
        return facets.stream()
                .filter(facet -> ORDER.contains(facet.field()))
                .sorted(Comparator.comparingInt(facet -> ORDER.indexOf(facet.field())))
                .map(facet -> of(facet, question, labels))
                .filter(list ->
                        list.choices().size() > 1 || list.choices().stream().anyMatch(Choice::chosen))
                .toList();
    }

    private static FacetList of(Facet facet, Question question, Labels labels) {
        return new FacetList(
                title(facet.field()),
                facet.counts().stream()
                        .limit(MOST)
                        .map(count -> choice(facet.field(), count, question, labels))
                        .toList());
    }

    private static Choice choice(String field, Facet.Count count, Question question, Labels labels) {
        return new Choice(
                label(field, count.value(), labels),
                count.count(),
                question.asking(new QueryText(count.query())).href(),
                count.chosen());
    }

    private static String title(String field) {
        return switch (field) {
            case "source" -> "Source";
            case "actor" -> "Mentions";
            case "said-by" -> "Said by";
            case "act" -> "Act";
            case "issue" -> "Issue";
            case "stance" -> "Stance";
            case "product" -> "Product";
            case "policy" -> "Policy";
            case "event" -> "Event";
            case "lang" -> "Language";
            default -> field;
        };
    }

    private static String label(String field, String value, Labels labels) {
        try {
            return switch (field) {
                case "source" -> labels.source(new SourceId(value));
                case "actor", "said-by" -> labels.actor(new ActorId(value));
                case "issue" -> labels.issue(new IssueId(value));
                case "stance" -> stance(value, labels);
                case "product", "policy" -> labels.topic(value);
                case "lang" -> labels.language(value);
                case "event" -> value.replace('-', ' ');
                default -> value;
            };
        } catch (IllegalArgumentException e) {
            return value; // Not in the form of an id: shown as it is.
        }
    }

    /** {@code against} or {@code against:ai-chip-exports}. */
    private static String stance(String value, Labels labels) {
        String[] parts = value.split(":", 2);
        String side = Labels.position(Position.ofLabel(parts[0]));
        return parts.length == 1 ? side : side + " " + labels.issue(new IssueId(parts[1]));
    }
}
