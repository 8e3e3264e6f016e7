package org.onrecord.web;

import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import io.javalin.router.Endpoint;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.onrecord.access.Scope;
import org.onrecord.json.Json;
import org.onrecord.metrics.Metrics;
import org.onrecord.state.ReadOnly;
import tools.jackson.databind.node.ObjectNode;

/** Health, figures, sources and jobs, for programs; and the form that starts a job. */
final class OperationsApi {
    private static final String BEGUN = "begun";

    private final Operations operations;
    private final Supplier<List<SourceHealth>> sources;
    private final Supplier<Optional<ReadOnly>> readOnly;
    private final Posted posted;
    private final FormGuard guard;

    OperationsApi(WebParts parts, Posted posted, FormGuard guard) {
        this.operations = parts.operations();
        this.sources = parts.health();
        this.readOnly = parts.readOnly();
        this.posted = posted;
        this.guard = guard;
    }

    /** Before every route: when did it begin? */
    void begin(Context ctx) {
        ctx.attribute(BEGUN, System.nanoTime());
    }

    /** After every route: counts the request. */
    void count(Context ctx) {
        @Nullable Long begun = ctx.attribute(BEGUN);
        if (begun != null) {
            operations
                    .metrics()
                    .request(route(ctx), ctx.status().getCode(), Duration.ofNanos(System.nanoTime() - begun));
        }
    }

    /** {@code GET /metrics}. */
    void metrics(Context ctx) {
        ctx.contentType(Metrics.TYPE)
                .header("Cache-Control", "no-store")
                .result(operations.metrics().text());
    }

    /** {@code GET /health}: that we live; why nothing can be written is told only to those who may know. */
    void health(Context ctx) {
        Optional<ReadOnly> stopped = readOnly.get();
        ObjectNode health = Json.MAPPER.createObjectNode().put("status", stopped.isEmpty() ? "ok" : "read-only");
        if (stopped.isPresent() && Door.caller(ctx).may(Scope.METRICS)) {
            health.put("since", stopped.get().since().toString())
                    .put("reason", stopped.get().reason());
        }
        Problems.json(ctx, health);
        ctx.header("Cache-Control", "no-store");
    }

    /** {@code GET /health/ready}: 503 while something keeps the program from its work, and what. */
    void ready(Context ctx) {
        Readiness readiness = operations.readiness().get();
        ObjectNode health = Json.MAPPER.createObjectNode().put("status", readiness.status());
        readiness.troubles().forEach(health.putArray("troubles")::add);
        readiness.warnings().forEach(health.putArray("warnings")::add);
        Problems.json(ctx, health);
        ctx.status(readiness.isReady() ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE)
                .header("Cache-Control", "no-store");
    }

    /** {@code GET /api/v1/sources}. */
    ShortList sources() {
        return new ShortList(
                "/sources",
                List.of(
                        "id",
                        "name",
                        "kind",
                        "full_text",
                        "disabled",
                        "last_round",
                        "last_success",
                        "outcome",
                        "articles",
                        "pending",
                        "failures",
                        "next_run"),
                ctx -> sources.get().stream().map(OperationsApi::write).toList());
    }

    /** {@code GET /api/v1/jobs}. */
    ShortList jobs() {
        return new ShortList(
                "/jobs",
                List.of("kind", "name", "running_since", "ended_at", "failure", "next_at"),
                ctx -> operations.jobs().get().stream()
                        .map(OperationsApi::write)
                        .toList());
    }

    /** {@code POST /api/v1/jobs/{kind}/{name}/run}: starts it now, and does not wait for it. */
    void run(Context ctx) {
        String kind = ctx.pathParam("kind");
        String name = ctx.pathParam("name");
        if (!operations.start().test(kind, name)) {
            throw new NotFoundResponse("there is no job " + kind + " " + name + " that can be started");
        }
        Problems.json(
                ctx,
                Json.MAPPER
                        .createObjectNode()
                        .put("kind", kind)
                        .put("name", name)
                        .put("started", true));
        ctx.status(HttpStatus.ACCEPTED);
    }

    /** {@code POST /jobs/run} with {@code kind} and {@code name}, from the page of sources. */
    void runFromForm(Context ctx) {
        Map<String, String> form = posted.form(ctx);
        guard.check(ctx, form.get(FormGuard.FIELD));
        String kind = form.getOrDefault("kind", "");
        String name = form.getOrDefault("name", "");
        if (!operations.start().test(kind, name)) {
            throw new NotFoundResponse("there is no job " + kind + " " + name + " that can be started");
        }
        ctx.redirect("/sources", HttpStatus.SEE_OTHER);
    }

    private static String route(Context ctx) {
        @Nullable Endpoint matched = ctx.endpoints().matchedHttpEndpoint();
        return matched == null ? "none" : matched.path;
    }

    private static ObjectNode write(SourceHealth source) {
        ObjectNode json = Json.MAPPER.createObjectNode();
        json.put("id", source.source().id().value());
        json.put("name", source.source().name());
        json.put("kind", source.source().kind());
        json.put("full_text", source.source().fullText());
        json.put("disabled", source.disabled());
        json.put("last_round", text(source.lastRound()));
        json.put("last_success", text(source.lastSuccess()));
        json.put("outcome", source.outcome());
        json.put("articles", source.articles());
        json.put("pending", source.pending());
        json.put("failures", source.failures());
        json.put("next_run", text(source.nextRun()));
        return json;
    }

    private static ObjectNode write(WatchedJob job) {
        ObjectNode json = Json.MAPPER.createObjectNode();
        json.put("kind", job.kind());
        json.put("name", job.name());
        json.put("running_since", text(job.runningSince()));
        json.put("ended_at", text(job.endedAt()));
        json.put("failure", job.failure().isEmpty() ? null : job.failure());
        json.put("next_at", text(job.nextAt()));
        return json;
    }

    private static @Nullable String text(@Nullable Instant moment) {
        return moment == null ? null : moment.toString();
    }
}
