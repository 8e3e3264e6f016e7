package org.onrecord.web;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** {@code GET /sources}: how each source is doing, and when it is asked next. */
final class SourcesPage implements Handler {
    private final Supplier<List<SourceHealth>> health;
    private final Supplier<List<WatchedJob>> jobs;
    private final Clock clock;
    private final FormGuard guard;
    private final Templates templates;

    SourcesPage(WebParts parts, Templates templates, FormGuard guard) {
        this.health = parts.health();
        this.jobs = parts.operations().jobs();
        this.clock = parts.clock();
        this.guard = guard;
        this.templates = templates;
    }

    /** A moment: how far it is from now, and exactly. Both are empty for never. */
    record Moment(String distance, String exact) {}

    /**
     * A source.
     *
     * @param state {@code good}, {@code failing}, {@code off} or {@code new}, for the style
     * @param status the same for people
     */
    record Row(
            String name,
            String id,
            String kind,
            String rights,
            String state,
            String status,
            String outcome,
            Moment lastRound,
            Moment lastSuccess,
            Moment nextRun,
            String articles,
            String articlesHref,
            long pending) {}

    /** What the template shows. */
    record View(Frame frame, String token, List<Row> rows, String summary, List<JobRow> jobs) {
        View {
            rows = List.copyOf(rows);
            jobs = List.copyOf(jobs);
        }
    }

    /**
     * A job.
     *
     * @param state {@code running}, {@code good}, {@code failing} or {@code new}, for the style
     * @param status the same for people
     * @param failure why the last run failed; empty when it did not
     * @param starts whether it can be started now
     */
    record JobRow(
            String kind,
            String name,
            String state,
            String status,
            String failure,
            Moment ended,
            Moment next,
            boolean starts) {}

    @Override
    public void handle(Context ctx) {
        Instant now = clock.instant();
        List<SourceHealth> sources = health.get();
        long failing = sources.stream()
                .filter(source -> source.disabled() == null && source.failures() > 0)
                .count();
        long off = sources.stream().filter(source -> source.disabled() != null).count();
        templates.show(
                ctx,
                "sources",
                new View(
                        templates.frame("Sources", Section.SOURCES).with(PageForms.ofList("/sources", null)),
                        guard.token(ctx),
                        sources.stream().map(source -> row(source, now)).toList(),
                        Labels.count(sources.size(), "source") + ", " + failing + " failing, " + off + " switched off",
                        jobs.get().stream().map(job -> jobRow(job, now)).toList()));
    }

    private static Row row(SourceHealth health, Instant now) {
        WatchedSource source = health.source();
        return new Row(
                source.name(),
                source.id().value(),
                source.kind(),
                source.fullText() ? "full text" : "headline only",
                state(health),
                status(health),
                health.outcome(),
                moment(health.lastRound(), now),
                moment(health.lastSuccess(), now),
                moment(health.nextRun(), now),
                String.format(Locale.UK, "%,d", health.articles()),
                "/?q=" + Links.value(QueryText.term("source", source.id().value())),
                health.pending());
    }

    private static JobRow jobRow(WatchedJob job, Instant now) {
        String state = job.runningSince() != null
                ? "running"
                : !job.failure().isEmpty() ? "failing" : job.endedAt() == null ? "new" : "good";
        String status = switch (state) {
            case "running" -> "runs since " + moment(job.runningSince(), now).distance();
            case "failing" -> "failed";
            case "good" -> "done";
            default -> "has not run yet";
        };
        return new JobRow(
                job.kind(),
                job.name(),
                state,
                status,
                job.failure(),
                moment(job.endedAt(), now),
                moment(job.nextAt(), now),
                job.canBeStarted());
    }

    private static String state(SourceHealth health) {
        if (health.disabled() != null) {
            return "off";
        }
        if (health.failures() > 0) {
            return "failing";
        }
        return health.lastRound() == null ? "new" : "good";
    }

    private static String status(SourceHealth health) {
        if (health.disabled() != null) {
            return "off: " + health.disabled();
        }
        if (health.failures() > 0) {
            return "failed " + (health.failures() == 1 ? "once" : health.failures() + " times in a row");
        }
        return health.lastRound() == null ? "not asked yet" : "good";
    }

    static Moment moment(@Nullable Instant instant, Instant now) {
        if (instant == null) {
            return new Moment("", "");
        }
        Duration distance = Duration.between(now, instant);
        String words = words(distance.abs());
        return new Moment(
                words.isEmpty() ? "now" : distance.isNegative() ? words + " ago" : "in " + words,
                instant.truncatedTo(ChronoUnit.SECONDS).toString());
    }

    private static String words(Duration distance) {
        if (distance.toDays() >= 2) {
            return distance.toDays() + " days";
        }
        if (distance.toHours() >= 2) {
            return distance.toHours() + " hours";
        }
        return distance.toMinutes() >= 1 ? distance.toMinutes() + " min" : "";
    }
}
