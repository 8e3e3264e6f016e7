package org.onrecord.app;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.onrecord.job.SourceCondition;
import org.onrecord.json.Json;
import org.onrecord.state.LinkCounts;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** How a source is doing, for people and for programs. */
final class HealthPrinter {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.systemDefault());

    private HealthPrinter() {}

    /** Some lines without a line break at the end; times in the zone of the machine. */
    static String text(SourceCondition condition) {
        LinkCounts links = condition.links();
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "%-8s %-36s %6.1f a week  %d articles, %d pending, %d refused, %d given up",
                word(condition),
                condition.source().id(),
                condition.perWeek(),
                condition.articles(),
                links.pending(),
                links.refused(),
                links.failed()));
        text.append(links.leftOut() == 0 ? "" : ", " + links.leftOut() + " left out");
        String disabled = condition.source().about().disabled();
        if (disabled != null) {
            text.append("\n         disabled: ").append(disabled);
        } else {
            text.append("\n         answered well: ").append(time(condition.successAt(), "never"));
            text.append("; next: ").append(time(condition.nextDueAt(), "when the server runs"));
            text.append(condition.outcome().isEmpty() ? "" : "; last round: " + condition.outcome());
        }
        condition.findings().forEach(finding -> text.append("\n         ! ").append(finding));
        return text.toString();
    }

    static ObjectNode json(SourceCondition condition) {
        LinkCounts links = condition.links();
        ObjectNode json = Json.MAPPER
                .createObjectNode()
                .put("id", condition.source().id().value())
                .put("verdict", word(condition))
                .put("disabled", condition.source().about().disabled())
                .put("round", text(condition.roundAt()))
                .put("success", text(condition.successAt()))
                .put("next", text(condition.nextDueAt()))
                .put("outcome", condition.outcome())
                .put("per_week", condition.perWeek())
                .put("newest", text(condition.newestAt()))
                .put("articles", condition.articles())
                .put("pending", links.pending())
                .put("refused", links.refused())
                .put("failed", links.failed())
                .put("left_out", links.leftOut());
        ArrayNode findings = json.putArray("findings");
        condition.findings().forEach(findings::add);
        return json;
    }

    private static String word(SourceCondition condition) {
        return condition.verdict().name().toLowerCase(Locale.ROOT);
    }

    private static String time(@Nullable Instant time, String otherwise) {
        return time == null ? otherwise : TIME.format(time);
    }

    private static @Nullable String text(@Nullable Instant time) {
        return time == null ? null : time.toString();
    }
}
